/**
 * What undo may not do to people: leave the group without a practice manager, or decide who is one.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { undoName } from '#domain/standard-names.ts';
import { registry } from '#features/registry.ts';
import { aPerson, aGroup, keepPerson } from '#tests/support/group.ts';
import { as, coordinator, deputy, idFor, manager } from '#tests/support/actors.ts';
import type { MemoryTransaction } from '#tests/support/memory-transaction.ts';
import { personRecord } from './record.ts';

const uuid = idFor(9);
const newcomer = idFor(1);

describe('undoing a change to a person', () => {
	let group: MemoryTransaction;

	beforeEach(async () => {
		group = await aGroup();
	});

	function undo(actor: Actor) {
		const mutation = registry.mutationNamed(undoName);
		if (!mutation) throw new Error('There is no undo.');
		return runMutation(mutation, group, { uuid }, as(actor));
	}

	/** The manager added this person, and nothing has happened to the record since. */
	async function added(id: string, role: 'practice-manager' | 'volunteer') {
		await keepPerson(group, id, role);
		group.remember(uuid, {
			name: 'person.add',
			personId: manager.personId,
			effects: [{ kind: 'person', id, before: null, after: { ...aPerson({ id, role }) } }],
			isLatest: () => Promise.resolve(true)
		});
	}

	/** The manager welcomed this person back. */
	async function cameBack(id: string) {
		await keepPerson(group, id, 'practice-manager');
		group.remember(uuid, {
			name: 'person.comeBack',
			personId: manager.personId,
			effects: [{ kind: 'person', id, before: { leftOn: '2026-10-01' }, after: { leftOn: null } }],
			isLatest: () => Promise.resolve(true)
		});
	}

	const managerLeft = () =>
		keepPerson(group, manager.personId, 'practice-manager', { leftOn: '2026-11-20' });

	test('never takes the last practice manager away', async () => {
		await added(deputy.personId, 'practice-manager');
		await managerLeft();

		expect(await undo(deputy)).toMatchObject({ code: 'last-manager' });
		expect(await group.get(personRecord, deputy.personId)).toMatchObject({ leftOn: null });
	});

	test('never sends the last practice manager away again', async () => {
		await cameBack(deputy.personId);
		await managerLeft();

		expect(await undo(deputy)).toMatchObject({ code: 'last-manager' });
		expect(await group.get(personRecord, deputy.personId)).toMatchObject({ leftOn: null });
	});

	test('lets a practice manager take back what they did while there is another', async () => {
		await cameBack(deputy.personId);

		expect(await undo(manager)).toBeUndefined();
		expect(await group.get(personRecord, deputy.personId)).toMatchObject({ leftOn: '2026-10-01' });
	});

	test('lets no coordinator decide who is a practice manager', async () => {
		await added(deputy.personId, 'practice-manager');

		expect(await undo(coordinator)).toMatchObject({ code: 'only-managers' });
	});

	test('lets a coordinator undo that a volunteer was added', async () => {
		await added(newcomer, 'volunteer');

		expect(await undo(coordinator)).toBeUndefined();
		expect(await group.get(personRecord, newcomer)).toBeUndefined();
	});
});
