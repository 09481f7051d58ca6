/**
 * When followers respond: weekday by part of the day, beside a usual post of the same account.
 *
 * Asked only with 15 posts or more, and a part of the day with 3 or more. Source: sources.md S0-15.
 */
import { isYoungIn, minuteIn, weekdayIn } from '../results/digest.ts';
import { middle } from './middle.ts';
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
	const found = dayParts.map(() => weekdays.map((): number[] => []));
	let posts = 0;
	for (const { size, responses, traits } of accounts) {
		for (let index = 0; index < size; index += 1) {
			const trait = traits[index] ?? 0;
			const minute = minuteIn(trait);
			const response = responses[index] ?? NaN;
			if (minute === null || Number.isNaN(response) || isYoungIn(trait)) continue;
			posts += 1;
			found[partOf(minute)]?.[weekdayIn(trait) - 1]?.push(response);
		}
	}
	if (posts < fewestInAll) return { posts, cells: [], best: [] };
	const rated = dayParts.flatMap((_, part) =>
		weekdays.map((_name, index) => {
			const responses = found[part]?.[index] ?? [];
			const usual = middle(responses) ?? 0;
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

function partOf(minute: number): number {
	const hour = Math.floor(minute / 60);
	const part = dayParts.findLastIndex(({ from }) => hour >= from);
	return part === -1 ? dayParts.length - 1 : part;
}
