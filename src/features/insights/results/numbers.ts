/**
 * Numbers made from those of single posts. What a platform did not give stays unknown, never 0.
 *
 * How many people a post reached is never added up: one person sees several posts.
 */
import { monthOf, weekdayOf } from '#domain/calendar.ts';
import type { Measure, PostResult } from './record.ts';

type Numbers = PostResult['numbers'];

const parts: readonly Measure[] = ['comments', 'shares', 'reposts', 'saves'];

/** Likes, comments, shares and saves; what the platform calls interactions where it says so. */
export function interactionsOf(numbers: Numbers): number | undefined {
	if (numbers.interactions !== undefined) return numbers.interactions;
	const given = [numbers.reactions ?? numbers.likes, ...parts.map((part) => numbers[part])];
	return sumOf(given) ?? numbers.engagements;
}

function sumOf(counts: readonly (number | undefined)[]): number | undefined {
	const given = counts.filter((count) => count !== undefined);
	return given.length === 0 ? undefined : given.reduce((sum, count) => sum + count, 0);
}

/** Names that platforms had, one after the other, for how often something was seen. */
const seenAs: readonly Measure[] = ['views', 'impressions', 'plays'];

export interface MonthNumbers {
	readonly postsMade: number;
	readonly views: number | null;
	readonly interactions: number | null;
	readonly linkClicks: number | null;
}

/** What the posts of a month come to. Views only where all posts count them by one name. */
export function numbersOfMonth(results: readonly PostResult[], month: string): MonthNumbers {
	const numbers = results
		.filter(({ postedOn }) => monthOf(postedOn) === month)
		.map((result) => result.numbers);
	const seen = seenAs.find((name) => numbers.every((each) => each[name] !== undefined));
	return {
		postsMade: numbers.length,
		views: (seen && sumOf(numbers.map((each) => each[seen]))) ?? null,
		interactions: sumOf(numbers.map(interactionsOf)) ?? null,
		linkClicks: sumOf(numbers.map(({ linkClicks }) => linkClicks)) ?? null
	};
}

export interface TimeWithReach {
	/** 1 is Monday, 7 is Sunday. */
	readonly weekday: number;
	/** 0 to 23, on the UK clock. */
	readonly hour: number;
	readonly reach: number;
}

/** When posts went out and how many people saw them, where the platform says both. Source: S0-15. */
export function timesWithReach(results: readonly PostResult[]): TimeWithReach[] {
	return results.flatMap(({ postedOn, postedAtMinute, numbers }) => {
		const reach = numbers.reach ?? numbers.viewers;
		if (postedAtMinute === null || reach === undefined) return [];
		return [{ weekday: weekdayOf(postedOn), hour: Math.floor(postedAtMinute / 60), reach }];
	});
}
