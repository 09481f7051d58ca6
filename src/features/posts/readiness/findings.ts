/**
 * What the checks find in a post: in its words, its pictures, the people and the places.
 *
 * Screens and mutations ask the same questions, so that a button and a refusal never disagree.
 */
import { runChecks } from '#checks/all.ts';
import { plainSettings, type CheckInput, type CheckSettings, type Finding } from '#checks/check.ts';
import { firstNames } from '#checks/words/first-names.ts';
import type { Actor } from '#domain/roles.ts';
import type { Account } from '#features/accounts/record.ts';
import { isChecked } from '#features/campaigns/rules.ts';
import { photoGate } from '#features/consent/rules.ts';
import {
	checkSettingsFor,
	isBeforeVote,
	minimumAgeOf,
	usualMinimumAge
} from '#features/practice/rules.ts';
import type { Post } from '../record.ts';
import { textFor, writerOf } from '../rules.ts';
import type { PostFacts } from './facts.ts';
import { mayBeNamed, namingFindings } from './named-people.ts';
import { pauseFindings, stateFindings } from './state-findings.ts';

/** What keeps a post from being ready, in words. `field` is where it is put right. */
export interface Stop extends Pick<Finding, 'saw' | 'why' | 'todo'> {
	readonly field?: string;
}

/** `variantOf`: it is about the words that this account alone gets. */
export type PostFinding = Finding & { readonly variantOf?: string };

/** Every finding: text, pictures, people, places. The gravest first. */
export function findings(facts: PostFacts): PostFinding[] {
	const found = [...wordFindings(facts), ...gateFindings(facts), ...stateFindings(facts)];
	const muted = settingsOf(facts).muted;
	const rank = { block: 0, warn: 1, hint: 2 };
	const heard = found.filter(({ check }) => !muted.includes(check));
	// What people said of themselves counts, whatever is switched off.
	return [...namingFindings(facts), ...heard].sort(
		(one, other) => rank[one.level] - rank[other.level]
	);
}

export function mustBeFixed(facts: PostFacts): Stop[] {
	return [...missing(facts), ...openBlocks(facts)];
}

/** As `mustBeFixed`, at the moment when it goes out: a pause in a crisis holds it back too. */
export function mustNotGoOut(facts: PostFacts): Stop[] {
	return [...mustBeFixed(facts), ...notPassed(facts.post, pauseFindings(facts))];
}

/** Blocks that nobody has let pass. */
export function openBlocks(facts: PostFacts): PostFinding[] {
	return notPassed(facts.post, findings(facts));
}

function notPassed<Found extends Finding>({ passes }: Post, found: readonly Found[]): Found[] {
	return found.filter(
		({ check, level, override }) =>
			level === 'block' && !(override && passes.some((pass) => pass.check === check))
	);
}

export function mustBeLookedAt(facts: PostFacts): PostFinding[] {
	return findings(facts).filter(({ level }) => level === 'warn');
}

/** Whether this person may let a block pass. */
export function mayPass({ level, override }: Finding, post: Post, actor: Actor): boolean {
	if (level !== 'block' || !override?.roles.includes(actor.role)) return false;
	return !override.someoneElse || writerOf(post) !== actor.personId;
}

function settingsOf({ practice, publicContacts }: PostFacts): CheckSettings {
	return practice ? checkSettingsFor(practice, publicContacts) : plainSettings;
}

/** What the checks are asked about the words that these accounts get. */
export function checkInput(facts: PostFacts, text: string, accounts: PostFacts['accounts']) {
	const { post, practice, pictures, hashtags, goesOutOn, today } = facts;
	const knownTags = hashtags.map((hashtag) => {
		const isClean = isChecked(hashtag, today);
		return {
			...{ tag: hashtag.tag.slice(1), isClean },
			isOld: !isClean && hashtag.checkedCleanOn !== null
		};
	});
	return {
		text,
		pictures: pictures.map(({ photoId, alt }) => ({ id: photoId, alt, caption: text })),
		accounts: accounts.map(({ id, name, platform }) => ({ id, name, platform })),
		settings: { ...settingsOf(facts), knownTags },
		context: {
			today,
			goesOutOn,
			// Statically, so that a phone and the server never know different names.
			firstNames,
			mayName: mayBeNamed(facts),
			isBeforeVote: practice !== undefined && isBeforeVote(practice, goesOutOn),
			hasSource: [post.sourceUrl, post.announcedUrl, post.originalUrl].some((url) => url !== '')
		}
	} satisfies CheckInput;
}

/** Each account is checked over the words that it gets; what is the same is said once. */
function wordFindings(facts: PostFacts): PostFinding[] {
	const { post, accounts } = facts;
	const hasOwn = ({ id }: Account) => textFor(post, id) !== post.text;
	const sharing = accounts.filter((account) => !hasOwn(account));
	const isShared = sharing.length > 0 || accounts.length === 0;
	const shared = isShared ? runChecks(checkInput(facts, post.text, sharing)) : [];
	const own = accounts.filter(hasOwn).flatMap((account) => {
		const found = runChecks(checkInput(facts, textFor(post, account.id), [account]));
		return found.map((finding): PostFinding =>
			finding.picture === undefined ? { ...finding, variantOf: account.id } : finding
		);
	});
	const seen = new Set<string>();
	return [...shared, ...own].filter((finding) => {
		const key = JSON.stringify(finding);
		return seen.size !== seen.add(key).size;
	});
}

/** PC-07 and PC-08 for each picture. Sources: S0-26, S0-27. */
function gateFindings({ accounts, pictures, goesOutOn }: PostFacts): Finding[] {
	return pictures.flatMap(({ photoId, photo, consents, venue }) => {
		if (!photo || photo.status === 'removed') return [removedPicture(photoId)];
		const asked = { photo, consents, venue, accounts, plannedOn: goesOutOn };
		return photoGate({ ...asked, purpose: 'ppg-posts' });
	});
}

function removedPicture(picture: string): Finding {
	return {
		check: 'PC-07',
		level: 'block',
		picture,
		saw: 'A picture in this post has been removed.',
		why: 'It may not be used any more.',
		todo: 'Take it out of the post, or choose another one.',
		override: null
	};
}

/** What a post cannot do without: words or a picture, and somewhere to go where its readers are. */
function missing(facts: PostFacts): Stop[] {
	const { post, accounts } = facts;
	const lacks: Stop[] = [];
	if (post.text.trim() === '' && post.pictures.length === 0) {
		lacks.push({
			saw: 'This post has no words yet.',
			why: 'There is nothing to read or see.',
			todo: 'Write a few.',
			field: 'text'
		});
	}
	if (accounts.length === 0) {
		lacks.push({
			saw: 'No account is chosen yet.',
			why: 'We check the length and the photos for each account.',
			todo: 'Choose where it goes.',
			field: 'accounts'
		});
	}
	return [...lacks, ...tooYoung(facts)];
}

/** No account may aim at people who are too young to have one. Source: S3-36. */
export function tooYoung({ post, accounts, practice }: PostFacts): Stop[] {
	if (!practice || !post.audiences.includes('young-people')) return [];
	return accounts.flatMap(({ name, platform }) => {
		const age = minimumAgeOf(practice, platform);
		if (age <= usualMinimumAge) return [];
		return {
			saw: `This is for young people, and people must be ${age} to be on “${name}”.`,
			why: 'We do not aim at people who are too young for a platform.',
			todo: 'Take out this account, or the young people.',
			field: 'audiences'
		};
	});
}
