import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	otherVolunteer,
	practiceId,
	reader,
	volunteer
} from '#tests/support/actors.ts';
import { deskOfTests, freshId } from '#tests/support/rota-desk.ts';
import { all, ann, sam, slot } from '#tests/support/rota-rows.ts';
import { coverFor, gapsAhead, isShort, lateForBackup } from '../rules.ts';
import { minutesEach } from '../fair/rules.ts';
import { signUp } from '../mutations.ts';
import { rotaSlotRecord } from '../record.ts';
import { chooseTwoWeeks, editRotaSettings } from './mutations.ts';
import { firstSettings, rotaSettingsRecord } from './record.ts';
import { dutyOfGroup, isDutyDay, rotaGroups, workDaysOf } from './rules.ts';

const today = '2026-11-23';

describe('the settings of the rota', () => {
	let desk: Awaited<ReturnType<typeof deskOfTests>>;

	beforeEach(async () => {
		desk = await deskOfTests();
	});

	test('only a leader changes them; what is left out stays as it was', async () => {
		const changes = { redDays: 6 };

		expect(await desk.does(volunteer, editRotaSettings, { changes })).toMatchObject({
			code: 'role-may-not'
		});
		expect(await desk.does(coordinator, editRotaSettings, { changes })).toBeUndefined();
		await desk.does(coordinator, editRotaSettings, { changes: { amberDays: 3 } });
		expect(await desk.transaction.get(rotaSettingsRecord, practiceId)).toMatchObject({
			...firstSettings,
			...{ redDays: 6, amberDays: 3 }
		});
	});

	test('each person says for themselves that two weeks running are fine, and takes it back', async () => {
		const fine = async () =>
			(await desk.transaction.get(rotaSettingsRecord, practiceId))?.twoWeeksIds;
		for (const who of [volunteer, otherVolunteer, volunteer]) {
			await desk.does(who, chooseTwoWeeks, { isFine: true });
		}
		expect(await fine()).toEqual([sam, ann]);

		await desk.does(otherVolunteer, chooseTwoWeeks, { isFine: false });
		expect(await fine()).toEqual([ann]);
		expect(await desk.does(reader, chooseTwoWeeks, { isFine: true })).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('urgent cannot come before amber', async () => {
		expect(
			await desk.does(coordinator, editRotaSettings, { changes: { amberDays: 4 } })
		).toMatchObject({ code: 'red-before-amber' });
	});
});

describe('several duties', () => {
	const photos = { isUsed: true, people: 2, minutes: 60 };
	const settings = { ...firstSettings, photos };

	test('help in a crisis needs nobody, so no evening or weekend is a gap', async () => {
		const crisis = { isUsed: true, people: 0, minutes: 60 };
		const used = { ...firstSettings, crisis };
		const line = 'Help in a crisis';

		expect(rotaGroups([], used)).toContain(line);
		expect(gapsAhead([], [line], { today, days: 7, settings: used })).toEqual([]);
		const desk = await deskOfTests();
		expect(
			await desk.does(volunteer, signUp, { id: freshId, dutyOn: '2026-11-28', group: line })
		).toBeUndefined();
		expect(
			await desk.does(coordinator, editRotaSettings, {
				changes: { crisis: { ...crisis, people: 1 } }
			})
		).toMatchObject({ code: 'bad-arguments' });
	});

	test('a duty that is used has a line of its own', () => {
		expect(rotaGroups([], settings)).toEqual(['All accounts', 'Take photos']);
		expect(dutyOfGroup('Take photos')).toBe('photos');
		expect(dutyOfGroup('All accounts')).toBe('accounts');
	});

	test('where two are needed, a day without a backup is short', () => {
		const slots = [slot(today, ann, { group: 'Take photos', duty: 'photos' })];
		const cover = coverFor(slots, 'Take photos', today);

		expect(isShort(cover, settings)).toBe(true);
		expect(isShort({ ...cover, backupId: sam }, settings)).toBe(false);
		expect(isShort({ ...cover, personId: null }, firstSettings)).toBe(false);
	});

	test('a slot from before there were several duties is about the accounts', () => {
		const older = Object.fromEntries(
			Object.entries(slot(today)).filter(([field]) => !['duty', 'minutes'].includes(field))
		);

		expect(rotaSlotRecord.schema.parse(older)).toMatchObject({ duty: 'accounts', minutes: null });
	});
});

describe('days on which somebody is needed', () => {
	const workDays = workDaysOf({ 1: true, 2: true, 3: true, 4: true, 5: true }, ['2026-12-24']);

	test.each([
		['a working day', '2026-12-23', true],
		['a day that the group takes off', '2026-12-24', false],
		['Christmas Day', '2026-12-25', false],
		['a weekend', '2026-12-26', false],
		['the day that stands for Boxing Day', '2026-12-28', false],
		['the day after', '2026-12-29', true],
		['New Year’s Day', '2027-01-01', false],
		['a holiday in Scotland alone', '2027-01-04', true]
	])('%s: %s', (_, day, isNeeded) => {
		expect(isDutyDay(day, workDays)).toBe(isNeeded);
	});

	test('a group without hours works every day', () => {
		expect(isDutyDay('2026-12-25', workDaysOf({}))).toBe(true);
	});

	test('no gap is told on a holiday', () => {
		const gaps = gapsAhead([], [all], { today: '2026-12-24', days: 8, workDays });

		expect(gaps.map(({ dutyOn }) => dutyOn)).toEqual(['2026-12-29', '2026-12-30', '2026-12-31']);
	});
});

describe('a day that is given back late', () => {
	const gap = (dutyOn: string) => coverFor([slot(dutyOn, null, { backupId: ann })], all, dutyOn);

	test('is told to the backup, and to nobody else', () => {
		expect(lateForBackup([gap('2026-11-24')], today, ann)).toHaveLength(1);
		expect(lateForBackup([gap('2026-11-24')], today, sam)).toEqual([]);
	});

	test('a day further ahead has time, a covered one needs nobody', () => {
		expect(lateForBackup([gap('2026-11-26')], today, ann)).toEqual([]);
		const held = coverFor([slot('2026-11-24', sam, { backupId: ann })], all, '2026-11-24');
		expect(lateForBackup([held], today, ann)).toEqual([]);
	});
});

test('minutes are added up for each person', () => {
	const slots = [
		slot('2026-11-20', ann, { minutes: 10 }),
		slot('2026-11-21', ann, { minutes: 15 }),
		slot('2026-11-21', sam),
		slot('2026-10-01', ann, { minutes: 99 })
	];

	expect([...minutesEach(slots, '2026-11-01', today)]).toEqual([[ann, 25]]);
});
