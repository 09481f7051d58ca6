/**
 * Work of the whole server, such as the nightly round. It belongs to no practice, and the role of
 * requests has no rights to it.
 */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export function serverJobs(engine: 'sqlite' | 'postgres'): Migration {
	const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;
	return {
		async up(db) {
			await db.schema
				.createTable('server_job')
				.addColumn('name', text, (column) => column.primaryKey().notNull())
				.addColumn('run_at', 'bigint', (column) => column.notNull())
				.addColumn('claimed_until', 'bigint', (column) => column.notNull())
				.execute();
		}
	};
}
