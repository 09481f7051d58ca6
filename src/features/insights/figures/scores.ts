/**
 * How well each post did beside the others of its own account: 1 is as usual, 2 twice as much.
 *
 * Only posts with the same number, by the same name, are compared. Accounts are never mixed.
 */
import { daysBetween } from '#domain/calendar.ts';
import type { Measure as PostMeasure, PostResult } from '../results/record.ts';
import { measureWords, responsesOf } from './counted.ts';

/** What says how many saw a post, best first. */
const seenNames: readonly PostMeasure[] = ['views', 'impressions', 'plays', 'viewers', 'reach'];
/** Numbers of a younger post can still rise. Source: platforms.md, exports. */
const youngDays = 7;
/** Fewer posts than these are too few to say which is usual. */
export const fewestPosts = 5;

export interface Score {
	readonly accountId: string;
	readonly result: PostResult;
	readonly seen: number;
	/** 'views' */
	readonly seenName: string;
	/** What a usual post of this account has, by the same name. */
	readonly usual: number;
	/** `seen` in usual posts; 1 where the usual post has none. */
	readonly times: number;
	/** Reactions, comments and shares, in usual posts; undefined where nothing is known. */
	readonly responses: number | undefined;
	readonly isYoung: boolean;
}

export interface OfAccount {
	readonly accountId: string;
	readonly results: readonly PostResult[];
}

/** Scores of all posts that can be compared. */
export function scoresOf(accounts: readonly OfAccount[]): Score[] {
	return accounts.flatMap(({ accountId, results }) => {
		const usualResponse = middle(known(results.map(({ numbers }) => responsesOf(numbers))));
		return [...bySeenName(results)].flatMap(([name, group]) => {
			if (group.length < fewestPosts) return [];
			const usual = middle(group.map(({ numbers }) => numbers[name] ?? 0)) ?? 0;
			return group.map((result): Score => {
				const seen = result.numbers[name] ?? 0;
				const responses = responsesOf(result.numbers);
				return {
					...{ accountId, result, seen, seenName: measureWords[name], usual },
					times: usual === 0 ? 1 : seen / usual,
					responses:
						responses === undefined || !usualResponse ? undefined : responses / usualResponse,
					isYoung: isYoung(result)
				};
			});
		});
	});
}

/** Its numbers were taken within a week of its day. */
export function isYoung({ postedOn, takenOn }: Pick<PostResult, 'postedOn' | 'takenOn'>): boolean {
	return daysBetween(postedOn, takenOn) < youngDays;
}

/** By the first name that a post has. */
function bySeenName(results: readonly PostResult[]): Map<PostMeasure, PostResult[]> {
	const groups = new Map<PostMeasure, PostResult[]>();
	for (const result of results) {
		const name = seenNames.find((each) => each in result.numbers);
		if (name === undefined) continue;
		const group = groups.get(name);
		if (group) group.push(result);
		else groups.set(name, [result]);
	}
	return groups;
}

/** The number in the middle: half are larger, half are smaller. */
export function middle(numbers: readonly number[]): number | undefined {
	const sorted = [...numbers].sort((one, other) => one - other);
	const half = Math.floor(sorted.length / 2);
	const upper = sorted[half];
	if (upper === undefined) return undefined;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

function known(values: readonly (number | undefined)[]): number[] {
	return values.filter((value) => value !== undefined);
}

export interface BestAndWeakest {
	readonly best: readonly Score[];
	/** Posts whose numbers can still rise are never called weak. */
	readonly weakest: readonly Score[];
}

export function bestAndWeakest(scores: readonly Score[], most: number): BestAndWeakest {
	const sorted = [...scores].sort(
		(one, other) =>
			other.times - one.times || (other.result.postedOn > one.result.postedOn ? 1 : -1)
	);
	const best = sorted.filter(({ times }) => times > 1).slice(0, most);
	const weakest = sorted
		.reverse()
		.filter(({ times, isYoung: canRise }) => times < 1 && !canRise)
		.slice(0, most);
	return { best, weakest };
}
