import { beforeEach, describe, expect, test } from 'vitest';
import { daysFrom, weekdayOf } from '#domain/calendar.ts';
import { coordinator, idFor, reader, volunteer } from '#tests/support/actors.ts';
import { ann, group, sam, tuesday } from '#tests/support/rota.ts';
import { aPattern, deskOfTests, freshId, patternContent } from '#tests/support/rota-desk.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { workDaysOf } from '../settings/rules.ts';
import { addPattern, changePatternFrom, endPattern } from './mutations.ts';
import { rotaPatternRecord } from './record.ts';
import { isPlannedId, patternWords, turnOn, withPatterns } from './rules.ts';

const third = idFor(900);
const people = { personIds: [ann, sam, third] };
const whoOn = (pattern: ReturnType<typeof aPattern>, days: readonly string[]) =>
	days.map((day) => turnOn(pattern, day)?.personId);
const open = workDaysOf({ 1: true, 2: true, 3: true, 4: true, 5: true });

describe('what repeats', () => {
	test('people take turns day by day, and the turn goes on over the weekend', () => {
		const days = [
			'2026-11-23',
			'2026-11-24',
			'2026-11-25',
			'2026-11-27',
			'2026-11-28',
			'2026-11-30'
		];

		expect(whoOn(aPattern(people), days)).toEqual([ann, sam, third, sam, undefined, third]);
	});

	test('or week by week', () => {
		const pattern = aPattern({ ...people, turn: 'week' });

		expect(whoOn(pattern, ['2026-11-23', '2026-11-27', '2026-11-30', '2026-12-14'])).toEqual([
			...[ann, ann, sam, ann]
		]);
	});

	test('every second week leaves the other one free', () => {
		const pattern = aPattern({ everyWeeks: 2, weekdays: [2] });

		expect(whoOn(pattern, ['2026-11-24', '2026-12-01', '2026-12-08'])).toEqual([
			...[ann, undefined, sam]
		]);
	});

	test('the first person begins, also in the middle of a week', () => {
		const pattern = aPattern({ ...people, firstOn: '2026-11-26' });

		expect(whoOn(pattern, ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'])).toEqual([
			...[undefined, ann, sam, third]
		]);
	});

	test('every person has as many turns as the next over half a year and both changes of the clock', () => {
		const pattern = aPattern({ ...people, firstOn: '2026-09-07', lastOn: '2027-05-28' });
		const turns = whoOn(pattern, daysFrom('2026-09-01', '2027-06-30'));
		const count = (id: string) => turns.filter((each) => each === id).length;

		expect(turns.filter(Boolean)).toHaveLength(38 * 5);
		expect([count(ann), count(sam), count(third)].sort()).toEqual([63, 63, 64]);
		expect(whoOn(pattern, ['2027-03-26', '2027-03-29'])).not.toContain(undefined);
	});

	test('the backup is the next in the list, and nobody backs themselves up', () => {
		expect(turnOn(aPattern({ hasBackup: true }), tuesday)).toEqual({
			personId: sam,
			backupId: ann
		});
		expect(turnOn(aPattern({ hasBackup: true, personIds: [ann] }), tuesday)?.backupId).toBeNull();
	});

	test('a day that someone took or gave back wins over the pattern', () => {
		const stretch = { from: '2026-11-23', to: '2026-11-25', workDays: open };
		const slots = [slot('2026-11-24', null), slot('2026-11-25', third)];
		const found = withPatterns(slots, [aPattern()], stretch);

		expect(found.map(({ dutyOn, personId }) => [dutyOn, personId])).toEqual([
			['2026-11-23', ann],
			['2026-11-24', null],
			['2026-11-25', third]
		]);
		expect(found.map(({ id }) => isPlannedId(id))).toEqual([true, false, false]);
	});

	test('nobody is down for a holiday, at the end of the year either', () => {
		const pattern = aPattern({ firstOn: '2026-12-21' });
		const days = withPatterns([], [pattern], {
			...{ from: '2026-12-21', to: '2027-01-05', workDays: open }
		}).map(({ dutyOn }) => dutyOn);

		for (const holiday of ['2026-12-25', '2026-12-28', '2027-01-01']) {
			expect(days).not.toContain(holiday);
		}
		expect(days).toContain('2026-12-29');
		expect(days.every((day) => weekdayOf(day) <= 5)).toBe(true);
	});

	test('is said in words', () => {
		expect(patternWords({ everyWeeks: 1, weekdays: [5, 1] })).toBe(
			'Every week on Monday and Friday'
		);
		expect(patternWords({ everyWeeks: 2, weekdays: [2] })).toBe('Every 2 weeks on Tuesday');
	});
});

