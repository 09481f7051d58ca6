/**
 * How a yearly day is found: a fixed date, the nth weekday of a month, or a month to look up.
 *
 * `month` only says when to look; `isWholeMonth` says that the whole month is meant.
 */
import { addDays, firstDayOf, lastDayOf, weekdayOf } from '#domain/calendar.ts';

export interface Span {
	readonly firstOn: string;
	readonly lastOn: string;
}

export type Yearly =
	| { readonly month: number; readonly day: number; readonly days?: number }
	/** `nth` from 1; -1 is the last. `shift` days after it; weekday 1 is Monday. */
	| {
			readonly month: number;
			readonly weekday: number;
			readonly nth: number;
			readonly shift?: number;
			readonly days?: number;
	  }
	| { readonly month: number; readonly isWholeMonth: true }
	| { readonly month: number; readonly isToLookUp: true };

export function spanIn(yearly: Yearly, year: number): Span {
	const month = `${year}-${String(yearly.month).padStart(2, '0')}`;
	if ('isWholeMonth' in yearly || 'isToLookUp' in yearly) {
		return { firstOn: firstDayOf(month), lastOn: lastDayOf(month) };
	}
	const firstOn =
		'day' in yearly
			? dayIn(month, yearly.day)
			: addDays(nthWeekday(month, yearly.weekday, yearly.nth), yearly.shift ?? 0);
	return { firstOn, lastOn: addDays(firstOn, (yearly.days ?? 1) - 1) };
}

/** Day 31 of a shorter month is its last day, so that 29 February has a place each year. */
function dayIn(month: string, day: number): string {
	const wanted = `${month}-${String(day).padStart(2, '0')}`;
	const last = lastDayOf(month);
	return wanted < last ? wanted : last;
}

function nthWeekday(month: string, weekday: number, nth: number): string {
	if (nth > 0) {
		const first = firstDayOf(month);
		return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
	}
	const last = lastDayOf(month);
	return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}
