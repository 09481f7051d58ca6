/**
 * Very many practices in one PostgreSQL, made fast: a made-up one is seeded by the mutations that
 * people use, and then copied with SQL.
 *
 * A copy has the records, history, look-ups and devices of the first under a number of its own. The
 * hashes in its history are those of the first, so `verify` would refuse it; nothing here asks.
 */
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { registry } from '#features/registry.ts';
import { protocolVersion, type Cookie } from '#domain/protocol.ts';
import { openDatabase, type Database } from '#server/database.ts';
import type { Who } from '#server/engine.ts';
import { refreshLookups } from '#server/lookups.ts';
import { readPractice } from '#server/practice.ts';
import { isTrouble } from '#server/replies.ts';
import { scopeOf } from '#server/scope.ts';
import { addDevice, whoHolds } from '#server/sessions.ts';
import { seedPractice } from '#server/seed.ts';
import { TestDevice, TestEngine } from '#tests/support/practice-server.ts';

/** What a device that has not been there for a while has missed. */
export const missed = 10;

export interface Signed {
	readonly who: Who;
	/** The part of the session's token that is the same in every copy. */
	readonly secret: string;
}

export async function openEngine(databaseUrl: string): Promise<TestEngine> {
	const engine = new TestEngine(await openDatabase({ databaseUrl }), registry);
	engine.time = Date.now();
	return engine;
}

/** A practice with some months behind it, a device of its manager, and ten changes at the end. */
export async function onePractice(engine: TestEngine, months: number): Promise<Signed> {
	const { practiceId, people } = await seedPractice(engine, engine.time, { months });
	const manager = people.find(({ role }) => role === 'practice-manager');
	if (!manager) throw new Error('A seeded practice has a manager.');
	const place = { practiceId, personId: manager.id, name: 'Office computer' };
	const token = await engine.database.withPractice(practiceId, (trx) =>
		addDevice(trx, engine, place)
	);
	const who = await whoHolds(engine, token);
	if (isTrouble(who)) throw new Error(who.message);
	const device = new TestDevice(engine, who);
	await device.pulls();
	for (let left = missed; left > 0; left--) await device.does(newPerson());
	await refreshLookups(engine, practiceId);
	return { who, secret: token.slice(token.indexOf('.') + 1) };
}

/** Statements that must not be in a transaction. @returns the rows of the last. */
export async function runOn(url: string, ...statements: string[]): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		let rows: unknown[] = [];
		for (const statement of statements) ({ rows } = await client.query<object>(statement));
		return rows;
	} finally {
		await client.end();
	}
}

/** Very much is about to be written: fewer checkpoints. */
export async function expectMuch(url: string): Promise<void> {
	await runOn(url, "alter system set max_wal_size = '8GB'", 'select pg_reload_conf()');
}

export function newPerson() {
	return { name: 'person.add', args: { id: v7(), name: 'Zoe Example', role: 'reader' } };
}

/** A device of the practice as it was `behind` changes ago. */
export async function deviceOf(engine: TestEngine, who: Who, behind = missed): Promise<TestDevice> {
	const practice = await engine.database.withPractice(who.practiceId, (trx) =>
		readPractice(trx, who.practiceId)
	);
	if (!practice) throw new Error('There is no such practice.');
	const scope = scopeOf({ registry, role: 'practice-manager' }, who.practiceId);
	const { epoch, version } = practice;
	const device = new TestDevice(engine, who);
	const cookie: Cookie = { epoch, version: version - behind, scope, protocol: protocolVersion };
	device.cookie = cookie;
	return device;
}

interface Copies {
	/** The numbers of the copies: one practice each. */
	readonly from: number;
	readonly to: number;
	/** How often what the first holds lies in each, one after the other: its years. */
	readonly years: number;
}

const atOnce = 100;

