/**
 * A month, a quarter, a year or everything: which months are looked at, and how they are called.
 */
import { addMonths, spokenMonth } from '#domain/calendar.ts';
import { monthsFrom } from '../rules.ts';

export const spans = ['month', 'quarter', 'year', 'all'] as const;
export type Span = (typeof spans)[number];
export const spanNames: Readonly<Record<Span, string>> = {
	month: 'One month',
	quarter: 'Three months',
	year: 'Twelve months',
	all: 'Everything'
};

/** First and last month, both included. */
export interface Months {
	readonly from: string;
	readonly to: string;
}

export interface Period extends Months {
	readonly words: string;
}

const lengths: Readonly<Record<Exclude<Span, 'all'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The months up to `last`; 'all' begins with the first month that there is. */
export function periodOf(span: Span, last: string, first: string): Period {
	const from = span === 'all' ? earlier(first, last) : addMonths(last, 1 - lengths[span]);
	const words = from === last ? spokenMonth(last) : `${spokenMonth(from)} to ${spokenMonth(last)}`;
	return { from, to: last, words };
}

function earlier(one: string, other: string): string {
	return one < other ? one : other;
}

export function monthsIn({ from, to }: Months): string[] {
	return monthsFrom(from, to);
}

export function isIn({ from, to }: Months, month: string): boolean {
	return month >= from && month <= to;
}

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
