/**
 * Posts that wait for someone's word: a question asked first, a late yes, a second reader, what
 * people said to a question that has closed, and a post to share.
 *
 * Sources: S0-8, S0-12, S0-46, S0-55, S1-24.
 */
import { daysBetween } from '#domain/calendar.ts';
import { members, writers } from '#domain/roles.ts';
import type { Post } from '#features/posts/record.ts';
import {
	isApprovalLate,
	isWaiting,
	mayAnswer,
	needsSecondLook,
	writerOf
} from '#features/posts/rules.ts';
import type { Todo, TodayFacts } from './todo.ts';

/** How many days ahead a second reader is asked for. */
const readDays = 7;
const waits = { status: 'Waits for you', colour: 'yellow' } as const;

export function ofAnswers(facts: TodayFacts): Todo[] {
	return [
		...facts.posts.flatMap((post) => [
			...asked(facts, post),
			...lateYes(facts, post),
			...toRead(facts, post)
		]),
		...(facts.closedQuestions ?? []).flatMap((post) => closed(facts, post)),
		...(facts.toShare ?? []).flatMap((post) => share(facts, post)),
		...(facts.toPassOn ?? []).flatMap((post) => passOn(facts, post))
	];
}

function line(post: Post, part: string, says: Omit<Todo, 'id' | 'href'>): Todo {
	return { id: `${post.id}-${part}`, href: `/posts/${post.id}#${part}`, ...says };
}

/** What the ICB says is passed on by the person who asked. */
function asked({ actor, today }: TodayFacts, post: Post): Todo[] {
	if (!isWaiting(post) || !post.ask) return [];
	const { to, by, question: hint } = post.ask;
	const isMine = to === 'icb' ? by === actor.personId : by !== actor.personId;
	const isForMe = to === 'icb' || to === actor.role;
	if (!isMine || !isForMe || !mayAnswer(post, actor.role)) return [];
	const title =
		to === 'icb' ? `What does the ICB say about “${post.title}”?` : `Answer about “${post.title}”`;
	return [line(post, 'ask', { title, hint, dueOn: today, ...waits })];
}

/** Past the practice's own limit: whoever wrote it hears of it too. */
function lateYes({ actor, practice, today }: TodayFacts, post: Post): Todo[] {
	if (!isApprovalLate(post, practice, today) || writerOf(post) !== actor.personId) return [];
	if (actor.role === 'practice-manager') return [];
	const title = `The practice has not answered about “${post.title}”`;
	const hint = 'Any practice manager can, also the deputy. Ring them.';
	return [line(post, 'approval', { title, hint, dueOn: today, status: 'Late', colour: 'red' })];
}

function toRead({ actor, practice, today }: TodayFacts, post: Post): Todo[] {
	if (post.status !== 'draft' || !needsSecondLook(post, practice) || post.plannedOn === null) {
		return [];
	}
	if (writerOf(post) === actor.personId || !members.includes(actor.role)) return [];
	if (daysBetween(today, post.plannedOn) > readDays) return [];
	const title = `Read “${post.title}”`;
	const hint = 'It needs a second pair of eyes';
	return [line(post, 'second-look', { title, hint, dueOn: post.plannedOn, ...waits })];
}

function closed({ actor }: TodayFacts, post: Post): Todo[] {
	if (!writers.includes(actor.role) || actor.role === 'practice-manager') return [];
	const title = `Tell people what you heard: “${post.title}”`;
	const hint = 'The question has closed';
	const dueOn = post.closesOn ?? '';
	return [line(post, 'you-said', { title, hint, dueOn, status: 'To do', colour: 'blue' })];
}

function share({ actor, today }: TodayFacts, post: Post): Todo[] {
	if (actor.role !== 'practice-manager') return [];
	const title = `Share “${post.title}” from the practice’s own accounts`;
	return [line(post, 'share', { title, dueOn: today, status: 'Asked', colour: 'blue' })];
}

function passOn({ actor }: TodayFacts, post: Post): Todo[] {
	const { by = '', on = '', doneBy = [] } = post.groupShare ?? {};
	if (by === actor.personId || doneBy.includes(actor.personId)) return [];
	const title = `Please share “${post.title}”`;
	const hint = 'Like it and pass it on, if you want to';
	return [line(post, 'group-share', { title, hint, dueOn: on, status: 'Asked', colour: 'blue' })];
}
