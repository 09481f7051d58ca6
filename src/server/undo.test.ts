/**
 * Undo, and the history of a record, as the server keeps and tells it.
 */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup } from '#tests/support/group-of-people.ts';
import { newPractice, TestDevice, type TestPractice } from '#tests/support/practice-server.ts';
import { recordHistory } from './record-history.ts';

onEveryDatabase('what happened to a record', (open) => {
	let practice: TestPractice;
	let ann: TestDevice;
	let ben: TestDevice;
	let id: string;

	beforeAll(async () => {
		practice = await newPractice(open().database);
		ann = await practice.join('coordinator');
		ben = await practice.join('volunteer');
	});
	const newPlot = async () => {
		id = v7();
		await ben.pulls();
		await ben.does({ name: 'plot.add', args: { id, title: 'Plot' } });
	};
	const edit = (changes: object) => ({ name: 'plot.edit', args: { id, changes } });
	const undo = (uuid = '') => ({ name: 'change.undo', args: { uuid } });
	const linesFor = (device: TestDevice, kind = 'plot') =>
		recordHistory(practice.engine, device.who, kind, id);

	describe('undo', () => {
		test('puts a change back', async () => {
			await newPlot();
			const [change] = await ben.does(edit({ title: 'New', tags: ['a'] }));

			const outcomes = await ben.does(undo(change?.uuid));

			expect(outcomes).toMatchObject([{ result: 'applied' }]);
			expect(ben.row('plot', id)).toMatchObject({ title: 'Plot', tags: [] });
		});

		test('takes away what was added, and brings back what was removed', async () => {
			await newPlot();
			await ann.pulls();
			const [removal] = await ann.does({ name: 'plot.clear', args: { id } });
			expect(ann.row('plot', id)).toBeUndefined();

			await ann.does(undo(removal?.uuid));
			const isBack = ann.row('plot', id);
			const added = ben.outcomes.get(ben.ack)?.uuid;
			await ann.does(undo(added));

			expect(isBack).toMatchObject({ title: 'Plot' });
			// Something newer has happened to it: removal and return.
			expect(ann.outcomes.get(ann.ack)).toMatchObject({ refusal: { code: 'changed-since' } });
		});

		test('works within the same push', async () => {
			await newPlot();
			const change = ben.message(edit({ title: 'New' }));

			await ben.push([change, ben.message(undo(change.uuid))]);
			await ben.pulls();

			expect(ben.row('plot', id)).toMatchObject({ title: 'Plot' });
			expect((await linesFor(ben)).map(({ name }) => name)).toEqual([
				'change.undo',
				'plot.edit',
				'plot.add'
			]);
		});

		test('stops at something newer', async () => {
			await newPlot();
			const [change] = await ben.does(edit({ title: 'New' }));
			await ann.does(edit({ title: 'Newer' }));

			const outcomes = await ben.does(undo(change?.uuid));

			expect(outcomes).toMatchObject([{ refusal: { code: 'changed-since' } }]);
		});

		test('of a refused or unknown change is not possible', async () => {
			await newPlot();
			const [refused] = await ben.does({ name: 'plot.clear', args: { id } });

			const outcomes = await ben.does(undo(refused?.uuid), undo(v7()));

			expect(outcomes).toMatchObject([
				{ refusal: { code: 'not-known-here' } },
				{ refusal: { code: 'not-known-here' } }
			]);
		});

		test('asks what guards a kind: the last practice manager stays', async () => {
			const group = await newGroup(open().database);
			const first = new TestDevice(group.engine, group.manager.who);
			const id = v7();
			const role = 'practice-manager';
			const [added] = await first.does({ name: 'person.add', args: { id, name: 'Dev', role } });
			const { who } = await group.signIn(id);
			const deputy = new TestDevice(group.engine, who);
			await deputy.does({ name: 'person.leave', args: { id: first.who.personId } });

			const outcomes = await deputy.does(undo(added?.uuid));

			expect(outcomes).toMatchObject([{ refusal: { code: 'last-manager' } }]);
			await deputy.pulls();
			expect(deputy.row('person', id)).toMatchObject({ role, leftOn: null });
		});

		test('of someone else’s change is for leaders', async () => {
			await newPlot();
			const [change] = await ann.does(edit({ title: 'Ann’s' }));

			const outcomes = await ben.does(undo(change?.uuid));

			expect(outcomes).toMatchObject([{ refusal: { code: 'not-yours' } }]);
		});
	});

	describe('a record’s history', () => {
		test('tells who changed what, newest first', async () => {
			await newPlot();
			const [change] = await ann.does(edit({ title: 'Ann’s' }));

			const lines = await linesFor(ben);

			expect(lines).toEqual([
				{
					uuid: change?.uuid,
					at: practice.engine.now(),
					personId: ann.who.personId,
					name: 'plot.edit',
					says: 'Changed a plot',
					fields: [{ field: 'title', before: 'Plot', after: 'Ann’s' }],
					untold: [],
					outcome: 'applied',
					canUndo: false
				},
				expect.objectContaining({ name: 'plot.add', personId: ben.who.personId, canUndo: false })
			]);
			expect(lines[1]?.fields).toContainEqual({ field: 'title', before: null, after: 'Plot' });
			expect(lines[1]?.fields.map(({ field }) => field)).not.toContain('createdBy');
		});

		test('says what this reader may undo', async () => {
			await newPlot();
			const canUndo = async (device: TestDevice) =>
				(await linesFor(device)).map((line) => line.canUndo);

			expect(await canUndo(ben)).toEqual([true]);
			expect(await canUndo(ann)).toEqual([true]);
			await ann.does(edit({ title: 'Ann’s' }));
			expect(await canUndo(ben)).toEqual([false, false]);
			expect(await canUndo(ann)).toEqual([true, false]);
			await ann.does({ name: 'plot.sign', args: { id } });
			expect(await canUndo(ann)).toEqual([false, false, false]);
		});

		test('offers no undo that would be refused: the last practice manager stays', async () => {
			const group = await newGroup(open().database);
			const first = new TestDevice(group.engine, group.manager.who);
			const id = v7();
			const role = 'practice-manager';
			await first.does({ name: 'person.add', args: { id, name: 'Dev', role } });
			const { who } = await group.signIn(id);
			const linesOfDev = () => recordHistory(group.engine, who, 'person', id);
			const before = await linesOfDev();
			const deputy = new TestDevice(group.engine, who);
			await deputy.does({ name: 'person.leave', args: { id: first.who.personId } });

			const after = await linesOfDev();

			expect(before.map(({ canUndo }) => canUndo)).toEqual([true]);
			expect(after.map(({ canUndo }) => canUndo)).toEqual([false]);
			await deputy.pulls();
			expect(deputy.row('person', id)).toMatchObject({ role, leftOn: null });
		});

		test('leaves out what the reader may not read', async () => {
			id = ben.who.personId;
			const phone = '020 7946 0003';
			await ann.does({ name: 'gardener.edit', args: { id, changes: { phone } } });

			const forLeader = await linesFor(ann, 'gardener');
			const forVolunteer = await linesFor(ben, 'gardener');

			expect(forLeader).toHaveLength(2);
			expect(forLeader[0]?.fields).toMatchObject([{ field: 'phone', after: phone }]);
			expect(forVolunteer).toHaveLength(1);
			expect(JSON.stringify(forVolunteer)).not.toContain('phone');
		});

		test('of a kind that the reader may not hold is empty', async () => {
			id = v7();
			await ann.does({ name: 'key.add', args: { id, number: '7' } });

			expect(await linesFor(ann, 'key')).toHaveLength(1);
			expect(await linesFor(ben, 'key')).toEqual([]);
		});

		test('shows nothing to someone who has left', async () => {
			await newPlot();
			const gone = await practice.join('coordinator');
			const changes = { leftOn: '2026-11-20' };
			await ann.does({ name: 'gardener.edit', args: { id: gone.who.personId, changes } });

			expect(await linesFor(gone)).toEqual([]);
		});
	});
});
