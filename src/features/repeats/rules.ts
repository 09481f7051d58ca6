/**
 * The days of a repeating post. Days are text in UK time: no clock is looked at, so nothing moves
 * when the clocks change.
 */
import {
	addDays,
	addMonths,
	daysBetween,
	firstDayOf,
	lastDayOf,
	monthOf,
	monthsAfter,
	weekdayOf
} from '#domain/calendar.ts';
import type { Nth, Pattern, PostRepeat } from './record.ts';

/** One day of a repeating post that nobody has written or skipped. */
export interface RepeatDay {
	readonly id: string;
	readonly repeat: PostRepeat;
	readonly plannedOn: string;
}

type Times = Pick<PostRepeat, 'pattern' | 'firstOn' | 'lastOn'>;

/** Every day on which it comes, from the first to the last, both included; skipped ones too. */
export function daysOf({ pattern, firstOn, lastOn }: Times, from: string, to: string): string[] {
	const start = from > firstOn ? from : firstOn;
	const end = lastOn !== null && lastOn < to ? lastOn : to;
	return end < start ? [] : everyDay(pattern, firstOn, { start, end });
}

export function comesOn(repeat: Times, day: string): boolean {
	return daysOf(repeat, day, day).length > 0;
}

/** Days that are still to be written, in order. */
export function openDaysOf(repeat: PostRepeat, from: string, to: string): string[] {
	const { skippedOn, writtenOn } = repeat;
	return daysOf(repeat, from, to).filter(
		(day) => !skippedOn.includes(day) && !writtenOn.includes(day)
	);
}

/** What the plan shows for a stretch of days; none before today, as nobody can write them now. */
export function repeatDays(
	repeats: readonly PostRepeat[],
	{ from, to, today }: { readonly from: string; readonly to: string; readonly today: string }
): RepeatDay[] {
	const start = from > today ? from : today;
	return repeats
		.flatMap((repeat) =>
			openDaysOf(repeat, start, to).map((plannedOn) => ({
				id: `${repeat.id}/${plannedOn}`,
				repeat,
				plannedOn
			}))
		)
		.sort((one, other) => one.plannedOn.localeCompare(other.plannedOn));
}

/** It comes no more after today. */
export function isOver({ lastOn }: PostRepeat, today: string): boolean {
	return lastOn !== null && lastOn < today;
}

interface Stretch {
	readonly start: string;
	readonly end: string;
}

function everyDay(pattern: Pattern, firstOn: string, stretch: Stretch): string[] {
	switch (pattern.unit) {
		case 'week': {
			const first = addDays(firstOn, (pattern.weekday - weekdayOf(firstOn) + 7) % 7);
			const step = pattern.every * 7;
			return counted(stretch, Math.ceil(daysBetween(first, stretch.start) / step), (index) =>
				addDays(first, index * step)
			);
		}
		case 'month': {
			const { nth, weekday } = pattern;
			const inMonth = (month: string) => nthWeekday(month, nth, weekday);
			const month = monthOf(firstOn);
			const first = inMonth(month) < firstOn ? addMonths(month, 1) : month;
			const ahead = monthsBetween(first, monthOf(stretch.start));
			return counted(stretch, Math.floor(ahead / pattern.every), (index) =>
				inMonth(addMonths(first, index * pattern.every))
			);
		}
		case 'year': {
			const years = Number(stretch.start.slice(0, 4)) - Number(firstOn.slice(0, 4));
			// 29 February comes on the 28th in other years.
			return counted(stretch, years, (index) => monthsAfter(firstOn, index * 12));
		}
	}
}

/** The days from the one with this number on, as far as they lie in the stretch. */
function counted({ start, end }: Stretch, from: number, dayAt: (index: number) => string) {
	const days: string[] = [];
	for (let index = Math.max(0, from); dayAt(index) <= end; index += 1) {
		if (dayAt(index) >= start) days.push(dayAt(index));
	}
	return days;
}

function nthWeekday(month: string, nth: Nth, weekday: number): string {
	if (nth === 'last') {
		const lastOn = lastDayOf(month);
		return addDays(lastOn, -((weekdayOf(lastOn) - weekday + 7) % 7));
	}
	const first = firstDayOf(month);
	return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (Number(nth) - 1) * 7);
}

function monthsBetween(from: string, to: string): number {
	const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
	return count(to) - count(from);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const nthWords: Readonly<Record<Nth, string>> = {
	'1': 'first',
	'2': 'second',
	'3': 'third',
	'4': 'fourth',
	last: 'last'
};
const yearDay = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'UTC',
	day: 'numeric',
	month: 'long'
});

/** 'Every Monday', 'Every 2 months, on the last Friday', 'Every year, on 25 December'. */
export function patternWords({ pattern, firstOn }: Pick<Times, 'pattern' | 'firstOn'>): string {
	switch (pattern.unit) {
		case 'week': {
			const name = weekdayName(pattern.weekday);
			return pattern.every === 1 ? `Every ${name}` : `Every ${pattern.every} weeks, on ${name}`;
		}
		case 'month': {
			const often = pattern.every === 1 ? 'Every month' : `Every ${pattern.every} months`;
			return `${often}, on the ${nthWords[pattern.nth]} ${weekdayName(pattern.weekday)}`;
		}
		case 'year':
			return `Every year, on ${yearDay.format(Date.parse(`${firstOn}T00:00:00Z`))}`;
	}
}

export function weekdayName(weekday: number): string {
	return weekdays[weekday - 1] ?? '';
}
