/**
 * What a database does for the engine, the same on SQLite and PostgreSQL.
 *
 * `withPractice` is the only way to a practice's rows. Never call it inside its own work: on
 * SQLite there is one connection, and the inner call would wait for the outer one for ever.
 */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

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
	/** One unchanging view across practices, for backups: it holds nobody up, and writes nothing. */
	asReader<Result>(work: (trx: Kysely<Tables>) => Promise<Result>): Promise<Result>;
	/** Leaves nothing of deleted rows in the files. Never call it inside a transaction. */
	compact(): Promise<void>;
	/** Tells of practices that any process has changed. PostgreSQL only; a hint, never relied on. */
	listen(onchange: (practiceId: string) => void): () => void;
	/** Fails when the database cannot be reached. */
	ping(): Promise<void>;
	close(): Promise<void>;
}
