/**
 * PostgreSQL: the wall between practices holds even when a filter is forgotten.
 */
import { sql } from 'kysely';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPostgres, postgresSchema, type Place } from '#tests/support/databases.ts';
import { newPractice } from '#tests/support/practice-server.ts';
import { openDatabase, type Database } from './database.ts';

const plot = (title = 'Plot') => ({ name: 'plot.add', args: { id: v7(), title } });

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
		...['invite', 'device', 'feed', 'photo', 'job'],
		...['push_key', 'push_subscription', 'mail_address', 'reminder', 'reminder_trouble']
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
		expect(open.sort()).toEqual(['server_job', 'setup_link']);
		expect(rows).toHaveLength(walledTables.length + 3);
	});

	test('requests have no way to what belongs to no practice', async () => {
		const practice = await newPractice(database);
		for (const table of ['server_job', 'setup_link'] as const) {
			const asking = database.withPractice(practice.id, (trx) =>
				trx.selectFrom(table).selectAll().execute()
			);

			await expect(asking).rejects.toThrow('permission denied');
		}
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

	test('gives a reader one view, whatever happens meanwhile', async () => {
		const practice = await newPractice(database);
		const ann = await practice.join('coordinator');

		const counts = await database.withPractice(
			practice.id,
			async (trx) => {
				const count = () => trx.selectFrom('record').select('id').execute();
				const before = await count();
				await ann.does(plot());
				return [before.length, (await count()).length];
			},
			'reading'
		);

		expect(counts).toEqual([1, 1]);
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

	test('lives on when the database ends a connection in the middle of a transaction', async () => {
		const practice = await newPractice(database);
		const isThere = (pid: number) =>
			database.asOwner(async (trx) => {
				const { rows } = await sql`select from pg_stat_activity where pid = ${pid}`.execute(trx);
				return rows.length > 0;
			});
		const cutOff = database.withPractice(practice.id, async (trx) => {
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
			const pid = rows[0]?.pid ?? 0;
			await database.asOwner((other) => sql`select pg_terminate_backend(${pid})`.execute(other));
			while (await isThere(pid));
			await trx.selectFrom('practice').selectAll().execute();
		});

		await expect(cutOff).rejects.toThrow();

		expect(await practice.join('reader')).toBeDefined();
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