/** @returns the practices. */
export async function copyPractice(
	database: Database,
	practiceId: string,
	{ from, to, years }: Copies
): Promise<string[]> {
	const ids: string[] = [];
	for (let first = from; first < to; first += atOnce) {
		const last = Math.min(first + atOnce, to) - 1;
		await database.asOwner(async (trx) => {
			// Rows are right as they come: what they refer to is copied in the same transaction.
			await sql`set local session_replication_role = replica`.execute(trx);
			await sql`set local work_mem = '512MB'`.execute(trx);
			for (const [table, copied] of copiesOf(practiceId, years)) {
				const columns = Object.keys(copied).map((name) => sql.ref(name));
				await sql`insert into ${sql.table(table)} (${sql.join(columns)})
					select ${sql.join(Object.values(copied))} from ${sql.table(table)} as one
					cross join (select n, ${idOf(practiceId)} as copy
						from generate_series(${sql.lit(first)}::int, ${sql.lit(last)}::int) as n) as practices
					cross join generate_series(0, ${sql.lit(isOnce(table) ? 0 : years - 1)}::int) as year
					where ${sql.ref(table === 'practice' ? 'one.id' : 'one.practice_id')} = ${practiceId}
					and (year = 0 or ${notForEachYear(table)})
					order by copy, year`.execute(trx);
			}
			const { rows } = await sql<{ id: string }>`select ${idOf(practiceId)} as id
				from generate_series(${sql.lit(first)}::int, ${sql.lit(last)}::int) as n`.execute(trx);
			ids.push(...rows.map(({ id }) => id));
		});
	}
	return ids;
}

/** By table and column: what stands there in a copy. */
function copiesOf(practiceId: string, years: number) {
	const the = (name: string) => sql.ref(`one.${name}`);
	const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, the(name)]));
	const practice_id = sql`copy`;
	/** Of a later year, so that what was missed is the newest of all. */
	const laterBy = (most: 'version' | 'history_number', name: string) =>
		sql`${the(name)} + (${sql.lit(years - 1)} - year) * (select ${sql.ref(most)} from practice where id = ${practiceId})`;
	const ofYear = (text: RawBuilder<unknown>) =>
		sql`case when year = 0 then ${text} else left(${text}, -8) || left(md5(${text} || year), 8) end`;
	const renamed = sql`replace(one.id, ${practiceId}, copy)`;
	const id = ofYear(renamed);
	const version = laterBy('version', 'version');
	const number = laterBy('history_number', 'number');
	const body = sql`replace(replace(one.body, ${practiceId}, copy), one.id, ${id})`;
	const tables: Record<string, Record<string, RawBuilder<unknown>>> = {
		practice: {
			...{ id: sql`copy`, name: sql`one.name || ' ' || n` },
			...same('epoch', 'oldest_version', 'history_head', 'created_at'),
			version: sql`one.version * ${sql.lit(years)}`,
			history_number: sql`one.history_number * ${sql.lit(years)}`
		},
		record: {
			...{ practice_id, id, body, version },
			...same('kind', 'day', 'changed_at', 'deleted_at')
		},
		lookup: { practice_id, id, ...same('kind', 'field', 'value') },
		history: {
			...{ practice_id, number, version, uuid: ofYear(the('uuid')) },
			...same('outbox_id', 'seq', 'person_id', 'device_id', 'name', 'effects', 'outcome'),
			...same('refusal', 'acted_at', 'received_at', 'effects_hash', 'previous_hash', 'hash')
		},
		history_record: { practice_id, id, number, ...same('kind') },
		device: {
			practice_id,
			...same('id', 'person_id', 'token_hash', 'name', 'created_at', 'seen_at', 'removed_at'),
			...same('expires_at')
		},
		job: { practice_id, ...same('name', 'state', 'run_at') }
	};
	return Object.entries(tables);
}

function isOnce(table: string): boolean {
	return ['practice', 'device', 'job'].includes(table);
}

/** A practice has one name, and its people do not come again each year. */
function notForEachYear(table: string): RawBuilder<unknown> {
	const hasKind = ['record', 'lookup', 'history_record'].includes(table);
	return hasKind ? sql`one.kind not in ('person', 'practice')` : sql`true`;
}

/** As the first is called, with the number of the copy in front. */
function idOf(practiceId: string): RawBuilder<unknown> {
	return sql`lpad(to_hex(n), 8, '0') || substr(${practiceId}::text, 9)`;
}
