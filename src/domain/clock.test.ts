/**
 * The UK clock, on usual days and on the two on which it is changed.
 */
import { expect, test } from 'vitest';
import { momentOf, timeOf } from './clock.ts';

test.each([
	['2026-01-15', '18:00', '2026-01-15T18:00:00Z'],
	['2026-07-15', '18:00', '2026-07-15T17:00:00Z'],
	['2026-07-15', '00:30', '2026-07-14T23:30:00Z'],
	['2026-03-29', '00:59', '2026-03-29T00:59:00Z'],
	['2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
	['2026-03-29', '08:00', '2026-03-29T07:00:00Z'],
	['2026-10-25', '00:30', '2026-10-24T23:30:00Z'],
	['2026-10-25', '02:00', '2026-10-25T02:00:00Z'],
	['2026-10-25', '08:00', '2026-10-25T08:00:00Z']
])('%s at %s is one moment, and back', (day, time, moment) => {
	const at = momentOf(day, time);

	expect(new Date(at).toISOString()).toBe(moment.replace('Z', '.000Z'));
	expect(timeOf(at)).toBe(time);
});

test('a time that the clock leaves out in March counts as an hour later', () => {
	expect(timeOf(momentOf('2026-03-29', '01:30'))).toBe('02:30');
});

test('a time that comes twice in October is the second of the two', () => {
	expect(new Date(momentOf('2026-10-25', '01:30')).toISOString()).toBe('2026-10-25T01:30:00.000Z');
});
