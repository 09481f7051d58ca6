/**
 * The first tables, the same on both engines; row level security only on PostgreSQL.
 *
 * Never change a migration that has been released: add the next one.
 */
import { sql, type ColumnBuilderCallback, type Kysely, type RawBuilder } from 'kysely';
import type { Migration } from 'kysely/migration';

type Database = Kysely<unknown>;

/** Tables whose rows each belong to one practice. */
const practiceTables = [
	'record',
	'lookup',
	'history',
	'history_record',
	'outbox',
	'answer',
	'snapshot_page',
	'invite',
	'device',
	'photo',
	'job'
] as const;

export function firstTables(engine: 'sqlite' | 'postgres', appRole: string): Migration {
	return {
		async up(db) {
			const kinds = columnKinds(engine);
			await createPractice(db, kinds);
			await createRecords(db, kinds);
			await createHistory(db, kinds);
			await createOutboxes(db, kinds);
			await createPeople(db, kinds);
			await createPhotosAndJobs(db, kinds);
			if (engine === 'postgres') await wallIn(db, appRole);
		}
	};
}

interface Kinds {
	/** Text that is compared byte by byte on both engines. */
	readonly text: RawBuilder<unknown>;
	readonly bytes: 'bytea' | 'blob';
}

function columnKinds(engine: 'sqlite' | 'postgres'): Kinds {
	return engine === 'postgres'
		? { text: sql`text collate "C"`, bytes: 'bytea' }
		: { text: sql`text`, bytes: 'blob' };
}

const needed: ColumnBuilderCallback = (column) => column.notNull();
const ofPractice: ColumnBuilderCallback = (column) =>
	column.notNull().references('practice.id').onDelete('cascade');

async function createPractice(db: Database, { text }: Kinds): Promise<void> {
	await db.schema
		.createTable('practice')
		.addColumn('id', text, (column) => column.primaryKey().notNull())
		.addColumn('name', text, needed)
		.addColumn('epoch', text, needed)
		.addColumn('version', 'bigint', needed)
		.addColumn('oldest_version', 'bigint', needed)
		.addColumn('history_number', 'bigint', needed)
		.addColumn('history_head', text, needed)
		.addColumn('created_at', 'bigint', needed)
		.execute();
}

async function createRecords(db: Database, { text }: Kinds): Promise<void> {
	await db.schema
		.createTable('record')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('kind', text, needed)
		.addColumn('id', text, needed)
		.addColumn('body', 'text')
		.addColumn('day', text)
		.addColumn('version', 'bigint', needed)
		.addColumn('changed_at', 'bigint', needed)
		.addColumn('deleted_at', 'bigint')
		.addPrimaryKeyConstraint('record_key', ['practice_id', 'kind', 'id'])
		.execute();
	await index(db, 'record', ['practice_id', 'version', 'kind', 'id']);
	await index(db, 'record', ['practice_id', 'kind', 'day']);
	await db.schema
		.createTable('lookup')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('kind', text, needed)
		.addColumn('field', text, needed)
		.addColumn('value', text, needed)
		.addColumn('id', text, needed)
		.addPrimaryKeyConstraint('lookup_key', ['practice_id', 'kind', 'field', 'value', 'id'])
		.execute();
	await index(db, 'lookup', ['practice_id', 'kind', 'id']);
}

async function createHistory(db: Database, { text }: Kinds): Promise<void> {
	await db.schema
		.createTable('history')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('number', 'bigint', needed)
		.addColumn('version', 'bigint', needed)
		.addColumn('uuid', text, needed)
		.addColumn('outbox_id', text)
		.addColumn('seq', 'bigint')
		.addColumn('person_id', text, needed)
		.addColumn('device_id', text)
		.addColumn('name', text, needed)
		.addColumn('effects', 'text')
		.addColumn('outcome', text, needed)
		.addColumn('refusal', 'text')
		.addColumn('acted_at', 'bigint', needed)
		.addColumn('received_at', 'bigint', needed)
		.addColumn('effects_hash', text, needed)
		.addColumn('previous_hash', text, needed)
		.addColumn('hash', text, needed)
		.addPrimaryKeyConstraint('history_key', ['practice_id', 'number'])
		.addUniqueConstraint('history_uuid', ['practice_id', 'uuid'])
		.execute();
	await db.schema
		.createTable('history_record')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('kind', text, needed)
		.addColumn('id', text, needed)
		.addColumn('number', 'bigint', needed)
		.addPrimaryKeyConstraint('history_record_key', ['practice_id', 'kind', 'id', 'number'])
		.execute();
}

