/**
 * Which days a view shows, and which days are read for it: one question to the store for all views.
 *
 * Read are whole weeks, and as many days more on both sides as a gap may last, so that a gap that
 * begins or ends outside is seen.
 */
import {
	addDays,
	daysBetween,
	firstDayOf,
	lastDayOf,
	mondayOf,
	monthOf
} from '#domain/calendar.ts';
import type { View } from './address.ts';

/** Both days included. */
export interface Span {
	readonly firstOn: string;
	readonly lastOn: string;
}

/** How far the list looks back and ahead. */
const daysBack = 31;
const daysAhead = 92;

export function shownSpan(view: View, anchorOn: string, today: string): Span {
	if (view === 'list') {
		return { firstOn: addDays(today, -daysBack), lastOn: addDays(today, daysAhead) };
	}
	if (view === 'week') return weekOf(anchorOn);
	const month = monthOf(anchorOn);
	return { firstOn: firstDayOf(month), lastOn: lastDayOf(month) };
}

/** The month whose mix is shown. A week belongs to the month of its anchor. */
export function mixMonth(view: View, anchorOn: string, today: string): string {
	return monthOf(view === 'list' ? today : anchorOn);
}

export function readSpan(view: View, anchorOn: string, today: string, gapDays: number): Span {
	const month = mixMonth(view, anchorOn, today);
	const shown = shownSpan(view, anchorOn, today);
	const firstOn = mondayOf(earlier(firstDayOf(month), shown.firstOn));
	const lastOn = weekOf(later(lastDayOf(month), shown.lastOn)).lastOn;
	return { firstOn: addDays(firstOn, -gapDays), lastOn: addDays(lastOn, gapDays) };
}

export function weekOf(day: string): Span {
	const firstOn = mondayOf(day);
	return { firstOn, lastOn: addDays(firstOn, 6) };
}

export function isIn({ firstOn, lastOn }: Span, day: string | null): boolean {
	return day !== null && day >= firstOn && day <= lastOn;
}

export function lengthOf({ firstOn, lastOn }: Span): number {
	return daysBetween(firstOn, lastOn) + 1;
}

function earlier(one: string, other: string): string {
	return one < other ? one : other;
}

function later(one: string, other: string): string {
	return one > other ? one : other;
}
