/**
 * How many saw a post, with small answers about it, in one number: a browser puts many numbers in
 * order at once, and only numbers.
 *
 * The higher part is how many saw it, the lower 13 bits are its traits; of these the last 5 are for
 * what only the plan knows (`figures/reasons.ts`). A number that a platform gives has 40 bits at
 * most, so both fit exactly.
 */
import { daysBetween, weekdayOf } from '#domain/calendar.ts';
import type { PostResult } from './record.ts';

export type Traits = number;

/** One more than the largest traits. */
export const traitSpace = 1 << 13;

/** Yes or no, by one bit each; a bit `…Known` says whether anything is known of it at all. */
export const answers = {
	young: 1,
	/** Whether it is a picture or a video. */
	typeKnown: 1 << 1,
	picture: 1 << 2,
	video: 1 << 3,
	question: 1 << 4,
	morning: 1 << 5,
	afternoon: 1 << 6,
	evening: (1 << 5) | (1 << 6),
	weekend: 1 << 7
} as const;
/** The part of the day: none of the three where it is not known. */
export const partOfDay = answers.evening;
/** Numbers from here on are the plan’s. */
export const planPlace = 8;

const midday = 12 * 60;
const evening = 17 * 60;
const friday = 5;
/** Numbers of a younger post can still rise. Source: platforms.md, exports. */
const youngDays = 7;

export function withTraits(seen: number, traits: Traits): number {
	return seen * traitSpace + traits;
}

export function seenIn(post: number): number {
	return Math.floor(post / traitSpace);
}

export function traitsIn(post: number): Traits {
	return post % traitSpace;
}

/** How many posts have just the same traits: there are few kinds of them. */
export function kindsOf(posts: Iterable<number>): Map<Traits, number> {
	const kinds = new Map<Traits, number>();
	for (const post of posts) addKind(kinds, traitsIn(post), 1);
	return kinds;
}

export function addKind(kinds: Map<Traits, number>, traits: Traits, posts: number): void {
	kinds.set(traits, (kinds.get(traits) ?? 0) + posts);
}

/** Its numbers were taken within a week of its day. */
export function isYoung({ postedOn, takenOn }: Pick<PostResult, 'postedOn' | 'takenOn'>): boolean {
	return daysBetween(postedOn, takenOn) < youngDays;
}

export function traitsOf(result: PostResult): Traits {
	const { postedAtMinute, postedOn, type, text } = result;
	const { young, typeKnown, picture, video, question, weekend } = answers;
	return (
		(isYoung(result) ? young : 0) |
		// A platform that names no kind says nothing of pictures; a text is often cut short.
		(type === '' ? 0 : typeKnown) |
		(/photo|image|picture|carousel|album/i.test(type) ? picture : 0) |
		(/video|reel/i.test(type) ? video : 0) |
		(text.includes('?') ? question : 0) |
		(postedAtMinute === null ? 0 : partOf(postedAtMinute)) |
		(weekdayOf(postedOn) > friday ? weekend : 0)
	);
}

function partOf(minute: number): Traits {
	if (minute < midday) return answers.morning;
	return minute < evening ? answers.afternoon : answers.evening;
}
