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

export interface MonthDigest {
	/** Of the record. */
	readonly id: string;
	readonly accountId: string;
	readonly month: string;
	readonly sums: Sums;
	/** In columns, by the place of a post in the month. How many saw it; NaN where nobody says. */
	readonly seen: Float64Array;
	/** NaN where nothing is known. */
	readonly responses: Float64Array;
	readonly traits: Int32Array;
	/** The planned post that a post is, by its place. */
	readonly planned: ReadonlyMap<number, string>;
	/** By their places too, in their order: those of the month that can be among the best or weakest of any time. */
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
	shape: 2,
	of: digestOf
});

export function digestOf({ id, accountId, month, results }: PostResults): MonthDigest {
	const seen = new Float64Array(results.length);
	const responses = new Float64Array(results.length);
	const traits = new Int32Array(results.length);
	const planned = new Map<number, string>();
	for (const [place, result] of results.entries()) {
		const name = seenNameOf(result);
		seen[place] = name ? (result.numbers[name] ?? NaN) : NaN;
		responses[place] = responsesOf(result.numbers) ?? NaN;
		traits[place] = traitsOf(result);
		if (result.postId !== null) planned.set(place, result.postId);
	}
	const sums = sumsOf(results, isYoung);
	return { id, accountId, month, sums, seen, responses, traits, planned, named: namedIn(results) };
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
			const seen = result.numbers[name] ?? 0;
			best.offer(place, seen, result.postedOn);
			if (!isYoung(result)) weakest.offer(place, seen, result.postedOn);
		}
		for (const place of [...best.all(), ...weakest.all()]) {
			const result = results[place];
			if (!result) continue;
			const { key, text, postedOn } = result;
			named.set(place, { key, text, postedOn });
		}
	}
	return new Map([...named].sort(([one], [other]) => one - other));
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
 * minute, 3 for the weekday, 1 for young; then the answers of `answers`.
 */
export type Traits = number;

export const noName = 7;
export const noMinute = 2047;

/** Yes or no, by one bit each; the bits `…Known` say whether anything is known of it at all. */
export const answers = {
	pictureKnown: 1,
	picture: 1 << 1,
	videoKnown: 1 << 2,
	video: 1 << 3,
	questionKnown: 1 << 4,
	question: 1 << 5,
	timeKnown: 1 << 6,
	morning: 1 << 7,
	afternoon: 1 << 8,
	evening: 1 << 9,
	weekend: 1 << 10
} as const;
/** Bits from here on are free, for what only the plan knows. */
export const firstFreeAnswer = 1 << 11;

const midday = 12 * 60;
const evening = 17 * 60;
const friday = 5;

function traitsOf(result: PostResult): Traits {
	const { numbers, postedAtMinute, postedOn } = result;
	const name = seenNames.findIndex((each) => each in numbers);
	return (
		(name === -1 ? noName : name) |
		((postedAtMinute ?? noMinute) << parts.minutePlace) |
		(weekdayOf(postedOn) << parts.weekdayPlace) |
		(isYoung(result) ? parts.young : 0) |
		(answersOf(result) << parts.answersPlace)
	);
}

function answersOf({ postedAtMinute, postedOn, type, text }: PostResult): number {
	const { pictureKnown, picture, videoKnown, video, questionKnown, question, weekend } = answers;
	// A platform that names no kind says nothing of pictures; a text is often cut short.
	const isKnown = type !== '';
	return (
		(isKnown ? pictureKnown | videoKnown : 0) |
		(isKnown && /photo|image|picture|carousel|album/i.test(type) ? picture : 0) |
		(isKnown && /video|reel/i.test(type) ? video : 0) |
		(text.includes('?') ? questionKnown | question : 0) |
		(weekdayOf(postedOn) > friday ? weekend : 0) |
		(postedAtMinute === null ? 0 : answers.timeKnown | partOfDay(postedAtMinute))
	);
}

function partOfDay(minute: number): number {
	if (minute < midday) return answers.morning;
	return minute < evening ? answers.afternoon : answers.evening;
}

/**
 * Where the parts are, for loops over all posts: a browser that meets such a loop for the first time
 * takes longest over calls.
 */
export const parts = {
	name: 0b111,
	minutePlace: 3,
	minute: 2047,
	weekdayPlace: 14,
	weekday: 0b111,
	young: 1 << 17,
	answersPlace: 18
} as const;

/** Its place in `seenNames`; undefined where nothing says how many saw it. */
export function seenNameIn(traits: Traits): number | undefined {
	const name = traits & parts.name;
	return name === noName ? undefined : name;
}

export function minuteIn(traits: Traits): number | null {
	const minute = (traits >> parts.minutePlace) & parts.minute;
	return minute === noMinute ? null : minute;
}

/** 1 is Monday. */
export const weekdayIn = (traits: Traits) => (traits >> parts.weekdayPlace) & parts.weekday;
export const isYoungIn = (traits: Traits) => (traits & parts.young) !== 0;
export const answersIn = (traits: Traits) => traits >> parts.answersPlace;
