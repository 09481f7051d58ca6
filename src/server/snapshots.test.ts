/**
 * A fresh device gets everything it may hold, what matters first in front.
 */
import { v4, v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Patch } from '#domain/protocol.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import {
	isPatch,
	newPractice,
	TestDevice,
	TestEngine,
	type TestPractice
} from '#tests/support/practice-server.ts';
import { openDatabase } from './database.ts';
import { usualLimits } from './engine.ts';
import { renewEpoch } from './practice.ts';
import { placeOf, sealOf, tokenOf } from './resume.ts';
import { forgetSnapshots, keptSnapshot } from './snapshots.ts';

onEveryDatabase('a snapshot', (open) => {
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
	const smallPages = () => (practice.engine.limits = { ...usualLimits, pageBytes: 800 });
	describe('a fresh device', () => {
		test('gets a small practice in one page', async () => {
			await addPlots(3);

			const pages = await reader.pulls();

			expect(pages).toHaveLength(1);
			expect(pages[0]).toMatchObject({ from: null, resume: null });
			expect(pages[0]?.to).not.toBeNull();
		});

		test('gets what matters first in front, and nothing that was removed', async () => {
			const days = ['2026-11-10', '2026-11-30', '2026-11-14', null, '2026-10-01', '2026-11-22'];
			const ids = [];
			for (const dugOn of days) ids.push(...(await addPlots(1, { dugOn })));
			const [removed = ''] = await addPlots(1);
			await ann.does({ name: 'plot.clear', args: { id: removed } });
			practice.engine.limits = { ...usualLimits, firstOfKind: 5 };

			const [patch] = await reader.pulls();

			const order = patch?.changes.map(({ kind, row }) => row?.dugOn ?? kind);
			// No day; from a week ago onward; older ones; then what is above the first five plots.
			expect(order).toEqual([
				...['gardener', 'gardener', 'plot'],
				...['2026-11-14', '2026-11-22', '2026-11-30', '2026-11-10', '2026-10-01']
			]);
			expect(patch?.changes.some(({ id }) => id === removed)).toBe(false);
		});

		test('gets the days before what is long and has no day', async () => {
			const [short = ''] = await addPlots(1);
			const [long = ''] = await addPlots(1, { care: 'Water it well. '.repeat(300) });
			const [dated = ''] = await addPlots(1, { dugOn: '2026-11-22' });

			const [patch] = await reader.pulls();

			const plots = patch?.changes.filter(({ kind }) => kind === 'plot').map(({ id }) => id);
			expect(plots).toEqual([short, dated, long]);
		});

		test('gets the newest of each kind first', async () => {
			const ids = await addPlots(6);
			practice.engine.limits = { ...usualLimits, firstOfKind: 2 };

			const [patch] = await reader.pulls();

			const plots = patch?.changes.filter(({ kind }) => kind === 'plot').map(({ id }) => id);
			expect(plots).toEqual(ids.toReversed());
			expect(patch?.changes.slice(0, 4).map(({ kind }) => kind)).toEqual([
				...['gardener', 'gardener'],
				...['plot', 'plot']
			]);
		});

		test('gets a large practice in pages with numbers, packed once for all of its role', async () => {
			await addPlots(60);
			smallPages();
			const other = await practice.join('reader');

			const pages = await reader.pulls();
			const same = await other.pulls();

			expect(pages.length).toBeGreaterThan(5);
			const { progress } = pages.at(-2) ?? {};
			expect(progress).toEqual({ done: 63, of: 63 });
			expect(pages.at(-1)).toMatchObject({ from: null, resume: null, progress: null });
			expect(same.slice(0, -1)).toEqual(pages.slice(0, -1));
			expect(other.text).toBe(reader.text);
		});

		test('gets what changed since the snapshot was packed, and during it', async () => {
			const ids = await addPlots(60);
			smallPages();
			await reader.pulls();
			await ann.does(edit(ids[0] ?? '', { title: 'Since' }));
			await ann.does({ name: 'plot.clear', args: { id: ids[1] ?? '' } });
			const other = await practice.join('reader');
			let turn = 2;

			const pages = await other.pulls(async () => {
				await ann.does(edit(ids[turn] ?? '', { title: 'During' }));
				await ann.does({ name: 'plot.clear', args: { id: ids[59 - turn] ?? '' } });
				turn += 1;
			});

			expect(pages[0]?.from).toBeNull();
			await reader.pulls();
			expect(other.text).toBe(reader.text);
			expect(other.cookie).toEqual(reader.cookie);
		});

		test('goes on after the server was started again, and learns its outcomes at the end', async () => {
			await addPlots(60);
			await reader.push([reader.message({ name: 'plot.nothing', args: {} })]);
			smallPages();
			const first = await reader.page();
			if (!isPatch(first)) throw new Error(first.error);
			reader.take(first);
			const { options } = open();
			const { memory } = options;
			const restarted = memory ? undefined : await openDatabase({ ...options, besideServer: true });
			const elsewhere = new TestEngine(restarted ?? practice.engine.database);
			elsewhere.limits = practice.engine.limits;
			const again = new TestDevice(elsewhere, reader.who);
			again.outboxId = reader.outboxId;

			let last: Patch = first;
			while (last.resume !== null) {
				const next = await again.page(last.resume);
				if (!isPatch(next)) throw new Error(next.error);
				last = next;
				reader.take(next);
			}

			await restarted?.close();
			expect(last).toMatchObject({ lastSeq: 1, outcomes: [{ seq: 1, result: 'refused' }] });
			const fresh = await practice.join('reader');
			await fresh.pulls();
			await reader.pulls();
			expect(reader.text).toBe(fresh.text);
		});
	});

	describe('a place to go on from', () => {
		const placeAfterOnePage = async () => {
			await addPlots(60);
			smallPages();
			const patch = await reader.page();
			if (!isPatch(patch)) throw new Error(patch.error);
			return patch.resume ?? '';
		};
		const sealOfReader = async () => {
			const patch = await reader.page();
			return isPatch(patch) && patch.to ? sealOf(patch.to.epoch, patch.to.scope) : '';
		};
		const refused = { error: 'bad-request', field: 'resume' };

		test('is short', async () => {
			const token = tokenOf({
				at: 'changes',
				seal: 'f'.repeat(24),
				from: 99_999_999,
				version: 99_999_999,
				kind: 'k'.repeat(60),
				id: v4(),
				done: 999_999,
				of: 999_999
			});

			expect(token.length).toBeLessThanOrEqual(400);
			expect((await placeAfterOnePage()).length).toBeLessThanOrEqual(400);
		});

		test('that this server did not write is refused', async () => {
			for (const token of ['', 'nonsense', Buffer.from('{"at":1}').toString('base64url')]) {
				expect(await reader.page(token)).toMatchObject(refused);
			}
		});

		test('from before a change of role or a restore is refused', async () => {
			const token = await placeAfterOnePage();

			expect(await ann.page(token)).toMatchObject(refused);
			await open().database.withPractice(practice.id, (trx) => renewEpoch(trx, practice.id));
			expect(await reader.page(token)).toMatchObject(refused);
		});

		test('from before an update of the server is refused: its pages may be cut elsewhere', async () => {
			const place = placeOf(await placeAfterOnePage());
			if (place?.at !== 'snapshot') throw new Error('There is no second page.');
			const seal = await sealOfReader();

			expect(await reader.page(tokenOf({ ...place, seal }))).toMatchObject(refused);
			expect(await reader.page(tokenOf(place))).toHaveProperty('changes');
		});

		test('in a snapshot that is gone is refused, and the pull starts again', async () => {
			const token = await placeAfterOnePage();
			await open().database.withPractice(practice.id, (trx) => forgetSnapshots(trx, practice.id));

			expect(await reader.page(token)).toMatchObject(refused);
			await reader.pulls();
			expect([...reader.held.keys()].filter((key) => key.startsWith('plot/'))).toHaveLength(60);
		});

		test('cannot be used to see another role’s records', async () => {
			await ann.does({ name: 'key.add', args: { id: v7(), number: '7' } });
			await placeAfterOnePage();
			const version = 0;
			const forged = tokenOf({
				at: 'changes',
				seal: await sealOfReader(),
				...{ from: null, version, kind: '', id: '', done: 0, of: 0 }
			});

			const patch = await reader.page(forged);

			expect(patch).toHaveProperty('changes');
			expect(JSON.stringify(patch)).not.toContain('"key"');
		});
	});

	test('a kept snapshot serves until it is a day old or too much has changed', async () => {
		await addPlots(60);
		smallPages();
		await reader.pulls();
		const { scope = '' } = reader.cookie ?? {};
		const kept = (hours: number) =>
			open().database.withPractice(practice.id, async (trx) => {
				const row = await trx
					.selectFrom('practice')
					.selectAll()
					.where('id', '=', practice.id)
					.executeTakeFirstOrThrow();
				return keptSnapshot(trx, row, { scope, now: practice.engine.now() + hours * 3_600_000 });
			});

		expect(await kept(23)).toBeDefined();
		expect(await kept(25)).toBeUndefined();
		practice.engine.limits = usualLimits;
		await addPlots(1001);
		expect(await kept(1)).toBeUndefined();
	});
});
