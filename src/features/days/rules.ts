/**
 * Which awareness days are near: those that came with the app as the group changed them, and its own.
 *
 * A day whose dates nobody has looked up has a month only, and never a place on a day.
 */
import { addDays, addMonths, monthOf, spokenDay, spokenMonth } from '#domain/calendar.ts';
import type { OwnDay } from './record.ts';
import { spanIn, type Span } from './shipped/dates.ts';
import { shippedDays, type ShippedDay } from './shipped/days.ts';

export interface AwarenessDay extends Span {
	/** Unique in a list: the id of the shipped day or of the group's record, with the year. */
	readonly id: string;
	/** The shipped day it is about; null for one of the group's own. */
	readonly dayId: string | null;
	/** The group's record about it. */
	readonly ownId: string | null;
	readonly title: string;
	/** False: only the month is known. */
	readonly hasDates: boolean;
	readonly isWholeMonth: boolean;
	/** Words to start a post from. */
	readonly text: string;
	readonly source: string;
	readonly sourceUrl: string;
	readonly checkedOn: string | null;
	readonly isHidden: boolean;
}

const daysAhead = 90;

/** All from today to 90 days on, hidden ones too, in the order of days; month-only ones at its start. */
export function daysNear(own: readonly OwnDay[], today: string, ahead = daysAhead): AwarenessDay[] {
	return daysIn(own, { firstOn: today, lastOn: addDays(today, ahead) });
}

/** All that touch a stretch of days. */
export function daysIn(own: readonly OwnDay[], { firstOn, lastOn }: Span): AwarenessDay[] {
	const years = [...new Set([firstOn, lastOn].map((day) => Number(day.slice(0, 4))))];
	const byDayId = new Map(own.map((day) => [day.dayId, day]));
	const shipped = shippedDays.flatMap((day) =>
		years.map((year) => fromShipped(day, byDayId.get(day.id), year))
	);
	const added = own.filter(({ dayId }) => dayId === null).flatMap(fromOwn);
	return [...shipped, ...added]
		.filter((day) => day.lastOn >= firstOn && day.firstOn <= lastOn)
		.sort(
			(one, other) =>
				one.firstOn.localeCompare(other.firstOn) || one.title.localeCompare(other.title, 'en-GB')
		);
}

function fromShipped(day: ShippedDay, own: OwnDay | undefined, year: number): AwarenessDay {
	const usual = spanIn(day.when, year);
	// Dates that the group looked up are for one year; the next year has to be looked up again.
	const hasOwnDates = own?.firstOn?.startsWith(String(year)) ?? false;
	const span =
		hasOwnDates && own?.firstOn && own.lastOn
			? { firstOn: own.firstOn, lastOn: own.lastOn }
			: usual;
	return {
		...span,
		id: `${day.id}-${year}`,
		dayId: day.id,
		ownId: own?.id ?? null,
		title: own?.title ?? day.title,
		hasDates: hasOwnDates || !('isToLookUp' in day.when),
		isWholeMonth: !hasOwnDates && 'isWholeMonth' in day.when,
		text: day.text,
		source: day.source,
		sourceUrl: own?.sourceUrl ?? day.sourceUrl,
		checkedOn: hasOwnDates ? (own?.checkedOn ?? null) : null,
		isHidden: own?.isHidden ?? day.isOff ?? false
	};
}

function fromOwn(own: OwnDay): AwarenessDay[] {
	const { id, title, firstOn, lastOn, sourceUrl, checkedOn, isHidden } = own;
	if (title === null || firstOn === null || lastOn === null) return [];
	return [
		{
			...{
				id,
				dayId: null,
				ownId: id,
				title,
				firstOn,
				lastOn,
				hasDates: true,
				isWholeMonth: false
			},
			...{ text: '', source: '', sourceUrl: sourceUrl ?? '', checkedOn, isHidden }
		}
	];
}

/** 'Tuesday 1 December', 'Monday 8 June to Sunday 14 June', 'All of October', 'Some time in June'. */
export function whenInWords(day: AwarenessDay, today: string): string {
	const month = spokenMonth(monthOf(day.firstOn));
	if (!day.hasDates) return `Some time in ${month}`;
	if (day.isWholeMonth) return `All of ${month}`;
	if (day.firstOn === day.lastOn) return spokenDay(day.firstOn, today);
	return `${spokenDay(day.firstOn, today)} to ${spokenDay(day.lastOn, today)}`;
}

/** The day a draft for it is planned on; null where nobody knows the date or it has gone by. */
export function dayToPlan(day: AwarenessDay, today: string): string | null {
	if (!day.hasDates || day.lastOn < today) return null;
	return day.firstOn < today ? today : day.firstOn;
}

/** Compared with its source in the last year and a half. */
export function isFresh({ checkedOn }: AwarenessDay, today: string): boolean {
	return checkedOn !== null && checkedOn >= `${addMonths(monthOf(today), -18)}-01`;
}
