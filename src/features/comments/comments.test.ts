import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { Actor } from '#domain/roles.ts';
import { signUp, signUpAsBackup } from '#features/rota/mutations.ts';
import { answerReminder } from '#features/reminders/due/answers.ts';
import {
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	practiceId,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { accountId, deskOfTests } from '#tests/support/rota-desk.ts';
import { group } from '#tests/support/rota.ts';
import { endComment, noteComment, promiseAnswer } from './mutations.ts';
import { commentRecord, type Comment } from './record.ts';
import { dueAt, dueWords, levelAt, usualPromise, waitingOf, type Staffed } from './rules.ts';

const weekday = { from: '09:00', to: '17:00' };
const staffed: Staffed = {
	hours: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: { from: '09:00', to: '12:00' } },
	closedOn: ['2026-11-24'],
	lookBy: '18:00'
};
const commentAt = (cameAt: number, more: Partial<Comment> = {}): Comment => ({
	...{ id: idFor(1), createdAt: cameAt, createdBy: volunteer.personId, accountId },
	...{ thing: 'comments', link: '', cameAt, cameOn: dayOf(cameAt), state: 'waiting' },
	...{ firstAnswerAt: null, promisedOn: null, outcome: null, endedAt: null, endedBy: null },
	...more
});
const dueOf = (day: string, time: string, hours = staffed) =>
	dueAt(commentAt(momentOf(day, time)), hours);

describe('the same-day clock (K1)', () => {
	test.each([
		['within the hours, the same day', '2026-11-25', '10:00', '2026-11-25', '17:00'],
		['before the hours, the same day', '2026-11-25', '06:30', '2026-11-25', '17:00'],
		['after the hours, the next day', '2026-11-25', '17:00', '2026-11-26', '17:00'],
		['on a Friday afternoon, on Monday', '2026-11-20', '15:00', '2026-11-23', '17:00'],
		['on a weekend, on Monday', '2026-11-21', '10:00', '2026-11-23', '17:00'],
		['late on Christmas Eve, after the holidays', '2026-12-24', '18:00', '2026-12-29', '17:00'],
		['before a day that the group is closed', '2026-11-23', '18:00', '2026-11-25', '17:00'],
		['over the end of summer time', '2026-10-23', '13:00', '2026-10-26', '17:00']
	])('%s', (_, day, time, dueOn, dueTime) => {
		expect(dueOf(day, time)).toBe(momentOf(dueOn, dueTime));
	});

	test('a practice that has set no hours answers by the time of the daily look', () => {
		const everyDay = { hours: {}, closedOn: [], lookBy: '18:00' };

		expect(dueOf('2026-11-21', '10:00', everyDay)).toBe(momentOf('2026-11-21', '18:00'));
		expect(dueOf('2026-11-21', '19:00', everyDay)).toBe(momentOf('2026-11-22', '18:00'));
	});

	test('a promise sets its own day, two days with hours ahead as a rule', () => {
		expect(usualPromise('2026-11-23', staffed)).toBe('2026-11-26');
		const promised = commentAt(momentOf('2026-11-23', '10:00'), { promisedOn: '2026-11-26' });

		expect(dueAt(promised, staffed)).toBe(momentOf('2026-11-26', '17:00'));
	});

	test('two hours before the end it is soon, after it late, and the words say when', () => {
		const comment = commentAt(momentOf('2026-11-25', '10:00'));
		const due = dueAt(comment, staffed);
		const at = (time: string, day = '2026-11-25') => momentOf(day, time);

		expect(levelAt(due, at('14:59'))).toBe('calm');
		expect(levelAt(due, at('15:00'))).toBe('soon');
		expect(levelAt(due, at('17:00'))).toBe('late');
		expect(dueWords(comment, due, at('10:00'))).toBe('Answer by today at 5pm');
		expect(dueWords(comment, due, at('10:00', '2026-11-26'))).toBe('This was due yesterday at 5pm');
	});

	test('the most urgent comes first, and what has ended does not come', () => {
		const early = commentAt(momentOf('2026-11-23', '10:00'), { id: idFor(2) });
		const late = commentAt(momentOf('2026-11-25', '10:00'));
		const ended = commentAt(0, { id: idFor(3), state: 'ended' });

		expect(waitingOf([late, ended, early], staffed, 0).map(({ comment }) => comment.id)).toEqual([
			idFor(2),
			idFor(1)
		]);
	});
});

