/**
 * The daily look and accounts left alone: to whom, at what hour, and when it stops.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { tickCheck } from '#features/rota/checks/mutations.ts';
import { giveBack, signUp, signUpAsBackup } from '#features/rota/mutations.ts';
import { editRotaSettings } from '#features/rota/settings/mutations.ts';
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
import { ann, group } from '#tests/support/rota.ts';
import { lookReminder } from './looks.ts';

/** A Thursday; the practice works on weekdays from 9 to 5. */
const thursday = '2026-11-26';
const at = (time: string, day = thursday) => momentOf(day, time);

let desk: Awaited<ReturnType<typeof deskOfTests>>;

/** When this person is told what, of all that is due on that day. */
async function told(who: Actor, day = thursday) {
	const { personId, role } = who;
	const listener = { personId, role, practiceId, now: at('23:00', day), today: day };
	const due = await lookReminder.due(desk.transaction, listener);
	return due.map(({ at: moment, title }) => ({ at: moment, title }));
}

const alone = { title: 'An account needs a look' };
const urgent = { title: 'Nobody looks at our accounts' };
const missed = { title: 'Nobody has looked at our accounts today', at: at('18:00') };

beforeEach(async () => {
	desk = await deskOfTests();
	// In use since Monday: Tuesday and Wednesday have gone by without a look.
	const account = await desk.transaction.get(accountRecord, accountId);
	if (!account) throw new Error('There is no account.');
	await desk.transaction.put(accountRecord, { ...account, createdAt: at('10:00', '2026-11-23') });
	const wish = { id: idFor(1), dutyOn: thursday, group };
	await desk.does(volunteer, signUp, wish);
	await desk.does(otherVolunteer, signUpAsBackup, wish);
});

describe('an account that was left alone for two days', () => {
	test('is told to who is on duty, then to the backup, then to those who lead', async () => {
		expect(await told(volunteer)).toEqual([{ ...alone, at: at('10:00') }]);
		expect(await told(otherVolunteer)).toEqual([{ ...alone, at: at('12:00') }, missed]);
		expect(await told(coordinator)).toEqual([{ ...alone, at: at('14:00') }]);
		expect(await told(manager)).toEqual([{ ...alone, at: at('14:00') }]);
		for (const other of [rotaMember, reader]) expect(await told(other)).toEqual([]);
	});

	test('nobody waits for a place that nobody holds', async () => {
		const place = { dutyOn: thursday, group, place: 'duty', backupAgreed: false };
		await desk.does(volunteer, giveBack, { ...place, personId: ann });

		expect(await told(otherVolunteer)).toEqual([{ ...alone, at: at('10:00') }, missed]);
		expect(await told(coordinator)).toEqual([{ ...alone, at: at('12:00') }]);
	});

	test('is told within the hours of the day, whatever the group chose', async () => {
		const choose = (alarmAt: string) =>
			desk.does(coordinator, editRotaSettings, { changes: { alarmAt } });
		await choose('06:00');
		expect(await told(volunteer)).toEqual([{ ...alone, at: at('09:00') }]);

		await choose('16:00');
		expect(await told(coordinator)).toEqual([{ ...alone, at: at('17:00') }]);
	});

	test('is not told on a day off, and is urgent after four', async () => {
		expect(await told(coordinator, '2026-11-28')).toEqual([]);
		expect(await told(coordinator, '2026-11-30')).toEqual([
			{ ...urgent, at: at('10:00', '2026-11-30') }
		]);
	});

	test('is no matter as soon as anyone has looked', async () => {
		const tick = { id: idFor(900), accountId, what: ['comments'], isDone: true };
		await desk.does(rotaMember, tickCheck, tick, at('11:00'));

		for (const who of [volunteer, otherVolunteer, coordinator]) expect(await told(who)).toEqual([]);
	});

	test('is one message for each level, and names no account', async () => {
		const listener = { ...volunteer, practiceId, now: at('23:00') };
		const [reminder] = await lookReminder.due(desk.transaction, { ...listener, today: thursday });

		expect(reminder?.key).toBe(`look/amber/${accountId}/never`);
		expect(reminder?.text).toBe(
			'Nobody has looked at one account for 2 days when we work. Look now, or ask someone.'
		);
		expect(dayOf(reminder?.until ?? 0)).toBe('2026-11-27');
	});
});

test('A day without a look is told to the backup in the evening, or to who is on duty', async () => {
	const tick = { id: idFor(900), accountId, what: ['comments'], isDone: true };
	await desk.does(rotaMember, tickCheck, tick, at('11:00', '2026-11-25'));

	expect(await told(otherVolunteer)).toEqual([missed]);
	expect(await told(volunteer)).toEqual([]);

	const place = { dutyOn: thursday, group, place: 'backup', backupAgreed: false };
	await desk.does(otherVolunteer, giveBack, { ...place, personId: otherVolunteer.personId });
	expect(await told(volunteer)).toEqual([missed]);
});
