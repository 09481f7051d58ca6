/**
 * What both kinds of database have in common.
 */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { defineRegistry } from '#domain/registry.ts';
import { allotment } from '#tests/support/allotment.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newPractice, TestDevice, TestEngine } from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import { openDatabase } from './database.ts';
import { refreshLookups } from './lookups.ts';

const plot = (title = 'Plot') => ({ name: 'plot.add', args: { id: v7(), title } });

onEveryDatabase('a database', (open) => {
	test('keeps numbers as numbers and bytes as bytes', async () => {
		const { database } = open();
		const practice = await newPractice(database);
		const bytes = Buffer.from([0, 1, 254, 255]);
		const moment = 8_000_000_000_000;
		const photo = { mime: 'image/png', bytes, size: 4, width: 1, height: 1, created_by: v7() };

		await database.withPractice(practice.id, (trx) =>
			trx
				.insertInto('photo')
				.values({
					...{ ...photo, practice_id: practice.id, hash: 'a', created_at: moment },
					unreferenced_since: null
				})
				.execute()
		);
		const kept = await database.withPractice(practice.id, (trx) =>
			trx
				.selectFrom('photo')
				.selectAll()
				.where('practice_id', '=', practice.id)
				.executeTakeFirstOrThrow()
		);

		expect(kept.created_at).toBe(moment);
		expect(Buffer.compare(kept.bytes, bytes)).toBe(0);
	});

	test('rolls a failed transaction back, and goes on', async () => {
		const { database } = open();
		const practice = await newPractice(database);

		const failing = database.withPractice(practice.id, async (trx) => {
			await trx
				.updateTable('practice')
				.set({ name: 'Other' })
				.where('id', '=', practice.id)
				.execute();
			throw new Error('On purpose.');
		});

		await expect(failing).rejects.toThrow('On purpose.');
		const kept = await database.withPractice(practice.id, (trx) =>
			trx.selectFrom('practice').select('name').where('id', '=', practice.id).executeTakeFirst()
		);
		expect(kept).toEqual({ name: 'Elm Road Surgery' });
	});

	test('lets transactions that meet take their turn', async () => {
		const { database } = open();
		const practice = await newPractice(database);
		const raise = () =>
			database.withPractice(practice.id, async (trx) => {
				await sql`update practice set version = version + 1 where id = ${practice.id}`.execute(trx);
				await new Promise((resolve) => setTimeout(resolve, 1));
			});

		await Promise.all(Array.from({ length: 20 }, raise));

		const kept = await database.withPractice(practice.id, (trx) =>
			trx.selectFrom('practice').select('version').where('id', '=', practice.id).executeTakeFirst()
		);
		expect(kept).toEqual({ version: 20 });
	});

	test('gives versions in the order of commits while several push at once', async () => {
		const { database, options } = open();
		const isPostgres = database.engine === 'postgres';
		const second = isPostgres ? await openDatabase(options) : undefined;
		const practice = await newPractice(database);
		const people = await Promise.all([1, 2, 3, 4].map(() => practice.join('volunteer')));
		const elsewhere = second ? new TestEngine(second) : practice.engine;
		const devices = people.map(({ engine, who }, index) =>
			index % 2 === 0 ? new TestDevice(engine, who) : new TestDevice(elsewhere, who)
		);
		const watcher = await practice.join('volunteer');
		await watcher.pulls();
		let isPushing = true;
		const watch = async () => {
			while (isPushing) await watcher.pulls();
			await watcher.pulls();
		};
		const push = async (device: TestDevice) => {
			for (let round = 0; round < 10; round++) await device.does(plot(), plot());
		};

		const watching = watch();
		await Promise.all(devices.map(push));
		isPushing = false;
		await watching;

		const fresh = new TestDevice(practice.engine, watcher.who);
		await fresh.pulls();
		expect([...fresh.held.keys()].filter((key) => key.startsWith('plot/'))).toHaveLength(80);
		expect(watcher.text).toBe(fresh.text);
		expect(watcher.cookie).toEqual(fresh.cookie);
		const report = await database.asOwner((trx) => verifyHistory(trx, practice.id));
		expect(report).toMatchObject({ isWhole: true, rows: 85 });
		const versions = await database.asOwner((trx) =>
			trx
				.selectFrom('history')
				.select('version')
				.where('practice_id', '=', practice.id)
				.orderBy('number')
				.execute()
		);
		expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
		await second?.close();
	});

	test('keeps two practices apart', async () => {
		const { database } = open();
		const [one, other] = [await newPractice(database), await newPractice(database)];
		const [ann, ben] = [await one.join('coordinator'), await other.join('coordinator')];
		await ann.does(plot('Ann’s'));
		await ben.does(plot('Ben’s'));

		await ann.pulls();

		expect(ann.text).toContain('Ann’s');
		expect(ann.text).not.toContain('Ben’s');
		expect(
			await new TestDevice(one.engine, { ...ann.who, practiceId: other.id }).page()
		).toMatchObject({
			error: 'signed-out'
		});
	});

	test('makes look-ups anew when what is indexed changes', async () => {
		const { database } = open();
		const practice = await newPractice(database);
		const ann = await practice.join('coordinator');
		await ann.does(plot('Beans'), plot('Peas'));
		const types = allotment.records.filter(({ kind }) => kind !== 'overlap');
		const records = types.map((type) =>
			type.kind === 'plot' ? { ...type, indexes: ['title'] } : type
		);
		const ours = allotment.mutations.filter(({ name }) => !/^(change|overlap)\./.test(name));
		const registry = defineRegistry({ records, mutations: ours, members: allotment.members });
		const engine = new TestEngine(database, registry);

		const first = await refreshLookups(engine, practice.id);
		const second = await refreshLookups(engine, practice.id);

		expect([first > 0, second]).toEqual([true, 0]);
		const found = await database.withPractice(practice.id, (trx) =>
			trx
				.selectFrom('lookup')
				.select(['field', 'value'])
				.where('practice_id', '=', practice.id)
				.where('kind', '=', 'plot')
				.orderBy('value')
				.execute()
		);
		expect(found).toEqual([
			{ field: 'title', value: 'Beans' },
			{ field: 'title', value: 'Peas' }
		]);
	});

	test('takes look-ups of a first value along when its record goes, and it can come back', async () => {
		const { database } = open();
		const practice = await newPractice(database);
		const ann = await practice.join('coordinator');
		const id = v7();
		await ann.does({ name: 'plot.add', args: { id, title: 'Beans' } });
		const { engine, id: practiceId } = practice;
		const ofPlots = () =>
			database.withPractice(practiceId, (trx) =>
				trx
					.selectFrom('lookup')
					.select(['id', 'value'])
					.where('practice_id', '=', practiceId)
					.where('kind', '=', 'plot')
					.execute()
			);
		// As if the kind had got a looked-up field since, whose first value is this.
		const fresh = { practice_id: practiceId, kind: 'plot', id, field: 'tags', value: 'first' };
		await database.withPractice(practiceId, (trx) =>
			trx.insertInto('lookup').values(fresh).execute()
		);

		const [gone] = await ann.does({ name: 'plot.clear', args: { id } });
		const afterwards = await ofPlots();
		const [back] = await ann.does({ name: 'change.undo', args: { uuid: gone?.uuid } });

		expect(afterwards).toEqual([]);
		expect(back).toMatchObject({ result: 'applied' });
		expect(engine.logged).toEqual([]);
	});
});
