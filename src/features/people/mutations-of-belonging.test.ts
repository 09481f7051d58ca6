/**
 * Leaving the group, coming back, and the yearly pledge.
 */
import { runMutation } from '#domain/mutation.ts';
import {
	aMoment,
	as,
	coordinator,
	deputy,
	idFor,
	manager,
	otherVolunteer,
	reader,
	volunteer
} from '#tests/support/actors.ts';
import { aGroup, keepPerson } from '#tests/support/group.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { describe, expect, test } from 'vitest';
import { comeBack, leaveGroup, signPledge } from './mutations.ts';
import { personRecord } from './record.ts';

const dayMs = 86_400_000;
const newcomer = idFor(1);

describe('leaving the group', () => {
	const args = { id: volunteer.personId };

	test('a coordinator may note it, with the day', async () => {
		const transaction = await aGroup();

		const outcome = await runMutation(leaveGroup, transaction, args, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(personRecord, volunteer.personId)).toMatchObject({
			leftOn: '2026-11-21'
		});
	});

	test('a volunteer may not send anyone away', async () => {
		const outcome = await runMutation(leaveGroup, await aGroup(), args, as(otherVolunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('a coordinator may not send a practice manager away', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, deputy.personId, 'practice-manager');

		const outcome = await runMutation(
			leaveGroup,
			transaction,
			{ id: deputy.personId },
			as(coordinator)
		);

		expect(outcome).toMatchObject({ code: 'only-managers' });
	});

	test('the only practice manager cannot leave', async () => {
		const outcome = await runMutation(
			leaveGroup,
			await aGroup(),
			{ id: manager.personId },
			as(manager)
		);

		expect(outcome).toMatchObject({ code: 'last-manager' });
	});

	test('is noted once', async () => {
		const transaction = await aGroup();
		await runMutation(leaveGroup, transaction, args, as(manager));

		const outcome = await runMutation(leaveGroup, transaction, args, as(manager));

		expect(outcome).toMatchObject({ code: 'already-left' });
	});

	test('is refused for someone who is not on the list, and for no id', async () => {
		const transaction = await aGroup();

		const unknown = await runMutation(leaveGroup, transaction, { id: newcomer }, as(manager));
		const without = await runMutation(leaveGroup, transaction, {}, as(manager));

		expect([unknown?.code, without?.code]).toEqual(['no-such-person', 'bad-arguments']);
	});
});

describe('coming back', () => {
	test('a coordinator may welcome a volunteer back', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, newcomer, 'volunteer', { leftOn: '2026-10-01' });

		const outcome = await runMutation(comeBack, transaction, { id: newcomer }, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(personRecord, newcomer)).toMatchObject({ leftOn: null });
	});

	test('a coordinator may not welcome a practice manager back', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, newcomer, 'practice-manager', { leftOn: '2026-10-01' });

		const outcome = await runMutation(comeBack, transaction, { id: newcomer }, as(coordinator));

		expect(outcome).toMatchObject({ code: 'only-managers' });
	});

	test('a volunteer may not welcome anyone back', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, newcomer, 'volunteer', { leftOn: '2026-10-01' });

		const outcome = await runMutation(comeBack, transaction, { id: newcomer }, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('is refused for someone who never left, for nobody, and for no id', async () => {
		const transaction = await aGroup();
		const { personId: id } = volunteer;

		const here = await runMutation(comeBack, transaction, { id }, as(manager));
		const unknown = await runMutation(comeBack, transaction, { id: newcomer }, as(manager));
		const without = await runMutation(comeBack, transaction, {}, as(manager));

		expect([here?.code, unknown?.code, without?.code]).toEqual([
			'still-here',
			'no-such-person',
			'bad-arguments'
		]);
	});
});

describe('signing the yearly pledge', () => {
	test('everyone signs for themself, on the day', async () => {
		const transaction = await aGroup();

		const outcome = await runMutation(signPledge, transaction, {}, as(reader));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(personRecord, reader.personId)).toMatchObject({
			pledgedOn: '2026-11-21'
		});
	});

	test('cannot be done for someone else', async () => {
		const args = { id: volunteer.personId };

		const outcome = await runMutation(signPledge, await aGroup(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'bad-arguments' });
	});

	test('is refused while this year’s holds, and open again in its last month', async () => {
		const transaction = await aGroup();
		await runMutation(signPledge, transaction, {}, as(volunteer));

		const soon = await runMutation(
			signPledge,
			transaction,
			{},
			as(volunteer, aMoment + 300 * dayMs)
		);
		const later = await runMutation(
			signPledge,
			transaction,
			{},
			as(volunteer, aMoment + 340 * dayMs)
		);

		expect(soon).toMatchObject({ code: 'already-pledged' });
		expect(later).toBeUndefined();
	});

	test('is refused for someone who is not on the list', async () => {
		const outcome = await runMutation(signPledge, memoryTransaction(), {}, as(volunteer));

		expect(outcome).toMatchObject({ code: 'no-such-person' });
	});

	test('is a signature, so it is never undone', () => {
		expect(signPledge.final).toBe(true);
	});
});
