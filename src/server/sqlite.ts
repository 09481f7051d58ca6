/**
 * SQLite in a folder: one process, one connection, one transaction after the other.
 *
 * `synchronous=FULL`, or a power cut takes changes back that a phone was told are safe.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import {
	CompiledQuery,
	Kysely,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	sql,
	type DatabaseConnection,
	type SqliteDatabase,
	type SqliteDialectConfig,
	type SqliteStatement
} from 'kysely';
import type { Database } from './database-interface.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

const fileName = 'noticeboard.db';
/** Prepared statements that are kept. Batches of different sizes are different statements. */
const keptStatements = 300;

export class DataFolderInUse extends Error {
	override readonly name = 'DataFolderInUse';
	constructor(dataDir: string, cause: unknown) {
		super(
			`Noticeboard is already running on the folder ${dataDir}. ` +
				'Stop it first, or choose another folder with DATA_DIR.',
			{ cause }
		);
	}
}

/** @throws {DataFolderInUse} when another process serves this folder. */
export async function openSqlite(
	dataDir: string | undefined,
	isBesideServer: boolean
): Promise<Database> {
	if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const lock = dataDir === undefined || isBesideServer ? undefined : lockFolder(dataDir);
	const file = openFile(dataDir === undefined ? ':memory:' : path.join(dataDir, fileName));
	const db = new Kysely<Tables>({ dialect: new OneWriterDialect({ database: keeping(file) }) });
	const close = async () => {
		await db.destroy();
		file.close();
		lock?.close();
	};
	try {
		await migrate(db, 'sqlite');
	} catch (error) {
		await close();
		throw error;
	}
	return {
		engine: 'sqlite',
		withPractice: (_practiceId, work) => db.transaction().execute(work),
		asOwner: (work) => db.transaction().execute(work),
		asReader: (work) =>
			dataDir === undefined ? db.transaction().execute(work) : readBeside(dataDir, work),
		compact: async () => {
			await sql`vacuum`.execute(db);
			const done = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
			if (done.rows[0]?.busy) throw new Error('Someone reads the database just now.');
		},
		listen: () => () => undefined,
		ping: async () => {
			await db.selectFrom('practice').select('id').limit(1).execute();
		},
		close
	};
}

/**
 * Held by the operating system until this process ends, however it ends.
 *
 * A file of its own, so that a short command can still use the database beside the server.
 */
function lockFolder(dataDir: string): Sqlite.Database {
	const lock = new Sqlite(path.join(dataDir, 'running.lock'), { timeout: 0 });
	try {
		lock.exec('begin exclusive');
		return lock;
	} catch (cause) {
		lock.close();
		throw new DataFolderInUse(dataDir, cause);
	}
}

function openFile(name: string): Sqlite.Database {
	const file = new Sqlite(name, { timeout: 5000 });
	file.pragma('journal_mode = WAL');
	file.pragma('synchronous = FULL');
	file.pragma('fullfsync = ON');
	file.pragma('foreign_keys = ON');
	return file;
}

/** A connection of its own: in WAL mode a reader keeps its view and no writer waits for it. */
async function readBeside<Result>(
	dataDir: string,
	work: (trx: Kysely<Tables>) => Promise<Result>
): Promise<Result> {
	const file = new Sqlite(path.join(dataDir, fileName), { timeout: 5000, readonly: true });
	const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keeping(file) }) });
	try {
		return await db.transaction().execute(work);
	} finally {
		await db.destroy();
		file.close();
	}
}

/** Keeps prepared statements: preparing takes longer than most of our statements run. */
function keeping(file: Sqlite.Database): SqliteDatabase {
	const statements = new Map<string, SqliteStatement>();
	return {
		close: () => file.close(),
		prepare(text) {
			const statement = statements.get(text) ?? file.prepare(text);
			statements.delete(text);
			statements.set(text, statement);
			const [oldest] = statements.keys();
			if (statements.size > keptStatements && oldest !== undefined) statements.delete(oldest);
			return statement;
		}
	};
}

/** Takes the write lock at the start, so that two processes never meet half way. */
class OneWriterDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

/** SQLite rolls back changes to tables too, so a migration is all or nothing. */
class TransactionalAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

class OneWriterDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;

	constructor(config: SqliteDialectConfig) {
		super(config);
		this.#config = config;
	}

	override createDriver(): SqliteDriver {
		return new OneWriterDriver(this.#config);
	}

	override createAdapter(): SqliteAdapter {
		return new TransactionalAdapter();
	}
}
