import { describe, expect, test } from 'vitest';
import { idFor, reader, rotaMember } from '#tests/support/actors.ts';
import type { Account } from '#features/accounts/record.ts';
import {
	clashes,
	coverFor,
	dutiesOf,
	dutyFor,
	gapsAhead,
	lastHandover,
	standingSlots,
	whoCovers,
	whoIsNext
} from './rules.ts';
import { nextFreeDay, turnsEach, weeksFrom } from './fair/rules.ts';
import { rotaGroups, workDaysOf } from './settings/rules.ts';
import { all, ann, away, person, sam, slot } from '#tests/support/rota-rows.ts';

const people = [
	person(ann, 'Ann'),
	person(sam, 'Sam'),
	person(rotaMember.personId, 'Ravi', { role: 'rota-member' }),
	person(reader.personId, 'Rose', { role: 'reader' })
];
const today = '2026-11-21';

describe('who covers and who is next', () => {
	const slots = [slot('2026-11-24', sam), slot('2026-11-21'), slot('2026-11-22', null)];

	test('the slot of the day and group is found, and no other', () => {
		expect(dutyFor(slots, all, '2026-11-21')?.personId).toBe(ann);
		expect(dutyFor(slots, 'Facebook', '2026-11-21')).toBeUndefined();
	});

	test('a day without a slot is a gap', () => {
		expect(coverFor(slots, all, '2026-11-23')).toMatchObject({ personId: null, slotId: null });
	});

	test('today is told for each group, gaps included', () => {
		const covers = whoCovers(slots, today, [all, 'Facebook']);

		expect(covers.map(({ group, personId }) => [group, personId])).toEqual([
			[all, ann],
			['Facebook', null]
		]);
	});

	test('without a list of groups, those of the slots count', () => {
		expect(whoCovers(slots, today).map(({ group }) => group)).toEqual([all]);
	});

	test('the next person is the one of the first day held after today', () => {
		expect(whoIsNext(slots, today)).toMatchObject([{ dutyOn: '2026-11-24', personId: sam }]);
	});

	test('a group that nobody has signed up for has no next person', () => {
		expect(whoIsNext(slots, today, ['Facebook'])).toEqual([]);
	});
});

describe('someone who left', () => {
	const left = [person(ann, 'Ann', { leftOn: '2026-11-20' }), person(sam, 'Sam')];

	test('holds no day from today on, but keeps the days that were', () => {
		const slots = [
			slot('2026-11-20'),
			slot('2026-11-21'),
			slot('2026-11-22', sam, { backupId: ann })
		];

		const standing = standingSlots(slots, left, today);

		expect(standing.map(({ personId, backupId }) => [personId, backupId])).toEqual([
			[ann, null],
			[null, null],
			[sam, null]
		]);
	});

	test('leaves a gap', () => {
		const standing = standingSlots([slot('2026-11-21')], left, today);

		expect(gapsAhead(standing, [all], { today, days: 0 })).toHaveLength(1);
	});

	test('someone who may only read holds no day to come either', () => {
		const standing = standingSlots([slot('2026-11-21', reader.personId)], people, today);

		expect(standing[0]?.personId).toBeNull();
	});

	test('someone whose record is gone holds no day to come', () => {
		expect(standingSlots([slot('2026-11-21')], [], today)[0]?.personId).toBeNull();
	});
});

describe('gaps ahead', () => {
	test('every day up to 14 days ahead is looked at, today included', () => {
		const gaps = gapsAhead([], [all], { today, days: 14 });

		expect(gaps).toHaveLength(15);
		expect(gaps.at(-1)?.dutyOn).toBe('2026-12-05');
	});

	test('a day with a person is no gap; a day with only a backup is', () => {
		const slots = [slot('2026-11-21'), slot('2026-11-22', null, { backupId: sam })];

		const gaps = gapsAhead(slots, [all], { today, days: 1 });

		expect(gaps).toMatchObject([{ dutyOn: '2026-11-22', backupId: sam }]);
	});

	test('each group of accounts needs its own person', () => {
		const gaps = gapsAhead([slot('2026-11-21')], [all, 'Facebook'], { today, days: 0 });

		expect(gaps.map(({ group }) => group)).toEqual(['Facebook']);
	});

	test('days on which the group does not work are left out', () => {
		const weekdays = workDaysOf({ 1: { from: '09:00', to: '17:00' }, 6: null, 7: null });

		expect(
			gapsAhead([], [all], { today, days: 6, workDays: weekdays }).map(({ dutyOn }) => dutyOn)
		).toEqual(['2026-11-23']);
	});

	test('without staffed hours every day counts', () => {
		expect(workDaysOf({})).toBeUndefined();
	});

	test.each([
		['the clocks go back', '2026-10-24', ['2026-10-24', '2026-10-25', '2026-10-26']],
		['the clocks go forward', '2027-03-27', ['2027-03-27', '2027-03-28', '2027-03-29']],
		['the year ends', '2026-12-31', ['2026-12-31', '2027-01-01', '2027-01-02']],
		['a leap year has its day', '2028-02-28', ['2028-02-28', '2028-02-29', '2028-03-01']]
	])('no day is lost or doubled when %s', (_, firstOn, days) => {
		expect(gapsAhead([], [all], { today: firstOn, days: 2 }).map(({ dutyOn }) => dutyOn)).toEqual(
			days
		);
	});
});

