import { describe, expect, test } from 'vitest';
import { coordinator, idFor } from '#tests/support/actors.ts';
import { emptyNote, type InsightNote } from '../record.ts';
import { sheetFor } from './sheet.ts';

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
			{ field: 'followers', name: 'Followers', value: '140', change: '40 more' },
			{ field: 'reach', name: 'Reach', value: 'Not known', change: '' }
		]);
		expect(part?.learned).toEqual(['Photos of the team are liked.', 'Links are not.']);
		expect(part?.willChange).toBe('Ask one question a week.');
	});

	test('shows fewer than 5 people only in words, and no change beside them', () => {
		const few = [note('2026-10', { followers: 9 }), note('2026-11', { followers: 3, answered: 3 })];

		expect(sheetFor('2026-11', few, [facebook]).parts[0]?.rows).toEqual([
			{ field: 'followers', name: 'Followers', value: 'fewer than 5', change: '' },
			{ field: 'answered', name: 'Comments answered', value: '3', change: 'No number' }
		]);
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
		expect(sheet.source).toContain('posts marked as posted');
		expect(sheetFor('2026-11', notes, [facebook]).parts[0]?.postsInPlan).toBeUndefined();
	});

	test('says which month it is and where the numbers are from', () => {
		const sheet = sheetFor('2026-11', [], []);

		expect(sheet.title).toBe('Our social media in November 2026');
		expect(sheet.source).toContain('copied by hand');
		expect(sheet.source).toContain('It does not mean 0');
	});
});
