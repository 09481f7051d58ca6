/**
 * What is due for whom, from records as they are kept: rota, posts, consents, numbers.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { Reminder, ReminderRule } from '#domain/reminder.ts';
import type { Actor } from '#domain/roles.ts';
import { rotaSlotRecord } from '#features/rota/record.ts';
import { rotaSwapRecord } from '#features/rota/swaps/record.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import {
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	practiceId,
	reader,
	volunteer
} from '#tests/support/actors.ts';
import { group, rotaOfTests, slotId, tuesday } from '#tests/support/rota.ts';
import { consentRecord, venueRecord } from '#features/consent/record.ts';
import { consentOf, venueOf } from '#tests/support/consents.ts';
import { endingReminder } from './consents.ts';
import { dutyReminder, gapReminder, swapReminder } from './duty.ts';
import { approvalReminder, postReminder } from './posts.ts';
import { numbersReminder } from './numbers.ts';

const monday = '2026-11-23';
let rota: Awaited<ReturnType<typeof rotaOfTests>>;

beforeEach(async () => {
	rota = await rotaOfTests();
});

function due(rule: ReminderRule, who: Actor, now: number): Promise<Reminder[]> {
	const { personId, role } = who;
	const today = dayOf(now);
	return rule.due(rota.transaction, { personId, role, practiceId, today });
}

describe('a turn on the rota', () => {
	test('is told the evening before, to the person and to the backup', async () => {
		await rota.take(volunteer);
		await rota.back(otherVolunteer);
		const now = momentOf(monday, '18:00');

		expect(await due(dutyReminder, volunteer, now)).toMatchObject([
			{ title: 'Your turn is tomorrow', at: now, text: `${group}.`, path: '/rota' }
		]);
		expect(await due(dutyReminder, otherVolunteer, now)).toMatchObject([
			{ title: 'You are the backup tomorrow', at: now }
		]);
		expect(await due(dutyReminder, coordinator, now)).toEqual([]);
	});

	test('says that there is a handover, and none of its words', async () => {
		await rota.take(volunteer, monday, idFor(2));
		const slot = await rota.transaction.get(rotaSlotRecord, idFor(2));
		if (!slot) throw new Error('The day has not been taken.');
		await rota.transaction.put(rotaSlotRecord, { ...slot, note: 'Mrs Example wrote again.' });
		await rota.take(volunteer);

		const reminders = await due(dutyReminder, volunteer, momentOf(monday, '18:00'));

		const words = reminders.map(({ text }) => text).join(' ');
		expect(words).toContain('There is a handover note to read.');
		expect(words).not.toContain('Example');
	});

	test('has the same key whatever becomes of its record', async () => {
		await rota.take(volunteer);
		const [one] = await due(dutyReminder, volunteer, momentOf(monday, '18:00'));

		expect(one?.key).toBe(`duty/${tuesday}/${group}/duty`);
		expect(one?.key).not.toContain(slotId);
	});

	test('that nobody has is told to leaders on the day', async () => {
		const now = momentOf(tuesday, '08:00');

		expect(await due(gapReminder, coordinator, now)).toMatchObject([
			{ title: 'Nobody is on the rota today', at: now, key: `gap/${tuesday}/${group}` }
		]);
		expect(await due(gapReminder, volunteer, now)).toEqual([]);
		await rota.take(volunteer);
		expect(await due(gapReminder, coordinator, now)).toEqual([]);
	});

	test('that is offered is told to those whom it is offered to', async () => {
		await rota.transaction.put(rotaSwapRecord, {
			...{ id: idFor(70), createdAt: 1, createdBy: volunteer.personId, dutyOn: tuesday, group },
			...{ fromId: volunteer.personId, toId: null, takerId: null, state: 'offered' }
		});
		const now = momentOf(monday, '12:00');

		expect(await due(swapReminder, otherVolunteer, now)).toMatchObject([{ at: 1 }]);
		expect(await due(swapReminder, volunteer, now)).toEqual([]);
		expect(await due(swapReminder, reader, now)).toEqual([]);
	});
});

describe('a post', () => {
	const keep = (changes: Partial<Post>) =>
		rota.transaction.put(postRecord, {
			...newPost(
				{ id: idFor(80), createdAt: 0, createdBy: volunteer.personId },
				{ title: 'About Mrs Example', plannedOn: tuesday, plannedTime: '18:30' }
			),
			...changes
		});

	test('is told to its writer a quarter of an hour before its time, without its name', async () => {
		await keep({ status: 'approved' });
		const now = momentOf(tuesday, '12:00');

		const reminders = await due(postReminder, volunteer, now);

		expect(reminders).toMatchObject([
			{ at: momentOf(tuesday, '18:15'), text: 'It is planned for today at 6:30pm.' }
		]);
		expect(JSON.stringify(reminders)).not.toContain('Example');
		expect(await due(postReminder, otherVolunteer, now)).toEqual([]);
	});

	test('that is not ready is told as such, and one that has gone out is not told', async () => {
		await keep({ status: 'draft' });
		const [draft] = await due(postReminder, volunteer, momentOf(tuesday, '12:00'));
		await keep({ status: 'posted' });
		const posted = await due(postReminder, volunteer, momentOf(tuesday, '12:00'));

		expect(draft?.title).toBe('A post of yours is due and not ready');
		expect(posted).toEqual([]);
	});

	test('that is moved to another day is told again', async () => {
		await keep({});
		const [before] = await due(postReminder, volunteer, momentOf(tuesday, '12:00'));
		await keep({ plannedOn: '2026-11-25' });
		const [after] = await due(postReminder, volunteer, momentOf(tuesday, '12:00'));

		expect(after?.key).not.toBe(before?.key);
	});

	test('that waits for the practice is told to the practice manager', async () => {
		await keep({ status: 'ready', readyAt: 5 });

		expect(await due(approvalReminder, manager, 10)).toMatchObject([{ at: 5 }]);
		expect(await due(approvalReminder, coordinator, 10)).toEqual([]);
	});
});

test('a consent that ends is told to those who lead, 60, 30 and 7 days before, without a name', async () => {
	await rota.transaction.put(consentRecord, consentOf(1, { expiresOn: '2027-01-22' }));
	const at = async (day: string) =>
		(await due(endingReminder, coordinator, momentOf(day, '12:00')))
			.filter((reminder) => reminder.at <= momentOf(day, '12:00'))
			.filter((reminder) => reminder.until > momentOf(day, '12:00'))
			.map(({ title }) => title);

	expect(await at('2026-11-22')).toEqual([]);
	expect(await at('2026-11-23')).toEqual(['A photo consent ends in 60 days']);
	expect(await at('2026-12-23')).toEqual(['A photo consent ends in 30 days']);
	expect(await at('2027-01-20')).toEqual(['A photo consent ends in 7 days']);
	expect(await due(endingReminder, volunteer, momentOf(monday, '12:00'))).toEqual([]);
});

test('a place whose days end is told to those who lead in the same way; one with no end never', async () => {
	await rota.transaction.put(venueRecord, venueOf({ expiresOn: '2027-01-22' }));
	const titles = async (day: string) => {
		const now = momentOf(day, '12:00');
		const told = await due(endingReminder, coordinator, now);
		return told.filter(({ at, until }) => at <= now && until > now).map(({ title }) => title);
	};

	expect(await titles('2026-11-22')).toEqual([]);
	expect(await titles('2026-11-23')).toEqual(['The yes of a place ends in 60 days']);
	expect(await titles('2027-01-20')).toEqual(['The yes of a place ends in 7 days']);
	await rota.transaction.put(venueRecord, venueOf({ expiresOn: null }));
	expect(await titles('2026-11-23')).toEqual([]);
	await rota.transaction.put(venueRecord, venueOf({ expiresOn: '2026-11-01' }));
	expect(await titles('2026-11-23')).toEqual([]);
});

test('numbers are not asked for where there is no account', async () => {
	expect(await due(numbersReminder, coordinator, momentOf('2026-12-07', '09:00'))).toEqual([]);
});
