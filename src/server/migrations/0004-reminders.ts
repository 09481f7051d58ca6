/**
 * Reminders: where a person is reached, what was told, and whom no reminder reaches. Behind the
 * same wall between practices as everything else.
 *
 * The key of `reminder` is what keeps a person from hearing of the same thing twice.
 */
import { sql, type ColumnBuilderCallback } from 'kysely';
import type { Migration } from 'kysely/migration';

const needed: ColumnBuilderCallback = (column) => column.notNull();
const tables = ['push_key', 'push_subscription', 'mail_address', 'reminder', 'reminder_trouble'];

export function reminders(engine: 'sqlite' | 'postgres', appRole: string): Migration {
	const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;
	return {
		async up(db) {
			const table = (name: string) =>
				db.schema
					.createTable(name)
					.addColumn('practice_id', text, (column) =>
						column.notNull().references('practice.id').onDelete('cascade')
					);
			await table('push_key')
				.addColumn('public_key', text, needed)
				.addColumn('private_key', text, needed)
				.addColumn('created_at', 'bigint', needed)
				.addPrimaryKeyConstraint('push_key_key', ['practice_id'])
				.execute();
			await table('push_subscription')
				.addColumn('device_id', text, needed)
				.addColumn('person_id', text, needed)
				.addColumn('endpoint', text, needed)
				.addColumn('p256dh', text, needed)
				.addColumn('auth', text, needed)
				.addColumn('created_at', 'bigint', needed)
				.addPrimaryKeyConstraint('push_subscription_key', ['practice_id', 'device_id'])
				.execute();
			await table('mail_address')
				.addColumn('person_id', text, needed)
				.addColumn('address', text, needed)
				.addColumn('code_hash', text)
				.addColumn('code_tries', 'integer', needed)
				.addColumn('code_expires_at', 'bigint')
				.addColumn('confirmed_at', 'bigint')
				.addPrimaryKeyConstraint('mail_address_key', ['practice_id', 'person_id'])
				.execute();
			await table('reminder')
				.addColumn('person_id', text, needed)
				.addColumn('name', text, needed)
				.addColumn('state', text, needed)
				.addColumn('tries', 'integer', needed)
				.addColumn('tried_at', 'bigint', needed)
				.addPrimaryKeyConstraint('reminder_key', ['practice_id', 'person_id', 'name'])
				.execute();
			await table('reminder_trouble')
				.addColumn('person_id', text, needed)
				.addColumn('way', text, needed)
				.addColumn('since', 'bigint', needed)
				.addColumn('what', text, needed)
				.addPrimaryKeyConstraint('reminder_trouble_key', ['practice_id', 'person_id', 'way'])
				.execute();
			if (engine === 'sqlite') return;
			const isOwn = sql`practice_id = current_setting('app.practice', true)`;
			for (const name of tables) {
				const it = sql.table(name);
				await sql`alter table ${it} enable row level security`.execute(db);
				await sql`create policy own_practice on ${it} using (${isOwn}) with check (${isOwn})`.execute(
					db
				);
				await sql`grant select, insert, update, delete on ${it} to ${sql.id(appRole)}`.execute(db);
			}
		}
	};
}
