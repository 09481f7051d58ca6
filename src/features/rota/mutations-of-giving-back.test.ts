import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	reader,
	volunteer
} from '#tests/support/actors.ts';
import { ann, sam, tuesday, rotaOfTests } from '#tests/support/rota.ts';

let rota: Awaited<ReturnType<typeof rotaOfTests>>;

beforeEach(async () => {
	rota = await rotaOfTests();
});

describe('giving a day back', () => {
	beforeEach(async () => {
		await rota.take(volunteer);
	});

	test('leaves a gap, and keeps the backup as backup', async () => {
		await rota.back(otherVolunteer);

		expect(await rota.hand(volunteer)).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: null, backupId: sam });
	});

	test('the backup steps up only when someone says that they agreed', async () => {
		await rota.back(otherVolunteer);

		expect(await rota.hand(volunteer, { backupAgreed: true })).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: sam, backupId: null });
	});

	test('without a backup nobody can step up, and the day stays mine', async () => {
		expect(await rota.hand(volunteer, { backupAgreed: true })).toMatchObject({ code: 'no-backup' });
		expect(await rota.slot()).toMatchObject({ personId: ann });
	});

	test('a backup who left does not step up', async () => {
		await rota.back(otherVolunteer);
		await rota.samLeaves();

		expect(await rota.hand(volunteer, { backupAgreed: true })).toMatchObject({ code: 'no-backup' });
	});

	test.each([coordinator, manager])('a $role may do it for them', async (who) => {
		expect(await rota.hand(who)).toBeUndefined();
	});

	test('another member may not', async () => {
		expect(await rota.hand(otherVolunteer)).toMatchObject({
			code: 'not-yours',
			message: 'Only Ann or a coordinator can give this back.'
		});
	});

	test('someone who only reads may not', async () => {
		expect(await rota.hand(reader)).toMatchObject({ code: 'role-may-not' });
	});

	test('the backup may give back that place', async () => {
		await rota.back(otherVolunteer);

		expect(await rota.hand(otherVolunteer, { place: 'backup', personId: sam })).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: ann, backupId: null });
	});

	test('not once the day has passed', async () => {
		expect(await rota.hand(volunteer, {}, Date.UTC(2026, 10, 26, 12))).toMatchObject({
			code: 'day-is-past'
		});
	});

	test('a day that is not on the rota is free already', async () => {
		expect(await rota.hand(volunteer, { group: 'Facebook' })).toMatchObject({
			code: 'no-such-slot'
		});
	});

	test('arguments that cannot be read are refused', async () => {
		expect(await rota.hand(volunteer, { backupAgreed: 'yes' })).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('twice at once, by the person and by the coordinator: the second hears that it is free', async () => {
		await rota.hand(volunteer);

		const refusal = await rota.hand(coordinator);

		expect(refusal?.code).toBe('changed-since');
		expect(refusal?.message).toContain('It is free now.');
	});

	test('while someone else was put in: the new person keeps the day', async () => {
		await rota.put(coordinator, sam, { insteadOf: ann });

		const refusal = await rota.hand(volunteer);

		expect(refusal?.code).toBe('changed-since');
		expect(refusal?.message).toContain('Sam has it now.');
		expect(await rota.slot()).toMatchObject({ personId: sam });
	});

	test('the backup gives up at the same time: in either order the day is never lost', async () => {
		await rota.back(otherVolunteer);
		await rota.hand(otherVolunteer, { place: 'backup', personId: sam });
		expect(await rota.hand(volunteer, { backupAgreed: true })).toMatchObject({ code: 'no-backup' });
		expect(await rota.slot()).toMatchObject({ personId: ann });

		await rota.back(otherVolunteer);
		await rota.hand(volunteer, { backupAgreed: true });
		expect(await rota.hand(otherVolunteer, { place: 'backup', personId: sam })).toMatchObject({
			code: 'changed-since'
		});
		expect(await rota.slot()).toMatchObject({ personId: sam });
	});

	test('a day whose slot another phone made first is given back all the same', async () => {
		await rota.back(otherVolunteer, tuesday, idFor(7));

		expect(await rota.hand(otherVolunteer, { place: 'backup', personId: sam })).toBeUndefined();
		expect(await rota.slots()).toMatchObject([{ personId: ann, backupId: null }]);
	});
});
