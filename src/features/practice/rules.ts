/**
 * Questions about the practice: its one record, hours in words, contacts that grow old, checks.
 *
 * A contact is checked twice a year. Source: sources.md S0-59.
 */
import { checkIds, type CheckSettings } from '#checks/check.ts';
import { monthsAfter, spokenTime, weekdayOf } from '#domain/calendar.ts';
import type { Contact, ContactRole, Hours, Practice, Week } from './record.ts';

const contactFreshMonths = 6;

/** The one record of the practice; undefined until it has arrived on this phone. */
export function thePractice(rows: readonly Practice[]): Practice | undefined {
	return rows[0];
}

export function isContactStale(contact: Contact, today: string): boolean {
	if (contact.checkedOn === null) return true;
	return today >= monthsAfter(contact.checkedOn, contactFreshMonths);
}

export function isReachable(contact: Pick<Contact, 'phone' | 'email' | 'url'>): boolean {
	return contact.phone !== null || contact.email !== null || contact.url !== null;
}

export const contactRoleNames: Readonly<Record<ContactRole, string>> = {
	'practice-route': 'Getting in touch with the practice',
	complaints: 'Complaints',
	safeguarding: 'Keeping people safe: practice lead',
	'children-team': 'Keeping children safe: council team',
	'adults-team': 'Keeping adults safe: council team',
	'out-of-hours': 'Keeping people safe: nights and weekends',
	foi: 'Requests for facts and records',
	'data-protection': 'People’s details and privacy',
	press: 'Reporters',
	icb: 'Integrated Care Board (ICB)',
	pals: 'Hospital advice team (PALS)',
	ombudsman: 'Ombudsman',
	healthwatch: 'Healthwatch',
	crisis: 'A bad day: who to ring first',
	support: 'Support for us when people are nasty',
	other: 'Something else'
};

/** The contacts that the group should have before it starts (S0-59, S4-70, S2-43). */
export const neededContacts: readonly ContactRole[] = [
	'practice-route',
	'complaints',
	'safeguarding',
	'foi',
	'press',
	'icb',
	'crisis'
];

export function missingContacts(contacts: readonly Contact[]): ContactRole[] {
	return neededContacts.filter((role) => !contacts.some((contact) => contact.role === role));
}

/** The hours of a day; undefined when nobody looks at the accounts on it. */
export function hoursOn(practice: Practice, day: string): Hours | undefined {
	return practice.staffedHours[String(weekdayOf(day))] ?? undefined;
}

export const weekdayNames = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday'
] as const;

/** 'Monday to Friday, 9am to 5pm'; days with the same hours stand together. */
export function hoursInWords(week: Week): string {
	const runs: { names: string[]; hours: string }[] = [];
	let isJoined = false;
	weekdayNames.forEach((name, index) => {
		const hours = week[String(index + 1)];
		const words = hours ? `${spokenTime(hours.from)} to ${spokenTime(hours.to)}` : '';
		const latest = runs.at(-1);
		if (words && isJoined && latest?.hours === words) latest.names.push(name);
		else if (words) runs.push({ names: [name], hours: words });
		isJoined = words !== '';
	});
	if (runs.length === 0) return 'No set hours';
	return runs.map(({ names, hours }) => `${daysInWords(names)}, ${hours}`).join('; ');
}

function daysInWords(names: readonly string[]): string {
	const [first = '', last = first] = [names[0], names.at(-1)];
	if (names.length === 1) return first;
	return names.length === 2 ? `${first} and ${last}` : `${first} to ${last}`;
}

/** True in the weeks before a vote, when posts keep to service news (S3-31). */
export function isBeforeVote(practice: Practice, day: string): boolean {
	const { electionFirstOn, electionLastOn } = practice;
	if (electionFirstOn === null || electionLastOn === null) return false;
	return day >= electionFirstOn && day <= electionLastOn;
}

/** What stops posts from going out now: the group's own pause first. Undefined: nothing. */
export function pauseOf(practice: Practice | undefined): { why: string } | undefined {
	return practice?.isPaused ? { why: practice.pausedWhy } : undefined;
}

/** Contacts that anyone may be sent to; the others are for the group alone. */
export const publicRoles: readonly ContactRole[] = [
	'practice-route',
	'complaints',
	'foi',
	'data-protection',
	'pals',
	'ombudsman',
	'healthwatch'
];

/** What the post checks go by: what may be public, what is muted, the limits. */
export function checkSettingsFor(
	practice: Practice,
	contacts: readonly Contact[] = []
): CheckSettings {
	const open = contacts.filter(({ role }) => publicRoles.includes(role));
	const known = (values: readonly (string | null)[]) => values.filter((value) => value !== null);
	return {
		phones: [...practice.officialPhones, ...known(open.map(({ phone }) => phone))],
		emails: [...practice.officialEmails, ...known(open.map(({ email }) => email))],
		postcodes: practice.officialPostcodes,
		addresses: practice.officialAddresses,
		altTextLevel: practice.altTextLevel,
		muted: checkIds.filter((id) => practice.mutedChecks.includes(id)),
		limits: practice.platformLimits,
		allowedBodies: practice.allowedBodies.map(({ name }) => plainPhrase(name)),
		staffNames: practice.staffNames,
		addedWords: Object.fromEntries(checkIds.map((id) => [id, practice.addedWords[id] ?? []]))
	};
}

/** The signs that mean something in a list of phrases are only part of a name here. */
function plainPhrase(name: string): string {
	return name.replace(/[|*?_~#+{}]/g, ' ').trim();
}

/** Most platforms ask for 13 in their terms; a law may raise it (sources.md S3-36). */
export const usualMinimumAge = 13;

export function minimumAgeOf(practice: Practice, platformId: string): number {
	return practice.minimumAges[platformId]?.age ?? usualMinimumAge;
}

export type Controller = Practice['controller'];

export const controllerNames: Readonly<Record<Controller, string>> = {
	practice: 'The practice',
	group: 'The group',
	both: 'The practice and the group together'
};

export interface SetUpStep {
	/** Where on the settings it is done. */
	readonly part: 'names' | 'hours' | 'public' | 'privacy' | 'contacts';
	readonly title: string;
	readonly isDone: boolean;
}

/** What to have in place before the first post (S0-11, S0-13, S0-58, S0-59, S4-68). */
export function setUpSteps(practice: Practice, contacts: readonly Contact[]): SetUpStep[] {
	const missing = missingContacts(contacts).length;
	return [
		{
			part: 'names',
			title: 'Talk to the practice about your plans',
			isDone: practice.talkedOn !== null
		},
		{
			part: 'names',
			title: 'Write down what the group stands for, and two or three aims',
			isDone: practice.values !== '' && practice.aims.length > 0
		},
		{
			part: 'public',
			title: 'List the phone numbers and addresses that may be public',
			isDone: practice.officialPhones.length + practice.officialEmails.length > 0
		},
		{
			part: 'privacy',
			title: 'Say who looks after people’s details',
			isDone: practice.privacyContact !== ''
		},
		{
			part: 'contacts',
			title:
				missing === 0
					? 'Know who to call for help'
					: `Fill in ${missing} ${missing === 1 ? 'contact' : 'contacts'} for help`,
			isDone: missing === 0
		}
	];
}
