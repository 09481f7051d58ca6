/**
 * The group's objectives: three at most, each with a number to watch.
 */
import { describe, expect, test } from 'vitest';
import { coordinator, everyRole, idFor, manager, reader } from '#tests/support/actors.ts';
import { does, objective, objectiveId as id, withObjective } from '#tests/support/campaigns.ts';
import { aGroup } from '#tests/support/group.ts';
import { objectiveRecord } from '../record.ts';
import { addObjective, countObjective, editObjective, removeObjective } from './mutations.ts';

describe('an objective', () => {
	test.each([manager, coordinator])('is added by a $role', async (who) => {
		const transaction = await aGroup();

		expect(await does(transaction, addObjective, objective, who)).toBeUndefined();
		expect(await transaction.get(objectiveRecord, id)).toMatchObject({
			...objective,
			ownCount: null
		});
	});

	test.each(everyRole.slice(2))('is a leader’s decision, not that of a $role', async (who) => {
		const transaction = await withObjective();

		expect(await does(transaction, addObjective, { ...objective, id: idFor(9) }, who)).toBe(
			'role-may-not'
		);
		expect(await does(transaction, editObjective, { id, changes: {} }, who)).toBe('role-may-not');
		expect(await does(transaction, removeObjective, { id }, who)).toBe('role-may-not');
	});

	test('is one of three at most', async () => {
		const transaction = await withObjective();
		for (const number of [10, 11]) {
			const other = { ...objective, id: idFor(number), watch: 'own', ownWatch: 'Members' };
			expect(await does(transaction, addObjective, other, coordinator)).toBeUndefined();
		}

		const fourth = { ...objective, id: idFor(12) };

		expect(await does(transaction, addObjective, fourth, coordinator)).toBe('too-many');
		await does(transaction, removeObjective, { id }, coordinator);
		expect(await does(transaction, addObjective, fourth, coordinator)).toBeUndefined();
	});

	test('that counts something of its own says what', async () => {
		const own = { ...objective, watch: 'own' };

		expect(await does(await aGroup(), addObjective, own, coordinator)).toBe('needs-watch');
		const transaction = await withObjective();
		const changes = { watch: 'own' };
		expect(await does(transaction, editObjective, { id, changes }, coordinator)).toBe(
			'needs-watch'
		);
	});

	test.each([-1, 1.5, 1e12])('cannot hope for %d', async (goal) => {
		expect(await does(await aGroup(), addObjective, { ...objective, goal }, coordinator)).toBe(
			'bad-arguments'
		);
	});

	test('counted by hand keeps the number and the day; an empty number takes both away', async () => {
		const transaction = await withObjective({ watch: 'own', ownWatch: 'Members' });

		await does(transaction, countObjective, { id, count: 12 });
		expect(await transaction.get(objectiveRecord, id)).toMatchObject({
			ownCount: 12,
			ownCountOn: '2026-11-21'
		});
		await does(transaction, countObjective, { id, count: null });

		expect(await transaction.get(objectiveRecord, id)).toMatchObject({
			ownCount: null,
			ownCountOn: null
		});
	});

	test('that the notes count is not counted by hand, and none by a reader', async () => {
		const transaction = await withObjective();

		expect(await does(transaction, countObjective, { id, count: 1 })).toBe('counts-itself');
		expect(await does(transaction, countObjective, { id, count: 1 }, reader)).toBe('role-may-not');
	});
});
