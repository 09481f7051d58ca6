/**
 * When followers respond: weekday by part of the day, beside a usual post of the same account.
 *
 * Asked only with 15 posts or more, and a part of the day with 3 or more. Source: sources.md S0-15.
 */
import { partsBegin, partStart } from '../results/week.ts';
import { inOrder, middleOf, placeOf } from './middle.ts';
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
			const usual = middleOf(own.length === 1 ? (own[0] ?? none) : inOrder(own)) ?? 0;
			const posts = own.reduce((sum, { length }) => sum + length, 0);
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

const none = new Float64Array(0);

interface Timed {
	/** Responses with their part of the week, in order. */
	readonly timed: Float64Array;
	/** To a usual post of the account. */
	readonly usual: number;
}

/** Undefined where a usual post has no response: nothing can be compared with that. */
function timedOf({ results }: OfAccount): Timed | undefined {
	const usual = middleOf(inOrder(results.map(({ responses }) => responses)));
	if (usual === undefined || usual === 0) return undefined;
	return { usual, timed: inOrder(results.map(({ timed }) => timed)) };
}

/** The smallest first, beside a usual post of the account. */
function ofPart({ timed, usual }: Timed, part: number, weekday: number): Float64Array {
	const start = partStart(part, weekday);
	const own = timed.slice(placeOf(timed, start), placeOf(timed, partStart(part, weekday + 1)));
	for (let place = 0; place < own.length; place += 1) {
		own[place] = ((own[place] ?? 0) - start) / usual;
	}
	return own;
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
