/**
 * Numbers of posts, to take along: a table for spreadsheets, and JSON for other programs.
 */
import { csvOf } from '#domain/csv.ts';
import { measures, type Measure, type PostResult } from './record.ts';

export const measureNames: Readonly<Record<Measure, string>> = {
	views: 'Views',
	impressions: 'Impressions',
	plays: 'Plays',
	reach: 'Reach',
	viewers: 'Viewers',
	engagements: 'Engagements',
	interactions: 'Interactions',
	reactions: 'Reactions',
	likes: 'Likes',
	comments: 'Comments',
	shares: 'Shares',
	reposts: 'Reposts',
	saves: 'Saves',
	clicks: 'Clicks',
	linkClicks: 'Link clicks',
	follows: 'Follows'
};

export interface AccountResults {
	readonly account: string;
	readonly results: readonly PostResult[];
}

/** A number that is not known is an empty cell. */
export function resultsCsv(
	accounts: readonly AccountResults[],
	titles: ReadonlyMap<string, string>
): string {
	const heading = ['Account', 'Day', 'Time', 'Post', 'Text', 'Kind', 'Link'];
	const rows = accounts.flatMap(({ account, results }) =>
		results.map((result) => [
			account,
			result.postedOn.split('-').reverse().join('/'),
			timeIn(result) ?? '',
			titles.get(result.postId ?? '') ?? '',
			result.text,
			result.type,
			result.link,
			...measures.map((measure) => String(result.numbers[measure] ?? '')),
			result.takenOn.split('-').reverse().join('/')
		])
	);
	const names = measures.map((measure) => measureNames[measure]);
	return csvOf([[...heading, ...names, 'Numbers of'], ...rows]);
}

/** A number that is not known is not there. */
export function resultsJson(
	accounts: readonly AccountResults[],
	titles: ReadonlyMap<string, string>
): string {
	const posts = accounts.flatMap(({ account, results }) =>
		results.map((result) => ({
			account,
			day: result.postedOn,
			time: timeIn(result),
			post: titles.get(result.postId ?? '') ?? null,
			text: result.text,
			kind: result.type,
			link: result.link,
			numbers: result.numbers,
			numbersOf: result.takenOn
		}))
	);
	return `${JSON.stringify({ posts }, null, '\t')}\n`;
}

/** '18:05' */
function timeIn({ postedAtMinute }: PostResult): string | null {
	if (postedAtMinute === null) return null;
	const two = (number: number) => String(number).padStart(2, '0');
	return `${two(Math.floor(postedAtMinute / 60))}:${two(postedAtMinute % 60)}`;
}
