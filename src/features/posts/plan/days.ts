/**
 * Posts and repeating posts by day, as every view of the plan shows them.
 */
import type { RepeatDay } from '#features/repeats/rules.ts';
import type { Post } from '../record.ts';
import { inOrder } from '../rules.ts';
import { overlaps, type Gap } from './gaps.ts';

export interface DayPlan {
	readonly posts: readonly Post[];
	readonly repeats: readonly RepeatDay[];
}

const nothing: DayPlan = { posts: [], repeats: [] };

export interface PlannedDays {
	on(day: string): DayPlan;
	/** A day without a post, in a long gap that is not over. */
	isGap(day: string): boolean;
}

export function plannedDays(
	posts: readonly Post[],
	repeats: readonly RepeatDay[],
	{ gaps, today }: { readonly gaps: readonly Gap[]; readonly today: string }
): PlannedDays {
	const byDay = new Map<string, { posts: Post[]; repeats: RepeatDay[] }>();
	const dayOf = (day: string) => {
		const found = byDay.get(day) ?? { posts: [], repeats: [] };
		byDay.set(day, found);
		return found;
	};
	for (const post of inOrder(posts)) if (post.plannedOn) dayOf(post.plannedOn).posts.push(post);
	for (const each of repeats) dayOf(each.plannedOn).repeats.push(each);
	return {
		on: (day) => byDay.get(day) ?? nothing,
		isGap: (day) => day >= today && gaps.some((gap) => overlaps(gap, { firstOn: day, lastOn: day }))
	};
}

/** What stands in the list of what is to come: posts, days of repeating posts, and gaps. */
export type Entry =
	| { readonly id: string; readonly on: string | null; readonly post: Post }
	| { readonly id: string; readonly on: string; readonly repeat: RepeatDay }
	| { readonly id: string; readonly on: string; readonly gap: Gap };

/** In the order of days; a gap stands before what comes after it. */
export function entriesOf(
	posts: readonly Post[],
	repeats: readonly RepeatDay[],
	gaps: readonly Gap[]
): Entry[] {
	const others: Entry[] = [
		...gaps.map((gap) => ({ id: `gap/${gap.firstOn}`, on: gap.firstOn, gap })),
		...repeats.map((repeat) => ({ id: repeat.id, on: repeat.plannedOn, repeat }))
	];
	const all: Entry[] = [
		...others,
		...inOrder(posts).map((post) => ({ id: post.id, on: post.plannedOn, post }))
	];
	// Stable: within a day, what was put in first stays first.
	return all.sort((one, other) => (one.on ?? '9999').localeCompare(other.on ?? '9999'));
}
