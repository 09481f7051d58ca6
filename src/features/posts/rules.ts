/**
 * Questions about a post: may it go out, is it due. What the checks find is in readiness/findings.ts.
 *
 * Screens and mutations ask the same questions, so that a button and a refusal never disagree.
 */
import type { Practice } from '#features/practice/record.ts';
import { dayOf, daysBetween } from '#domain/calendar.ts';
import { sameValue } from '#domain/merge.ts';
import { refuse } from '#domain/refusal.ts';
import { writers, type Role } from '#domain/roles.ts';
import { undecided } from './details/decided.ts';
import { detailNames } from './details/fields.ts';
import { emptyContent, type Post, type Status } from './record.ts';

/** Ready, and approved where the practice wants that. */
export function isReadyToGoOut(post: Post, practice: Practice | undefined): boolean {
	if (post.status === 'approved') return true;
	return post.status === 'ready' && !(practice?.needsApproval ?? true);
}

/** The practice has not said yes to it yet. */
export function awaitsApproval(post: Post, practice: Practice | undefined): boolean {
	return post.status === 'ready' && (practice?.needsApproval ?? true);
}

/** How long the practice has for its answer, in days. */
export function approvalDaysOf(practice: Practice | undefined): number {
	return practice?.approvalDays ?? 2;
}

/** It has waited for longer: then whoever wrote it hears of it too. */
export function isApprovalLate(post: Post, practice: Practice | undefined, today: string): boolean {
	if (!awaitsApproval(post, practice) || post.readyAt === null) return false;
	return daysBetween(dayOf(post.readyAt), today) > approvalDaysOf(practice);
}

export function isEditable(post: Post, role: Role): boolean {
	if (!writers.includes(role) || post.postings.length > 0) return false;
	return isOpen(post);
}

/** Planned for this day or before, and not gone out yet. */
export function isDue(post: Post, today: string): boolean {
	if (post.plannedOn === null || post.plannedOn > today) return false;
	return isOpen(post);
}

/** Whatever was agreed about it was about what it said then. */
export function asDraft(post: Post): Post {
	return {
		...post,
		status: 'draft',
		looks: [],
		readyBy: null,
		readyAt: null,
		approvedBy: null,
		approvedAt: null,
		answeredByLink: '',
		...noLink
	};
}

/** A link for an answer is good for the post as it was. */
export const noLink = { linkHash: null, linkUntil: null, linkBy: null };

const wordFields = ['text', 'variants', 'type', ...detailNames] as const;

/** Those who looked saw other words or other pictures: then their look no longer counts. */
export function withoutOldLooks(before: Post, after: Post): Post {
	const isSame = (name: keyof Post) => sameValue(before[name], after[name]);
	const shown = (post: Post) => post.pictures.map(({ photoId }) => photoId).join();
	const hasSameWords = wordFields.every(isSame);
	const hasSamePictures = shown(before) === shown(after);
	return {
		...after,
		...(!hasSameWords && { factsConfirmedBy: null, factsConfirmedOn: null }),
		...(!hasSamePictures && { photoLookBy: null }),
		...(!(hasSameWords && hasSamePictures) && { secondLookBy: null, passes: [] })
	};
}

export function writerOf(post: Post): string {
	return post.writerId ?? post.createdBy;
}

/** Someone has asked first, and there is no answer yet. Source: S0-8. */
export function isWaiting({ ask }: Post): boolean {
	return ask !== null && ask.answeredAt === null;
}

/** Who may answer what was asked first. What the ICB says is passed on by whoever heard it. */
export function mayAnswer({ ask }: Post, role: Role): boolean {
	if (ask === null) return false;
	if (ask.to === 'icb') return writers.includes(role);
	return role === 'practice-manager' || role === ask.to;
}

/**
 * Somebody else than the writer reads it before it is ready, unless the practice approves it
 * anyway: then that is the second person. Source: S0-55.
 */
export function needsSecondLook(post: Post, practice: Practice | undefined): boolean {
	return post.secondLookBy === null && !(practice?.needsApproval ?? true);
}

/** The words that one account gets: its own, or those for all. */
export function textFor(post: Pick<Post, 'text' | 'variants'>, accountId: string): string {
	const own = post.variants.find((variant) => variant.accountId === accountId)?.text ?? '';
	return own.trim() === '' ? post.text : own;
}

/** Still in the plan. */
export function isOpen(post: Post): boolean {
	return !closedStatuses.includes(post.status);
}

const closedStatuses: readonly Status[] = ['posted', 'taken-down', 'dropped'];

/** Accounts of the post on which it has not gone out yet. */
export function accountsLeft(post: Post): string[] {
	return post.accounts.filter(
		(account) => !post.postings.some((posting) => posting.accountId === account)
	);
}

/** The practice has been asked to pass it on, and has not said that it did. */
export function isToShare({ status, practiceShare }: Post): boolean {
	return status === 'posted' && practiceShare?.doneBy === null;
}

/** For how many days the group is asked to pass a post on. */
export const groupShareDays = 7;

/** The group has been asked to pass it on, and it is still new. Source: S1-24. */
export function isGroupAsked({ status, groupShare }: Post, today: string): boolean {
	if (status !== 'posted' || groupShare === null) return false;
	return daysBetween(groupShare.on, today) <= groupShareDays;
}

/** In the order of the plan: by day and time, those without a day last. */
export function inOrder(posts: readonly Post[]): Post[] {
	const key = ({ plannedOn, plannedTime, title }: Post) =>
		`${plannedOn ?? '9999'} ${plannedTime ?? '99'} ${title}`;
	return [...posts].sort((one, other) => key(one).localeCompare(key(other)));
}

/** A post as it starts: nothing is agreed, nothing has gone out. */
export function newPost(
	made: Pick<Post, 'id' | 'createdAt' | 'createdBy'>,
	content: Partial<typeof emptyContent>,
	status: 'idea' | 'draft' = 'draft'
): Post {
	return {
		...emptyContent,
		...content,
		...made,
		...undecided,
		status
	};
}

export const partlyOut = refuse(
	'already-posted',
	'Part of this has gone out. Correct it, or take it down.'
);
export const gone = refuse('no-such-post', 'This post is no longer here.');

export const statusColours: Readonly<
	Record<Status, 'grey' | 'blue' | 'yellow' | 'green' | 'white'>
> = {
	idea: 'white',
	draft: 'blue',
	ready: 'yellow',
	approved: 'green',
	posted: 'green',
	'taken-down': 'grey',
	dropped: 'grey'
};
