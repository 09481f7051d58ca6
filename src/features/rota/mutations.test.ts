import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { ann, group, sam, slotId, tuesday, rotaOfTests } from '#tests/support/rota.ts';

let rota: Awaited<ReturnType<typeof rotaOfTests>>;

beforeEach(async () => {
	rota = await rotaOfTests();
});

describe('taking a day', () => {
	test('makes the slot when the day has none', async () => {
		expect(await rota.take(volunteer)).toBeUndefined();

		expect(await rota.slot()).toMatchObject({
			dutyOn: tuesday,
			group,
			personId: ann,
			backupId: null
		});
	});

	test.each([coordinator, manager, rotaMember])('a $role may', async (who) => {
		expect(await rota.take(who)).toBeUndefined();
	});

	test('someone who only reads may not', async () => {
		expect(await rota.take(reader)).toMatchObject({ code: 'role-may-not' });
		expect(await rota.slots()).toEqual([]);
	});

	test('today may still be taken, yesterday not', async () => {
		expect(await rota.take(volunteer, '2026-11-21')).toBeUndefined();
		expect(await rota.take(volunteer, '2026-11-20', idFor(2))).toMatchObject({
			code: 'day-is-past'
		});
	});

	test('a day more than a year ahead is a slip', async () => {
		expect(await rota.take(volunteer, '2126-11-24')).toMatchObject({ code: 'too-far' });
	});

	test.each(['2026-02-30', '24/11/2026', ''])('“%s” is no day', async (dutyOn) => {
		expect(await rota.take(volunteer, dutyOn)).toMatchObject({
			code: 'bad-arguments',
			field: 'dutyOn'
		});
	});

	test('a taken day says who has it and which day is free', async () => {
		await rota.take(otherVolunteer);
		await rota.take(otherVolunteer, '2026-11-25', idFor(2));

		expect(await rota.take(volunteer, tuesday, idFor(3))).toMatchObject({
			code: 'taken',
			message: 'Sam covers Tuesday 24 November. The next free day is Thursday 26 November.'
		});
	});

	test('my own day needs no second tap', async () => {
		await rota.take(volunteer);

		expect(await rota.take(volunteer)).toMatchObject({ code: 'already-yours' });
	});

	test('the backup steps up', async () => {
		await rota.back(volunteer);

		expect(await rota.take(volunteer)).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: ann, backupId: null });
	});

	test('a day on which I am away is refused until I change the dates', async () => {
		await rota.leaveOn(volunteer, '2026-11-23', tuesday);

		expect(await rota.take(volunteer)).toMatchObject({ code: 'you-are-away' });
		expect(await rota.take(volunteer, '2026-11-25')).toBeUndefined();
	});

	test('the day of someone who left is free', async () => {
		await rota.take(otherVolunteer);
		await rota.samLeaves();

		expect(await rota.take(volunteer, tuesday, idFor(2))).toBeUndefined();
		expect(await rota.slots()).toMatchObject([{ id: slotId, personId: ann }]);
	});

	test('each group of accounts has its own slot', async () => {
		await rota.take(volunteer);

		expect(await rota.take(otherVolunteer, tuesday, idFor(2), 'Facebook')).toBeUndefined();
		expect(await rota.slots()).toHaveLength(2);
	});

	test('an id that another day already has takes that day from nobody', async () => {
		await rota.take(otherVolunteer);

		expect(await rota.take(volunteer, '2026-11-25', slotId)).toMatchObject({ code: 'id-in-use' });
		expect(await rota.slot()).toMatchObject({ dutyOn: tuesday, personId: sam });
	});

	test.each([
		[volunteer, otherVolunteer],
		[otherVolunteer, volunteer]
	])('two phones without a signal: the first to arrive keeps the day', async (first, second) => {
		await rota.take(first, tuesday, idFor(1));

		const refusal = await rota.take(second, tuesday, idFor(2));

		expect(refusal).toMatchObject({ code: 'taken' });
		expect(await rota.slots()).toMatchObject([{ personId: first.personId }]);
	});
});

describe('signing up as backup', () => {
	test('may be done before anybody covers the day', async () => {
		expect(await rota.back(rotaMember)).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: null, backupId: rotaMember.personId });
	});

	test('someone who only reads may not', async () => {
		expect(await rota.back(reader)).toMatchObject({ code: 'role-may-not' });
	});

	test('who covers the day cannot be the backup too', async () => {
		await rota.take(volunteer);

		expect(await rota.back(volunteer)).toMatchObject({ code: 'already-yours' });
	});

	test('a second backup is told who it is', async () => {
		await rota.back(otherVolunteer);

		expect(await rota.back(volunteer)).toMatchObject({
			code: 'taken',
			message: 'Sam is already the backup on Tuesday 24 November.'
		});
		expect(await rota.back(otherVolunteer)).toMatchObject({ code: 'already-yours' });
	});

	test('not for a day that has passed', async () => {
		expect(await rota.back(volunteer, '2026-11-20')).toMatchObject({ code: 'day-is-past' });
	});

	test.each([true, false])('one covers, one helps, in either order (%s)', async (coversFirst) => {
		const deeds = [
			() => rota.take(volunteer, tuesday, idFor(1)),
			() => rota.back(otherVolunteer, tuesday, idFor(2))
		];
		for (const deed of coversFirst ? deeds : deeds.reverse()) expect(await deed()).toBeUndefined();

		expect(await rota.slots()).toMatchObject([{ personId: ann, backupId: sam }]);
	});
});
