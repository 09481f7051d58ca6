/**
 * Brings the tables up to date, under the migrator's lock: of several servers that start at
 * once, one does the work and the others wait.
 */
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { firstTables } from './migrations/0001-first-tables.ts';
import { serverJobs } from './migrations/0002-server-jobs.ts';
import { feeds } from './migrations/0003-feeds.ts';
import { reminders } from './migrations/0004-reminders.ts';
import { recentChanges } from './migrations/0005-recent-changes.ts';
import type { Tables } from './tables.ts';

/** The PostgreSQL role of every request: it owns nothing and changes no table. */
export const appRole = 'noticeboard_app';

function allMigrations(engine: 'sqlite' | 'postgres'): Record<string, Migration> {
	return {
		'0001-first-tables': firstTables(engine, appRole),
		'0002-server-jobs': serverJobs(engine),
		'0003-feeds': feeds(engine, appRole),
		'0004-reminders': reminders(engine, appRole),
		'0005-recent-changes': recentChanges()
	};
}

/** The newest migration: what the tables look like. */
export function newestMigration(): string {
	return Object.keys(allMigrations('sqlite')).sort().at(-1) ?? '';
}

/** @throws {Error} when a migration fails; nothing of it is kept. */
export async function migrate(db: Kysely<Tables>, engine: 'sqlite' | 'postgres'): Promise<void> {
	const schema = engine === 'postgres' ? await currentSchema(db) : undefined;
	const migrator = new Migrator({
		db,
		provider: { getMigrations: () => Promise.resolve(allMigrations(engine)) },
		...(schema === undefined ? {} : { migrationTableSchema: schema })
	});
	const { error } = await migrator.migrateToLatest();
	if (error) throw new Error('The database could not be brought up to date.', { cause: error });
}

async function currentSchema(db: Kysely<Tables>): Promise<string> {
	const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
	const name = rows[0]?.name;
	if (!name) throw new Error('The schema that the database address names does not exist.');
	return name;
}
