/**
 * Questions about monthly notes: what is due, what is missing, how numbers move from month to month.
 *
 * A number that nobody knows stays a gap. Words never claim more than the numbers say.
 */
import {
	addDays,
	addMonths,
	dayOf,
	daysBetween,
	firstDayOf,
	monthOf,
	nearDay,
	spokenMonth
} from '#domain/calendar.ts';
import type { InsightNote } from './record.ts';

/** The numbers of a note, in the order in which they are asked for. */
export const measures = [
	{ field: 'followers', name: 'Followers', hint: 'People who follow the page, on the last day.' },
	{ field: 'reach', name: 'Reach', hint: 'How many people saw something from us. Also: viewers.' },
	{ field: 'views', name: 'Views', hint: 'How often our posts were seen. Also: impressions.' },
	{
		field: 'interactions',
		name: 'Interactions',
		hint: 'Likes, comments, shares and saves, added up.'
	},
	{ field: 'linkClicks', name: 'Link clicks', hint: 'How often someone followed a link of ours.' },
	{ field: 'postsMade', name: 'Posts made', hint: 'How many posts we put out.' },
	{ field: 'answered', name: 'Comments answered', hint: 'Comments and messages we answered.' },
	{
		field: 'sameDay',
		name: 'Answered the same day',
		hint: 'Of those, how many on the day they came.'
	}
] as const;
export type Measure = (typeof measures)[number]['field'];

/** A month's note is due by this day of the next month. Source: sources.md S4-62. */
const usualDueDay = 7;
/** Below this, one person more or less looks like a big change. */
const smallNumber = 20;

export function noteOf(
	notes: readonly InsightNote[],
	month: string,
	accountId: string
): InsightNote | undefined {
	return notes.find((note) => note.month === month && note.accountId === accountId);
}

/** Every month from the first to the last, both included. */
export function monthsFrom(first: string, last: string): string[] {
	const months: string[] = [];
	for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
	return months;
}

/** '40 more than October', with a word of care where the numbers are small. */
export function changeFromLastMonth(
	value: number | null,
	before: number | null,
	month: string
): string {
	const name = monthName(addMonths(month, -1), month);
	if (value === null) return 'Not known';
	if (before === null) return `No number for ${name} to compare with`;
	if (value === before) return `The same as ${name}`;
	const words = `${farFrom(value, before)} than ${name}`;
	return isSmall(value, before) ? `${words}. These numbers are small, so it may be chance` : words;
}

/** The same for a narrow column that names last month above: '40 more'. */
export function shortChange(value: number | null, before: number | null): string {
	if (value === null) return '';
	if (before === null) return 'No number';
	if (value === before) return 'The same';
	const words = farFrom(value, before);
	return isSmall(value, before) ? `${words} (small numbers)` : words;
}

function farFrom(value: number, before: number): string {
	return `${inGroups(Math.abs(value - before))} ${value > before ? 'more' : 'fewer'}`;
}

function isSmall(value: number, before: number): boolean {
	return Math.max(value, before) < smallNumber;
}

/** A question back when a number looks like a slip: ten times last month's, or a tenth of it. */
export function slipCheck(
	value: number | null,
	before: number | null,
	month: string
): string | undefined {
	if (value === null || before === null || isSmall(value, before)) return undefined;
	const last = `${monthName(addMonths(month, -1), month)} was ${inGroups(before)}`;
	if (value === 0) return `${last}. Leave this empty if nobody knows the number.`;
	if (before > 0 && value >= before * 10) return `${last}. Is there a figure too many?`;
	if (value * 10 <= before) return `${last}. Is a figure missing?`;
	return undefined;
}

/** The three things learned, without empty ones. */
export function learnedOf(note: InsightNote): string[] {
	return [note.learned1, note.learned2, note.learned3]
		.map((learned) => learned.trim())
		.filter((learned) => learned !== '');
}

/** What a note still lacks, as a person says it; empty when it is complete. */
export function missingIn(note: InsightNote | undefined): string[] {
	if (!note) return ['the numbers', 'what we learned', 'what we will change'];
	const missing: string[] = [];
	if (measures.every(({ field }) => note[field] === null)) missing.push('the numbers');
	if (learnedOf(note).length === 0) missing.push('what we learned');
	if (note.willChange.trim() === '') missing.push('what we will change');
	return missing;
}

export interface Due {
	/** The month that the notes are about: last month. */
	readonly month: string;
	readonly dueOn: string;
	/** Negative when it is late. */
	readonly daysLeft: number;
	readonly isLate: boolean;
}

export interface DueBy {
	/** This day of the month after it. */
	readonly dueDay: number;
	/** Or so many days before the meeting that looks at it, if that is earlier. */
	readonly daysBeforeMeeting: number;
	readonly meetingOn?: string | undefined;
}

/** The month whose notes are asked for now, and until when: never before that month is over. */
export function monthDue(today: string, by?: DueBy): Due {
	const firstOn = firstDayOf(monthOf(today));
	const { dueDay, daysBeforeMeeting, meetingOn } = by ?? {
		dueDay: usualDueDay,
		daysBeforeMeeting: 0
	};
	const usualOn = addDays(firstOn, dueDay - 1);
	const beforeMeeting = meetingOn ? addDays(meetingOn, -daysBeforeMeeting) : usualOn;
	const [dueOn = usualOn] = [usualOn, beforeMeeting < firstOn ? firstOn : beforeMeeting].sort();
	const daysLeft = daysBetween(today, dueOn);
	return { month: addMonths(monthOf(today), -1), dueOn, daysLeft, isLate: daysLeft < 0 };
}

/** The month's state in a sentence. */
export function dueWords({ month, dueOn, isLate }: Due, missing: number, today: string): string {
	const name = spokenMonth(month);
	if (missing === 0) return `The notes for ${name} are done.`;
	const notes = missing === 1 ? 'One note' : `${missing} notes`;
	const are = missing === 1 ? 'is' : 'are';
	const day = nearDay(dueOn, today);
	const were = missing === 1 ? 'It was' : 'They were';
	return isLate
		? `${notes} for ${name} ${are} missing. ${were} due ${onDay(day)}.`
		: `${notes} for ${name} ${are} still to write, until ${day}.`;
}

function onDay(day: string): string {
	return day.includes(' ') ? `on ${day}` : day;
}

interface AccountLike {
	readonly id: string;
	readonly createdAt: number;
	readonly status: string;
}

/** Accounts that were there in the month and have no complete note for it. */
export function accountsMissing<Account extends AccountLike>(
	notes: readonly InsightNote[],
	accounts: readonly Account[],
	month: string
): Account[] {
	return accounts.filter(
		(account) =>
			account.status === 'active' &&
			monthOf(dayOf(account.createdAt)) <= month &&
			missingIn(noteOf(notes, month, account.id)).length > 0
	);
}

/** 'October', with its year where it is not the year of the month it is compared with. */
export function monthName(month: string, beside: string): string {
	const words = spokenMonth(month);
	return month.slice(0, 4) === beside.slice(0, 4) ? words.replace(/ \d+$/, '') : words;
}

/** 1,240 as a person writes it, the same on every phone. */
export function inGroups(number: number): string {
	return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
