/**
 * How many people past posts came to, from the numbers that were brought in. Source: S0-15.
 *
 * Each account by itself and with one kind of number: a view is no person, and pages differ in size.
 */
import type { PostResults } from '#features/insights/results/record.ts';
import { reachMeasures, type PostReach, type ReachMeasure } from './times.ts';

export interface AccountReach {
	readonly accountId: string;
	readonly measure: ReachMeasure;
	readonly posts: readonly PostReach[];
}

/** Where a file gives no time of day, a post says nothing about times. */
export function reachOf(months: readonly PostResults[]): AccountReach[] {
	return [...Map.groupBy(months, ({ accountId }) => accountId)].flatMap(([accountId, rows]) => {
		const results = rows.flatMap((row) => row.results);
		const byMeasure = reachMeasures.map((measure) => ({
			...{ accountId, measure },
			posts: results.flatMap(({ postedOn, postedAtMinute, numbers }): PostReach[] => {
				const reach = numbers[measure];
				if (postedAtMinute === null || reach === undefined) return [];
				return [{ postedOn, time: timeOf(postedAtMinute), reach }];
			})
		}));
		const most = Math.max(...byMeasure.map(({ posts }) => posts.length));
		return byMeasure.filter(({ posts }) => posts.length === most && most > 0).slice(0, 1);
	});
}

function timeOf(minute: number): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
