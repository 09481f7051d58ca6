/**
 * Adding people, changing their details and their roles.
 */
import { runMutation } from '#domain/mutation.ts';
import {
	as,
	coordinator,
	deputy,
	everyRole,
	idFor,
	manager,
	otherVolunteer,
	volunteer
} from '#tests/support/actors.ts';
import { aGroup, keepPerson } from '#tests/support/group.ts';
import { describe, expect, test } from 'vitest';
import { addPerson, editPerson, setRole } from './mutations.ts';
import { personRecord } from './record.ts';

const newcomer = idFor(1);

describe('adding a person', () => {
	const args = { id: newcomer, name: ' Bo Example ', role: 'volunteer' } as const;

	test('a coordinator may, and the name loses its spaces', async () => {
		const transaction = await aGroup();

		const outcome = await runMutation(addPerson, transaction, args, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(personRecord, newcomer)).toMatchObject({
			name: 'Bo Example',
			role: 'volunteer',
			leftOn: null,
			pledgedOn: null,
			createdBy: coordinator.personId
		});
	});

	test('a practice manager may add another practice manager', async () => {
		const transaction = await aGroup();
		const asManager = { ...args, role: 'practice-manager' };

		const outcome = await runMutation(addPerson, transaction, asManager, as(manager));

		expect(outcome).toBeUndefined();
	});

	test('a coordinator may not add a practice manager', async () => {
		const transaction = await aGroup();
		const asManager = { ...args, role: 'practice-manager' };

		const outcome = await runMutation(addPerson, transaction, asManager, as(coordinator));

		expect(outcome).toMatchObject({ code: 'only-managers', field: 'role' });
		expect(await transaction.get(personRecord, newcomer)).toBeUndefined();
	});

	test.each(everyRole.slice(2))('a $role may not', async (actor) => {
		const outcome = await runMutation(addPerson, await aGroup(), args, as(actor));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('the same person is not added twice', async () => {
		const transaction = await aGroup();
		await runMutation(addPerson, transaction, args, as(manager));

		const outcome = await runMutation(addPerson, transaction, args, as(manager));

		expect(outcome).toMatchObject({ code: 'already-here' });
	});

	test.each([
		['no name', { ...args, name: '  ' }, 'name'],
		['a name that never ends', { ...args, name: 'a'.repeat(81) }, 'name'],
		['a role that we do not have', { ...args, role: 'owner' }, 'role'],
		['an id that is none', { ...args, id: '7' }, 'id']
	])('is refused with %s', async (_what, wrong, field) => {
		const outcome = await runMutation(addPerson, await aGroup(), wrong, as(manager));

		expect(outcome).toMatchObject({ code: 'bad-arguments', field });
	});
});

describe('changing a person’s details', () => {
	test('people may change their own, and only what they give changes', async () => {
		const transaction = await aGroup();
		const args = { id: volunteer.personId, phone: '01632 960001', mayCall: true };

		const outcome = await runMutation(editPerson, transaction, args, as(volunteer));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(personRecord, volunteer.personId)).toMatchObject({
			name: 'Ada Example',
			phone: '01632 960001',
			mayCall: true,
			mayMessage: false
		});
	});

	test('a coordinator may change someone else’s', async () => {
		const args = { id: volunteer.personId, name: 'Ada B Example' };

		const outcome = await runMutation(editPerson, await aGroup(), args, as(coordinator));

		expect(outcome).toBeUndefined();
	});

	test('a volunteer may not change someone else’s', async () => {
		const args = { id: otherVolunteer.personId, name: 'Someone Else' };

		const outcome = await runMutation(editPerson, await aGroup(), args, as(volunteer));

		expect(outcome).toMatchObject({ code: 'not-yours' });
	});

	test('nobody may give themself another role this way', async () => {
		const args = { id: volunteer.personId, role: 'coordinator' };

		const outcome = await runMutation(editPerson, await aGroup(), args, as(volunteer));

		expect(outcome).toMatchObject({ code: 'bad-arguments' });
	});

	test('a phone number must look like one', async () => {
		const args = { id: volunteer.personId, phone: 'ask my sister' };

		const outcome = await runMutation(editPerson, await aGroup(), args, as(volunteer));

		expect(outcome).toMatchObject({ code: 'bad-arguments', field: 'phone' });
	});

	test('is refused for someone who is not on the list', async () => {
		const args = { id: newcomer, name: 'Nobody' };

		const outcome = await runMutation(editPerson, await aGroup(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'no-such-person' });
	});
});

describe('changing a role', () => {
	test('a practice manager may make a volunteer a coordinator', async () => {
		const transaction = await aGroup();
		const args = { id: volunteer.personId, role: 'coordinator' };

		const outcome = await runMutation(setRole, transaction, args, as(manager));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(personRecord, volunteer.personId)).toMatchObject({
			role: 'coordinator'
		});
	});

	test('a coordinator may not', async () => {
		const args = { id: volunteer.personId, role: 'coordinator' };

		const outcome = await runMutation(setRole, await aGroup(), args, as(coordinator));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('the only practice manager stays one', async () => {
		const args = { id: manager.personId, role: 'volunteer' };

		const outcome = await runMutation(setRole, await aGroup(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'last-manager' });
	});

	test('a practice manager who left does not count', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, deputy.personId, 'practice-manager', { leftOn: '2026-10-01' });
		const args = { id: manager.personId, role: 'volunteer' };

		const outcome = await runMutation(setRole, transaction, args, as(manager));

		expect(outcome).toMatchObject({ code: 'last-manager' });
	});

	test('one of two practice managers may become something else', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, deputy.personId, 'practice-manager');
		const args = { id: manager.personId, role: 'volunteer' };

		const outcome = await runMutation(setRole, transaction, args, as(manager));

		expect(outcome).toBeUndefined();
	});

	test('is refused for someone who is not on the list', async () => {
		const args = { id: newcomer, role: 'reader' };

		const outcome = await runMutation(setRole, await aGroup(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'no-such-person' });
	});

	test('is refused for a role that we do not have', async () => {
		const args = { id: volunteer.personId, role: 'admin' };

		const outcome = await runMutation(setRole, await aGroup(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'bad-arguments', field: 'role' });
	});
});
