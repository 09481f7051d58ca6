/**
 * A month of results in little: what charts and sentences need of it, so that twenty thousand posts
 * are read as quickly as two thousand.
 *
 * Whoever changes what is made here raises `shape`.
 */
import { daysBetween, weekdayOf } from '#domain/calendar.ts';
import { withDigest } from '#domain/record.ts';
import { responsesOf, sumsOf, type Sums } from '../figures/counted.ts';
import { Few } from './few.ts';
import { postResultsRecord, type Measure, type PostResult, type PostResults } from './record.ts';

/** What says how many saw a post, best first. */
export const seenNames = [
	'views',
	'impressions',
	'plays',
	'viewers',
	'reach'
] as const satisfies readonly Measure[];
/** Numbers of a younger post can still rise. Source: platforms.md, exports. */
const youngDays = 7;
/** Days are counted from here. */
const dayZero = '2000-01-01';

/** How many numbers there are for each post, and where they are behind how many saw it. */
export const width = 4;
export const responsesPlace = 1;
export const dayPlace = 2;
export const traitsPlace = 3;

export interface MonthDigest {
	/** Of the record. */
	readonly id: string;
	readonly accountId: string;
	readonly month: string;
	readonly sums: Sums;
	/** Four numbers for each post: how many saw it, responses (NaN: not known), its day, its traits. */
	readonly numbers: Float64Array;
	/** The planned post that a post is, by its place in the month. */
	readonly planned: ReadonlyMap<number, string>;
	/** By its place too: those of the month that can be among the best or weakest of any time. */
	readonly named: ReadonlyMap<number, NamedPost>;
}

/** What a list of posts calls it by. */
export interface NamedPost {
	readonly key: string;
	readonly text: string;
	readonly postedOn: string;
}

/** The most posts in a list of the best or weakest. */
export const mostNamed = 3;

export const digestedResults = withDigest(postResultsRecord, 'monthOn', {
	shape: 1,
	of: digestOf
});

export function digestOf({ id, accountId, month, results }: PostResults): MonthDigest {
	const numbers = new Float64Array(results.length * width);
	const planned = new Map<number, string>();
	for (const [place, result] of results.entries()) {
		const responses = responsesOf(result.numbers) ?? NaN;
		const day = daysBetween(dayZero, result.postedOn);
		const name = seenNameOf(result);
		const seen = name ? (result.numbers[name] ?? NaN) : NaN;
		numbers.set([seen, responses, day, traitsOf(result)], place * width);
		if (result.postId !== null) planned.set(place, result.postId);
	}
	const sums = sumsOf(results, isYoung);
	return { id, accountId, month, sums, numbers, planned, named: namedIn(results) };
}

/**
 * A post that is among the few best of several months, by one name of what was seen, is among the
 * few best of its own. So is a weak one.
 */
function namedIn(results: readonly PostResult[]): Map<number, NamedPost> {
	const named = new Map<number, NamedPost>();
	for (const name of seenNames) {
		const best = new Few<number>(mostNamed, 1);
		const weakest = new Few<number>(mostNamed, -1);
		for (const [place, result] of results.entries()) {
			if (seenNameOf(result) !== name) continue;
			const [seen, day] = [result.numbers[name] ?? 0, daysBetween(dayZero, result.postedOn)];
			best.offer(place, seen, day);
			if (!isYoung(result)) weakest.offer(place, seen, day);
		}
		for (const place of [...best.all(), ...weakest.all()]) {
			const result = results[place];
			if (!result) continue;
			const { key, text, postedOn } = result;
			named.set(place, { key, text, postedOn });
		}
	}
	return named;
}

function seenNameOf({ numbers }: PostResult): (typeof seenNames)[number] | undefined {
	return seenNames.find((each) => each in numbers);
}

/** Its numbers were taken within a week of its day. */
export function isYoung({ postedOn, takenOn }: Pick<PostResult, 'postedOn' | 'takenOn'>): boolean {
	return daysBetween(postedOn, takenOn) < youngDays;
}

/**
 * Several small answers in one number, by their bits: 3 for the name of what was seen, 11 for the
 * minute, 3 for the weekday, 1 each for young, picture, video (both only where a kind is given),
 * kind given, question.
 */
export type Traits = number;

const noName = 7;
const noMinute = 2047;

function traitsOf(result: PostResult): Traits {
	const { numbers, postedAtMinute, postedOn, type, text } = result;
	const name = seenNames.findIndex((each) => each in numbers);
	return (
		(name === -1 ? noName : name) |
		((postedAtMinute ?? noMinute) << 3) |
		(weekdayOf(postedOn) << 14) |
		(bit(isYoung(result)) << 17) |
		(bit(/photo|image|picture|carousel|album/i.test(type)) << 18) |
		(bit(/video|reel/i.test(type)) << 19) |
		(bit(type !== '') << 20) |
		(bit(text.includes('?')) << 21)
	);
}

function bit(is: boolean): number {
	return is ? 1 : 0;
}

/** Its place in `seenNames`; undefined where nothing says how many saw it. */
export function seenNameIn(traits: Traits): number | undefined {
	const name = traits & 7;
	return name === noName ? undefined : name;
}

export function minuteIn(traits: Traits): number | null {
	const minute = (traits >> 3) & 2047;
	return minute === noMinute ? null : minute;
}

/** 1 is Monday. */
export const weekdayIn = (traits: Traits) => (traits >> 14) & 7;
export const isYoungIn = (traits: Traits) => ((traits >> 17) & 1) === 1;
/** Undefined where the platform names no kind of post. */
export const isPictureIn = (traits: Traits) => ofKind(traits, 18);
export const isVideoIn = (traits: Traits) => ofKind(traits, 19);
export const isQuestionIn = (traits: Traits) => ((traits >> 21) & 1) === 1;

function ofKind(traits: Traits, place: number): boolean | undefined {
	return ((traits >> 20) & 1) === 1 ? ((traits >> place) & 1) === 1 : undefined;
}
