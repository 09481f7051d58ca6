/**
 * Days and times as downloads write them. Which of the first two numbers is the month is decided
 * over the whole file, never line by line: half of the days of a year can be read both ways.
 *
 * A time without a zone is taken as it stands; platforms do not say which one it is.
 */
import { addDays, dayOf, isDay } from '#domain/calendar.ts';
import { timeOf } from '#domain/clock.ts';

export type Order = 'month-first' | 'day-first';

export interface When {
	readonly on: string;
	/** Minutes since midnight; null without a time of day. */
	readonly minute: number | null;
}

/** '03/04/2026 10:15': either the 3rd of April or the 4th of March. */
export interface Unclear {
	readonly first: number;
	readonly second: number;
	readonly year: number;
	readonly minute: number | null;
	readonly written: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = '(?:[ T,]+(\\d{1,2}):(\\d{2})(?::\\d{2}(?:[.,]\\d+)?)? ?([ap]\\.?m\\.?)?)?';
const zone = '(?: ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?';
const iso = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${clock}${zone}$`, 'i');
const numeric = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}$`, 'i');
const named = new RegExp(
	`^(?:[a-z]{3,9},? )?(?:([a-z]{3,9})\\.? (\\d{1,2})|(\\d{1,2}) ([a-z]{3,9})\\.?),? (\\d{4})${clock}$`,
	'i'
);

/** Undefined for what is no day. */
export function readWhen(cell: string): When | Unclear | undefined {
	const written = cell.replace(/[\s\u00A0\u202F]+/g, ' ').trim();
	const [, year, month, day, hour, minutes, half, offset] = iso.exec(written) ?? [];
	if (year) return zoned(dayFrom(year, month, day), minuteOf(hour, minutes, half), offset);
	const words = named.exec(written);
	if (words) {
		const [, before, dayAfter, dayBefore, after, ofYear, ...time] = words;
		const number = months.indexOf((before ?? after ?? '').slice(0, 3).toLowerCase()) + 1;
		return whenOf(dayFrom(ofYear, String(number), dayAfter ?? dayBefore), minuteOf(...time));
	}
	const numbers = numeric.exec(written);
	if (!numbers) return undefined;
	const [, first = '', mark, second = '', ofYear = '', ...time] = numbers;
	const minute = minuteOf(...time);
	if (minute === undefined) return undefined;
	const fullYear = ofYear.length === 2 ? `20${ofYear}` : ofYear;
	// With dots between them the day always comes first.
	if (mark === '.') return whenOf(dayFrom(fullYear, second, first), minute);
	return { first: Number(first), second: Number(second), year: Number(fullYear), minute, written };
}

export function isUnclear(when: When | Unclear): when is Unclear {
	return 'first' in when;
}

export function settled(when: When | Unclear, order: Order): When | undefined {
	if (!isUnclear(when)) return when;
	const { first, second, year, minute } = when;
	const [month, day] = order === 'month-first' ? [first, second] : [second, first];
	return whenOf(dayFrom(String(year), String(month), String(day)), minute);
}

export interface Range {
	readonly firstOn: string;
	readonly lastOn: string;
}

interface Hints {
	/** From the name of the file. */
	readonly range: Range | undefined;
	readonly today: string;
}

/** 'mixed': some days can only be read one way and some only the other. */
export function orderOf(
	whens: readonly (When | Unclear)[],
	{ range, today }: Hints
): Order | 'unclear' | 'mixed' {
	const unclear = whens.filter(isUnclear);
	const isDayFirst = unclear.some(({ first }) => first > 12);
	const isMonthFirst = unclear.some(({ second }) => second > 12);
	if (isDayFirst && isMonthFirst) return 'mixed';
	if (isDayFirst) return 'day-first';
	if (isMonthFirst || unclear.every(({ first, second }) => first === second)) return 'month-first';
	// A day on each side: the platform's day may begin earlier than ours.
	const within = range ?? { firstOn: '2004-02-04', lastOn: today };
	const [firstOn, lastOn] = [addDays(within.firstOn, -1), addDays(within.lastOn, 1)];
	const fits = (order: Order) =>
		unclear.every((when) => {
			const on = settled(when, order)?.on;
			return on !== undefined && on >= firstOn && on <= lastOn;
		});
	if (fits('month-first') === fits('day-first')) return 'unclear';
	return fits('month-first') ? 'month-first' : 'day-first';
}

/** 'Feb-01-2026_Feb-28-2026_123.csv', 'content_2026-02-01_2026-02-28.csv' and their like. */
export function rangeInName(fileName: string): Range | undefined {
	const named = [...fileName.matchAll(/([a-z]{3,9})[-_ ]?(\d{1,2})[-_, ]{1,2}(20\d{2})/gi)].map(
		([, month = '', day, year]) =>
			dayFrom(year, String(months.indexOf(month.slice(0, 3).toLowerCase()) + 1), day)
	);
	const plain = [...fileName.matchAll(/(20\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/g)].map(
		([, year, month, day]) => dayFrom(year, month, day)
	);
	const [firstOn, lastOn] = [...named, ...plain].flatMap((day) => day ?? []);
	return firstOn && lastOn && firstOn <= lastOn ? { firstOn, lastOn } : undefined;
}

function dayFrom(year = '', month = '', day = ''): string | undefined {
	const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isDay(text) ? text : undefined;
}

/** Null without a time; undefined for one that no clock shows. */
function minuteOf(hour?: string, minutes?: string, half?: string): number | null | undefined {
	if (!hour || !minutes) return null;
	const isHalf = Boolean(half);
	const late = /^p/i.test(half ?? '') ? 12 : 0;
	const hours = isHalf ? (Number(hour) % 12) + late : Number(hour);
	if (hours > 23 || Number(minutes) > 59 || (isHalf && Number(hour) > 12)) return undefined;
	return hours * 60 + Number(minutes);
}

function whenOf(on: string | undefined, minute: number | null | undefined): When | undefined {
	return on === undefined || minute === undefined ? undefined : { on, minute };
}

/** On the UK clock where the zone is said. */
function zoned(
	on: string | undefined,
	minute: number | null | undefined,
	offset: string | undefined
): When | undefined {
	const when = whenOf(on, minute);
	if (!when || when.minute === null || !offset) return when;
	const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
	const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	const at = Date.parse(`${when.on}T00:00:00Z`) + (when.minute - ahead) * 60_000;
	const [hour = 0, past = 0] = timeOf(at).split(':').map(Number);
	return { on: dayOf(at), minute: hour * 60 + past };
}
