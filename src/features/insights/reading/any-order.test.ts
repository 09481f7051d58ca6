/**
 * Whatever the order of columns, their capitals, and what stands between cells: the same posts.
 */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar.ts';
import {
	posts,
	read,
	readText,
	textOf,
	facebookFile,
	instagramFile,
	xFile
} from '#tests/support/exports.ts';
import { orderOf, readWhen, settled } from './dates.ts';
import { readCount } from './numbers.ts';

const files = [facebookFile, instagramFile, xFile, 'facebook-short.csv'] as const;
const unseen = fc.constantFrom('', '\u200B', '\uFEFF', '\u00AD', ' ');
const writings = [
	(word: string) => word.toUpperCase(),
	(word: string) => word.toLowerCase(),
	(word: string) => word
];

describe('any file', () => {
	test('says the same with its columns in any order, in any capitals, with any mark between', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...files),
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
				fc.constantFrom(...writings),
				fc.constantFrom(',', ';', '\t'),
				unseen,
				(name, places, written, delimiter, mark) => {
					const rows = Papa.parse<string[]>(textOf(name).trim()).data;
					const order = (rows[0] ?? [])
						.map((_, index) => index)
						.sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
					const moved = rows.map((cells, line) =>
						order.map((index) => {
							const cell = cells[index] ?? '';
							return line === 0 ? written(cell) + mark : cell;
						})
					);
					const text = Papa.unparse(moved, { delimiter, newline: '\r\n' });

					expect(posts(readText(text, name)).posts).toEqual(posts(read(name)).posts);
				}
			),
			{ numRuns: 100 }
		);
	});
});

describe('any number', () => {
	test('is read back from every way to write it', () => {
		fc.assert(
			fc.property(
				fc.nat(999_999_999),
				fc.constantFrom('en-GB', 'de-DE', 'sv-SE', 'fr-FR', 'de-CH'),
				(number, country) => {
					expect(readCount(number.toLocaleString(country).replace('’', "'"))).toBe(number);
					expect(readCount(` ${number}.0 `)).toBe(number);
				}
			)
		);
	});
});

describe('any days', () => {
	test('with one after the 12th are put into the order in which they were written', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(600), { minLength: 1, maxLength: 20 }),
				fc.constantFrom('month-first' as const, 'day-first' as const),
				(ago, order) => {
					const days = ['2026-10-28', ...ago.map((back) => addDays('2026-11-20', -back))];
					const whens = days.flatMap((on) => readWhen(inOrder(on, order)) ?? []);

					expect(orderOf(whens, { range: undefined, today: '2026-11-21' })).toBe(order);
					expect(whens.map((when) => settled(when, order)?.on)).toEqual(days);
				}
			)
		);
	});

	test.each([
		['13/25/2026', undefined],
		['Fri, Jun 5, 2026', '2026-06-05'],
		['5 Jun 2026', '2026-06-05'],
		['05.06.2026', '2026-06-05'],
		['2026-06-05T23:30:00Z', '2026-06-06'],
		['31 Feb 2026', undefined],
		['Lifetime', undefined],
		['', undefined]
	])('“%s” is %s', (written, on) => {
		const when = readWhen(written);
		expect(when && settled(when, 'month-first')?.on).toBe(on);
	});

	test.each([
		['10/21/2026 08:00:00 PM', 20 * 60],
		['10/21/2026 12:05 AM', 5],
		['10/21/2026 25:00', undefined],
		['10/21/2026', null]
	])('the time in “%s” is %s', (written, minute) => {
		expect(readWhen(written)?.minute).toBe(minute);
	});
});

function inOrder(on: string, order: 'month-first' | 'day-first'): string {
	const [year = '', month = '', day = ''] = on.split('-');
	return `${order === 'month-first' ? `${month}/${day}` : `${day}/${month}`}/${year} 10:15`;
}
