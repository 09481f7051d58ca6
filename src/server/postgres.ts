/**
 * PostgreSQL for many practices and several servers.
 *
 * Every request runs as a role that owns nothing, walled in to one practice by the database.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from './database-interface.ts';
import { appRole, migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

/** A serialisation failure or a deadlock: nobody's fault, and gone the next time. */
const passing: readonly unknown[] = ['40001', '40P01'];
const mostTries = 5;
const channel = 'noticeboard';

/** @throws {Error} when the server cannot be reached or the role cannot be made. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
	const pool = new pg.Pool({
		connectionString: databaseUrl,
		types: numbers(),
		max: 10,
		connectionTimeoutMillis: 10_000,
		idle_in_transaction_session_timeout: 60_000
	});
	// An idle connection that breaks is replaced at the next use; without this it ends the process.
	pool.on('error', () => undefined);
	// The same between two statements of a transaction: the next one fails, and says so.
	pool.on('connect', (client) => client.on('error', () => undefined));
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	try {
		await prepareRole(db);
		await migrate(db, 'postgres');
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return {
		engine: 'postgres',
		withPractice: (practiceId, work, mode) =>
			retrying(() =>
				practiceTransaction(db, mode).execute(async (trx) => {
					await enter(trx, practiceId);
					return work(trx);
				})
			),
		asOwner: (work) => retrying(() => db.transaction().execute(work)),
		asReader: (work) =>
			db
				.transaction()
				.setIsolationLevel('repeatable read')
				.setAccessMode('read only')
				.execute(work),
		compact: async () => {
			await sql`vacuum record, lookup, history, device, invite, photo, snapshot_page`.execute(db);
		},
		listen: (onchange) => listen(databaseUrl, onchange),
		ping: async () => {
			await sql`select 1`.execute(db);
		},
		close: () => db.destroy()
	};
}

/** Tells the other servers, when this transaction commits. */
export async function announce(trx: Kysely<Tables>, practiceId: string): Promise<void> {
	await sql`select pg_notify(${channel}, ${practiceId})`.execute(trx);
}

/** The one place where int8 becomes a number: counters and moments stay far below 2^53. */
function numbers(): pg.CustomTypesConfig {
	const types = new pg.TypeOverrides();
	types.setTypeParser(pg.types.builtins.INT8, Number);
	return types;
}

function practiceTransaction(db: Kysely<Tables>, mode: 'reading' | undefined) {
	const transaction = db.transaction();
	if (mode === undefined) return transaction;
	return transaction.setIsolationLevel('repeatable read').setAccessMode('read only');
}

async function enter(trx: Kysely<Tables>, practiceId: string): Promise<void> {
	await sql`select set_config('role', ${appRole}, true),
		set_config('app.practice', ${practiceId}, true)`.execute(trx);
}

async function retrying<Result>(work: () => Promise<Result>): Promise<Result> {
	for (let tries = 1; ; tries++) {
		try {
			return await work();
		} catch (error) {
			if (!passing.includes(codeOf(error)) || tries >= mostTries) throw error;
			await new Promise((resolve) => setTimeout(resolve, tries * 10));
		}
	}
}

function codeOf(error: unknown): unknown {
	if (!(error instanceof Error)) return undefined;
	return 'code' in error ? error.code : codeOf(error.cause);
}

/** Roles belong to the whole database server, so another one may be making it right now. */
async function prepareRole(db: Kysely<Tables>): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			await db.transaction().execute(makeRole);
			return;
		} catch (error) {
			const isRace = ['42710', '23505', 'XX000'].includes(String(codeOf(error)));
			if (isRace && tries < mostTries) continue;
			throw new Error(
				`The database role ${appRole} could not be made ready. ` +
					'Give the user of DATABASE_URL the right to create roles, or make the role by hand.',
				{ cause: error }
			);
		}
	}
}

async function makeRole(trx: Kysely<Tables>): Promise<void> {
	const { rows } = await sql<{ name: string }>`
		select rolname as name from pg_roles where rolname = ${appRole}`.execute(trx);
	if (rows.length === 0) {
		await sql`create role ${sql.id(appRole)} nologin nosuperuser nobypassrls`.execute(trx);
	}
	const member = await sql<{ is: boolean }>`
		select pg_has_role(current_user, ${appRole}, 'usage') as is`.execute(trx);
	if (!member.rows[0]?.is) await sql`grant ${sql.id(appRole)} to current_user`.execute(trx);
	const usage = await sql<{ is: boolean }>`
		select has_schema_privilege(${appRole}, current_schema(), 'usage') as is`.execute(trx);
	if (!usage.rows[0]?.is) {
		const schema = await sql<{ name: string }>`select current_schema() as name`.execute(trx);
		await sql`grant usage on schema ${sql.id(schema.rows[0]?.name ?? 'public')}
			to ${sql.id(appRole)}`.execute(trx);
	}
}

/** Listens on a connection of its own, and connects again when that breaks. */
function listen(databaseUrl: string, onchange: (practiceId: string) => void): () => void {
	let client: pg.Client | undefined;
	let again: NodeJS.Timeout | undefined;
	let isClosed = false;
	const retry = () => {
		void client?.end().catch(() => undefined);
		client = undefined;
		clearTimeout(again);
		if (!isClosed) again = setTimeout(connect, 5000);
	};
	const connect = () => {
		const fresh = new pg.Client({ connectionString: databaseUrl });
		client = fresh;
		fresh.on('error', retry);
		fresh.on('notification', ({ payload }) => {
			if (payload) onchange(payload);
		});
		fresh
			.connect()
			.then(() => fresh.query(`listen ${channel}`))
			.catch(retry);
	};
	connect();
	return () => {
		isClosed = true;
		retry();
	};
}
