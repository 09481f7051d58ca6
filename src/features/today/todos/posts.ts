/**
 * Posts to approve, to put out, to change or to finish.
 */
import { addDays } from '#domain/calendar.ts';
import { writers } from '#domain/roles.ts';
import type { Post } from '#features/posts/record.ts';
import { awaitsApproval, isDue, isReadyToGoOut } from '#features/posts/rules.ts';
import { isShort, late, type Todo, type TodayFacts } from './todo.ts';

/** How many days ahead a draft is mentioned. */
const soonDays = 2;

export function ofPosts(facts: TodayFacts): Todo[] {
	return facts.posts.flatMap((post) => ofPost(facts, post));
}

function ofPost(facts: TodayFacts, post: Post): Todo[] {
	const { actor, practice, today } = facts;
	const dueOn = post.plannedOn ?? today;
	const base = { id: post.id, dueOn, href: `/posts/${post.id}` };
	const isTheirs = (post.writerId ?? post.createdBy) === actor.personId;
	const forMe = { status: 'Waits for you', colour: 'yellow' } as const;
	if (awaitsApproval(post, practice) && actor.role === 'practice-manager') {
		return [{ ...base, title: `Approve “${post.title}”`, ...forMe }];
	}
	if (!writers.includes(actor.role) || (isShort(facts) && !isTheirs)) return [];
	if (isReadyToGoOut(post, practice) && isDue(post, today)) {
		return [{ ...base, title: `Post “${post.title}”`, ...late(dueOn, today) }];
	}
	if (post.status !== 'draft') return [];
	if (post.sentBack !== '' && isTheirs) {
		const back = { hint: post.sentBack, status: 'Sent back', colour: 'yellow' } as const;
		return [{ ...base, title: `Change “${post.title}”`, ...back }];
	}
	if (post.plannedOn !== null && dueOn <= addDays(today, soonDays)) {
		return [{ ...base, title: `Finish “${post.title}”`, ...late(dueOn, today) }];
	}
	return [];
}
