import { describe, expect, test } from 'vitest';
import { coordinator, idFor } from '#tests/support/actors.ts';
import { emptyNote, type InsightNote } from './record.ts';
import {
	accountsMissing,
	changeFromLastMonth,
	dueWords,
	inGroups,
	learnedOf,
	missingIn,
	monthDue,
	monthName,
	monthsFrom,
	noteOf,
	shortChange,
	slipCheck
} from './rules.ts';

const facebook = { id: idFor(1), name: 'Facebook', status: 'active', createdAt: 0 };
const instagram = { id: idFor(2), name: 'Instagram', status: 'active', createdAt: 0 };
let number = 10;

function note(month: string, rest: Partial<InsightNote> = {}): InsightNote {
	const { accountId = facebook.id } = rest;
	return {
		id: idFor(number++),
		createdAt: 0,
		createdBy: coordinator.personId,
		...emptyNote(month, accountId),
		...rest
	};
}

describe('numbers over months', () => {
	test('months go on over the end of the year', () => {
		expect(monthsFrom('2026-11', '2027-01')).toEqual(['2026-11', '2026-12', '2027-01']);
	});

	test('the note of a month and account is found, and no other', () => {
		const notes = [
			note('2026-11', { followers: 140 }),
			note('2026-09', { accountId: instagram.id, followers: 7 })
		];

		expect(noteOf(notes, '2026-09', instagram.id)?.followers).toBe(7);
		expect(noteOf(notes, '2026-09', facebook.id)).toBeUndefined();
	});
});

describe('the change from last month, in words', () => {
	test.each([
		[140, 100, '2026-11', '40 more than October'],
		[100, 140, '2026-11', '40 fewer than October'],
		[100, 100, '2026-11', 'The same as October'],
		[12_400, 11_000, '2026-11', '1,400 more than October'],
		[140, 100, '2027-01', '40 more than December 2026'],
		[140, null, '2026-11', 'No number for October to compare with'],
		[null, 100, '2026-11', 'Not known'],
		[0, 100, '2026-11', '100 fewer than October'],
		[0, 0, '2026-11', 'The same as October']
	])('%s after %s in %s: %s', (value, before, month, words) => {
		expect(changeFromLastMonth(value, before, month)).toBe(words);
	});

	test('small numbers are said to be small', () => {
		expect(changeFromLastMonth(6, 3, '2026-11')).toBe(
			'3 more than October. These numbers are small, so it may be chance'
		);
		expect(changeFromLastMonth(20, 3, '2026-11')).toBe('17 more than October');
	});

	test.each([
		[140, 100, '40 more'],
		[1000, 2400, '1,400 fewer'],
		[100, 100, 'The same'],
		[100, null, 'No number'],
		[null, 100, ''],
		[6, 3, '3 more (small numbers)']
	])('%s after %s is short: “%s”', (value, before, words) => {
		expect(shortChange(value, before)).toBe(words);
	});

	test('no percentage is ever claimed', () => {
		expect(changeFromLastMonth(6, 3, '2026-11')).not.toContain('%');
	});
});

describe('a number that looks like a slip', () => {
	test.each([
		[1000, 100, 'October was 100. Is there a figure too many?'],
		[10, 100, 'October was 100. Is a figure missing?'],
		[0, 100, 'October was 100. Leave this empty if nobody knows the number.']
	])('%s after %s is asked about', (value, before, words) => {
		expect(slipCheck(value, before, '2026-11')).toBe(words);
	});

	test.each([
		[999, 100],
		[11, 100],
		[100, 100],
		[10, 1],
		[19, 0],
		[500, 0],
		[null, 100],
		[100, null]
	])('%s after %s is not', (value, before) => {
		expect(slipCheck(value, before, '2026-11')).toBeUndefined();
	});
});

describe('what is due and what is missing', () => {
	test.each([
		['2026-12-01', '2026-11', '2026-12-07', 6, false],
		['2026-12-07', '2026-11', '2026-12-07', 0, false],
		['2026-12-08', '2026-11', '2026-12-07', -1, true],
		['2027-01-03', '2026-12', '2027-01-07', 4, false],
		['2028-03-01', '2028-02', '2028-03-07', 6, false]
	])('on %s the note of %s is asked for', (today, month, dueOn, daysLeft, isLate) => {
		expect(monthDue(today)).toEqual({ month, dueOn, daysLeft, isLate });
	});

	test('a note is complete with one number, one thing learned and one change', () => {
		expect(missingIn(undefined)).toHaveLength(3);
		expect(missingIn(note('2026-11', { followers: 0 }))).toEqual([
			'what we learned',
			'what we will change'
		]);
		expect(
			missingIn(
				note('2026-11', { reach: 4, learned2: 'Short posts do well.', willChange: 'More.' })
			)
		).toEqual([]);
	});

	test('spaces are not words', () => {
		expect(missingIn(note('2026-11', { reach: 4, learned1: ' ', willChange: '\n' }))).toHaveLength(
			2
		);
		expect(learnedOf(note('2026-11', { learned1: ' ', learned3: ' Ask more. ' }))).toEqual([
			'Ask more.'
		]);
	});

	test('accounts that are closed, or newer than the month, miss nothing', () => {
		const closed = { ...instagram, status: 'closed' };
		const fresh = { ...instagram, createdAt: Date.UTC(2026, 11, 1, 9) };

		expect(accountsMissing([], [facebook, closed, fresh], '2026-11')).toEqual([facebook]);
		expect(accountsMissing([], [fresh], '2026-12')).toEqual([fresh]);
	});
});

describe('numbers and months as people write them', () => {
	test.each([
		[0, '0'],
		[999, '999'],
		[1000, '1,000'],
		[1_234_567, '1,234,567']
	])('%s is %s', (value, words) => {
		expect(inGroups(value)).toBe(words);
	});

	test('a month has its year when it is another year', () => {
		expect(monthName('2026-10', '2026-11')).toBe('October');
		expect(monthName('2026-12', '2027-01')).toBe('December 2026');
	});
});

describe('what is due, in words', () => {
	test.each([
		['2026-12-01', 2, '2 notes for November 2026 are still to write, until Monday 7 December.'],
		['2026-12-06', 1, 'One note for November 2026 is still to write, until tomorrow.'],
		['2026-12-09', 1, 'One note for November 2026 is missing. It was due on Monday 7 December.'],
		['2026-12-08', 3, '3 notes for November 2026 are missing. They were due yesterday.'],
		['2026-12-09', 0, 'The notes for November 2026 are done.']
	])('on %s with %s missing', (day, missing, words) => {
		expect(dueWords(monthDue(day), missing, day)).toBe(words);
	});
});
