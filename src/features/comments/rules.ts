/**
 * The same-day clock (K1): by when a comment is answered, how near that is, and in which words.
 *
 * It runs in the hours when someone is there. What comes after them is due at the end of the next
 * such day. Sources: S0-20, S1-2, S1-59, S3-23.
 */
import { addDays, dayOf, nearDay, spokenMoment, weekdayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { Week } from '#features/practice/record.ts';
import type { RotaSettings } from '#features/rota/settings/record.ts';
import { isDutyDay, workDaysOf } from '#features/rota/settings/rules.ts';
import type { CheckThing } from '#features/rota/checks/record.ts';
import type { Comment, Outcome } from './record.ts';

/** So long before the end it is told. Source: S0-20. */
export const soonMs = 2 * 60 * 60_000;
/** What a holding reply promises, in days when someone is there. Source: comments.md, K1. */
const promiseDays = 2;
/** Longer than any stretch of holidays. */
const mostDaysAhead = 60;

export const thingWords: Readonly<Record<CheckThing, string>> = {
	comments: 'a comment',
	messages: 'a message',
	mentions: 'a mention',
	reviews: 'a review'
};
export const outcomeNames: Readonly<Record<Outcome, string>> = {
	answered: 'We answered',
	'passed-on': 'We passed it on',
	hidden: 'We hid it',
	none: 'It needs no answer'
};

/** When someone is there. A practice that has set no hours works every day until `lookBy`. */
export interface Staffed {
	readonly hours: Week;
	readonly closedOn: readonly string[];
	/** '18:00' */
	readonly lookBy: string;
}

export function staffedOf(
	practice: { readonly staffedHours: Week } | undefined,
	{ closedOn, lookBy }: Pick<RotaSettings, 'closedOn' | 'lookBy'>
): Staffed {
	return { hours: practice?.staffedHours ?? {}, closedOn, lookBy };
}

/** The moment (ms) by which it is to be answered, or a promise to be kept. */
export function dueAt(comment: Comment, staffed: Staffed): number {
	return comment.promisedOn === null
		? endOfHours(comment.cameAt, staffed)
		: momentOf(comment.promisedOn, closingOn(comment.promisedOn, staffed));
}

/** The end of the first day with hours that are not over by then. */
function endOfHours(at: number, staffed: Staffed): number {
	const workDays = workDaysOf(staffed.hours, staffed.closedOn);
	const first = dayOf(at);
	for (let ahead = 0; ahead < mostDaysAhead; ahead += 1) {
		const day = addDays(first, ahead);
		const end = momentOf(day, closingOn(day, staffed));
		if (isDutyDay(day, workDays) && at < end) return end;
	}
	return momentOf(first, closingOn(first, staffed));
}

function closingOn(day: string, { hours, lookBy }: Staffed): string {
	return hours[String(weekdayOf(day))]?.to ?? lookBy;
}

/** The day that "we will come back to you by" names. */
export function usualPromise(today: string, { hours, closedOn }: Staffed): string {
	const workDays = workDaysOf(hours, closedOn);
	let day = today;
	for (let left = promiseDays, tries = mostDaysAhead; left > 0 && tries > 0; tries -= 1) {
		day = addDays(day, 1);
		if (isDutyDay(day, workDays)) left -= 1;
	}
	return day;
}

export type Level = 'calm' | 'soon' | 'late';

export function levelAt(due: number, now: number): Level {
	if (now >= due) return 'late';
	return now >= due - soonMs ? 'soon' : 'calm';
}

/** 'Answer by today at 5pm', 'This was due yesterday at 5pm'. */
export function dueWords(comment: Comment, due: number, now: number): string {
	if (comment.promisedOn !== null) {
		const promised = nearDay(comment.promisedOn, dayOf(now));
		return now < due
			? `We said that we come back to them by ${promised}`
			: `We said that we come back to them by ${promised}. That is over`;
	}
	const when = spokenMoment(due, now);
	return now < due ? `Answer by ${when}` : `This was due ${when}`;
}

export interface Waiting {
	readonly comment: Comment;
	readonly due: number;
	readonly level: Level;
}

/** Those without an end, the most urgent first. */
export function waitingOf(comments: readonly Comment[], staffed: Staffed, now: number): Waiting[] {
	return comments
		.filter(({ state }) => state !== 'ended')
		.map((comment) => {
			const due = dueAt(comment, staffed);
			return { comment, due, level: levelAt(due, now) };
		})
		.sort((one, other) => one.due - other.due);
}
