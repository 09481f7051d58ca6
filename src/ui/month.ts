/** The weeks of a month, Monday first, and where a key leads in them. Days are text: '2026-12-03'. */
import {
	addDays,
	addMonths,
	firstDayOf,
	lastDayOf,
	mondayOf,
	monthOf,
	weekdayOf
} from '#domain/calendar.ts';

export interface Week {
	readonly mondayOn: string;
	/** Seven places; nothing where a day belongs to another month. */
	readonly days: readonly (string | undefined)[];
}

export function weeksOf(month: string): Week[] {
	const weeks: Week[] = [];
	const lastOn = lastDayOf(month);
	for (let monday = mondayOf(firstDayOf(month)); monday <= lastOn; monday = addDays(monday, 7)) {
		const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
		weeks.push({
			mondayOn: monday,
			days: days.map((day) => (monthOf(day) === month ? day : undefined))
		});
	}
	return weeks;
}

/** The day that a key leads to, which may lie in another month; nothing for any other key. */
export function moveInMonth(key: string, day: string): string | undefined {
	switch (key) {
		case 'ArrowLeft':
			return addDays(day, -1);
		case 'ArrowRight':
			return addDays(day, 1);
		case 'ArrowUp':
			return addDays(day, -7);
		case 'ArrowDown':
			return addDays(day, 7);
		case 'Home':
			return mondayOf(day);
		case 'End':
			return addDays(day, 7 - weekdayOf(day));
		case 'PageUp':
			return sameDayOf(addMonths(monthOf(day), -1), day);
		case 'PageDown':
			return sameDayOf(addMonths(monthOf(day), 1), day);
		default:
			return undefined;
	}
}

/** The 31st becomes the last day of a shorter month. */
function sameDayOf(month: string, day: string): string {
	const wanted = `${month}-${day.slice(8)}`;
	const lastOn = lastDayOf(month);
	return wanted > lastOn ? lastOn : wanted;
}
