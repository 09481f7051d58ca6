/**
 * Turns a database back into the one of the first release: the tables and columns that came later
 * are gone, and so is the note that they came. What the others hold stays.
 */
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, sql, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { firstTables } from '#server/migrations/0001-first-tables.ts';

const first = '0001-first-tables';
const notes = ['kysely_migration', 'kysely_migration_lock'];

export interface PlaceOfDatabase {
	readonly dataDir: string;
	readonly databaseUrl?: string;
}

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>;

/** No server may run on it. */
export async function makeOlder(place: PlaceOfDatabase): Promise<void> {
	const columns = await firstColumns();
	await within(place, async (db) => {
		const tables = (await db.introspection.getTables()).filter(isOfPractice(place));
		for (const { name, columns: has } of tables) {
			if (notes.includes(name)) continue;
			const had = columns.get(name);
			if (!had) await sql`drop table ${sql.table(name)}`.execute(db);
			for (const column of had ? namesOf(has).difference(had) : []) {
				await sql`alter table ${sql.table(name)} drop column ${sql.ref(column)}`.execute(db);
			}
		}
		await sql`delete from kysely_migration where name > ${first}`.execute(db);
	});
}

/** Each row of what people have done, in words: what an upgrade must leave as it is. */
export async function rowsOf(place: PlaceOfDatabase): Promise<string[]> {
	const kept = ['practice', 'record', 'history', 'history_record', 'outbox', 'answer', 'photo'];
	const columns = await firstColumns();
	return within(place, async (db) => {
		const found: string[] = [];
		for (const table of kept) {
			const names = [...(columns.get(table) ?? [])];
			const rows = await db.selectFrom(table).select(names).execute();
			found.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
		}
		return found.sort();
	});
}

async function firstColumns(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
	const file = new Sqlite(':memory:');
	const db: AnyDatabase = new Kysely({ dialect: new SqliteDialect({ database: file }) });
	const migrations = { [first]: firstTables('sqlite', '') };
	const provider = { getMigrations: () => Promise.resolve(migrations) };
	const { error } = await new Migrator({ db, provider }).migrateToLatest();
	if (error) throw new Error('The first tables could not be made.', { cause: error });
	const tables = await db.introspection.getTables();
	await db.destroy();
	return new Map(tables.map(({ name, columns }) => [name, namesOf(columns)]));
}

function namesOf(columns: readonly { name: string }[]): Set<string> {
	return new Set(columns.map(({ name }) => name));
}

/** On a PostgreSQL there may be other schemas, which are none of ours. */
function isOfPractice({ databaseUrl }: PlaceOfDatabase) {
	const options =
		databaseUrl === undefined ? null : new URL(databaseUrl).searchParams.get('options');
	const wanted = /search_path=(\w+)/.exec(options ?? '')?.[1] ?? 'public';
	return ({ schema }: { schema?: string }) => databaseUrl === undefined || schema === wanted;
}

async function within<Result>(
	{ dataDir, databaseUrl }: PlaceOfDatabase,
	work: (db: AnyDatabase) => Promise<Result>
): Promise<Result> {
	const dialect =
		databaseUrl === undefined
			? new SqliteDialect({ database: new Sqlite(path.join(dataDir, 'noticeboard.db')) })
			: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 1 }) });
	const db: AnyDatabase = new Kysely({ dialect });
	try {
		return await work(db);
	} finally {
		await db.destroy();
	}
}
