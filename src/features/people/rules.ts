/**
 * Questions about people: pledged or not, the last practice manager, who may change whom.
 *
 * The pledge holds for 12 months. Source: sources.md S0-29, S1-95.
 */
import { daysBetween, monthsAfter } from '#domain/calendar.ts';
import { leaders, type Actor, type Role } from '#domain/roles.ts';
import type { Person } from './record.ts';

const pledgeLastsMonths = 12;
/** How long before the year is over a person may sign again. */
const pledgeOpensDays = 30;

/** The day from which the pledge no longer holds; undefined when it was never signed. */
export function pledgeDueOn(person: Person): string | undefined {
	return person.pledgedOn === null ? undefined : monthsAfter(person.pledgedOn, pledgeLastsMonths);
}

export function hasPledged(person: Person, today: string): boolean {
	const dueOn = pledgeDueOn(person);
	return dueOn !== undefined && today < dueOn;
}

/** True when there is a pledge to sign now: the first, or the next year's. */
export function mayPledge(person: Person, today: string): boolean {
	const dueOn = pledgeDueOn(person);
	return dueOn === undefined || daysBetween(today, dueOn) <= pledgeOpensDays;
}

export function belongs(person: Person): boolean {
	return person.leftOn === null;
}

/** True when nobody else who belongs to the group is a practice manager. */
export function isLastManager(person: Person, everyone: readonly Person[]): boolean {
	const isManager = (each: Person) => each.role === 'practice-manager' && belongs(each);
	return isManager(person) && !everyone.some((each) => each.id !== person.id && isManager(each));
}

/** Only a practice manager decides who is one. */
export function mayGiveRole(actor: Actor, role: Role): boolean {
	return (
		actor.role === 'practice-manager' ||
		(leaders.includes(actor.role) && role !== 'practice-manager')
	);
}

export function mayEdit(actor: Actor, person: Person): boolean {
	return actor.personId === person.id || leaders.includes(actor.role);
}

/** The ways in which this person is happy to be reached. Empty for those who may not see it. */
export function waysToReach(person: Person): { call?: string; message?: string } {
	if (person.phone === null || !belongs(person)) return {};
	const number = person.phone.replace('(0)', '').replace(/[^\d+]/g, '');
	return {
		...(person.mayCall && { call: `tel:${number}` }),
		...(person.mayMessage && { message: `sms:${number}` })
	};
}

/** By name, as people look for one another. */
export function byName(one: Person, other: Person): number {
	return one.name.localeCompare(other.name, 'en-GB');
}

/** What each role is for, for the person who chooses one. */
export const roleAbout: Readonly<Record<Role, string>> = {
	'practice-manager': 'Confirms photo consents, approves posts, and decides who does what.',
	coordinator: 'Leads the group: people, rota, settings, and all that volunteers do.',
	volunteer: 'Writes posts, asks for consents, notes the numbers, takes turns on the rota.',
	'rota-member': 'Takes turns on the rota.',
	reader: 'Reads along and changes nothing.'
};
