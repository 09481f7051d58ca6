/**
 * The made-up people of the tests, one for each role, and a moment at which they act.
 */
import { contextFor, type Context } from '#domain/mutation.ts';
import type { Actor, Role } from '#domain/roles.ts';

/** 10am on Saturday 21 November 2026 in the UK. */
export const aMoment = Date.UTC(2026, 10, 21, 10);

function actor(role: Role, number: number): Actor {
	return { personId: `01900000-0000-7000-8000-00000000000${number}`, role };
}

export const manager = actor('practice-manager', 1);
export const deputy = actor('practice-manager', 2);
export const coordinator = actor('coordinator', 3);
export const volunteer = actor('volunteer', 4);
export const otherVolunteer = actor('volunteer', 5);
export const rotaMember = actor('rota-member', 6);
export const reader = actor('reader', 7);
export const everyRole: readonly Actor[] = [manager, coordinator, volunteer, rotaMember, reader];

/** The practice of the tests, and the id of its record. */
export const practiceId = '01900000-0000-7000-8000-0000000000aa';

export function as(who: Actor, at: number = aMoment): Context {
	return contextFor(who, at, practiceId);
}

/** A UUIDv7 for tests: the same number gives the same id. */
export function idFor(number: number): string {
	return `01900000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;
}