describe('setting up what repeats', () => {
	let desk: Awaited<ReturnType<typeof deskOfTests>>;

	beforeEach(async () => {
		desk = await deskOfTests();
	});

	test('only a coordinator or the practice manager may', async () => {
		const args = { id: idFor(720), content: patternContent() };

		expect(await desk.does(volunteer, addPattern, args)).toMatchObject({ code: 'role-may-not' });
		expect(await desk.does(coordinator, addPattern, args)).toBeUndefined();
		expect(await desk.does(coordinator, addPattern, args)).toMatchObject({ code: 'already-there' });
	});

	test.each([
		[{ firstOn: '2026-11-20' }, 'day-is-past'],
		[{ lastOn: '2026-11-22' }, 'ends-before-start'],
		[{ personIds: [reader.personId] }, 'may-not-cover'],
		[{ personIds: [] }, 'bad-arguments'],
		[{ weekdays: [] }, 'bad-arguments'],
		[{ everyWeeks: 0 }, 'bad-arguments']
	])('%o is refused', async (more, code) => {
		expect(await desk.repeat(more)).toMatchObject({ code });
	});

	test('a day of it is taken already, for someone else', async () => {
		await desk.repeat();

		expect(await desk.who()).toBe(sam);
		expect(await desk.take(volunteer)).toMatchObject({ code: 'taken' });
	});

	test('giving a day of it back makes a gap of that day alone', async () => {
		await desk.repeat({ personIds: [ann] });

		expect(await desk.hand(volunteer, { id: freshId })).toBeUndefined();
		expect(await desk.who()).toBeNull();
		expect(await desk.who('2026-11-25')).toBe(ann);
	});

	test('a note on a day of it is kept with that day', async () => {
		await desk.repeat({ personIds: [ann] });

		expect(await desk.write(volunteer, 'One is open.', undefined, freshId)).toBeUndefined();
		expect(await desk.slot(freshId)).toMatchObject({ personId: ann, note: 'One is open.' });
	});

	test('a change from a day on leaves the days before as they were', async () => {
		await desk.repeat();
		const content = patternContent({ personIds: [ann], firstOn: '2026-12-07' });
		const args = { id: idFor(720), newId: idFor(721), content };

		expect(await desk.does(coordinator, changePatternFrom, args)).toBeUndefined();
		expect(await desk.who('2026-12-04')).toBe(sam);
		expect(await desk.who('2026-12-07')).toBe(ann);
		expect(await desk.who('2026-12-08')).toBe(ann);
		expect(await desk.transaction.get(rotaPatternRecord, idFor(720))).toMatchObject({
			lastOn: '2026-12-06'
		});
	});

	test('a change before the first day takes its place', async () => {
		await desk.repeat();
		const args = { id: idFor(720), newId: idFor(721), content: patternContent() };

		await desk.does(coordinator, changePatternFrom, args);

		expect(await desk.transaction.get(rotaPatternRecord, idFor(720))).toBeUndefined();
	});

	test('an end leaves the past; one that has not begun goes', async () => {
		await desk.repeat({ firstOn: '2026-11-21', weekdays: [1, 2, 3, 4, 5, 6] });

		const past = { id: idFor(720), lastOn: '2026-11-19' };
		expect(await desk.does(coordinator, endPattern, past)).toMatchObject({ code: 'day-is-past' });
		const end = { id: idFor(720), lastOn: '2026-11-24' };
		expect(await desk.does(coordinator, endPattern, end)).toBeUndefined();
		expect(await desk.who()).not.toBeUndefined();
		expect(await desk.who('2026-11-25')).toBeUndefined();
		await desk.does(coordinator, endPattern, { id: idFor(720), lastOn: '2026-11-20' });
		expect(await desk.transaction.get(rotaPatternRecord, idFor(720))).toBeUndefined();
		expect(await desk.does(coordinator, endPattern, end)).toMatchObject({
			code: 'no-such-pattern'
		});
	});

	test('two phones that take the same day of it up at once keep one slot', async () => {
		await desk.repeat({ personIds: [ann] });
		await desk.hand(volunteer, { id: freshId });
		await desk.take(volunteer, tuesday, idFor(731));

		expect((await desk.slots()).filter((one) => one.group === group)).toHaveLength(1);
	});
});
