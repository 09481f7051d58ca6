/**
 * The two holiday calendars as the domain needs them: England and Wales, and any part of the UK.
 *
 * Data, not a formula: one-off holidays are proclaimed. Days after `knownUntil` are not known to be
 * holidays. Sources: requirements S1-59, S3-22 (England and Wales), S4-39 (any part of the UK).
 */
import { addDays, weekdayOf } from './calendar.ts';

/**
 * Where the dates come from, and how far they go. Those of 2026 and 2027 were on the list as of
 * `checkedOn`; 2025 is from memory and 2028 by the rules, and nobody compared these two yet.
 */
export const holidayList = {
	source: 'https://www.gov.uk/bank-holidays',
	checkedOn: '2026-11-21',
	knownUntil: '2028-12-31'
} as const;

/** 'england-and-wales' for staffed days and complaints; 'any-uk' for requests under the FOI Act. */
export type HolidayCalendar = 'england-and-wales' | 'any-uk';

/** Year → months and days. A holiday on a weekend stands on its substitute day. */
const englandAndWales: Readonly<Record<string, string>> = {
	2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
	2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
	2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
	2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'
};
/** What Scotland and Northern Ireland have besides. 15 June 2026 was proclaimed for Scotland once. */
const elsewhere: Readonly<Record<string, string>> = {
	2025: '01-02 08-04 12-01 03-17 07-14',
	2026: '01-02 06-15 08-03 11-30 03-17 07-13',
	2027: '01-04 08-02 11-30 03-17 07-12',
	2028: '01-04 08-07 11-30 03-17 07-12'
};

function daysOf(years: Readonly<Record<string, string>>): string[] {
	return Object.entries(years).flatMap(([year, days]) =>
		days.split(' ').map((day) => `${year}-${day}`)
	);
}

const here = new Set(daysOf(englandAndWales));
const holidays: Readonly<Record<HolidayCalendar, ReadonlySet<string>>> = {
	'england-and-wales': here,
	'any-uk': new Set([...here, ...daysOf(elsewhere)])
};

export function isHoliday(day: string, calendar: HolidayCalendar): boolean {
	return holidays[calendar].has(day);
}

/** Neither a Saturday or Sunday, nor a holiday. */
export function isWorkingDay(day: string, calendar: HolidayCalendar): boolean {
	return weekdayOf(day) <= 5 && !isHoliday(day, calendar);
}

/** The so-manieth working day after a day; the day itself counts as nought. */
export function workingDaysAfter(day: string, count: number, calendar: HolidayCalendar): string {
	let found = day;
	for (let left = count; left > 0;) {
		found = addDays(found, 1);
		if (isWorkingDay(found, calendar)) left -= 1;
	}
	return found;
}
