/**
 * Three months of a rota of three people, from the next day of work on: who is on when, and the days
 * on which something happens in the journey. Whatever day it is today.
 */
import { addDays, daysFrom, mondayOf, weekdayOf } from '#domain/calendar.ts';
import { isHoliday } from '#domain/working-days.ts';
import { dayAhead } from './journey.ts';

/** In the order of their turns. */
export const team = ['Vera', 'Ravi', 'Cora'] as const;
export type TeamName = (typeof team)[number];

const today = dayAhead(0);
const isWeekday = (day: string) => weekdayOf(day) <= 5;
const isOff = (day: string) => !isWeekday(day) || isHoliday(day, 'england-and-wales');
const firstOf = (days: readonly string[]) => days.find((day) => !isOff(day)) ?? today;

export const soon = firstOf(daysFrom(addDays(today, 1), addDays(today, 8)));
export const lastOn = addDays(soon, 91);

/** Turns go on over holidays, so weekdays are counted. */
function whoOn(day: string): TeamName {
	const weekdays = daysFrom(soon, day).filter(isWeekday).length - 1;
	return team[weekdays % team.length] ?? 'Vera';
}

/** Of the days in the list that the rota shows at first; the first turn is number 0. */
export function turnOf(name: TeamName, number: number): string {
	const shown = daysFrom(soon, addDays(mondayOf(today), 27)).filter((day) => !isOff(day));
	const day = shown.filter((each) => whoOn(each) === name)[number];
	if (day === undefined) throw new Error(`${name} has no such turn.`);
	return day;
}

export const swapped = turnOf('Vera', 1);
export const clashing = turnOf('Ravi', 1);
export const later = turnOf('Vera', 2);
/** A day in the second month on which the surgery is shut. */
export const closed = firstOf(daysFrom(addDays(soon, 30), addDays(soon, 45)));
/** Public holidays that would have been somebody’s turn. */
export const daysOff = daysFrom(soon, lastOn).filter((day) => isWeekday(day) && isOff(day));
