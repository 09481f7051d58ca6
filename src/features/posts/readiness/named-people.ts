/**
 * People whom the words of a post name or tell about, with the yes that each of them gave.
 *
 * Consents of one person share a `personKey`: any one of theirs can say no. Sources: S0-30, S4-58.
 */
import type { Finding, NamedPerson } from '#checks/check.ts';
import type { Account } from '#features/accounts/record.ts';
import type { Consent } from '#features/consent/record.ts';
import { consentState } from '#features/consent/rules.ts';
import type { Post } from '../record.ts';

interface NamingFacts {
	readonly post: Pick<Post, 'wordConsentIds'>;
	/** The linked consents, and all others of the same people. */
	readonly wordConsents: readonly Consent[];
	readonly accounts: readonly Pick<Account, 'id' | 'name'>[];
	readonly goesOutOn: string;
}

/** Whether this record is about more than a picture, so that a post can link it. */
function isAboutWords({ kind, nameToShow }: Consent): boolean {
	return kind === 'words' || nameToShow !== 'none';
}

/** A yes that a writer can link: confirmed, in force on that day, and about a name. */
export function canBeLinked(consent: Consent, day: string): boolean {
	return isAboutWords(consent) && isInForce(consent, day);
}

/** Whom the words may name beside what they tell about health: they agreed to that, or to the words. */
export function mayBeNamed(facts: NamingFacts): NamedPerson[] {
	return linkedIn(facts).flatMap((consent) => {
		const { kind, nameToShow, isHealthAgreed } = consent;
		const isYes = nameToShow !== 'none' && (isHealthAgreed || kind === 'words');
		if (!isYes || troubleOf(consent, facts) !== undefined) return [];
		return { firstName: consent.firstName, isFull: nameToShow === 'full' };
	});
}

/** A linked yes that does not hold stops the post, as with a picture. */
export function namingFindings(facts: NamingFacts): Finding[] {
	const { post, wordConsents } = facts;
	const troubles = linkedIn(facts).flatMap((consent) => troubleOf(consent, facts) ?? []);
	const known = new Set(wordConsents.map(({ id }) => id));
	const isOneGone = post.wordConsentIds.some((id) => !known.has(id));
	return [
		...(isOneGone ? ['A yes that this post went by is no longer here.'] : []),
		...troubles
	].map((saw) => ({
		check: 'PC-06',
		level: 'block',
		saw,
		why: 'People decide if and where their name and their story are told.',
		todo: 'Take what is about them out of the words, and unlink their yes.',
		override: null
	}));
}

function linkedIn({ post, wordConsents }: NamingFacts): Consent[] {
	return wordConsents.filter(({ id }) => post.wordConsentIds.includes(id));
}

function troubleOf(consent: Consent, facts: NamingFacts): string | undefined {
	const { wordConsents, accounts, goesOutOn } = facts;
	const who = `${consent.firstName} (${consent.code})`;
	const all = wordConsents.filter(({ personKey }) => personKey === consent.personKey);
	const theirs = all.filter(
		({ id }) => !all.some(({ replacesId, status }) => replacesId === id && status === 'confirmed')
	);
	if (theirs.some(({ mustNotShow }) => mustNotShow)) return `${who} must not be shown.`;
	if (theirs.some(({ status }) => status === 'withdrawn')) {
		return `${who} has taken their yes back.`;
	}
	if (theirs.some(({ status }) => status === 'refused')) return `${who} said no.`;
	if (!isAboutWords(consent)) return `${who} did not agree to be named.`;
	if (consent.status === 'given') {
		return `The practice has not confirmed the yes of ${who} yet.`;
	}
	if (consent.startsOn !== null && goesOutOn < consent.startsOn) {
		return `The yes of ${who} starts later than that.`;
	}
	if (!isInForce(consent, goesOutOn)) return `The yes of ${who} has ended by then.`;
	if (!consent.purposes.includes('ppg-posts')) return `${who} did not agree to posts of the group.`;
	const isTold = (account: string) =>
		consent.accounts.includes(account) &&
		!theirs.some(({ withdrawnAccounts }) => withdrawnAccounts.includes(account));
	const other = accounts.find(({ id }) => !isTold(id));
	return other && `${who} did not agree to ${other.name}.`;
}

function isInForce(consent: Consent, day: string): boolean {
	const state = consentState(consent, day);
	return state === 'confirmed' || state === 'expiring';
}
