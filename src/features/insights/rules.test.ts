import { describe, expect, test } from 'vitest';
import { coordinator, idFor } from '#tests/support/actors.ts';
import { emptyNote, type InsightNote } from './record.ts';
import {
	accountsMissing,
	changeFromLastMonth,
	inGroups,
	learnedOf,
	missingIn,
	monthDue,
	monthName,
	monthsFrom,
	noteOf,
	seriesFor,
	slipCheck
} from './rules.ts';
import { sheetFor } from './sheet/sheet.ts';

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
	const notes = [
		note('2026-11', { followers: 140 }),
		note('2026-08', { followers: 100 }),
		note('2026-10', { followers: 0 }),
		note('2026-09', { accountId: instagram.id, followers: 7 })
	];

	test('a month without a note is a gap, and 0 is a number', () => {
		expect(seriesFor(notes, facebook.id, 'followers')).toEqual([
			{ month: '2026-08', value: 100 },
			{ month: '2026-09', value: null },
			{ month: '2026-10', value: 0 },
			{ month: '2026-11', value: 140 }
		]);
	});

	test('a note without the number is a gap too', () => {
		expect(seriesFor(notes, facebook.id, 'reach').map(({ value }) => value)).toEqual([
			null,
			null,
			null,
			null
		]);
	});

	test('an account without notes has no line', () => {
		expect(seriesFor(notes, idFor(9), 'followers')).toEqual([]);
	});

	test('months go on over the end of the year', () => {
		expect(monthsFrom('2026-11', '2027-01')).toEqual(['2026-11', '2026-12', '2027-01']);
	});

	test('the note of a month and account is found, and no other', () => {
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

describe('the meeting sheet', () => {
	const notes = [
		note('2026-10', { followers: 100, reach: 900, willChange: 'Post in the evening.' }),
		note('2026-11', {
			followers: 140,
			learned1: 'Photos of the team are liked.',
			learned3: 'Links are not.',
			willChange: 'Ask one question a week.',
			cameOfIt: 'More people saw the posts.',
			told: 'People cannot find the new number.',
			didAboutIt: 'It is now at the top of the website.'
		})
	];

	test('has the numbers with their change, what was learned and what will change', () => {
		const [part] = sheetFor('2026-11', notes, [facebook]).parts;

		expect(part?.rows).toEqual([
			{ field: 'followers', name: 'Followers', value: '140', change: '40 more than October' },
			{ field: 'reach', name: 'Reach', value: 'Not known', change: '' }
		]);
		expect(part?.learned).toEqual(['Photos of the team are liked.', 'Links are not.']);
		expect(part?.willChange).toBe('Ask one question a week.');
	});

	test('tells what came of last month’s change, and what people told us', () => {
		expect(sheetFor('2026-11', notes, [facebook]).parts[0]).toMatchObject({
			promised: 'Post in the evening.',
			cameOfIt: 'More people saw the posts.',
			told: 'People cannot find the new number.',
			didAboutIt: 'It is now at the top of the website.'
		});
	});

	test('names the accounts that have no note, in order', () => {
		const sheet = sheetFor('2026-11', notes, [instagram, facebook]);

		expect(sheet.missing).toEqual(['Instagram']);
		expect(sheet.parts.map(({ name }) => name)).toEqual(['Facebook']);
	});

	test('keeps the note of an account that was closed since, and asks nothing of it', () => {
		const closed = { ...facebook, status: 'closed' };

		expect(sheetFor('2026-11', notes, [closed]).parts).toHaveLength(1);
		expect(sheetFor('2026-12', notes, [closed]).missing).toEqual([]);
	});

	test('counts the posts of the month that are marked as posted', () => {
		const accounts = [facebook.id];
		const posts = [
			{ plannedOn: '2026-11-01', status: 'posted', accounts },
			{ plannedOn: '2026-11-30', status: 'posted', accounts },
			{ plannedOn: '2026-11-30', status: 'approved', accounts },
			{ plannedOn: '2026-12-01', status: 'posted', accounts },
			{ plannedOn: null, status: 'posted', accounts },
			{ plannedOn: '2026-11-02', status: 'posted', accounts: [instagram.id] }
		];

		const sheet = sheetFor('2026-11', notes, [facebook], posts);

		expect(sheet.parts[0]?.postsInPlan).toBe(2);
		expect(sheet.source).toContain('marked as posted');
		expect(sheetFor('2026-11', notes, [facebook]).parts[0]?.postsInPlan).toBeUndefined();
	});

	test('says which month it is and where the numbers are from', () => {
		const sheet = sheetFor('2026-11', [], []);

		expect(sheet.title).toBe('Our social media in November 2026');
		expect(sheet.source).toContain('copied by hand');
		expect(sheet.source).toContain('It does not mean 0');
	});
});
