/** Themes, the account review, the settings and what is due: who may do what, and when. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { numbersReminder } from '#features/reminders/due/numbers.ts';
import { momentOf } from '#domain/clock.ts';
import { meetingRecord } from '#features/meetings/record.ts';
import {
	as,
	coordinator,
	idFor,
	practiceId,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { aGroup } from '#tests/support/group.ts';
import { accountId, titles } from '#tests/support/today.ts';
import { reviewAccount, takeBackReview } from './reviews/mutations.ts';
import { accountReviewRecord } from './reviews/record.ts';
import { editInsightSettings } from './settings/mutations.ts';
import { firstSettings, insightSettingsRecord } from './settings/record.ts';
import { dueFor, isYearlyQuestionDue } from './settings/rules.ts';
import { addTheme, editTheme, removeTheme } from './themes/mutations.ts';
import { themeRecord } from './themes/record.ts';

let transaction: Awaited<ReturnType<typeof aGroup>>;

async function does<Args>(who: Actor, mutation: Mutation<string, Args>, args: unknown) {
	return (await runMutation(mutation, transaction, args, as(who)))?.code;
}

beforeEach(async () => {
	transaction = await aGroup();
	await transaction.put(
		accountRecord,
		accountRecord.schema.parse({
			...{ id: accountId, createdAt: 0, createdBy: volunteer.personId, name: 'Facebook' },
			...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
			status: 'active'
		})
	);
});

describe('a theme', () => {
	const theme = {
		...{ id: idFor(1), month: '2026-10', theme: 'The queue', sort: 'concern', count: 3 },
		...{ passedTo: '', passedOn: null, cameOfIt: '' }
	};

	test('is written down by whoever reads comments, once a month', async () => {
		expect(await does(rotaMember, addTheme, theme)).toBeUndefined();
		expect(await does(rotaMember, addTheme, { ...theme, id: idFor(2), theme: ' the QUEUE ' })).toBe(
			'same-theme'
		);
		expect(await does(reader, addTheme, { ...theme, id: idFor(2), theme: 'x' })).toBe(
			'role-may-not'
		);
		expect(await does(volunteer, addTheme, { ...theme, id: idFor(2), month: '2026-12' })).toBe(
			'not-yet'
		);
	});

	test.each([0, -1, 1.5])('never counts %d people', async (count) => {
		expect(await does(volunteer, addTheme, { ...theme, count })).toBe('bad-arguments');
	});

	test('is passed on, and removed by someone who writes', async () => {
		await does(rotaMember, addTheme, theme);
		const changes = { passedTo: 'the practice manager', passedOn: '2026-11-21' };

		expect(await does(rotaMember, editTheme, { id: theme.id, changes })).toBeUndefined();
		expect(await transaction.get(themeRecord, theme.id)).toMatchObject(changes);
		expect(await does(rotaMember, removeTheme, { id: theme.id })).toBe('role-may-not');
		expect(await does(volunteer, removeTheme, { id: theme.id })).toBeUndefined();
		expect(await does(volunteer, editTheme, { id: theme.id, changes })).toBe('no-such-theme');
	});
});

describe('the account review', () => {
	const decided = { id: idFor(1), accountId, quarter: '2026-Q3', verdict: 'keep', why: '' };

	test('is a leader’s, one for each account and quarter', async () => {
		expect(await does(volunteer, reviewAccount, decided)).toBe('role-may-not');
		expect(await does(coordinator, reviewAccount, decided)).toBeUndefined();
		const again = { ...decided, id: idFor(2), verdict: 'fix', why: 'Few see it.' };
		expect(await does(coordinator, reviewAccount, again)).toBeUndefined();
		expect(await transaction.by(accountReviewRecord, 'accountId', accountId)).toMatchObject([
			{ id: idFor(1), verdict: 'fix', decidedOn: '2026-11-21' }
		]);
	});

	test('is taken back by a leader, once', async () => {
		await does(coordinator, reviewAccount, decided);
		const { id } = decided;

		expect(await does(volunteer, takeBackReview, { id })).toBe('role-may-not');
		expect(await does(coordinator, takeBackReview, { id })).toBeUndefined();
		expect(await transaction.get(accountReviewRecord, id)).toBeUndefined();
		expect(await does(coordinator, takeBackReview, { id })).toBe('no-such-review');
	});

	test('says why where an account is not kept, and never of a time to come', async () => {
		expect(await does(coordinator, reviewAccount, { ...decided, verdict: 'close' })).toBe(
			'needs-why'
		);
		expect(await does(coordinator, reviewAccount, { ...decided, quarter: '2026-Q4' })).toBe(
			'not-yet'
		);
		expect(await does(coordinator, reviewAccount, { ...decided, accountId: idFor(9) })).toBe(
			'no-such-account'
		);
	});
});

describe('the settings', () => {
	test('are a leader’s; what is left out stays', async () => {
		expect(await does(volunteer, editInsightSettings, { changes: { dueDay: 5 } })).toBe(
			'role-may-not'
		);
		expect(
			await does(coordinator, editInsightSettings, { changes: { dueDay: 5 } })
		).toBeUndefined();
		expect(await does(coordinator, editInsightSettings, { changes: { dueDay: 40 } })).toBe(
			'bad-arguments'
		);
		expect(await transaction.get(insightSettingsRecord, practiceId)).toMatchObject({
			...firstSettings,
			dueDay: 5
		});
	});

	test('the yearly question comes back after a year', () => {
		const asked = { ...firstSettings, complaintsAskedOn: '2025-11-22' };

		expect(isYearlyQuestionDue(firstSettings, '2026-11-21')).toBe(true);
		expect(isYearlyQuestionDue(asked, '2026-11-21')).toBe(false);
		expect(isYearlyQuestionDue(asked, '2026-11-22')).toBe(true);
	});
});

describe('the monthly notes are due', () => {
	test.each([
		['by the 7th', [], '2026-11-07'],
		['three days before an early meeting', ['2026-11-06'], '2026-11-03'],
		['never before the month has begun', ['2026-11-02'], '2026-11-01'],
		['by the 7th when the meeting is late', ['2026-11-24'], '2026-11-07'],
		['without regard to another month’s meeting', ['2026-12-02'], '2026-11-07']
	] as const)('%s', (_, days, dueOn) => {
		const meetings = days.map((heldOn) => ({ heldOn }));

		expect(dueFor('2026-11-02', undefined, meetings)).toMatchObject({ month: '2026-10', dueOn });
	});

	test('as the group has it', () => {
		const settings = { ...firstSettings, dueDay: 14 };

		expect(dueFor('2026-11-02', settings, []).dueOn).toBe('2026-11-14');
	});

	test('and the reminder comes on that day', async () => {
		const { personId, role } = coordinator;
		const now = momentOf('2026-12-02', '09:00');
		const listener = { personId, role, practiceId, now, today: '2026-12-02' };
		await transaction.put(meetingRecord, {
			...{ id: idFor(5), createdAt: 0, createdBy: personId, heldOn: '2026-12-05', decisions: '' }
		});

		expect(await numbersReminder.due(transaction, listener)).toMatchObject([{ at: now }]);
	});
});

test('What was agreed at a meeting stands on the Today of who does it', () => {
	const actions = [
		{
			...{
				id: idFor(6),
				createdAt: 0,
				createdBy: '',
				meetingId: idFor(5),
				what: 'Hang the poster'
			},
			...{ whoId: volunteer.personId, dueOn: '2026-11-20', doneOn: null, isDone: 'no' as const }
		}
	];

	expect(titles(volunteer, { actions })).toEqual(['Hang the poster']);
	expect(titles(coordinator, { actions })).toEqual([]);
	expect(
		titles(coordinator, { actions: actions.map((each) => ({ ...each, whoId: null })) })
	).toEqual(['Hang the poster']);
	expect(
		titles(volunteer, { actions: actions.map((each) => ({ ...each, dueOn: '2026-12-20' })) })
	).toEqual([]);
});
