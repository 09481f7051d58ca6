/**
 * Questions about a post: what must be put right, may it go out, is it due.
 *
 * Screens and mutations ask the same questions, so that a button and a refusal never disagree.
 */
import { runChecks } from '#checks/all.ts';
import { plainSettings, type CheckInput, type Finding } from '#checks/check.ts';
import { photoGate } from '#features/consent/rules.ts';
import { checkSettingsFor } from '#features/practice/rules.ts';
import type { Practice } from '#features/practice/record.ts';
import { refuse } from '#domain/refusal.ts';
import { writers, type Role } from '#domain/roles.ts';
import type { Post, Status } from './record.ts';
import type { PostFacts } from './readiness/facts.ts';

/** What keeps a post from being ready, in words. */
export type Stop = Pick<Finding, 'saw' | 'why' | 'todo' | 'field'>;

/** Every finding: text, pictures, people, places. The gravest first. */
export function findings(facts: PostFacts): Finding[] {
	const found = [...runChecks(checkInput(facts)), ...gateFindings(facts)];
	const rank = { block: 0, warn: 1, hint: 2 };
	return found.sort((one, other) => rank[one.level] - rank[other.level]);
}

export function mustBeFixed(facts: PostFacts): Stop[] {
	return [...missing(facts), ...findings(facts).filter(({ level }) => level === 'block')];
}

export function mustBeLookedAt(facts: PostFacts): Finding[] {
	return findings(facts).filter(({ level }) => level === 'warn');
}

export function checkInput({ post, practice, accounts, pictures }: PostFacts): CheckInput {
	return {
		text: post.text,
		pictures: pictures.map(({ photoId, alt }) => ({ id: photoId, alt, caption: post.text })),
		accounts: accounts.map(({ id, name, platform }) => ({ id, name, platform })),
		settings: practice ? checkSettingsFor(practice) : plainSettings
	};
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

/** What a post cannot do without: words or a picture, and somewhere to go. */
function missing({ post, accounts }: PostFacts): Stop[] {
	const lacks: Stop[] = [];
	if (post.text.trim() === '' && post.pictures.length === 0) {
		const why = 'There is nothing to read or see.';
		lacks.push({ saw: 'This post has no words yet.', why, todo: 'Write a few.', field: 'text' as const });
	}
	if (accounts.length === 0) {
		const why = 'We check the length and the photos for each account.';
		lacks.push({ saw: 'No account is chosen yet.', why, todo: 'Choose where it goes.' });
	}
	return lacks;
}

/** Ready, and approved where the practice wants that. */
export function isReadyToGoOut(post: Post, practice: Practice | undefined): boolean {
	if (post.status === 'approved') return true;
	return post.status === 'ready' && !(practice?.needsApproval ?? true);
}

/** The practice has not said yes to it yet. */
export function awaitsApproval(post: Post, practice: Practice | undefined): boolean {
	return post.status === 'ready' && (practice?.needsApproval ?? true);
}

export function isEditable(post: Post, role: Role): boolean {
	if (!writers.includes(role) || post.postings.length > 0) return false;
	return post.status !== 'posted' && post.status !== 'dropped';
}

/** Planned for this day or before, and not gone out yet. */
export function isDue(post: Post, today: string): boolean {
	if (post.plannedOn === null || post.plannedOn > today) return false;
	return post.status !== 'posted' && post.status !== 'dropped';
}

/** Whatever was agreed about it was about what it said then. */
export function asDraft(post: Post): Post {
	return {
		...post,
		status: 'draft',
		looks: [],
		readyBy: null,
		approvedBy: null,
		approvedAt: null
	};
}

/** Still in the plan. */
export function isOpen(post: Post): boolean {
	return post.status !== 'posted' && post.status !== 'dropped';
}

/** Accounts of the post on which it has not gone out yet. */
export function accountsLeft(post: Post): string[] {
	return post.accounts.filter(
		(account) => !post.postings.some((posting) => posting.accountId === account)
	);
}

/** In the order of the plan: by day and time, those without a day last. */
export function inOrder(posts: readonly Post[]): Post[] {
	const key = ({ plannedOn, plannedTime, title }: Post) =>
		`${plannedOn ?? '9999'} ${plannedTime ?? '99'} ${title}`;
	return [...posts].sort((one, other) => key(one).localeCompare(key(other)));
}

export const gone = refuse('no-such-post', 'This post is no longer here.');

export const statusColours: Readonly<Record<Status, 'grey' | 'blue' | 'yellow' | 'green' | 'white'>> = {
	idea: 'white',
	draft: 'blue',
	ready: 'yellow',
	approved: 'green',
	posted: 'green',
	dropped: 'grey'
};
