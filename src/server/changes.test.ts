/**
 * A pull: what changed since the device's cookie, in pages that add up to the same for everyone.
 */
import { v4, v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import {
	dayMs,
	newPractice,
	TestDevice,
	type TestPractice
} from '#tests/support/practice-server.ts';
import { usualLimits } from './engine.ts';
import { renewEpoch } from './practice.ts';
import { forgetTombstones } from './tombstones.ts';

onEveryDatabase('a pull', (open) => {
	let practice: TestPractice;
	let ann: TestDevice;
	let reader: TestDevice;

	beforeEach(async () => {
		practice = await newPractice(open().database);
		ann = await practice.join('practice-manager');
		reader = await practice.join('reader');
		await ann.pulls();
	});
	const addPlots = async (count: number, fields: object = {}) => {
		const ids = Array.from({ length: count }, () => v7());
		const deeds = ids.map((id) => ({ name: 'plot.add', args: { id, title: 'Plot', ...fields } }));
		for (let start = 0; start < count; start += 100) {
			await ann.does(...deeds.slice(start, start + 100));
		}
		return ids;
	};
	const edit = (id: string, changes: object) => ({ name: 'plot.edit', args: { id, changes } });
	const smallPages = (pageBytes = 2000) => (practice.engine.limits = { ...usualLimits, pageBytes });
	/** Another device of the same person. */
	const twinOf = (device: TestDevice) =>
		new TestDevice(practice.engine, { ...device.who, deviceId: v4() });

	describe('after the first', () => {
		test('brings only what is new, and nothing when nothing is', async () => {
			const [first = ''] = await addPlots(2);
			await reader.pulls();
			await ann.does(edit(first, { title: 'New' }));

			const [patch] = await reader.pulls();
			const [nothing] = await reader.pulls();

			expect(patch?.changes).toMatchObject([{ kind: 'plot', id: first, row: { title: 'New' } }]);
			expect(nothing).toMatchObject({ changes: [], from: nothing?.to });
			expect(reader.row('plot', first)).toEqual(ann.row('plot', first));
		});

		test('says what was removed', async () => {
			const [first = ''] = await addPlots(2);
			await reader.pulls();
			await ann.does({ name: 'plot.clear', args: { id: first } });

			const [patch] = await reader.pulls();

			expect(patch?.changes).toMatchObject([{ kind: 'plot', id: first, row: null }]);
		});

		test('repeats outcomes that the device has not acknowledged', async () => {
			await ann.does({ name: 'plot.add', args: { id: v7(), title: 'Plot' } });
			ann.ack = 0;

			const [patch] = await ann.pulls();

			expect(patch).toMatchObject({ lastSeq: 1, outcomes: [{ seq: 1, result: 'applied' }] });
		});

		test('comes in pages that are no larger than agreed', async () => {
			await ann.pulls();
			const other = twinOf(ann);
			await other.pulls();
			await addPlots(30);
			smallPages();

			const pages = await other.pulls();

			expect(pages.length).toBeGreaterThan(3);
			expect(pages.every(({ changes }) => JSON.stringify(changes).length < 2500)).toBe(true);
			expect(pages.map(({ progress }) => progress?.of)).toEqual([
				...pages.slice(1).map(() => 30),
				undefined
			]);
			expect(other.text).toBe(ann.text);
			expect(other.cookie).toEqual(ann.cookie);
		});

		test('ends with the same bytes when records change or go between its pages', async () => {
			const ids = await addPlots(30);
			const other = twinOf(ann);
			await other.pulls();
			for (const id of ids) await ann.does(edit(id, { title: 'First round' }));
			smallPages(700);
			let turn = 0;

			const pages = await other.pulls(async () => {
				const [early = '', late = ''] = [ids[turn], ids[29 - turn]];
				turn += 1;
				if (turn > 5) return;
				await ann.does(edit(early, { title: `Changed ${turn}` }));
				await ann.does({ name: 'plot.clear', args: { id: late } });
				await addPlots(1);
			});

			expect(turn).toBeGreaterThan(5);
			await ann.pulls();
			expect(pages.at(-1)?.to).toEqual(ann.cookie);
			expect(other.text).toBe(ann.text);
		});
	});

	describe('what a role may not see', () => {
		test('is not sent at all, or without its confidential fields', async () => {
			await ann.does({ name: 'key.add', args: { id: v7(), number: '7' } });

			await reader.pulls();
			await ann.pulls();

			expect([...ann.held.keys()].some((key) => key.startsWith('key/'))).toBe(true);
			expect([...reader.held.keys()].some((key) => key.startsWith('key/'))).toBe(false);
			expect(ann.text).toContain('0191 498 0000');
			expect(reader.text).not.toContain('0191 498 0000');
		});

		test('is not even told of when it goes', async () => {
			await reader.pulls();
			const [added] = await ann.does({ name: 'key.add', args: { id: v7(), number: '7' } });
			await ann.does({ name: 'change.undo', args: { uuid: added?.uuid } });

			const [patch] = await reader.pulls();

			expect(patch).toMatchObject({ changes: [], to: { version: ann.cookie?.version } });
		});

		test('goes from the device when the role changes', async () => {
			await ann.does({ name: 'key.add', args: { id: v7(), number: '7' } });
			const deputy = await practice.join('coordinator');
			await deputy.pulls();
			expect(deputy.text).toContain('0191');
			const { personId: id } = deputy.who;
			await ann.does({ name: 'gardener.edit', args: { id, changes: { role: 'reader' } } });

			const [patch] = await deputy.pulls();

			expect(patch?.from).toBeNull();
			expect(deputy.text).not.toContain('0191');
			expect([...deputy.held.keys()].some((key) => key.startsWith('key/'))).toBe(false);
			await reader.pulls();
			expect(deputy.text).toBe(reader.text);
			expect(deputy.cookie).toEqual(reader.cookie);
		});

		test('nothing for someone who has left: the phone is wiped', async () => {
			const { personId: id } = reader.who;
			await reader.pulls();
			await ann.does({ name: 'gardener.edit', args: { id, changes: { leftOn: '2026-11-20' } } });

			expect(await reader.page()).toMatchObject({ error: 'signed-out', wipe: true });
		});
	});

	describe('a cookie that cannot be built on', () => {
		const expectSnapshot = async () => {
			await addPlots(2);
			const [patch] = await ann.pulls();
			expect(patch?.from).toBeNull();
			const fresh = twinOf(ann);
			await fresh.pulls();
			expect(ann.text).toBe(fresh.text);
		};

		test('from before a restored backup', async () => {
			await open().database.withPractice(practice.id, (trx) => renewEpoch(trx, practice.id));

			await expectSnapshot();
		});

		test('from a device that knows more than this server', async () => {
			if (ann.cookie) ann.cookie = { ...ann.cookie, version: ann.cookie.version + 1000 };

			await expectSnapshot();
		});

		test('of a protocol that is no longer spoken', async () => {
			if (ann.cookie) ann.cookie = { ...ann.cookie, protocol: 0 };

			await expectSnapshot();
		});
	});

	describe('what was removed', () => {
		test('loses its content at once', async () => {
			const title = `Secret ${v4()}`;
			const [id = ''] = await addPlots(1, { title, tags: [title] });
			await ann.does({ name: 'plot.clear', args: { id } });

			const kept = await open().database.withPractice(practice.id, async (trx) => {
				const query = (table: 'record' | 'lookup') =>
					trx.selectFrom(table).selectAll().where('practice_id', '=', practice.id).execute();
				return JSON.stringify([await query('record'), await query('lookup')]);
			});

			expect(kept).toContain(id);
			expect(kept).not.toContain(title);
		});

		test('is told for 180 days; who comes later takes everything anew', async () => {
			const [id = ''] = await addPlots(2);
			const late = twinOf(ann);
			const prompt = twinOf(ann);
			await late.pulls();
			await prompt.pulls();
			await ann.does({ name: 'plot.clear', args: { id } });
			practice.engine.time += 179 * dayMs;
			const early = await forgetTombstones(practice.engine, practice.id);
			const [told] = await prompt.pulls();
			practice.engine.time += 2 * dayMs;

			const forgotten = await forgetTombstones(practice.engine, practice.id);

			expect([early, forgotten]).toEqual([0, 1]);
			expect(told?.changes).toMatchObject([{ id, row: null }]);
			const [afterwards] = await prompt.pulls();
			expect(afterwards?.from).toEqual(afterwards?.to);
			const [anew] = await late.pulls();
			expect(anew?.from).toBeNull();
			expect(late.row('plot', id)).toBeUndefined();
			expect(late.text).toBe(prompt.text);
		});
	});
});
