/**
 * The database keeps what was answered, keeps practices apart, and keeps second servers out.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	postgresSchema,
	hasPostgres,
	onEveryDatabase,
	sqliteFolder,
	type Place
} from '#tests/support/databases.ts';
import {
	newPractice,
	TestDevice,
	TestEngine,
	type TestPractice
} from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import { DataFolderInUse, openDatabase, type Database } from './database.ts';
import { refreshLookups } from './lookups.ts';
import { allotment } from '#tests/support/allotment.ts';
import { defineRegistry } from '#domain/registry.ts';

const child = fileURLToPath(new URL('../../tests/support/pushing-child.ts', import.meta.url));
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
});

describe('a folder of SQLite', () => {
	let place: Place;
	beforeAll(() => {
		place = sqliteFolder();
	});
	afterAll(() => place.remove());
	const dataDir = () => place.options.dataDir ?? '';

	/** Runs the pushing server until it has answered enough, then kills it without warning. */
	const pushUntilKilled = async (practice: TestPractice, personId: string, answers: number) => {
		const server = spawn(process.execPath, [child, dataDir(), practice.id, personId], {
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let text = '';
		let complaint = '';
		server.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
		server.stdout.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			if (text.split('\n').length > answers) server.kill('SIGKILL');
		});
		const code = await new Promise((resolve) => server.on('close', (_, signal) => resolve(signal)));
		return { code, complaint, uuids: text.split('\n').filter((line) => line.length === 36) };
	};

	test('is refused to a second process while the first one runs', async () => {
		const first = await openDatabase(place.options);
		const practice = await newPractice(first);

		const again = openDatabase(place.options);
		await expect(again).rejects.toThrow(DataFolderInUse);
		const { code, complaint } = await pushUntilKilled(practice, v7(), 1);

		expect(code).toBeNull();
		expect(complaint).toContain('Noticeboard is already running on the folder');
		await first.close();
		await (await openDatabase(place.options)).close();
	});

	test('can be used by a short command beside the server', async () => {
		const server = await openDatabase(place.options);
		const command = await openDatabase({ ...place.options, besideServer: true });
		const practice = await newPractice(command);

		const seen = await server.withPractice(practice.id, (trx) =>
			trx.selectFrom('practice').select('id').where('id', '=', practice.id).executeTakeFirst()
		);

		expect(seen).toEqual({ id: practice.id });
		await command.close();
		await server.close();
	});

	test('loses nothing that was answered when the server is killed', async () => {
		const before = await openDatabase(place.options);
		const practice = await newPractice(before);
		const { who } = await practice.join('volunteer');
		await before.close();
		const answered: string[] = [];

		for (const answers of [1, 20, 64]) {
			const { code, uuids } = await pushUntilKilled(practice, who.personId, answers);
			expect(code).toBe('SIGKILL');
			answered.push(...uuids);
		}

		const after = await openDatabase(place.options);
		const rows = await after.asOwner((trx) =>
			trx.selectFrom('history').select('uuid').where('practice_id', '=', practice.id).execute()
		);
		const kept = new Set(rows.map(({ uuid }) => uuid));
		expect(answered.length).toBeGreaterThan(80);
		expect(answered.filter((uuid) => !kept.has(uuid))).toEqual([]);
		const report = await after.asOwner((trx) => verifyHistory(trx, practice.id));
		expect(report).toMatchObject({ isWhole: true });
		const fresh = new TestDevice(new TestEngine(after), who);
		await fresh.pulls();
		expect(fresh.held.size).toBe(rows.length);
		await after.close();
	});

	test('is set so that a power cut takes nothing back', async () => {
		const database = await openDatabase(place.options);
		const settings = await database.asOwner(async (trx) => {
			const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(trx);
			const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(trx);
			const keys = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(trx);
			return { ...journal.rows[0], ...synchronous.rows[0], ...keys.rows[0] };
		});

		expect(settings).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 });
		await database.close();
	});
});

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
	let place: Place;
	let database: Database;
	beforeAll(async () => {
		place = await postgresSchema();
		database = await openDatabase(place.options);
	});
	afterAll(async () => {
		await database.close();
		await place.remove();
	});

	const walledTables = [
		...['record', 'lookup', 'history', 'history_record', 'outbox', 'answer', 'snapshot_page'],
		...['invite', 'device', 'photo', 'job']
	] as const;

	test('lets several servers start at once', async () => {
		const fresh = await postgresSchema();

		const started = await Promise.all([1, 2, 3, 4].map(() => openDatabase(fresh.options)));

		const practice = await newPractice(started[0] ?? database);
		expect(practice.id).toBeDefined();
		await Promise.all(started.map((each) => each.close()));
		await fresh.remove();
	});

	test('every table with a practice has its wall', async () => {
		const { rows } = await database.asOwner((trx) =>
			sql<{ name: string; walled: boolean }>`
				select relname as name, relrowsecurity as walled from pg_class
				where relnamespace = current_schema()::regnamespace and relkind = 'r'
				and relname not like 'kysely%'`.execute(trx)
		);

		const open = rows.filter(({ walled }) => !walled).map(({ name }) => name);
		expect(open).toEqual(['setup_link']);
		expect(rows).toHaveLength(walledTables.length + 2);
	});

	test('shows nothing of another practice even without the filter', async () => {
		const one = await newPractice(database);
		const other = await newPractice(database);
		const ann = await one.join('coordinator');
		const ben = await other.join('coordinator');
		await ann.does(plot('Ann’s'));
		await ben.does(plot('Ben’s'));

		const seen = await database.withPractice(one.id, async (trx) => {
			const rows = await Promise.all(
				walledTables.map((table) => trx.selectFrom(table).selectAll().execute())
			);
			const practices = await trx.selectFrom('practice').selectAll().execute();
			return { rows: rows.flat(), practices };
		});

		expect(seen.rows.length).toBeGreaterThan(5);
		expect(seen.rows.every((row) => row.practice_id === one.id)).toBe(true);
		expect(seen.practices.map(({ id }) => id)).toEqual([one.id]);
	});

	test('writes nothing into another practice', async () => {
		const one = await newPractice(database);
		const other = await newPractice(database);
		const row = { practice_id: other.id, name: 'x', state: '{}', run_at: 0 };

		const insert = database.withPractice(one.id, (trx) =>
			trx.insertInto('job').values(row).execute()
		);

		await expect(insert).rejects.toThrow('row-level security');
		const renamed = await database.withPractice(one.id, (trx) =>
			trx
				.updateTable('practice')
				.set({ name: 'Mine' })
				.where('id', '=', other.id)
				.executeTakeFirst()
		);
		expect(renamed.numUpdatedRows).toBe(0n);
	});

	test('shows nothing at all when no practice is set', async () => {
		await newPractice(database);

		const seen = await database.withPractice('', (trx) =>
			trx.selectFrom('practice').selectAll().execute()
		);

		expect(seen).toEqual([]);
	});

	test('lets requests change no table, no history and no set-up link', async () => {
		const practice = await newPractice(database);
		await practice.join('reader');
		const trying = (statement: string) =>
			database.withPractice(practice.id, (trx) => sql.raw(statement).execute(trx));

		await expect(trying('drop table record')).rejects.toThrow('must be owner');
		await expect(trying('create table mine (id text)')).rejects.toThrow('permission denied');
		await expect(trying('update history set name = name')).rejects.toThrow('permission denied');
		await expect(trying('delete from history')).rejects.toThrow('permission denied');
		await expect(trying('select * from setup_link')).rejects.toThrow('permission denied');
	});

	test('runs a transaction again that met another one head on', async () => {
		const practice = await newPractice(database);
		const { personId: first } = (await practice.join('reader')).who;
		const { personId: second } = (await practice.join('reader')).who;
		let runs = 0;
		let arrived = 0;
		let meet: () => void = () => undefined;
		const met = new Promise<void>((resolve) => (meet = resolve));
		const touch = (...ids: string[]) =>
			database.withPractice(practice.id, async (trx) => {
				runs += 1;
				for (const id of ids) {
					await trx.updateTable('record').set({ changed_at: runs }).where('id', '=', id).execute();
					arrived += 1;
					if (arrived === 2) meet();
					await met;
				}
			});

		await Promise.all([touch(first, second), touch(second, first)]);

		expect(runs).toBe(3);
	});

	test('works for an owner who is no superuser', async () => {
		const owner = `owner_${v4().replaceAll('-', '')}`;
		const schema = `own_${v4().replaceAll('-', '')}`;
		await database.asOwner(async (trx) => {
			await sql.raw(`create role ${owner} login`).execute(trx);
			await sql.raw(`grant noticeboard_app to ${owner}`).execute(trx);
			await sql.raw(`create schema ${schema} authorization ${owner}`).execute(trx);
		});
		const url = new URL(place.options.databaseUrl ?? '');
		url.username = owner;
		url.searchParams.set('options', `-c search_path=${schema}`);

		const owned = await openDatabase({ databaseUrl: url.toString() });

		const practice = await newPractice(owned);
		const other = await newPractice(owned);
		const ann = await practice.join('coordinator');
		expect(await ann.does(plot())).toMatchObject([{ result: 'applied' }]);
		const seen = await owned.withPractice(other.id, (trx) =>
			trx.selectFrom('record').selectAll().execute()
		);
		expect(seen).toEqual([]);
		await owned.close();
		await database.asOwner(async (trx) => {
			await sql.raw(`drop schema ${schema} cascade`).execute(trx);
			await sql.raw(`drop role ${owner}`).execute(trx);
		});
	});
});
