/**
 * Opens the database: SQLite in a folder, or PostgreSQL when there is a URL. One meaning on both.
 *
 * What a database does for the engine is in database-interface.ts.
 */
import type { Database } from './database-interface.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export type { Database } from './database-interface.ts';
export { DataFolderInUse } from './sqlite.ts';

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
