/**
 * A push: once each, in order, kept or refused, and nothing half done.
 */
import { v4, v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { addPlot, editPlot } from '#tests/support/plot-deeds.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import {
	dayMs,
	isPatch,
	newPractice,
	type TestDevice,
	type TestPractice
} from '#tests/support/practice-server.ts';
import { applyPush } from './apply.ts';
import { runAs } from './run-as.ts';

onEveryDatabase('a push', (open) => {
	let practice: TestPractice;
	let device: TestDevice;
	let id: string;

	beforeAll(async () => {
		practice = await newPractice(open().database);
	});
	const joined = async () => {
		device = await practice.join('coordinator');
		await device.pulls();
		id = v7();
	};

	describe('what a person did', () => {
		test('is kept, gets the next version and comes back with the answer', async () => {
			await joined();
			const before = device.cookie?.version ?? -1;

			const outcomes = await device.does(addPlot(id, { title: 'Beans' }));

			expect(outcomes).toMatchObject([{ seq: 1, result: 'applied', version: before + 1 }]);
			expect(device.cookie?.version).toBe(before + 1);
			expect(device.row('plot', id)).toMatchObject({ title: 'Beans', water: 'open' });
		});

		test('sees what earlier changes of the same push did, by index and by day', async () => {
			await joined();
			const [changed, removed] = [v7(), v7()];
			const tag = v4();
			const dugOn = '2031-05-05';
			const count = { name: 'plot.count', args: { id, tag, firstOn: dugOn, lastOn: dugOn } };
			const ours = { tags: [tag], dugOn };
			await device.does(addPlot(id, ours), addPlot(changed, ours), addPlot(removed, ours));

			await device.does(
				addPlot(v7(), ours),
				addPlot(v7(), { tags: [tag] }),
				addPlot(v7(), { tags: [tag] }),
				editPlot(changed, { tags: [], dugOn: '2031-06-06' }),
				{ name: 'plot.clear', args: { id: removed } },
				count
			);

			expect(device.row('plot', id)).toMatchObject({ title: '4/2' });
		});

		test('finds records by text that no index can hold', async () => {
			await joined();
			const tag = `odd \u0000 \ud800 ${'long '.repeat(2000)}`;
			const count = {
				name: 'plot.count',
				args: { id, tag, firstOn: '2001-01-01', lastOn: '2001-01-01' }
			};

			await device.does(addPlot(id, { title: 'A \u0000 B', tags: [tag] }));
			const outcomes = await device.does(count);

			expect(outcomes).toMatchObject([{ result: 'applied' }]);
			expect(device.row('plot', id)).toMatchObject({ title: '1/0', tags: [tag] });
		});

		test('bears the time at which it happened, put right by the server’s clock', async () => {
			await joined();
			const { engine } = practice;
			const now = engine.now();
			const wrongBy = 3 * 365 * dayMs;
			const ids = [v7(), v7(), v7()];
			const ats = [now - 5000, now + 5000, now - 500 * dayMs];
			const mutations = ats.map((at, index) =>
				device.message({ ...addPlot(ids[index] ?? ''), at: at + wrongBy })
			);

			const request = { ...device.pushRequest(mutations), sentAt: now + wrongBy };
			const answer = await applyPush(engine, device.who, request);

			if (isPatch(answer)) device.take(answer);
			const created = ids.map((plot) => device.row('plot', plot));
			expect(created).toMatchObject([
				{ createdAt: now - 5000 },
				{ createdAt: now },
				{ createdAt: now - 400 * dayMs }
			]);
		});
	});

	describe('a refusal', () => {
		test('leaves nothing of the change, uses up its number, and others go on', async () => {
			await joined();
			await device.does(addPlot(id), { name: 'plot.take', args: { id } });

			const outcomes = await device.does({ name: 'plot.take', args: { id } }, addPlot(v7()));

			expect(outcomes).toMatchObject([
				{ seq: 3, result: 'refused', refusal: { code: 'already-taken' } },
				{ seq: 4, result: 'applied' }
			]);
			expect(device.row('plot', id)).toMatchObject({ title: 'Plot' });
		});

		test('of a role that may not', async () => {
			await joined();
			const reader = await practice.join('reader');

			const outcomes = await reader.does(addPlot(id));

			expect(outcomes).toMatchObject([{ result: 'refused', refusal: { code: 'role-may-not' } }]);
		});

		test('of bad arguments', async () => {
			await joined();

			const outcomes = await device.does({ name: 'plot.add', args: { id: 'x' } });

			expect(outcomes).toMatchObject([{ result: 'refused', refusal: { code: 'bad-arguments' } }]);
		});

		test('of a change that this server does not know yet', async () => {
			await joined();

			const outcomes = await device.does({ name: 'plot.\u0000fly', args: {} }, addPlot(id));

			expect(outcomes).toMatchObject([
				{ result: 'refused', refusal: { code: 'unknown-mutation' } },
				{ result: 'applied' }
			]);
		});

		test('of a defect, which is logged without words and does not block the queue', async () => {
			await joined();

			const outcomes = await device.does(addPlot(id), { name: 'plot.fail', args: { id } });
			const after = await device.does(editPlot(id, { care: 'Weed' }));

			expect(outcomes[1]).toMatchObject({ result: 'refused', refusal: { code: 'failed' } });
			expect(after).toMatchObject([{ result: 'applied' }]);
			expect(device.row('plot', id)).toMatchObject({ title: 'Plot', care: 'Weed' });
			const logged = practice.engine.logged.at(-1);
			expect(logged).toContain('"mutation":"plot.fail"');
			expect(logged).not.toContain('words that no log may hold');
		});

		test('holds later changes of the same record in the same push, and in no later one', async () => {
			await joined();
			await device.does(addPlot(id), { name: 'plot.take', args: { id } });
			const was = { [`plot/${id}`]: {} };

			const outcomes = await device.does(
				{ name: 'plot.take', args: { id }, was },
				editPlot(id, { title: 'Held' }),
				editPlot(id, { title: 'Held by the held one' }),
				addPlot(v7())
			);
			const later = await device.does(editPlot(id, { title: 'Free' }));

			expect(outcomes.map(({ result, refusal }) => refusal?.code ?? result)).toEqual([
				'already-taken',
				'held',
				'held',
				'applied'
			]);
			expect(later).toMatchObject([{ result: 'applied' }]);
			expect(device.row('plot', id)).toMatchObject({ title: 'Free' });
		});
	});

	describe('the database', () => {
		test('a fault answers "try again" and changes nothing', async () => {
			await joined();
			const { engine } = practice;
			const broken = new Proxy(engine, {
				get(target, property) {
					// A number that the database refuses, at the very end: as it writes.
					if (property === 'now') return () => Number.NaN;
					return Reflect.get(target, property, target) as unknown;
				}
			});
			const request = device.pushRequest([device.message(addPlot(id))]);

			const answer = await applyPush(broken, device.who, request);

			expect(answer).toMatchObject({ error: 'try-again' });
			await device.pulls();
			expect(device.row('plot', id)).toBeUndefined();
			expect(await device.push(request.mutations)).toMatchObject({ lastSeq: 1 });
		});

		test('two hundred changes in one push all arrive', async () => {
			await joined();
			const ids = Array.from({ length: 200 }, () => v7());

			const outcomes = await device.does(...ids.map((plot) => addPlot(plot, { tags: ['many'] })));

			expect(outcomes.every(({ result }) => result === 'applied')).toBe(true);
			expect(outcomes.map(({ version }) => version)).toEqual(
				ids.map((_, index) => (outcomes[0]?.version ?? 0) + index)
			);
			expect(ids.every((plot) => device.row('plot', plot))).toBe(true);
		});
	});

	describe('what the server does itself', () => {
		test('goes the same way, all of it or nothing', async () => {
			await joined();
			const { personId } = device.who;
			const { engine } = practice;

			const refusal = await runAs(
				engine,
				practice.id,
				personId,
				[addPlot(id), { name: 'plot.add', args: {} }],
				engine.now()
			);
			await device.pulls();
			const before = device.row('plot', id);
			const kept = await runAs(engine, practice.id, personId, [addPlot(id)], engine.now());
			await device.pulls();

			expect(refusal).toMatchObject({ code: 'bad-arguments' });
			expect(before).toBeUndefined();
			expect(kept).toBeUndefined();
			expect(device.row('plot', id)).toMatchObject({ createdBy: personId });
		});
	});
});
