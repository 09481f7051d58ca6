/**
 * The proof for a picture: who, what for, until when, confirmed by whom, on which words, where it
 * went. As text, for paper and for a table.
 */
import { dayOf, spokenDay } from '#domain/calendar.ts';
import type { Post } from '#features/posts/record.ts';
import { kindNames } from '../wording/kind-names.ts';
import type { Consent } from '../record.ts';
import { temporaryCode } from '../codes/codes.ts';
import { consentState } from '../standing/standing.ts';
import { consentStateNames, methodNames, nameChoices, purposeNames } from '../wording/names.ts';

export interface Names {
	/** Of people of the group, by id. */
	readonly people: ReadonlyMap<string, string>;
	/** Of accounts, by id. */
	readonly accounts: ReadonlyMap<string, string>;
}

interface Named {
	readonly id: string;
	readonly name: string;
}

export function namesFrom(people: readonly Named[], accounts: readonly Named[]): Names {
	const byId = (all: readonly Named[]) => new Map(all.map(({ id, name }) => [id, name]));
	return { people: byId(people), accounts: byId(accounts) };
}

interface ProofRow {
	readonly key: string;
	readonly value: string;
}

/** As a person reads the state: what the practice did not accept is no 'said no'. */
export function stateWords(consent: Consent, today: string): string {
	if (consent.reducedOn !== null) return 'Over. Only days and outcome are kept';
	if (consent.status === 'refused' && consent.turnedDownBy !== null) {
		return 'Not accepted by the practice';
	}
	return consentStateNames[consentState(consent, today)];
}

/** What proves one person's yes. Empty lines are left out. */
export function proofOf(consent: Consent, names: Names, today: string): ProofRow[] {
	const day = (on: string | null) => (on === null ? '' : spokenDay(on));
	const accounts = (ids: readonly string[]) =>
		ids.map((id) => names.accounts.get(id) ?? 'an old account').join(', ');
	const confirmed =
		consent.confirmedAt === null
			? 'Not confirmed'
			: `${names.people.get(consent.confirmedBy ?? '') ?? 'The practice'}, ${spokenDay(dayOf(consent.confirmedAt))}`;
	return [
		{ key: 'Code', value: codesOf(consent) },
		{ key: 'Form', value: kindNames[consent.kind] },
		{ key: 'Now', value: stateWords(consent, today) },
		{ key: 'In the picture', value: consent.howToRecognise },
		{ key: 'What for', value: consent.purposes.map((each) => purposeNames[each]).join(', ') },
		{ key: 'Where', value: accounts(consent.accounts) },
		{ key: 'Taken back for', value: accounts(consent.withdrawnAccounts) },
		{ key: 'Name to show', value: consent.givenOn ? nameChoices[consent.nameToShow] : '' },
		{ key: 'Limits', value: consent.limits },
		{ key: 'Yes on', value: day(consent.givenOn) },
		{ key: 'How', value: consent.method ? methodNames[consent.method] : '' },
		{ key: 'Last day', value: endWords(consent) },
		{ key: 'Words of the form', value: consent.wordingVersion ?? '' },
		{ key: 'Confirmed by', value: confirmed },
		{ key: 'Said no on', value: day(consent.refusedOn) },
		{ key: 'Taken back on', value: day(consent.withdrawnOn) }
	].filter(({ value }) => value !== '');
}

function codesOf({ id, code }: Consent): string {
	const onPaper = temporaryCode(id);
	return code === onPaper ? code : `${code} (${onPaper} on paper)`;
}

function endWords({ expiresOn, expiresWhy }: Consent): string {
	if (expiresOn === null) return '';
	return expiresWhy ? `${spokenDay(expiresOn)} (${expiresWhy})` : spokenDay(expiresOn);
}

/** Where it went: 'Facebook page, Friday 20 November 2026. Taken down'. */
export function wentOut(post: Post, { accounts }: Names): string[] {
	return post.postings.map(({ accountId, at }) => {
		const down = post.takenDown ? `. Taken down ${spokenDay(dayOf(post.takenDown.at))}` : '';
		return `${accounts.get(accountId) ?? 'An account'}, ${spokenDay(dayOf(at))}${down}`;
	});
}
