/**
 * Quarters of a year, as reviews are kept and spoken of.
 */
import { addMonths, spokenMonth } from '#domain/calendar.ts';

/** '2026-Q3': how a quarter is written in a record. */
export function quarterOf(month: string): string {
	return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** The last month of a quarter. */
export function lastMonthOf(quarter: string): string {
	return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`;
}

/** The newest quarter that is over. */
export function quarterBefore(month: string): string {
	const back = (Number(month.slice(5)) - 1) % 3;
	return quarterOf(addMonths(month, -back - 1));
}

/** 'July to September 2026' */
export function quarterWords(quarter: string): string {
	const last = lastMonthOf(quarter);
	const first = spokenMonth(addMonths(last, -2)).replace(/ \d+$/, '');
	return `${first} to ${spokenMonth(last)}`;
}
