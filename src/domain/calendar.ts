/**
 * Calendar days ('2026-11-21') and months ('2026-11') in Europe/London, as text.
 *
 * A day is never an instant: adding days never looks at a clock or a time zone.
 */
import * as z from 'zod/mini';

const zone = 'Europe/London';
const msPerDay = 86_400_000;

/** Read part by part: engines differ in the order and the signs that a language has for a day. */
const londonParts = new Intl.DateTimeFormat('en-GB', {
	timeZone: zone,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

/** Which is asked for again and again for one moment, and slow to work out. */
let known = { hour: NaN, day: '' };

/** The calendar day of a moment (ms since 1970, UTC). A London day begins on a full hour of UTC. */
export function dayOf(at: number): string {
	const hour = Math.floor(at / 3_600_000);
	if (hour !== known.hour) known = { hour, day: londonDay(at) };
	return known.day;
}

function londonDay(at: number): string {
	let [year, month, day] = ['', '', ''];
	for (const { type, value } of londonParts.formatToParts(at)) {
		if (type === 'year') year = value;
		else if (type === 'month') month = value;
		else if (type === 'day') day = value;
	}
	return `${year}-${month}-${day}`;
}

export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const at = Date.parse(`${text}T00:00:00Z`);
	// There is no 30 February: it is read as a day in March.
	return new Date(at).getUTCDate() === Number(text.slice(8));
}

export const daySchema = z.string().check(z.refine(isDay, 'Enter a real date.'));
export const monthSchema = z
	.string()
	.check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Choose a month of a year.'));
/** A time of day on the UK clock: '18:30'. */
export const timeSchema = z
	.string()
	.check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 18:30.'));

function utc(day: string): number {
	const at = Date.parse(`${day}T00:00:00Z`);
	if (Number.isNaN(at)) throw new RangeError(`Not a day: ${day}`);
	return at;
}

/** @throws {RangeError} when `day` is not a day. A defect: forms only send real days. */
export function addDays(day: string, days: number): string {
	return new Date(utc(day) + days * msPerDay).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((utc(to) - utc(from)) / msPerDay);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
	return new Date(utc(day)).getUTCDay() || 7;
}

export function mondayOf(day: string): string {
	return addDays(day, 1 - weekdayOf(day));
}

export function monthOf(day: string): string {
	return day.slice(0, 7);
}

export function firstDayOf(month: string): string {
	return `${month}-01`;
}

export function lastDayOf(month: string): string {
	return addDays(firstDayOf(addMonths(month, 1)), -1);
}

export function addMonths(month: string, months: number): string {
	const at = new Date(utc(firstDayOf(month)));
	at.setUTCMonth(at.getUTCMonth() + months);
	return at.toISOString().slice(0, 7);
}

/** The same day some months on; the last day of that month when it is shorter. */
export function monthsAfter(day: string, months: number): string {
	const month = addMonths(monthOf(day), months);
	const last = lastDayOf(month);
	const same = month + day.slice(7);
	return same < last ? same : last;
}

/** Every day from the first to the last, both included. */
export function daysFrom(firstOn: string, lastOn: string): string[] {
	const count = Math.max(0, daysBetween(firstOn, lastOn) + 1);
	return Array.from({ length: count }, (_, index) => addDays(firstOn, index));
}

const longDay = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'UTC',
	weekday: 'long',
	day: 'numeric',
	month: 'long'
});
const longMonth = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'UTC',
	month: 'long',
	year: 'numeric'
});
const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: zone,
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});

/** 'Thursday 3 December', with the year when it is not the year of `today`. */
export function spokenDay(day: string, today?: string): string {
	const words = longDay.format(utc(day)).replace(',', '');
	return today?.slice(0, 4) === day.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** 'today', 'tomorrow', 'yesterday', else the spoken day. */
export function nearDay(day: string, today: string): string {
	const away = daysBetween(today, day);
	if (away === 0) return 'today';
	if (away === 1) return 'tomorrow';
	return away === -1 ? 'yesterday' : spokenDay(day, today);
}

/** 'December 2026' */
export function spokenMonth(month: string): string {
	return longMonth.format(utc(firstDayOf(month)));
}

/** '6pm', '6:30pm', 'midday', 'midnight' from '18:00'. */
export function spokenTime(time: string): string {
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	if (minute === 0 && hour === 12) return 'midday';
	if (minute === 0 && hour === 0) return 'midnight';
	const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
	return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** A moment in UK words: 'today at 6:30pm', 'Thursday 3 December at 9am'. */
export function spokenMoment(at: number, now: number): string {
	return `${nearDay(dayOf(at), dayOf(now))} at ${spokenTime(clock.format(at))}`;
}
