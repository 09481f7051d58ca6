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
import { ann, sam, slotId, tuesday, rotaOfTests } from '#tests/support/rota.ts';
import { rotaSlotRecord } from './record.ts';

let rota: Awaited<ReturnType<typeof rotaOfTests>>;

beforeEach(async () => {
	rota = await rotaOfTests();
});

describe('putting someone on the rota', () => {
	test.each([coordinator, manager])('a $role may', async (who) => {
		expect(await rota.put(who, ann)).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: ann, createdBy: who.personId });
	});

	test.each([volunteer, rotaMember, reader])('a $role may not', async (who) => {
		expect(await rota.put(who, ann)).toMatchObject({ code: 'role-may-not' });
	});

	test('not someone who is away then', async () => {
		await rota.leaveOn(volunteer, tuesday, tuesday);

		expect(await rota.put(coordinator, ann)).toMatchObject({ code: 'is-away', field: 'personId' });
		expect(await rota.slots()).toEqual([]);
	});

	test('not someone who left, only reads, or is not there', async () => {
		await rota.samLeaves('2026-11-01');

		for (const personId of [sam, reader.personId, idFor(99)]) {
			expect(await rota.put(coordinator, personId)).toMatchObject({ code: 'may-not-cover' });
		}
	});

	test('the person who was there is replaced when the leader saw them there', async () => {
		await rota.take(otherVolunteer);

		expect(await rota.put(coordinator, ann, { insteadOf: sam })).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: ann });
	});

	test('someone who left since counts as nobody', async () => {
		await rota.take(otherVolunteer);
		await rota.samLeaves();

		expect(await rota.put(coordinator, ann)).toBeUndefined();
	});

	test('the person who covers is not made the backup, the backup may be made to cover', async () => {
		await rota.take(volunteer);
		expect(await rota.put(coordinator, ann, { place: 'backup' })).toMatchObject({
			code: 'covers-already'
		});
		expect(await rota.put(coordinator, ann)).toMatchObject({ code: 'already-theirs' });

		await rota.put(coordinator, sam, { place: 'backup' });
		await rota.put(coordinator, sam, { insteadOf: ann });

		expect(await rota.slot()).toMatchObject({ personId: sam, backupId: null });
	});

	test('not on a day that has passed', async () => {
		expect(await rota.put(coordinator, ann, { dutyOn: '2026-11-20' })).toMatchObject({
			code: 'day-is-past'
		});
	});

	test('a place that does not exist is refused', async () => {
		expect(await rota.put(coordinator, ann, { place: 'boss' })).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('someone signs up at the same time, and arrives first: nobody is pushed out', async () => {
		await rota.take(otherVolunteer, tuesday, idFor(2));

		const refusal = await rota.put(coordinator, ann);

		expect(refusal?.code).toBe('changed-since');
		expect(refusal?.message).toContain('Sam is down for this now.');
		expect(await rota.slots()).toMatchObject([{ personId: sam }]);
	});

	test('someone signs up at the same time, and arrives second: they hear who has it', async () => {
		await rota.put(coordinator, ann);

		expect(await rota.take(otherVolunteer, tuesday, idFor(2))).toMatchObject({ code: 'taken' });
		expect(await rota.slots()).toMatchObject([{ personId: ann }]);
	});
});

describe('the handover note', () => {
	beforeEach(async () => {
		await rota.take(volunteer);
		await rota.back(otherVolunteer);
	});

	test.each([volunteer, otherVolunteer, coordinator, manager])(
		'who covers, the backup and leaders may ($role)',
		async (who) => {
			expect(await rota.write(who)).toBeUndefined();
			expect(await rota.slot()).toMatchObject({ note: 'One question is open.', personId: ann });
		}
	);

	test('others may not', async () => {
		expect(await rota.write(rotaMember)).toMatchObject({ code: 'not-yours' });
		expect(await rota.write(reader)).toMatchObject({ code: 'role-may-not' });
	});

	test('may be written until the day after, and not later', async () => {
		expect(await rota.write(volunteer, 'a', Date.UTC(2026, 10, 25, 23, 59))).toBeUndefined();
		expect(await rota.write(volunteer, 'b', Date.UTC(2026, 10, 26, 0, 1))).toMatchObject({
			code: 'day-is-past'
		});
		expect(await rota.slot()).toMatchObject({ note: 'a' });
	});

	test('a note that is too long is refused', async () => {
		expect(await rota.write(volunteer, 'a'.repeat(1001))).toMatchObject({
			code: 'bad-arguments',
			field: 'note'
		});
	});

	test('a day that is gone has no note', async () => {
		await rota.transaction.remove(rotaSlotRecord, slotId);

		expect(await rota.write(volunteer)).toMatchObject({ code: 'no-such-slot' });
	});

	test('a note that I have not seen is not written over', async () => {
		await rota.write(volunteer, 'Ann’s note');

		expect(await rota.write(otherVolunteer, 'Sam’s note', undefined, idFor(7))).toMatchObject({
			code: 'written-too'
		});
		expect(await rota.slot()).toMatchObject({ note: 'Ann’s note' });
	});

	test.each([true, false])('a note and a change of person both stand (%s)', async (isNoteFirst) => {
		const deeds = [
			() => rota.write(volunteer),
			() => rota.put(coordinator, sam, { insteadOf: ann })
		];
		// Once Sam covers, Ann is no longer part of the day: her note then comes too late.
		const refusals = [];
		for (const deed of isNoteFirst ? deeds : deeds.reverse()) refusals.push(await deed());

		expect(refusals[0]).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: sam });
		if (isNoteFirst) expect(await rota.slot()).toMatchObject({ note: 'One question is open.' });
		else expect(refusals[1]).toMatchObject({ code: 'not-yours' });
	});
});
