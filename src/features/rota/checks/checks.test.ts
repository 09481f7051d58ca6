import { beforeEach, describe, expect, test } from 'vitest';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import {
	aMoment,
	idFor,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { ann, group, sam, tuesday } from '#tests/support/rota.ts';
import { accountId, deskOfTests } from '#tests/support/rota-desk.ts';
import { firstSettings as settings } from '../settings/record.ts';
import { workDaysOf } from '../settings/rules.ts';
import { noteMinutes, sayWhatWasSeen, tickCheck } from './mutations.ts';
import { accountCheckRecord, type AccountCheck } from './record.ts';
import { lastCheck, lastCheckWords, unattended, unattendedWords } from './rules.ts';

const workDays = workDaysOf({ 1: true, 2: true, 3: true, 4: true, 5: true });
const account: Account = accountRecord.schema.parse({
	...{ id: accountId, createdAt: Date.UTC(2026, 8, 1), createdBy: ann, name: 'Our page' },
	...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
	status: 'active'
});
const look = (checkedOn: string, more: Partial<AccountCheck> = {}): AccountCheck => ({
	...{ id: idFor(1), createdAt: 0, createdBy: ann, accountId, checkedOn, by: ann, saw: '' },
	...{ checkedAt: Date.parse(`${checkedOn}T12:00:00Z`), what: ['comments'], ...more }
});
const levelOn = (today: string, checks: readonly AccountCheck[], rest: object = {}) =>
	unattended([account], checks, today, { workDays, settings, ...rest })[0]?.level;

describe('an account that nobody looks at', () => {
	test.each([
		['the day after', '2026-11-17', undefined],
		['after one day without a look', '2026-11-18', undefined],
		['after two', '2026-11-19', 'amber'],
		['after three', '2026-11-20', 'amber'],
		['after four', '2026-11-21', 'red']
	])('%s: %s', (_, today, level) => {
		expect(levelOn(today, [look('2026-11-16')])).toBe(level);
	});

	test('a weekend and holidays do not count', () => {
		expect(levelOn('2026-11-24', [look('2026-11-20')])).toBeUndefined();
		// 24 December is a Thursday; the 25th and 28th are holidays.
		expect(levelOn('2026-12-30', [look('2026-12-24')])).toBeUndefined();
		expect(levelOn('2026-12-31', [look('2026-12-24')])).toBe('amber');
	});

	test('the group may choose other numbers, and days off', () => {
		const own = { ...settings, amberDays: 1, redDays: 2 };
		const off = workDaysOf({ 1: true, 2: true, 3: true }, ['2026-11-17', '2026-11-18']);

		expect(levelOn('2026-11-18', [look('2026-11-16')], { settings: own })).toBe('amber');
		expect(levelOn('2026-11-19', [look('2026-11-16')], { workDays: off })).toBeUndefined();
	});

	test('a line without a tick is no look; a closed account needs none', () => {
		expect(levelOn('2026-11-24', [look('2026-11-23', { what: [] })])).toBe('red');
		const closed = { ...account, status: 'closed' as const };
		expect(unattended([closed], [], '2026-11-24', { workDays, settings })).toEqual([]);
	});

	test('a new account has its time', () => {
		const fresh = { ...account, createdAt: Date.UTC(2026, 10, 23) };

		expect(unattended([fresh], [], '2026-11-24', { workDays, settings })).toEqual([]);
	});

	test('an account from before ticks is urgent, and says so in words', () => {
		const [found] = unattended([account], [], '2026-11-24', { workDays, settings });

		expect(found?.level).toBe('red');
		expect(found && unattendedWords(found, '2026-11-24')).toContain('Nobody has ticked it off');
	});

	test('the words name the day of the last look', () => {
		const [found] = unattended([account], [look('2026-11-16')], '2026-11-19', {
			workDays,
			settings
		});

		expect(found && unattendedWords(found, '2026-11-19')).toBe(
			'Nobody has looked at Our page for 2 days when we work. The last look was on Monday 16 November.'
		);
		const last = lastCheck([look('2026-11-16'), look('2026-11-18')], accountId);
		expect(lastCheckWords(last, () => 'Ann', Date.UTC(2026, 10, 19, 9))).toBe(
			'Last checked yesterday at midday by Ann.'
		);
	});

	test('the days are UK days over both changes of the clock', () => {
		expect(levelOn('2026-10-27', [look('2026-10-23')])).toBeUndefined();
		expect(levelOn('2027-03-31', [look('2027-03-25')])).toBeUndefined();
		expect(levelOn('2027-04-01', [look('2027-03-25')])).toBe('amber');
	});
});

describe('ticking off', () => {
	let desk: Awaited<ReturnType<typeof deskOfTests>>;
	const checks = () => desk.transaction.between(accountCheckRecord, '2026-01-01', '2027-01-01');
	const tick = { id: idFor(1), accountId, what: ['comments', 'reviews'], isDone: true };

	beforeEach(async () => {
		desk = await deskOfTests();
	});

	test('anyone on the team may, and it says who and when', async () => {
		expect(await desk.does(reader, tickCheck, tick)).toMatchObject({ code: 'role-may-not' });
		expect(await desk.does(rotaMember, tickCheck, tick)).toBeUndefined();
		expect(await checks()).toMatchObject([
			{ by: rotaMember.personId, checkedOn: '2026-11-21', checkedAt: aMoment }
		]);
	});

	test('one record a day for each person; two people have one each', async () => {
		await desk.does(volunteer, tickCheck, tick);
		await desk.does(volunteer, tickCheck, { ...tick, id: idFor(2), what: ['messages'] });
		await desk.does(otherVolunteer, tickCheck, { ...tick, id: idFor(3) });

		expect((await checks()).map(({ by, what }) => [by, what])).toEqual([
			[ann, ['comments', 'messages', 'reviews']],
			[sam, ['comments', 'reviews']]
		]);
	});

	test('a tick is taken back; without any the look is gone', async () => {
		await desk.does(volunteer, tickCheck, tick);
		await desk.does(volunteer, tickCheck, { ...tick, what: ['reviews'], isDone: false });
		expect(await checks()).toMatchObject([{ what: ['comments'] }]);

		await desk.does(volunteer, tickCheck, { ...tick, what: ['comments'], isDone: false });
		expect(await checks()).toEqual([]);
	});

	test('a line on what was seen is kept with it', async () => {
		const saw = { id: idFor(1), accountId, saw: ' Two thank-yous. ' };

		expect(await desk.does(volunteer, sayWhatWasSeen, saw)).toBeUndefined();
		expect(await checks()).toMatchObject([{ saw: 'Two thank-yous.', what: [] }]);
	});

	test('an account that is not there cannot be ticked off', async () => {
		expect(await desk.does(volunteer, tickCheck, { ...tick, accountId: idFor(9) })).toMatchObject({
			code: 'no-such-account'
		});
	});

	test('minutes are noted on the day or in the week after, by who covered', async () => {
		await desk.take(volunteer);
		const minutes = { id: idFor(1), dutyOn: tuesday, group, minutes: 25 };
		const onTuesday = Date.UTC(2026, 10, 24, 18);

		expect(await desk.does(volunteer, noteMinutes, minutes)).toMatchObject({ code: 'not-then' });
		expect(await desk.does(otherVolunteer, noteMinutes, minutes, onTuesday)).toMatchObject({
			code: 'not-yours'
		});
		expect(await desk.does(volunteer, noteMinutes, minutes, onTuesday)).toBeUndefined();
		expect(await desk.slot()).toMatchObject({ minutes: 25 });
		const late = Date.UTC(2026, 11, 3, 18);
		expect(await desk.does(volunteer, noteMinutes, minutes, late)).toMatchObject({
			code: 'not-then'
		});
	});
});