describe('away dates that meet the rota', () => {
	const slots = [slot('2026-12-03', sam, { backupId: ann }), slot('2026-12-01')];

	test('the first and the last day away both count', () => {
		expect(clashes(slots, [away(ann, '2026-12-01', '2026-12-03')])).toMatchObject([
			{ place: 'duty', slot: { dutyOn: '2026-12-01' } },
			{ place: 'backup', slot: { dutyOn: '2026-12-03' } }
		]);
	});

	test('the day before and the day after are no clash', () => {
		expect(clashes(slots, [away(ann, '2026-12-02', '2026-12-02')])).toEqual([]);
	});

	test('someone else’s away dates are no clash', () => {
		expect(clashes(slots, [away(rotaMember.personId, '2026-11-01', '2026-12-31')])).toEqual([]);
	});

	test('what a person holds in those days is found while they type', () => {
		const held = dutiesOf(slots, ann, '2026-12-01', '2026-12-03');

		expect(held.map(({ dutyOn }) => dutyOn)).toEqual(['2026-12-01', '2026-12-03']);
		expect(dutiesOf(slots, ann, '2026-12-02', '2026-12-02')).toEqual([]);
	});
});

describe('the next free day', () => {
	test('steps over days that are taken and days on which the person is away', () => {
		const slots = [slot('2026-11-22', sam), slot('2026-11-23', sam)];
		const aways = [away(ann, '2026-11-24', '2026-11-25')];

		expect(nextFreeDay(slots, all, '2026-11-21', aways, ann)).toBe('2026-11-26');
	});

	test('is a day on which the group works', () => {
		const weekdays = { weekdays: new Set([1, 2, 3, 4, 5]), closedOn: [] };

		expect(nextFreeDay([], all, '2026-11-20', [], ann, weekdays)).toBe('2026-11-23');
	});

	test('is not offered when there is none in the next 60 days', () => {
		const aways = [away(ann, '2026-11-01', '2027-02-01')];

		expect(nextFreeDay([], all, '2026-11-21', aways, ann)).toBeUndefined();
	});
});

describe('the handover', () => {
	test('is the newest note before today of the same group', () => {
		const slots = [
			slot('2026-11-18', ann, { note: 'Old.' }),
			slot('2026-11-19', sam, { note: 'A question is open.' }),
			slot('2026-11-20', sam, { note: ' ' }),
			slot(today, sam, { note: 'For tomorrow.' }),
			slot('2026-11-20', sam, { note: 'Not ours.', group: 'Facebook' })
		];

		expect(lastHandover(slots, all, today)?.note).toBe('A question is open.');
		expect(lastHandover([], all, today)).toBeUndefined();
	});
});

describe('fair shares', () => {
	test('each person’s turns are counted, people without one included', () => {
		const slots = [
			slot('2026-11-20'),
			slot('2026-11-21'),
			slot('2026-11-22', sam),
			slot('2027-01-01')
		];

		const turns = turnsEach(slots, people, '2026-11-01', '2026-11-30');

		expect(turns.map(({ person: { name }, turns: count }) => [name, count])).toEqual([
			['Ann', 2],
			['Sam', 1],
			['Ravi', 0]
		]);
	});
});

describe('groups of accounts', () => {
	const account = (name: string, group: string, status: 'active' | 'closed'): Account => ({
		...{ id: idFor(900), createdAt: 0, createdBy: ann, name, group, status },
		...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
		...{ postsPerWeek: 2, accessNote: '', hasTwoStep: true, showsHours: true },
		...{ closedOn: null, checkedOn: null }
	});

	test('closed accounts need nobody', () => {
		const accounts = [
			account('Facebook', 'Main', 'active'),
			account('Instagram', 'Main', 'active'),
			account('X', 'Old pages', 'closed')
		];

		expect(rotaGroups(accounts)).toEqual(['Main']);
	});

	test('before there are accounts, one group stands for all', () => {
		expect(rotaGroups([])).toEqual([all]);
	});
});

describe('weeks', () => {
	test('start on Monday, the first holding today', () => {
		const weeks = weeksFrom('2026-11-22', 2);

		expect(weeks.map((days) => [days[0], days[6]])).toEqual([
			['2026-11-16', '2026-11-22'],
			['2026-11-23', '2026-11-29']
		]);
	});
});
