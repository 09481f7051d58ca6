import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar.ts';
import {
	coordinator,
	idFor,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { ann, group, sam, tuesday } from '#tests/support/rota.ts';
import { deskOfTests } from '#tests/support/rota-desk.ts';
import { all, away, person, slot } from '#tests/support/rota-rows.ts';
import { coverFor, gapsAhead } from '../rules.ts';
import { firstSettings } from '../settings/record.ts';
import { workDaysOf } from '../settings/rules.ts';
import { fillGaps, suggestFor, suggestionWords, type RotaFacts } from './fair.ts';
import { fillRota } from './mutations.ts';

const ravi = rotaMember.personId;
const people = [
	person(ann, 'Ann'),
	person(sam, 'Sam'),
	person(ravi, 'Ravi', { role: 'rota-member' }),
	person(reader.personId, 'Rose', { role: 'reader' })
];
const workDays = workDaysOf({ 1: true, 2: true, 3: true, 4: true, 5: true });

function facts(slots: RotaFacts['slots'], more: Partial<RotaFacts> = {}): RotaFacts {
	return { slots, people, aways: [], settings: firstSettings, workDays, ...more };
}
const namesFor = (day: string, given: RotaFacts) =>
	suggestFor(coverFor(given.slots, all, day), given).map(({ person: { name } }) => name);

describe('suggest somebody', () => {
	test('who has the fewest turns around the day comes first; who only reads never comes', () => {
		const slots = [slot('2026-11-23', ann), slot('2026-11-25', ann), slot('2026-11-25', sam)];

		expect(namesFor('2026-11-27', facts(slots))).toEqual(['Ravi', 'Sam', 'Ann']);
	});

	test('nobody who is away or busy that day', () => {
		const slots = [slot(tuesday, null, { backupId: sam })];
		const aways = [away(ann, '2026-11-23', '2026-11-25')];

		expect(namesFor(tuesday, facts(slots, { aways }))).toEqual(['Ravi']);
	});

	test('after three days in a row comes a rest, also over a weekend', () => {
		const days = ['2026-11-19', '2026-11-20', '2026-11-23'];
		const slots = days.map((day) => slot(day, ann));

		expect(namesFor(tuesday, facts(slots))).not.toContain('Ann');
		expect(namesFor('2026-11-25', facts(slots))).toContain('Ann');
	});

	test('nor a day that joins two short runs into a long one', () => {
		const days = ['2026-11-23', '2026-11-25', '2026-11-26'];

		expect(namesFor(tuesday, facts(days.map((day) => slot(day, ann))))).not.toContain('Ann');
	});

	test('a group may choose another cap and another rest', () => {
		const days = ['2026-11-16', '2026-11-18'];
		const slots = days.map((day) => slot(day, ann));
		const settings = { ...firstSettings, mostTurns: 2 };

		expect(namesFor('2026-11-20', facts(slots))).toContain('Ann');
		expect(namesFor('2026-11-20', facts(slots, { settings }))).not.toContain('Ann');
	});

	test('two weeks running comes after a person with one turn more in the same week', () => {
		const slots = [slot('2026-11-17', ann), slot('2026-11-23', sam), slot('2026-11-25', sam)];
		const given = facts(slots, { people: people.slice(0, 2) });

		expect(namesFor('2026-11-27', given)).toEqual(['Sam', 'Ann']);
		const [, second] = suggestFor(coverFor(slots, all, '2026-11-27'), given);
		expect(second && suggestionWords(second)).toBe(
			'Ann: 1 turn in these four weeks. On the rota the week before or after too.'
		);
	});

	test('unless the person said that two weeks running are fine', () => {
		const slots = [slot('2026-11-17', ann), slot('2026-11-23', sam), slot('2026-11-25', sam)];
		const settings = { ...firstSettings, twoWeeksIds: [ann] };
		const given = facts(slots, { people: people.slice(0, 2), settings });

		expect(namesFor('2026-11-27', given)).toEqual(['Ann', 'Sam']);
		const [first] = suggestFor(coverFor(slots, all, '2026-11-27'), given);
		expect(first && suggestionWords(first)).toContain('Two weeks running are fine for them.');
	});
});

describe('fill the gaps', () => {
	const today = '2026-11-23';
	const gapsOf = (given: RotaFacts, days: number) =>
		gapsAhead(given.slots, [all], { today, days, workDays });

	test('shares three weeks evenly, and nobody has four days in a row', () => {
		const given = facts([]);
		const filled = fillGaps(gapsOf(given, 18), given);
		const turns = [ann, sam, ravi].map(
			(id) => filled.filter((each) => each.person?.id === id).length
		);

		expect(filled).toHaveLength(15);
		expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(2);
		const inFour = filled.slice(3).map((_, index) => filled.slice(index, index + 4));
		for (const four of inFour) {
			expect(new Set(four.map((each) => each.person?.id)).size).toBeGreaterThan(1);
		}
	});

	test('says where nobody can', () => {
		const given = facts([], {
			people: [person(ann, 'Ann')],
			aways: [away(ann, today, addDays(today, 1))]
		});

		expect(fillGaps(gapsOf(given, 2), given).map((each) => each.person?.name)).toEqual([
			...[undefined, undefined, 'Ann']
		]);
	});

	test('changes nothing by itself', () => {
		const given = facts([]);
		fillGaps(gapsOf(given, 4), given);

		expect(given.slots).toEqual([]);
	});
});

describe('filling many days at once', () => {
	let desk: Awaited<ReturnType<typeof deskOfTests>>;
	const day = (number: number, dutyOn: string, rest: object = {}) => ({
		...{ id: idFor(number), dutyOn, group, personId: sam, backupId: null, ...rest }
	});

	beforeEach(async () => {
		desk = await deskOfTests();
	});

	test('only a leader may', async () => {
		const days = [day(1, tuesday)];

		expect(await desk.does(otherVolunteer, fillRota, { days })).toMatchObject({
			code: 'role-may-not'
		});
		expect(await desk.does(coordinator, fillRota, { days })).toBeUndefined();
		expect(await desk.who()).toBe(sam);
	});

	test('nobody is taken off a day, and the free ones are filled', async () => {
		await desk.take(volunteer);
		const days = [day(2, tuesday, { backupId: sam, personId: null }), day(3, '2026-11-25')];

		expect(await desk.does(coordinator, fillRota, { days })).toBeUndefined();
		expect(await desk.slot()).toMatchObject({ personId: ann, backupId: sam });
		expect(await desk.who('2026-11-25')).toBe(sam);
	});

	test('when all have been taken meanwhile, it says so', async () => {
		await desk.take(volunteer);

		expect(await desk.does(coordinator, fillRota, { days: [day(2, tuesday)] })).toMatchObject({
			code: 'nothing-free'
		});
	});

	test('away dates that came in meanwhile stop it with the name', async () => {
		await desk.leaveOn(otherVolunteer, tuesday, tuesday);

		const answer = await desk.does(coordinator, fillRota, { days: [day(1, tuesday)] });
		expect(answer?.message).toContain('Sam is away on Tuesday 24 November');
	});

	test('a past day and a person who only reads are refused', async () => {
		const past = { days: [day(1, '2026-11-20')] };
		expect(await desk.does(coordinator, fillRota, past)).toMatchObject({ code: 'day-is-past' });
		const rose = { days: [day(1, tuesday, { personId: reader.personId })] };
		expect(await desk.does(coordinator, fillRota, rose)).toMatchObject({ code: 'may-not-cover' });
	});
});