describe('something to answer', () => {
	/** A Thursday; the practice of the desk works on weekdays from 9 to 5. */
	const thursday = '2026-11-26';
	const at = (time: string, day = thursday) => momentOf(day, time);
	const id = idFor(40);
	let desk: Awaited<ReturnType<typeof deskOfTests>>;

	const note = (who: Actor = rotaMember, more: object = {}) =>
		desk.does(
			who,
			noteComment,
			{ id, accountId, thing: 'messages', link: '', ...more },
			at('10:00')
		);
	const promise = (promisedOn: string) =>
		desk.does(volunteer, promiseAnswer, { id, promisedOn }, at('11:00'));
	const end = (outcome = 'answered', who: Actor = volunteer) =>
		desk.does(who, endComment, { id, outcome }, at('12:00'));
	const kept = () => desk.transaction.get(commentRecord, id);
	async function told(who: Actor, day = thursday) {
		const { personId, role } = who;
		const listener = { personId, role, practiceId, now: at('23:00', day), today: day };
		const due = await answerReminder.due(desk.transaction, listener);
		return due.map(({ at: moment, title }) => ({ at: moment, title }));
	}

	beforeEach(async () => {
		desk = await deskOfTests();
	});

	test('is noted by anyone on the team, with a link and no words', async () => {
		expect(await note(reader)).toMatchObject({ code: 'role-may-not' });
		expect(await note()).toBeUndefined();

		expect(await kept()).toMatchObject({ state: 'waiting', cameAt: at('10:00'), cameOn: thursday });
	});

	test.each(['javascript:alert(1)', 'http://example.org', 'a page'])(
		'is not noted with a link like %s',
		async (link) => {
			expect(await note(volunteer, { link })).toMatchObject({ field: 'link' });
			expect(await kept()).toBeUndefined();
		}
	);

	test('is not noted for an account that is closed', async () => {
		expect(await note(volunteer, { accountId: idFor(41) })).toMatchObject({ field: 'accountId' });
	});

	test('a holding reply meets the day and starts a promise', async () => {
		await note();
		expect(await promise('2026-11-25')).toMatchObject({ field: 'promisedOn' });
		expect(await promise('2026-12-27')).toMatchObject({ field: 'promisedOn' });

		expect(await promise('2026-11-30')).toBeUndefined();

		expect(await kept()).toMatchObject({ state: 'promised', firstAnswerAt: at('11:00') });
		await end();
		expect(await kept()).toMatchObject({ state: 'ended', firstAnswerAt: at('11:00') });
	});

	test('ends with an outcome; who comes second is told so and changes nothing', async () => {
		await note();
		expect(await end('passed-on')).toBeUndefined();

		expect(await end('none', otherVolunteer)).toMatchObject({ code: 'already-ended' });
		expect(await promise('2026-11-30')).toMatchObject({ code: 'already-ended' });
		expect(await kept()).toMatchObject({ outcome: 'passed-on', endedBy: volunteer.personId });
	});

	test('is told to who is on duty two hours before the end, and to the others once it is late', async () => {
		const wish = { id: idFor(1), dutyOn: thursday, group };
		await desk.does(volunteer, signUp, wish);
		await desk.does(otherVolunteer, signUpAsBackup, wish);
		await note();
		const late = { title: 'An answer is late', at: at('17:00') };

		expect(await told(volunteer)).toEqual([
			{ title: 'Something waits for an answer', at: at('15:00') }
		]);
		for (const other of [otherVolunteer, coordinator, manager]) {
			expect(await told(other)).toEqual([late]);
		}
		for (const other of [rotaMember, reader]) expect(await told(other)).toEqual([]);

		await end();
		expect(await told(volunteer)).toEqual([]);
	});

	test('is told at once to those who lead where nobody is on duty', async () => {
		await note();

		expect(await told(coordinator)).toEqual([
			{ title: 'Something waits for an answer', at: at('15:00') }
		]);
	});
});
