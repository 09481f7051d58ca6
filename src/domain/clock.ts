/**
 * Moments from days and times on the UK clock, and back.
 *
 * On two days a year the clock is changed: a time that is left out counts as an hour later, one
 * that comes twice as the second.
 */
import { dayOf } from './calendar.ts';

const minuteMs = 60_000;

const londonClock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});

/** '18:30', on the UK clock. */
export function timeOf(at: number): string {
	return londonClock.format(at);
}

/** The moment (ms since 1970, UTC) at which the UK clock shows this time on this day. */
export function momentOf(day: string, time: string): number {
	const shown = Date.parse(`${day}T${time}:00Z`);
	const first = shown - aheadMs(shown);
	return aheadMs(first) === aheadMs(shown) ? first : shown - aheadMs(first);
}

/** How far the UK clock is ahead of UTC. */
function aheadMs(at: number): number {
	const minute = Math.floor(at / minuteMs) * minuteMs;
	return Date.parse(`${dayOf(at)}T${timeOf(at)}:00Z`) - minute;
}
