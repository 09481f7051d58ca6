/** A moment's day is that of London, and does not depend on which moment was asked for before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from './calendar.ts';

test.each([
	['2026-03-29T00:59:59.999Z', '2026-03-29'],
	['2026-06-30T22:59:59.999Z', '2026-06-30'],
	['2026-06-30T23:00:00.000Z', '2026-07-01'],
	['2026-12-31T23:59:59.999Z', '2026-12-31'],
	['2027-01-01T00:00:00.000Z', '2027-01-01']
])('%s is on %s in London', (moment, day) => {
	expect(dayOf(Date.parse(moment))).toBe(day);
});

test('A moment is on the same day, whatever was asked for before', () => {
	const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
	const near = fc.integer({ min: -7_200_000, max: 7_200_000 });
	const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
	fc.assert(
		fc.property(moment, near, (at, apart) => {
			for (const each of [at, at + apart, at]) expect(dayOf(each)).toBe(london.format(each));
		})
	);
});

test('What is no moment at all has no day', () => {
	expect(() => dayOf(NaN)).toThrow(RangeError);
});
