/**
 * The register of consents: filtered as on the screen, and as a table for a spreadsheet.
 */
import { addDays, dayOf } from '#domain/calendar.ts';
import { csvOf } from '#domain/csv.ts';
import { temporaryCode } from '../codes/codes.ts';
import { isLeaver, isReaskDue, warningDays } from '../life/rules.ts';
import type { Consent, Photo } from '../record.ts';
import { consentState, isInForce, type ConsentState } from '../standing/standing.ts';
import { consentStateNames, purposeNames } from '../wording/names.ts';
import { kindNames } from '../wording/kind-names.ts';
import { stateWords, type Names } from './report.ts';

export type RegisterFilter = ConsentState | `ends-${(typeof warningDays)[number]}` | 'reask' | '';

export const filterNames: readonly { value: RegisterFilter; label: string }[] = [
	{ value: '', label: 'All' },
	{ value: 'not-asked', label: consentStateNames['not-asked'] },
	{ value: 'asked', label: consentStateNames.asked },
	{ value: 'given', label: consentStateNames.given },
	{ value: 'confirmed', label: consentStateNames.confirmed },
	...warningDays.map((days) => ({
		value: `ends-${days}` as const,
		label: `Ends within ${days} days`
	})),
	{ value: 'reask', label: 'To be asked again' },
	{ value: 'expired', label: consentStateNames.expired },
	{ value: 'refused', label: consentStateNames.refused },
	{ value: 'withdrawn', label: consentStateNames.withdrawn }
];

export function fitsFilter(consent: Consent, filter: RegisterFilter, today: string): boolean {
	if (filter === '') return true;
	if (filter === 'reask') return isReaskDue(consent, today) || isLeaver(consent, today);
	const days = warningDays.find((each) => filter === `ends-${each}`);
	if (days !== undefined) {
		const end = consent.expiresOn ?? '9999';
		return isInForce(consent, today) && end <= addDays(today, days);
	}
	return consentState(consent, today) === filter;
}

/** Occasions of the pictures that someone is in, by the id of the consent. */
export function happeningsOf(photos: readonly Photo[]): ReadonlyMap<string, readonly string[]> {
	const byConsent = new Map<string, string[]>();
	for (const { consentIds, occasion } of photos) {
		for (const id of consentIds) byConsent.set(id, [...(byConsent.get(id) ?? []), occasion]);
	}
	return byConsent;
}

/** Every word of the search is in code, name, occasion or how to find them. */
export function isFoundBy(consent: Consent, occasions: readonly string[], search: string): boolean {
	const { id, code, firstName, lastName, howToRecognise, occasion } = consent;
	const all = [code, temporaryCode(id), firstName, lastName ?? '', howToRecognise, occasion]
		.concat(occasions)
		.join(' ')
		.toLowerCase();
	return search
		.toLowerCase()
		.split(/\s+/)
		.every((word) => all.includes(word));
}

const columns = [
	'Code',
	'Code on paper',
	'First name',
	'Last name',
	'Form',
	'State',
	'Occasion',
	'What for',
	'Accounts',
	'Taken back for',
	'Limits',
	'Yes on',
	'Last day',
	'Confirmed on',
	'Confirmed by',
	'Words of the form',
	'Taken back on',
	'Said no on'
];

export function registerCsv(consents: readonly Consent[], names: Names, today: string): string {
	const list = (ids: readonly string[]) =>
		ids.map((id) => names.accounts.get(id) ?? 'an old account').join('; ');
	return csvOf([
		columns,
		...consents.map((consent) => [
			consent.code,
			temporaryCode(consent.id),
			consent.firstName,
			consent.lastName ?? '',
			kindNames[consent.kind],
			stateWords(consent, today),
			consent.occasion,
			consent.purposes.map((each) => purposeNames[each]).join('; '),
			list(consent.accounts),
			list(consent.withdrawnAccounts),
			consent.limits,
			consent.givenOn ?? '',
			consent.expiresOn ?? '',
			consent.confirmedAt === null ? '' : dayOf(consent.confirmedAt),
			names.people.get(consent.confirmedBy ?? '') ?? '',
			consent.wordingVersion ?? '',
			consent.withdrawnOn ?? '',
			consent.refusedOn ?? ''
		])
	]);
}
