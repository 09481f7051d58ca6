/**
 * Long stretches of days on which nothing goes out. Sources: S0-14, S0-53.
 *
 * A gap before a post always counts. After the last post it counts only when it begins soon:
 * nobody plans for ever, and what repeats goes on by itself.
 */
import { addDays, daysFrom, spokenDay } from '#domain/calendar.ts';
import { lengthOf, type Span } from './span.ts';

export interface Gap extends Span {
	/** Nothing is planned after it, as far as was looked. */
	readonly isEnd: boolean;
}

interface Looked {
	readonly read: Span;
	readonly today: string;
	/** More days than this without a post are a gap. */
	readonly limit: number;
	/** The last day that has a post of its own, not only one planned by repeat. */
	readonly lastPostOn: string | undefined;
}

/** Gaps that are not over yet, in order. */
export function gapsIn(
	days: readonly (string | null)[],
	{ read, today, limit, lastPostOn = '' }: Looked
): Gap[] {
	const busyOn = new Set(days);
	const gaps: Gap[] = [];
	let firstOn = read.firstOn;
	for (const day of [...daysFrom(read.firstOn, read.lastOn), undefined]) {
		if (day !== undefined && !busyOn.has(day)) continue;
		const lastOn = day === undefined ? read.lastOn : addDays(day, -1);
		gaps.push({ firstOn, lastOn, isEnd: day === undefined });
		if (day !== undefined) firstOn = addDays(day, 1);
	}
	const soon = addDays(today, limit);
	const isTold = (gap: Gap) => gap.firstOn <= lastPostOn || gap.firstOn <= soon;
	return gaps.filter((gap) => lengthOf(gap) > limit && gap.lastOn >= today && isTold(gap));
}

export function overlaps(one: Span, other: Span): boolean {
	return one.firstOn <= other.lastOn && other.firstOn <= one.lastOn;
}

/** 'Nothing goes out from Friday 4 to Sunday 20 December: 17 days.' */
export function gapWords(gap: Gap, today: string): string {
	const { firstOn, lastOn, isEnd } = gap;
	if (isEnd && firstOn <= today) return 'Nothing is planned from today on.';
	if (isEnd) return `Nothing is planned after ${spokenDay(addDays(firstOn, -1), today)}.`;
	const days = `${lengthOf(gap)} days`;
	if (firstOn <= today)
		return `Nothing goes out until ${spokenDay(addDays(lastOn, 1), today)}: ${days}.`;
	return `Nothing goes out from ${spokenDay(firstOn, today)} to ${spokenDay(lastOn, today)}: ${days}.`;
}
