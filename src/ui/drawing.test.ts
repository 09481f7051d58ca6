/** The arithmetic behind calendar, chart, typed days and signatures. */
import fc from 'fast-check';
import { addDays, isDay, monthOf } from '#domain/calendar.ts';
import { describe, expect, test } from 'vitest';
import { roomLeft } from './character-count.ts';
import { labelsThatFit, linePath, lineLooks, markerPath, placeOf, ticksUpTo } from './chart.ts';
import { moveInMonth, weeksOf } from './month.ts';
import { isSigned, signaturePath, type Stroke } from './strokes.ts';
import { dayText, typedDay } from './typed-day.ts';

describe('a month of weeks', () => {
	test('December 2026 starts on a Tuesday and takes five weeks', () => {
		const weeks = weeksOf('2026-12');

		expect(weeks).toHaveLength(5);
		expect(weeks[0]?.days.slice(0, 2)).toEqual([undefined, '2026-12-01']);
		expect(weeks[4]?.days).toEqual([
			...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
			...[undefined, undefined, undefined]
		]);
	});

	test('a February of four whole weeks has no empty places', () => {
		expect(weeksOf('2027-02').flatMap(({ days }) => days)).toHaveLength(28);
	});

	test.each([
		['ArrowLeft', '2026-12-01', '2026-11-30'],
		['ArrowRight', '2026-12-31', '2027-01-01'],
		['ArrowUp', '2026-12-03', '2026-11-26'],
		['ArrowDown', '2026-12-03', '2026-12-10'],
		['Home', '2026-12-03', '2026-11-30'],
		['End', '2026-12-03', '2026-12-06'],
		['PageUp', '2026-12-31', '2026-11-30'],
		['PageDown', '2027-01-31', '2027-02-28']
	])('%s leads from %s to %s', (key, from, to) => {
		expect(moveInMonth(key, from)).toBe(to);
	});

	test('any other key leads nowhere', () => {
		expect(moveInMonth('a', '2026-12-03')).toBeUndefined();
	});

	test('every day of a month stands once, under its weekday', () => {
		const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

		fc.assert(
			fc.property(anyDay, (day) => {
				const days = weeksOf(monthOf(day)).flatMap((week) =>
					week.days.filter((shown, index) => shown === addDays(week.mondayOn, index))
				);
				expect(days.filter((shown) => shown === day)).toHaveLength(1);
			})
		);
	});
});

describe('a typed day', () => {
	test.each([
		[{ day: '5', month: '3', year: '2026' }, '2026-03-05'],
		[{ day: '05', month: '03', year: '2026' }, '2026-03-05'],
		[{ day: '5', month: 'March', year: '2026' }, '2026-03-05'],
		[{ day: '5', month: 'sept', year: '2026' }, '2026-09-05'],
		[{ day: '', month: '', year: '' }, ''],
		[{ day: '31', month: '2', year: '2026' }, '2026-02-31'],
		[{ day: '', month: '3', year: '' }, '-03-'],
		[{ day: '1-2', month: '3', year: '26' }, '26-03-12']
	])('%o is kept as "%s"', (typed, text) => {
		expect(dayText(typed)).toBe(text);
	});

	test('what is no day never passes for one', () => {
		expect(isDay(dayText({ day: '31', month: '2', year: '2026' }))).toBe(false);
		expect(isDay(dayText({ day: '3', month: '', year: '2026' }))).toBe(false);
	});

	test('what was typed comes back after the phone was put away', () => {
		const part = fc.stringMatching(/^[0-9a-z]{0,4}$/);

		fc.assert(
			fc.property(part, part, part, (day, month, year) => {
				const text = dayText({ day, month, year });
				expect(dayText(typedDay(text))).toBe(text);
			})
		);
	});
});

describe('a chart', () => {
	test.each([
		[0, [0, 1, 2, 3, 4]],
		[7, [0, 2, 4, 6, 8]],
		[310, [0, 100, 200, 300, 400]],
		[1204, [0, 500, 1000, 1500]]
	])('up to %i has the rules %o', (max, ticks) => {
		expect(ticksUpTo(max)).toEqual(ticks);
	});

	test('whatever the numbers, the top rule is above them and there are few rules', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 10_000_000 }), (max) => {
				const ticks = ticksUpTo(max);
				expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
				expect(ticks.length).toBeLessThanOrEqual(6);
				expect(ticks.every(Number.isInteger)).toBe(true);
			})
		);
	});

	const plot = { left: 40, top: 10, width: 200, height: 100, max: 100, count: 3 };

	test('a value that is not known leaves a gap', () => {
		expect(linePath(plot, [0, null, 100])).toBe('M40 110M240 10');
		expect(linePath(plot, [0, 50, 100])).toBe('M40 110L140 60L240 10');
	});

	test('a single point stands in the middle', () => {
		expect(placeOf({ ...plot, count: 1 }, 0, 50)).toEqual({ x: 140, y: 60 });
	});

	test('lines differ without colour: no two share marker and dash', () => {
		const looks = lineLooks.map(({ marker, dash }) => `${marker} ${dash ?? 'solid'}`);
		const shapes = lineLooks.map(({ marker }) => markerPath(marker, { x: 0, y: 0 }));

		expect(new Set(looks).size).toBe(lineLooks.length);
		expect(new Set(shapes).size).toBe(lineLooks.length);
	});

	test('labels that would touch are left out, never the newest', () => {
		expect(labelsThatFit(12, 220, 52)).toEqual([2, 5, 8, 11]);
		expect(labelsThatFit(3, 220, 52)).toEqual([0, 1, 2]);
	});
});

describe('a signature', () => {
	const line: Stroke = [
		{ x: 0.1, y: 0.1, pressure: 0.5, ms: 0 },
		{ x: 0.4, y: 0.2, pressure: 0.5, ms: 80 }
	];
	const dot: Stroke = [{ x: 0.1, y: 0.1, pressure: 0.5, ms: 0 }];

	test('nothing, or a dot, counts as missing', () => {
		expect(isSigned([])).toBe(false);
		expect(isSigned([dot, dot])).toBe(false);
	});

	test('a stroke counts', () => {
		expect(isSigned([dot, line])).toBe(true);
	});

	test('is drawn at any size', () => {
		expect(signaturePath([line], 100)).toBe('M10 10L40 20');
	});
});

test.each([
	[0, 280, 'You have 280 characters remaining'],
	[279, 280, 'You have 1 character remaining'],
	[280, 280, 'You have 0 characters remaining'],
	[283, 280, 'You have 3 characters too many'],
	[281, 280, 'You have 1 character too many'],
	[0, 63206, 'You have 63,206 characters remaining']
])('%i of %i characters: %s', (used, max, words) => {
	expect(roomLeft(used, max)).toBe(words);
});
