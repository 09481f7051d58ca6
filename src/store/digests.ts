/**
 * Digests: what a screen reads in place of records that are too many to read whole.
 *
 * They lie beside the records, each by itself and all in one pack. Whatever writes a record takes
 * its digest and the pack away in the same transaction, and they are made again here: so what is
 * there is never old.
 */
import { v7 } from 'uuid';
import { fieldOf, readRow, type Digested, type RecordType, type RowBase } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { unlessFull } from './full-phone.ts';
import type { DigestPack, PackedDigest } from './digest-shapes.ts';
import type { DeviceTables, TableSession } from './tables.ts';

/** As many are made in one transaction; other writes wait for it. */
const atOnce = 10;

interface Made<Value> {
	readonly on: string;
	readonly value: Value;
}
type Days = readonly [firstOn: string, lastOn: string];

/** Before and after every day. */
const everyDay: Days = ['', '9999'];

/** Of records whose day lies from the first to the last, both included, in the order of days. */
export async function digestsBetween<Row extends RowBase, Value>(
	tables: DeviceTables,
	type: Digested<Row, Value>,
	...days: Days
): Promise<Value[]> {
	return (await packed(tables, type, days)) ?? (await madeInTurn(tables, type, days));
}

/** After records have come: nobody has to wait for their digests then. */
export async function makeDigests(tables: DeviceTables, registry: Registry): Promise<void> {
	for (const type of registry.records.filter(isDigested)) {
		await makeAll(tables, type);
	}
}

function isDigested(type: RecordType): type is Digested<RowBase, unknown> {
	return type.digest !== undefined && type.day !== undefined;
}

async function packed<Row extends RowBase, Value>(
	tables: DeviceTables,
	{ kind, digest }: Digested<Row, Value>,
	[firstOn, lastOn]: Days
): Promise<Value[] | undefined> {
	const table = tables.session.digests(kind);
	const found = await table.pack();
	if (found?.shape !== digest.shape) return undefined;
	// Of this very shape, so `make` has made them.
	const digests = (await readOnce(tables, kind, found, () =>
		table.packed()
	)) as readonly Made<Value>[];
	return digests.filter(({ on }) => on >= firstOn && on <= lastOn).map(({ value }) => value);
}

interface Read {
	readonly mark: string;
	readonly digests: readonly PackedDigest[];
}

/** What was read last, by kind: a screen asks again with every choice that somebody makes. */
const reads = new WeakMap<DeviceTables, Map<string, Read>>();

async function readOnce(
	tables: DeviceTables,
	kind: string,
	{ mark }: DigestPack,
	read: () => Promise<readonly PackedDigest[]>
): Promise<readonly PackedDigest[]> {
	const ofTables = reads.get(tables.root) ?? new Map<string, Read>();
	reads.set(tables.root, ofTables);
	const known = ofTables.get(kind);
	if (known?.mark === mark) return known.digests;
	const digests = await read();
	ofTables.set(kind, { mark, digests });
	return digests;
}

/** One after the other, as several screens may ask for the same. */
const turns = new WeakMap<DeviceTables, Promise<unknown>>();

/** Answers as soon as all are made, and goes on to put them into one place. */
function madeInTurn<Row extends RowBase, Value>(
	tables: DeviceTables,
	type: Digested<Row, Value>,
	days: Days
): Promise<Value[]> {
	const before = turns.get(tables.root) ?? Promise.resolve();
	return new Promise((resolve, reject) => {
		const begin = async () => {
			const found = await packed(tables, type, days);
			const made = found ? undefined : await whole(tables, type, days);
			resolve(found ?? made?.values ?? []);
			// Those who ask later find all of them in one place.
			if (made?.isKept === true) await makeAll(tables, type);
		};
		turns.set(tables.root, before.then(begin).catch(reject));
	});
}

async function makeAll<Row extends RowBase, Value>(
	tables: DeviceTables,
	type: Digested<Row, Value>
): Promise<void> {
	if (await packed(tables, type, everyDay)) return;
	const { isKept } = await whole(tables, type, everyDay);
	if (!isKept) return;
	await tables.write((session) => pack(session, type)).catch(unlessFull);
}

/** Not while one is missing, as one is whose record was written in the meantime. */
async function pack<Row extends RowBase, Value>(
	session: TableSession,
	type: Digested<Row, Value>
): Promise<void> {
	const { ids, digests, missing } = await kept(session, type, everyDay);
	if (missing.length > 0) return;
	const { shape } = type.digest;
	await session.digests(type.kind).putPack({ shape, mark: v7() }, inOrder(ids, digests));
}

/** One whose record has gone in the meantime is not among them. */
function inOrder<Value>(
	ids: readonly string[],
	digests: ReadonlyMap<string, Made<Value>>
): Made<Value>[] {
	return ids.flatMap((id) => digests.get(id) ?? []);
}

async function kept<Row extends RowBase, Value>(
	session: TableSession,
	{ kind, day, digest }: Digested<Row, Value>,
	days: Days
) {
	const ids = await session.rows(kind).idsBetween(day, ...days);
	const digests = new Map<string, Made<Value>>();
	for (const { id, on, shape, value } of await session.digests(kind).between(...days)) {
		// Of this very shape, so `make` has put it there.
		if (shape === digest.shape) digests.set(id, { on, value: value as Value });
	}
	return { ids, digests, missing: ids.filter((id) => !digests.has(id)) };
}

/** Makes those that are missing; on a full phone they are not kept. */
async function whole<Row extends RowBase, Value>(
	tables: DeviceTables,
	type: Digested<Row, Value>,
	days: Days
): Promise<{ values: Value[]; isKept: boolean }> {
	const { ids, digests, missing } = await kept(tables.session, type, days);
	let isKept = true;
	for (let from = 0; from < missing.length; from += atOnce) {
		const some = missing.slice(from, from + atOnce);
		await tables
			.write((session) => make(session, type, { ids: some, digests, isKept: true }))
			.catch((error: unknown) => {
				unlessFull(error);
				isKept = false;
				// A full phone draws its charts all the same.
				return make(tables.session, type, { ids: some, digests, isKept: false });
			});
	}
	return { values: inOrder(ids, digests).map(({ value }) => value), isKept };
}

interface Making<Value> {
	readonly ids: readonly string[];
	readonly digests: Map<string, Made<Value>>;
	readonly isKept: boolean;
}

async function make<Row extends RowBase, Value>(
	session: TableSession,
	type: Digested<Row, Value>,
	{ ids, digests, isKept }: Making<Value>
): Promise<void> {
	const { kind, day, digest } = type;
	for (const id of ids) {
		const stored = await session.rows(kind).get(id);
		if (!stored) continue;
		const row = readRow(type, id, stored.row);
		const made = { on: String(fieldOf(row, day)), value: digest.of(row) };
		digests.set(id, made);
		if (isKept) await session.digests(kind).put({ id, shape: digest.shape, ...made });
	}
}
