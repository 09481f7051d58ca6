/**
 * Questions about consents: who may confirm them, when they end, what has to come down.
 *
 * Mutations and screens ask the same questions here, so that button and refusal never disagree.
 */
import { addDays, monthsAfter } from '#domain/calendar.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Actor } from '#domain/roles.ts';
import { isRouteMissing } from './answers/asked.ts';
import type { Consent, Photo } from './record.ts';
import {
	consentState,
	expiringDays,
	isInForce,
	isPartMissing,
	isReplaced
} from './standing/standing.ts';

export { temporaryCode } from './codes/codes.ts';
export type { GateInput } from './gate/input.ts';
export { photoGate } from './gate/photo-gate.ts';
export { photoStanding, type PhotoStanding } from './gate/photo-standing.ts';
export { consentState } from './standing/standing.ts';
export { currentWording, fillIn, wording } from './wording/wording.ts';

/** Written down, or its answer taken, by this person; or this person is in the picture. */
export function isOwn(
	actor: Actor,
	record: { createdBy: string; takenBy: string | null; picturedPersonId?: string | null }
): boolean {
	const { createdBy, takenBy, picturedPersonId } = record;
	return [createdBy, takenBy, picturedPersonId].includes(actor.personId);
}

/** Why this person may not confirm it on this day; undefined when they may. */
export function whyNotConfirm(actor: Actor, consent: Consent, day: string): Refusal | undefined {
	if (actor.role !== 'practice-manager') {
		return refuse('role-may-not', 'Only the practice manager can confirm a consent.');
	}
	if (consent.status === 'not-asked' || consent.status === 'asked') {
		return refuse('not-given', 'They have not answered yet, so there is nothing to confirm.');
	}
	if (consent.status !== 'given') {
		return refuse('already-decided', 'This consent has already been confirmed or taken back.');
	}
	if (isOwn(actor, consent)) {
		return refuse('your-own', 'You had a part in this one. Ask the other practice manager.');
	}
	if (consent.mustNotShow) {
		return refuse('must-not-show', 'This child must not be shown, so it cannot be confirmed.');
	}
	if (isRouteMissing(consent)) {
		return refuse(
			'no-lawful-route',
			'They could not decide this. Do not use it, unless you note who may decide in law.'
		);
	}
	if (isPartMissing(consent)) {
		return refuse('part-missing', 'The parent or the child has not said yes. Ask them first.');
	}
	if (consentState(consent, day) === 'expired') {
		return refuse('has-ended', 'This consent has ended. Ask the person again.');
	}
	return undefined;
}

export function mayConfirm(actor: Actor, consent: Consent, day: string): boolean {
	return whyNotConfirm(actor, consent, day) === undefined;
}

/** The practice manager asked something that nobody has answered yet. */
export function waitsForAnswer({ status, question, answer }: Consent): boolean {
	return status === 'given' && question !== null && answer === null;
}

interface Months {
	readonly consentMonthsAdult: number;
	readonly consentMonthsChild: number;
}

/** The last day of use that the practice's settings give. */
export function usualEnd(kind: Consent['kind'], givenOn: string, months: Months): string {
	const { consentMonthsAdult, consentMonthsChild } = months;
	return monthsAfter(givenOn, kind === 'child' ? consentMonthsChild : consentMonthsAdult);
}

/** Consents that end within the next days and are still in force, soonest first. */
export function endingSoon(consents: readonly Consent[], day: string): Consent[] {
	const last = addDays(day, expiringDays);
	return consents
		.filter((consent) => isInForce(consent, day) && (consent.expiresOn ?? '9999') <= last)
		.sort((one, other) => ((one.expiresOn ?? '') < (other.expiresOn ?? '') ? -1 : 1));
}

/** Someone in it has taken their yes back: what is posted has to come down. */
export function mustComeDown(photo: Photo, consents: readonly Consent[]): boolean {
	const linked = new Set(photo.consentIds);
	const people = new Set(
		consents.filter(({ id }) => linked.has(id)).map(({ personKey }) => personKey)
	);
	return consents.some(
		(consent) =>
			people.has(consent.personKey) &&
			(consent.status === 'withdrawn' || consent.withdrawnPhotos.includes(photo.id)) &&
			!consent.keepsPosts &&
			!isReplaced(consent, consents)
	);
}

/** How long the phone may go by what it last heard. Source: consent record, rule 2. */
const mostDaysUnsynced = 7;

/** True when consents may have changed too long ago for this phone to know: sync first. */
export function isTooLongUnsynced(lastSyncedAt: number | null, at: number): boolean {
	return lastSyncedAt === null || at - lastSyncedAt > mostDaysUnsynced * 86_400_000;
}
