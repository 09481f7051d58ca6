/**
 * Which fields of a record changed lately, so that a phone that knows the record is sent only
 * those: see recent.ts.
 */
import type { Migration } from 'kysely/migration';

export function recentChanges(): Migration {
	return {
		async up(db) {
			await db.schema.alterTable('record').addColumn('recent', 'text').execute();
		}
	};
}
