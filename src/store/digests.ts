/**
 * Digests: what a screen reads in place of records that are too many to read whole.
 *
 * They lie beside the records. Whatever writes a record takes its digest away in the same
 * transaction, and it is made again here: so one that is there is never old.
 */
import { fieldOf, readRow, type Digested, type RecordType, type RowBase } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { unlessFull } from './full-phone.ts';
import type { DeviceTables, TableSession } from './tables.ts';

/** As many are made in one transaction; other writes wait for it. */
const atOnce = 10;

type Made<Value> = Map<string, Value>;
type Days = readonly [firstOn: string, lastOn: string];

/** Before and after every day. */
const everyDay: Days = ['', '9999'];

/** Of records whose day lies from the first to the last, both included, in the order of days. */
export async function digestsBetween<Row extends RowBase, Value>(
	tables: DeviceTables,
	type: Digested<Row, Value>,
	...days: Days
): Promise<Value[]> {
	const { ids, digests, missing } = await kept(tables.session, type, days);
	const all = missing.length === 0 ? digests : await wholeOutside(tables, type, days);
	// One whose record has gone in the meantime is not among them.
	return ids.filter((id) => all.has(id)).map((id) => all.get(id) as Value);
}

/** After records have come: nobody has to wait for their digests then. */
export async function makeDigests(tables: DeviceTables, registry: Registry): Promise<void> {
	for (const type of registry.records.filter(isDigested)) {
		await whole(tables, type, everyDay);
	}
}

function isDigested(type: RecordType): type is Digested<RowBase, unknown> {
	return type.digest !== undefined && type.day !== undefined;
}

async function kept<Row extends RowBase, Value>(
	session: TableSession,
	{ kind, day, digest }: Digested<Row, Value>,
	days: Days
) {
	const ids = await session.rows(kind).idsBetween(day, ...days);
	const digests: Made<Value> = new Map();
	for (const { id, shape, value } of await session.digests(kind).between(...days)) {
		// Of this very shape, so `make` has put it there.
		if (shape === digest.shape) digests.set(id, value as Value);
	}
	return { ids, digests, missing: ids.filter((id) => !digests.has(id)) };
}

/** One after the other, as several screens may ask for the same. */
const turns = new WeakMap<DeviceTables, Promise<unknown>>();

/** Outside of the read that asks for them: one that keeps itself current may not write. */
function wholeOutside<Row extends RowBase, Value>(
	tables: DeviceTables,
	type: Digested<Row, Value>,
	days: Days
): Promise<Made<Value>> {
	const before = turns.get(tables) ?? Promise.resolve();
	const turn = new Promise<Made<Value>>((resolve, reject) => {
		const begin = () => void whole(tables, type, days).then(resolve, reject);
		setTimeout(() => void before.then(begin, begin));
	});
	turns.set(tables, turn);
	return turn;
}

/** Makes those that are missing. */
async function whole<Row extends RowBase, Value>(
	tables: DeviceTables,
	type: Digested<Row, Value>,
	days: Days
): Promise<Made<Value>> {
	const { digests, missing } = await kept(tables.session, type, days);
	for (let from = 0; from < missing.length; from += atOnce) {
		const ids = missing.slice(from, from + atOnce);
		await tables
			.write((session) => make(session, type, { ids, digests, isKept: true }))
			.catch((error: unknown) => {
				unlessFull(error);
				// A full phone draws its charts all the same.
				return make(tables.session, type, { ids, digests, isKept: false });
			});
	}
	return digests;
}

async function make<Row extends RowBase, Value>(
	session: TableSession,
	type: Digested<Row, Value>,
	{ ids, digests, isKept }: { ids: readonly string[]; digests: Made<Value>; isKept: boolean }
): Promise<void> {
	const { kind, day, digest } = type;
	for (const id of ids) {
		const stored = await session.rows(kind).get(id);
		if (!stored) continue;
		const row = readRow(type, id, stored.row);
		const value = digest.of(row);
		digests.set(id, value);
		const on = String(fieldOf(row, day));
		if (isKept) await session.digests(kind).put({ id, on, shape: digest.shape, value });
	}
}
