/** Events with more than two people: who comes along, when it is enough, and stepping out. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { ann, sam, tuesday } from '#tests/support/rota.ts';
import { deskOfTests, freshId } from '#tests/support/rota-desk.ts';
import { person, slot } from '#tests/support/rota-rows.ts';
import { signUp } from '../mutations.ts';
import { rotaSlotRecord } from '../record.ts';
import { clashes, coverFor, dutiesOf, gapsAhead, isShort, standingSlots } from '../rules.ts';
import { turnsEach } from '../fair/rules.ts';
import { firstSettings } from '../settings/record.ts';
import { alsoWords } from '../words/words.ts';
import { comeAlong, planEvent, stepOut } from './mutations.ts';

const group = 'Cover events';
const ravi = rotaMember.personId;
const place = { id: freshId, dutyOn: tuesday, group };

describe('an event that needs many', () => {
	let desk: Awaited<ReturnType<typeof deskOfTests>>;
	const along = () => desk.transaction.get(rotaSlotRecord, freshId).then((row) => row?.alsoIds);

	beforeEach(async () => {
		desk = await deskOfTests();
		await desk.does(volunteer, signUp, place);
	});

	test('has people who come along, besides who covers', async () => {
		expect(await desk.does(otherVolunteer, comeAlong, { ...place, personId: sam })).toBeUndefined();
		expect(await desk.does(rotaMember, comeAlong, { ...place, personId: ravi })).toBeUndefined();

		expect(await along()).toEqual([sam, ravi]);
	});

	test('is not joined twice, nor by who covers it', async () => {
		await desk.does(otherVolunteer, comeAlong, { ...place, personId: sam });

		for (const [who, personId] of [
			[otherVolunteer, sam],
			[volunteer, ann]
		] as const) {
			expect(await desk.does(who, comeAlong, { ...place, personId })).toMatchObject({
				code: 'already-there'
			});
		}
	});

	test('a leader puts others down, a member only themselves, a reader nobody', async () => {
		const args = { ...place, personId: sam };

		expect(await desk.does(rotaMember, comeAlong, args)).toMatchObject({ code: 'not-yours' });
		expect(await desk.does(reader, comeAlong, args)).toMatchObject({ code: 'role-may-not' });
		expect(await desk.does(coordinator, comeAlong, args)).toBeUndefined();
		expect(
			await desk.does(coordinator, comeAlong, { ...place, personId: reader.personId })
		).toMatchObject({ code: 'may-not-cover' });
	});

	test('not someone who is away, and only an event', async () => {
		await desk.leaveOn(otherVolunteer, tuesday, tuesday);

		expect(await desk.does(otherVolunteer, comeAlong, { ...place, personId: sam })).toMatchObject({
			code: 'is-away'
		});
		expect(
			await desk.does(rotaMember, comeAlong, { ...place, group: 'All accounts', personId: ravi })
		).toMatchObject({ code: 'no-event' });
	});

	test('who steps out is down no more; who takes over the event holds one place', async () => {
		await desk.does(otherVolunteer, comeAlong, { ...place, personId: sam });
		await desk.does(rotaMember, comeAlong, { ...place, personId: ravi });

		expect(await desk.does(rotaMember, stepOut, { ...place, personId: ravi })).toBeUndefined();
		expect(await desk.does(rotaMember, stepOut, { ...place, personId: ravi })).toMatchObject({
			code: 'not-there'
		});
		await desk.put(coordinator, sam, { ...place, insteadOf: ann });
		expect(await desk.transaction.get(rotaSlotRecord, freshId)).toMatchObject({
			...{ personId: sam, alsoIds: [] }
		});
	});
});

describe('counting everyone at an event', () => {
	const events = { isUsed: true, people: 3, minutes: 60 };
	const settings = { ...firstSettings, events };
	const row = slot(tuesday, ann, { group, duty: 'events', alsoIds: [ravi] });

	test('the day is short until enough come', () => {
		const cover = coverFor([row], group, tuesday);

		expect(isShort(cover, settings)).toBe(true);
		expect(isShort({ ...cover, backupId: sam }, settings)).toBe(false);
	});

	test('a day without an event needs nobody', async () => {
		const line = { today: tuesday, days: 3, settings };
		const desk = await deskOfTests();
		const slots = () => desk.slots();
		expect(gapsAhead(await slots(), [group], line)).toEqual([]);

		const on = { ...place, isOn: true };
		expect(await desk.does(volunteer, planEvent, on)).toMatchObject({ code: 'role-may-not' });
		expect(await desk.does(coordinator, planEvent, on)).toBeUndefined();
		expect(gapsAhead(await slots(), [group], line)).toMatchObject([{ dutyOn: tuesday }]);

		expect(await desk.does(coordinator, planEvent, { ...place, isOn: false })).toBeUndefined();
		expect(gapsAhead(await slots(), [group], line)).toEqual([]);
		expect(await desk.does(coordinator, planEvent, { ...place, isOn: false })).toMatchObject({
			code: 'no-event'
		});
	});

	test('it is a turn and a duty of theirs, and away dates meet it', () => {
		const team = [person(ann, 'Ann'), person(ravi, 'Ravi')];
		const away = { id: freshId, createdAt: 0, createdBy: ravi, personId: ravi };

		expect(turnsEach([row], team, tuesday, tuesday).map(({ turns }) => turns)).toEqual([1, 1]);
		expect(dutiesOf([row], ravi, tuesday, tuesday)).toEqual([row]);
		expect(clashes([row], [{ ...away, firstOn: tuesday, lastOn: tuesday }])).toMatchObject([
			{ place: 'also' }
		]);
	});

	test('someone who left comes along no more', () => {
		const left = person(ravi, 'Ravi', { leftOn: '2026-11-20' });

		expect(standingSlots([row], [person(ann, 'Ann'), left], tuesday)).toMatchObject([
			{ alsoIds: [] }
		]);
	});

	test.each([
		[[], ''],
		[[ravi], 'Ravi comes along too.'],
		[[ann], 'You come along too.'],
		[[ravi, sam, ann], 'Ravi, Sam and you come along too.']
	])('is said in words', (alsoIds, words) => {
		const team = [person(ravi, 'Ravi'), person(sam, 'Sam')];

		expect(alsoWords({ alsoIds }, team, ann)).toBe(words);
	});
});
