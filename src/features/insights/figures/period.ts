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
