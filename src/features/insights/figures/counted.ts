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
const families: Readonly<Partial<Record<Measure, readonly PostMeasure[]>>> = {
	views: ['views', 'impressions', 'plays'],
	linkClicks: ['linkClicks']
};

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

/** 'changed': the platform gave the number another name in the middle of the month. */
export function countedFrom(
	results: readonly PostResult[],
	measure: Measure
): Known | 'changed' | undefined {
	if (results.length === 0) return undefined;
	if (measure === 'interactions') {
		return addUp(results, 'reactions, comments and shares', responsesOf);
	}
	const family = families[measure];
	if (!family) return undefined;
	const having = results.filter(({ numbers }) => family.some((name) => name in numbers));
	if (having.length === 0) return undefined;
	const name = family.find((each) => having.every(({ numbers }) => each in numbers));
	if (name === undefined) return 'changed';
	return addUp(having, measureWords[name], (numbers) => numbers[name]);
}

function addUp(results: readonly PostResult[], name: string, count: Counting): Known | undefined {
	const known = results.map(({ numbers }) => count(numbers)).filter((value) => value !== undefined);
	if (known.length === 0) return undefined;
	return { value: known.reduce((sum, value) => sum + value, 0), name, from: 'posts' };
}
