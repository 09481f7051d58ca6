/**
 * What single posts of a month add up to, by the platform's own names for the numbers.
 *
 * Views may be added up over posts. People may not: the same person sees several posts.
 */
import type { Measure as PostMeasure, PostResult } from '../results/record.ts';
import type { Measure } from '../rules.ts';

export interface Known {
	readonly value: number;
	/** What the number is called where it comes from: 'impressions'. Another name is another number. */
	readonly name: string;
	/** Typed into the note, counted from single posts, or counted in our plan. */
	readonly from: 'typed' | 'posts' | 'plan';
}

type Numbers = PostResult['numbers'];
type Counting = (numbers: Numbers) => number | undefined;

/** Newest name first: what was called impressions is called views now. */
const families = {
	views: ['views', 'impressions', 'plays'],
	linkClicks: ['linkClicks']
} as const satisfies Partial<Record<Measure, readonly PostMeasure[]>>;

export const measureWords: Readonly<Record<PostMeasure, string>> = {
	views: 'views',
	impressions: 'impressions',
	plays: 'plays',
	reach: 'reach',
	viewers: 'viewers',
	engagements: 'engagements',
	interactions: 'interactions',
	reactions: 'reactions',
	likes: 'likes',
	comments: 'comments',
	shares: 'shares',
	reposts: 'reposts',
	saves: 'saves',
	clicks: 'clicks',
	linkClicks: 'link clicks',
	follows: 'follows'
};

/** Reactions, comments and shares of one post; undefined where the platform gives none of them. */
export const responsesOf: Counting = (numbers) => {
	if (numbers.interactions !== undefined) return numbers.interactions;
	const { reactions, likes, comments, shares, reposts, saves } = numbers;
	const parts = [reactions ?? likes, comments, shares ?? reposts, saves];
	const known = parts.filter((part) => part !== undefined);
	if (known.length > 0) return known.reduce((sum, part) => sum + part, 0);
	return numbers.engagements;
};

/** Of some posts: what a number comes to, and how many of them have it. */
interface Tally {
	readonly sum: number;
	readonly posts: number;
}

/** What some posts add up to; those of several records add up again. */
export interface Sums {
	readonly posts: number;
	/** Whose numbers can still rise. */
	readonly young: number;
	readonly responses: Tally;
	/** Posts that have any of the names for views. */
	readonly seen: number;
	readonly names: Readonly<Partial<Record<PostMeasure, Tally>>>;
}

const none: Tally = { sum: 0, posts: 0 };

export function sumsOf(
	results: readonly PostResult[],
	isYoung: (result: PostResult) => boolean
): Sums {
	const tally = (count: Counting): Tally => {
		const known = results.map(({ numbers }) => count(numbers)).filter((each) => each !== undefined);
		return { sum: known.reduce((sum, each) => sum + each, 0), posts: known.length };
	};
	const counted = Object.values(families).flat();
	return {
		posts: results.length,
		young: results.filter(isYoung).length,
		responses: tally(responsesOf),
		seen: results.filter(({ numbers }) => families.views.some((name) => name in numbers)).length,
		names: Object.fromEntries(counted.map((name) => [name, tally((numbers) => numbers[name])]))
	};
}

export function addSums(one: Sums, other: Sums): Sums {
	const both = (of: (sums: Sums) => Tally | undefined): Tally => {
		const [first, second] = [of(one) ?? none, of(other) ?? none];
		return { sum: first.sum + second.sum, posts: first.posts + second.posts };
	};
	const counted = Object.values(families).flat();
	return {
		posts: one.posts + other.posts,
		young: one.young + other.young,
		responses: both(({ responses }) => responses),
		seen: one.seen + other.seen,
		names: Object.fromEntries(counted.map((name) => [name, both(({ names }) => names[name])]))
	};
}

/** 'changed': the platform gave the number another name in the middle of the month. */
export function countedFrom(sums: Sums, measure: Measure): Known | 'changed' | undefined {
	if (measure === 'interactions') {
		return known(sums.responses, 'reactions, comments and shares');
	}
	if (measure === 'linkClicks') return known(sums.names.linkClicks, measureWords.linkClicks);
	if (measure !== 'views' || sums.seen === 0) return undefined;
	const name = families.views.find((each) => sums.names[each]?.posts === sums.seen);
	return name === undefined ? 'changed' : known(sums.names[name], measureWords[name]);
}

function known(tally: Tally | undefined, name: string): Known | undefined {
	return tally && tally.posts > 0 ? { value: tally.sum, name, from: 'posts' } : undefined;
}
