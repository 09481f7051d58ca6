/**
 * When followers respond: weekday by part of the day, beside a usual post of the same account.
 *
 * Asked only with 15 posts or more, and a part of the day with 3 or more. Source: sources.md S0-15.
 */
import { noMinute, parts } from '../results/digest.ts';
import { middleOf } from './middle.ts';
import type { AccountScores } from './scores.ts';

export const fewestInAll = 15;
const fewestInPart = 3;

/** Parts of the day as they are drawn; the last one goes over midnight. */
export const dayParts = [
	{ from: 6, words: '6am to 9am' },
	{ from: 9, words: '9am to midday' },
	{ from: 12, words: 'midday to 3pm' },
	{ from: 15, words: '3pm to 6pm' },
	{ from: 18, words: '6pm to 9pm' },
	{ from: 21, words: '9pm to 6am' }
] as const;
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

export function timesOf(accounts: readonly AccountScores[]): Times {
	const found = responsesByCell(accounts);
	const posts = found.reduce((sum, { length }) => sum + length, 0);
	if (posts < fewestInAll) return { posts, cells: [], best: [] };
	const rated = dayParts.flatMap((_, part) =>
		weekdays.map((_name, index) => {
			const responses = found[part * weekdays.length + index] ?? new Float64Array(0);
			const usual = middleOf(responses) ?? 0;
			const cell: TimeCell = {
				...{ weekday: index + 1, part, posts: responses.length },
				level: levelOf(responses.length, usual)
			};
			return { cell, usual };
		})
	);
	const best = rated
		.filter(({ cell }) => cell.level === 'more' || cell.level === 'much-more')
		.sort((one, other) => other.usual - one.usual)
		.slice(0, 2)
		.map(({ cell }) => cellName(cell));
	return { posts, cells: rated.map(({ cell }) => cell), best };
}

/** Part of the day by weekday: counted first, so that there is one list for all. */
function responsesByCell(accounts: readonly AccountScores[]): Float64Array[] {
	const ofAccounts = accounts.map((account) => ({ account, cells: cellsOf(account) }));
	const ends = new Int32Array(dayParts.length * weekdays.length);
	for (const { cells } of ofAccounts) {
		for (let index = 0; index < cells.length; index += 1) {
			const cell = cells[index] ?? noCell;
			if (cell !== noCell) ends[cell] = (ends[cell] ?? 0) + 1;
		}
	}
	const found = Array.from(ends, (count) => new Float64Array(count));
	for (const { account, cells } of ofAccounts) {
		for (let index = 0; index < cells.length; index += 1) {
			const cell = cells[index] ?? noCell;
			if (cell === noCell) continue;
			const left = (ends[cell] ?? 1) - 1;
			ends[cell] = left;
			const list = found[cell];
			if (list) list[left] = account.responses[index] ?? NaN;
		}
	}
	return found;
}

const noCell = -1;

/** For each post; none where its time or its responses are not known, or can still rise. */
function cellsOf({ size, responses, traits }: AccountScores): Int8Array {
	const cells = new Int8Array(size).fill(noCell);
	for (let index = 0; index < size; index += 1) {
		const trait = traits[index] ?? 0;
		const minute = (trait >> parts.minutePlace) & parts.minute;
		// What is not known is no number: nothing is larger or smaller.
		const isKnown = minute !== noMinute && (responses[index] ?? NaN) >= 0;
		if (!isKnown || (trait & parts.young) !== 0) continue;
		const weekday = (trait >> parts.weekdayPlace) & parts.weekday;
		cells[index] = (partOfHour[(minute / 60) | 0] ?? 0) * weekdays.length + weekday - 1;
	}
	return cells;
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

const partOfHour = Int8Array.from({ length: 24 }, (_, hour) => {
	const part = dayParts.findLastIndex(({ from }) => hour >= from);
	return part === -1 ? dayParts.length - 1 : part;
});
