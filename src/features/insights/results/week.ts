/**
 * The parts of a week for which responses are counted: weekday by part of the day.
 */
import { weekdayOf } from '#domain/calendar.ts';

/** The hours at which parts of the day begin; the last one goes over midnight. */
export const partsBegin = [6, 9, 12, 15, 18, 21] as const;
const daysInWeek = 7;
/** With the parts of a week it fits into 32 bits. */
const responsesSpace = 2 ** 25;

/**
 * Responses with the part of the week, in one number, so that the parts lie together in order.
 *
 * More than 33 million are counted as 33 million: it is only asked for the middle of many posts.
 */
export function withPart(responses: number, postedOn: string, minute: number): number {
	const hour = Math.floor(minute / 60);
	const bounded = Math.min(responses, responsesSpace - 1);
	const part = partsBegin.findLastIndex((from) => hour >= from);
	return partStart(part === -1 ? partsBegin.length - 1 : part, weekdayOf(postedOn)) + bounded;
}

/** The smallest number of a part; `weekday` 1 is Monday. */
export function partStart(part: number, weekday: number): number {
	return (part * daysInWeek + weekday - 1) * responsesSpace;
}
