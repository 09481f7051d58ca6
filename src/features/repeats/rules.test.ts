/** On which days a repeating post comes. */
import { describe, expect, test } from 'vitest';
import { aRepeat } from '#tests/support/repeats.ts';
import type { Pattern } from './record.ts';
import { comesOn, daysOf, isOver, openDaysOf, patternWords, repeatDays } from './rules.ts';

const week = (every: number, weekday: number): Pattern => ({ unit: 'week', every, weekday });
const month = (every: number, nth: '1' | '2' | '3' | '4' | 'last', weekday: number): Pattern => ({
	unit: 'month',
	every,
	nth,
	weekday
});
const year: Pattern = { unit: 'year' };

describe('the days of a repeating post', () => {
	test.each<[string, Pattern, string, string, string, string[]]>([
		[
			'every Monday, also when the clocks go back',
			...([week(1, 1), '2026-10-01', '2026-10-19', '2026-11-03'] as const),
			['2026-10-19', '2026-10-26', '2026-11-02']
		],
		[
			'every Sunday, also when the clocks go forward',
			...([week(1, 7), '2026-01-01', '2026-03-20', '2026-04-06'] as const),
			['2026-03-22', '2026-03-29', '2026-04-05']
		],
		[
			'every second Thursday, over the end of the year',
			...([week(2, 4), '2026-12-10', '2026-12-11', '2027-01-31'] as const),
			['2026-12-24', '2027-01-07', '2027-01-21']
		],
		[
			'every second week keeps its rhythm, however far ahead one looks',
			...([week(2, 1), '2020-01-06', '2026-11-02', '2026-11-30'] as const),
			['2026-11-02', '2026-11-16', '2026-11-30']
		],
		[
			'the first Tuesday of a month',
			...([month(1, '1', 2), '2026-11-01', '2026-11-01', '2027-01-31'] as const),
			['2026-11-03', '2026-12-01', '2027-01-05']
		],
		[
			'the last Friday of every second month, over the end of the year',
			...([month(2, 'last', 5), '2026-10-01', '2026-10-01', '2027-03-31'] as const),
			['2026-10-30', '2026-12-25', '2027-02-26']
		],
		[
			'a month whose day has gone by already does not count',
			...([month(3, '1', 1), '2026-11-10', '2026-11-01', '2027-04-01'] as const),
			['2026-12-07', '2027-03-01']
		],
		[
			'every year on its day',
			...([year, '2024-12-25', '2026-01-01', '2027-12-31'] as const),
			['2026-12-25', '2027-12-25']
		],
		[
			'29 February comes on the 28th in other years',
			...([year, '2024-02-29', '2026-01-01', '2028-12-31'] as const),
			['2026-02-28', '2027-02-28', '2028-02-29']
		]
	])('%s', (_, pattern, firstOn, from, to, days) => {
		expect(daysOf({ pattern, firstOn, lastOn: null }, from, to)).toEqual(days);
	});

	test('lie from its first day to its last, both included', () => {
		const repeat = aRepeat({ firstOn: '2026-11-09', lastOn: '2026-11-23' });

		expect(daysOf(repeat, '2026-01-01', '2027-01-01')).toEqual([
			'2026-11-09',
			'2026-11-16',
			'2026-11-23'
		]);
		expect(comesOn(repeat, '2026-11-23')).toBe(true);
		expect(comesOn(repeat, '2026-11-30')).toBe(false);
		expect(isOver(repeat, '2026-11-23')).toBe(false);
		expect(isOver(repeat, '2026-11-24')).toBe(true);
	});

	test('that are skipped or written are not open any more', () => {
		const repeat = aRepeat({ skippedOn: ['2026-11-09'], writtenOn: ['2026-11-16'] });

		expect(openDaysOf(repeat, '2026-11-02', '2026-11-23')).toEqual(['2026-11-02', '2026-11-23']);
	});
});

describe('what the plan shows', () => {
	test('is every open day from today on, of all repeating posts, in order', () => {
		const yearly = aRepeat({ pattern: year, firstOn: '2026-11-18', title: 'Birthday' });
		const span = { from: '2026-11-01', to: '2026-11-23', today: '2026-11-10' };

		const days = repeatDays([aRepeat(), yearly], span);

		expect(days.map(({ plannedOn, repeat }) => [plannedOn, repeat.title])).toEqual([
			['2026-11-16', 'The group meets'],
			['2026-11-18', 'Birthday'],
			['2026-11-23', 'The group meets']
		]);
		expect(new Set(days.map(({ id }) => id)).size).toBe(3);
	});

	test.each<[Pattern, string]>([
		[week(1, 1), 'Every Monday'],
		[week(2, 4), 'Every 2 weeks, on Thursday'],
		[month(1, '2', 3), 'Every month, on the second Wednesday'],
		[month(3, 'last', 5), 'Every 3 months, on the last Friday'],
		[year, 'Every year, on 2 November']
	])('says how often in words: %j', (pattern, words) => {
		expect(patternWords(aRepeat({ pattern }))).toBe(words);
	});
});
