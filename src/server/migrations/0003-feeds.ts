/**
 * Private calendar addresses: one for each person, with the hash of its secret. Behind the same
 * wall between practices as everything else.
 */
import { sql, type ColumnBuilderCallback } from 'kysely';
import type { Migration } from 'kysely/migration';

const needed: ColumnBuilderCallback = (column) => column.notNull();

export function feeds(engine: 'sqlite' | 'postgres', appRole: string): Migration {
	const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;
	return {
		async up(db) {
			await db.schema
				.createTable('feed')
				.addColumn('practice_id', text, (column) =>
					column.notNull().references('practice.id').onDelete('cascade')
				)
				.addColumn('person_id', text, needed)
				.addColumn('device_id', text, needed)
				.addColumn('secret_hash', text, needed)
				.addColumn('created_at', 'bigint', needed)
				.addColumn('used_at', 'bigint')
				.addPrimaryKeyConstraint('feed_key', ['practice_id', 'person_id'])
				.execute();
			await db.schema
				.createIndex('feed_secret_hash')
				.on('feed')
				.columns(['practice_id', 'secret_hash'])
				.execute();
			if (engine === 'sqlite') return;
			const isOwn = sql`practice_id = current_setting('app.practice', true)`;
			await sql`alter table feed enable row level security`.execute(db);
			await sql`create policy own_practice on feed using (${isOwn}) with check (${isOwn})`.execute(
				db
			);
			await sql`grant select, insert, update, delete on feed to ${sql.id(appRole)}`.execute(db);
		}
	};
}
