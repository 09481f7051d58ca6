/**
 * The database: SQLite in a folder, or PostgreSQL when there is a URL. One meaning on both.
 *
 * `withPractice` is the only way to a practice's rows. Never call it inside its own work: on
 * SQLite there is one connection, and the inner call would wait for the outer one for ever.
 */
import type { Kysely } from 'kysely';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

export { DataFolderInUse } from './sqlite.ts';

export interface Database {
	readonly engine: 'sqlite' | 'postgres';
	/**
	 * One transaction on the rows of one practice. May run `work` again after a deadlock, so
	 * `work` keeps nothing outside itself. `reading` gives one unchanging view, and no writes.
	 */
	withPractice<Result>(
		practiceId: string,
		work: (trx: Kysely<Tables>) => Promise<Result>,
		mode?: 'reading'
	): Promise<Result>;
	/** One transaction across practices: set-up links, the list of practices, erasing history. */
	asOwner<Result>(work: (trx: Kysely<Tables>) => Promise<Result>): Promise<Result>;
	/** Tells of practices that any process has changed. PostgreSQL only; a hint, never relied on. */
	listen(onchange: (practiceId: string) => void): () => void;
	/** Fails when the database cannot be reached. */
	ping(): Promise<void>;
	close(): Promise<void>;
}

export interface DatabaseOptions {
	/** The folder of the SQLite file. */
	readonly dataDir?: string;
	/** postgres://… */
	readonly databaseUrl?: string;
	/** SQLite without a file, for tests. */
	readonly memory?: true;
	/** SQLite: for a short command that may run while the server holds the folder. */
	readonly besideServer?: true;
}

/** Opens the database and brings its tables up to date. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
	if (options.databaseUrl !== undefined) return openPostgres(options.databaseUrl);
	if (options.memory) return openSqlite(undefined, false);
	if (options.dataDir !== undefined) {
		return openSqlite(options.dataDir, options.besideServer ?? false);
	}
	throw new Error('Say where the data is: a folder or a database address.');
}
