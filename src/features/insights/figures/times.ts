/**
 * When followers respond: weekday by part of the day, beside a usual post of the same account.
 *
 * Asked only with 15 posts or more, and a part of the day with 3 or more. Source: sources.md S0-15.
 */
import { partsBegin, partStart } from '../results/week.ts';
import { inOrder, middleOf, placeOf, type Column } from './middle.ts';
import type { OfAccount } from './scores.ts';

export const fewestInAll = 15;
const fewestInPart = 3;

/** Parts of the day as they are drawn. */
export const dayParts = partsBegin.map((from, place) => ({
	from,
	words: `${hourWords(from)} to ${hourWords(partsBegin[place + 1] ?? partsBegin[0])}`
}));
export const weekdays = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday'
] as const;

export type Level = 'none' | 'few' | 'less' | 'usual' | 'more' | 'much-more';
export const levelWords: Readonly<Record<Level, string>> = {
	none: 'no posts',
	few: 'too few posts to say',
	less: 'less than usual',
	usual: 'as usual',
	more: 'more than usual',
	'much-more': 'much more than usual'
};

export interface TimeCell {
	/** 1 is Monday. */
	readonly weekday: number;
	readonly part: number;
	readonly posts: number;
	readonly level: Level;
}

export interface Times {
	/** How many posts have a time and a response. */
	readonly posts: number;
	/** Row by row: part of the day, then weekday. Empty while there are too few posts. */
	readonly cells: readonly TimeCell[];
	/** 'Tuesday, 6pm to 9pm', best first, two at most. */
	readonly best: readonly string[];
}

export function timesOf(accounts: readonly OfAccount[]): Times {
	const responses = accounts.flatMap((account) => timedOf(account) ?? []);
	const rated = dayParts.flatMap((_, part) =>
		weekdays.map((_name, index) => {
			const own = responses.map((timed) => ofPart(timed, part, index + 1));
			const posts = own.reduce((sum, { ordered }) => sum + ordered.length, 0);
			const usual = middleOfAll(own);
			const cell: TimeCell = { weekday: index + 1, part, posts, level: levelOf(posts, usual) };
			return { cell, usual };
		})
	);
	const posts = rated.reduce((sum, { cell }) => sum + cell.posts, 0);
	if (posts < fewestInAll) return { posts, cells: [], best: [] };
	const best = rated
		.filter(({ cell }) => cell.level === 'more' || cell.level === 'much-more')
		.sort((one, other) => other.usual - one.usual)
		.slice(0, 2)
		.map(({ cell }) => cellName(cell));
	return { posts, cells: rated.map(({ cell }) => cell), best };
}

interface Responses {
	readonly ordered: Column;
	/** To a usual post of the account. */
	readonly usual: number;
	/** What each number is more than its responses. */
	readonly start: number;
}

/** With their part of the week. Where a usual post has no response nothing can be compared with it. */
function timedOf({ results }: OfAccount): Responses | undefined {
	const usual = middleOf(inOrder(results.map(({ responses }) => responses)));
	if (usual === undefined || usual === 0) return undefined;
	return { ordered: inOrder(results.map(({ timed }) => timed)), usual, start: 0 };
}

function ofPart({ ordered, usual }: Responses, part: number, weekday: number): Responses {
	const [start, end] = [partStart(part, weekday), partStart(part, weekday + 1)];
	const own = ordered.subarray(placeOf(ordered, start), placeOf(ordered, end));
	return { ordered: own, usual, start };
}

/** Beside a usual post of the same account; of one account they lie in order already. */
function middleOfAll(accounts: readonly Responses[]): number {
	const [first] = accounts;
	if (first && accounts.length === 1) {
		return ((middleOf(first.ordered) ?? first.start) - first.start) / first.usual;
	}
	const besideUsual = accounts.map(({ ordered, usual, start }) =>
		Float64Array.from(ordered, (each) => (each - start) / usual)
	);
	return middleOf(inOrder(besideUsual)) ?? 0;
}

export function cellName({ weekday, part }: Pick<TimeCell, 'weekday' | 'part'>): string {
	return `${weekdays[weekday - 1] ?? ''}, ${dayParts[part]?.words ?? ''}`;
}

function levelOf(posts: number, usual: number): Level {
	if (posts === 0) return 'none';
	if (posts < fewestInPart) return 'few';
	if (usual >= 1.6) return 'much-more';
	if (usual >= 1.2) return 'more';
	return usual <= 0.8 ? 'less' : 'usual';
}

function hourWords(hour: number): string {
	if (hour === 12) return 'midday';
	return hour < 12 ? `${hour}am` : `${hour - 12}pm`;
}
