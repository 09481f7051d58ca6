/**
 * Questions about a post: may it go out, is it due. What the checks find is in readiness/findings.ts.
 *
 * Screens and mutations ask the same questions, so that a button and a refusal never disagree.
 */
import type { Practice } from '#features/practice/record.ts';
import { refuse } from '#domain/refusal.ts';
import { writers, type Role } from '#domain/roles.ts';
import type { Post, Status } from './record.ts';

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

export const statusColours: Readonly<
	Record<Status, 'grey' | 'blue' | 'yellow' | 'green' | 'white'>
> = {
	idea: 'white',
	draft: 'blue',
	ready: 'yellow',
	approved: 'green',
	posted: 'green',
	dropped: 'grey'
};