async function createOutboxes(db: Database, { text, bytes }: Kinds): Promise<void> {
	await db.schema
		.createTable('outbox')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('id', text, needed)
		.addColumn('person_id', text, needed)
		.addColumn('device_id', text, needed)
		.addColumn('last_seq', 'bigint', needed)
		.addColumn('seen_at', 'bigint', needed)
		.addPrimaryKeyConstraint('outbox_key', ['practice_id', 'id'])
		.execute();
	await db.schema
		.createTable('answer')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('outbox_id', text, needed)
		.addColumn('seq', 'bigint', needed)
		.addColumn('number', 'bigint', needed)
		.addPrimaryKeyConstraint('answer_key', ['practice_id', 'outbox_id', 'seq'])
		.execute();
	await db.schema
		.createTable('snapshot_page')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('epoch', text, needed)
		.addColumn('scope', text, needed)
		.addColumn('version', 'bigint', needed)
		.addColumn('page', 'integer', needed)
		.addColumn('bytes', bytes, needed)
		.addColumn('made_at', 'bigint', needed)
		.addPrimaryKeyConstraint('snapshot_page_key', [
			'practice_id',
			'epoch',
			'scope',
			'version',
			'page'
		])
		.execute();
}

async function createPeople(db: Database, { text }: Kinds): Promise<void> {
	await db.schema
		.createTable('invite')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('id', text, needed)
		.addColumn('person_id', text, needed)
		.addColumn('token_hash', text, needed)
		.addColumn('code_hash', text)
		.addColumn('code_tries', 'integer', needed)
		.addColumn('code_expires_at', 'bigint')
		.addColumn('expires_at', 'bigint', needed)
		.addColumn('used_at', 'bigint')
		.addColumn('cancelled_at', 'bigint')
		.addColumn('created_by', text, needed)
		.addColumn('created_at', 'bigint', needed)
		.addPrimaryKeyConstraint('invite_key', ['practice_id', 'id'])
		.execute();
	await index(db, 'invite', ['practice_id', 'token_hash']);
	await index(db, 'invite', ['practice_id', 'person_id']);
	await db.schema
		.createTable('setup_link')
		.addColumn('token_hash', text, (column) => column.primaryKey().notNull())
		.addColumn('expires_at', 'bigint', needed)
		.addColumn('used_at', 'bigint')
		.execute();
	await db.schema
		.createTable('device')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('id', text, needed)
		.addColumn('person_id', text, needed)
		.addColumn('token_hash', text, needed)
		.addColumn('name', text, needed)
		.addColumn('created_at', 'bigint', needed)
		.addColumn('seen_at', 'bigint', needed)
		.addColumn('removed_at', 'bigint')
		.addColumn('expires_at', 'bigint', needed)
		.addPrimaryKeyConstraint('device_key', ['practice_id', 'id'])
		.execute();
	await index(db, 'device', ['practice_id', 'token_hash']);
	await index(db, 'device', ['practice_id', 'person_id']);
}

async function createPhotosAndJobs(db: Database, { text, bytes }: Kinds): Promise<void> {
	await db.schema
		.createTable('photo')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('hash', text, needed)
		.addColumn('mime', text, needed)
		.addColumn('bytes', bytes, needed)
		.addColumn('size', 'integer', needed)
		.addColumn('width', 'integer', needed)
		.addColumn('height', 'integer', needed)
		.addColumn('created_at', 'bigint', needed)
		.addColumn('created_by', text, needed)
		.addColumn('unreferenced_since', 'bigint')
		.addPrimaryKeyConstraint('photo_key', ['practice_id', 'hash'])
		.execute();
	await db.schema
		.createTable('job')
		.addColumn('practice_id', text, ofPractice)
		.addColumn('name', text, needed)
		.addColumn('state', 'text', needed)
		.addColumn('run_at', 'bigint', needed)
		.addPrimaryKeyConstraint('job_key', ['practice_id', 'name'])
		.execute();
}

async function index(db: Database, table: string, columns: string[]): Promise<void> {
	const name = [table, ...columns.slice(1)].join('_');
	await db.schema.createIndex(name).on(table).columns(columns).execute();
}

/** The app's role sees the rows of the practice it is set to, and can only add to history. */
async function wallIn(db: Database, appRole: string): Promise<void> {
	const role = sql.id(appRole);
	const practice = sql`current_setting('app.practice', true)`;
	const wall = async (name: string, key: string) => {
		const table = sql.table(name);
		const isOwn = sql`${sql.ref(key)} = ${practice}`;
		await sql`alter table ${table} enable row level security`.execute(db);
		await sql`create policy own_practice on ${table} using (${isOwn}) with check (${isOwn})`.execute(
			db
		);
		const verbs = name.startsWith('history')
			? sql`select, insert`
			: sql`select, insert, update, delete`;
		await sql`grant ${verbs} on ${table} to ${role}`.execute(db);
	};
	for (const name of practiceTables) await wall(name, 'practice_id');
	await wall('practice', 'id');
}
