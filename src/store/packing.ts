/**
 * What comes with a snapshot: the newest of each kind as rows, the older ones packed.
 *
 * Kept as it was sent: reading every field of ten years would take longer than all the rest. Its
 * kind reads a record when somebody looks at it.
 * Where it was sent lies in the versions: a snapshot brings each record once, none newer than it.
 */
import type { Change } from '#domain/protocol.ts';
import { readRow, type RecordType, type RowBase } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { packOf } from './make-packs.ts';
import { shelfOf } from './packs.ts';
import type { Packed, PackHead } from './pack-shapes.ts';
import {
	deviceValue,
	keptAs,
	setDeviceValue,
	type DeviceTables,
	type StoredRow,
	type TableSession
} from './tables.ts';
import { withUnknown } from './unknown.ts';

/** How much is packed; less in tests. */
export interface Packing {
	/** Of each kind that comes with a snapshot, so many become rows. */
	readonly mostRows: number;
	readonly perPack: number;
}

export const usualPacking: Packing = { mostRows: 200, perPack: 100 };

interface Arriving {
	readonly registry: Registry;
	readonly packing: Packing;
	readonly newId: () => string;
	/** The version of the snapshot that these are part of; null when they are changes. */
	readonly snapshot: number | null;
}

/** Each key at most once. What this app is too old to know is left out. */
export async function keepChanges(
	session: TableSession,
	changes: readonly Change[],
	arriving: Arriving
): Promise<void> {
	for (const [kind, some] of Map.groupBy(changes, (change) => change.kind)) {
		const type = arriving.registry.typeOf(kind);
		if (type) await keepKind(session, type, some, arriving);
	}
}

async function keepKind(
	session: TableSession,
	type: RecordType,
	changes: readonly Change[],
	{ snapshot, packing, newId }: Arriving
): Promise<void> {
	const rows: StoredRow[] = [];
	const old: StoredRow[] = [];
	const here = snapshot === null ? [] : await session.loose(type.kind).ids();
	const isHere = new Set(here);
	const room = Math.max(0, packing.mostRows - here.length);
	const fill = new Filling(type);
	for (const { id, version, row } of changes) {
		const mayPack = snapshot !== null && version <= snapshot && !isHere.has(id);
		const place = mayPack && rows.length >= room ? old : rows;
		if (row === null) await session.rows(type.kind).delete(id);
		else if (snapshot === null) place.push({ id, version, row: fill.read(id, row) });
		else place.push({ id, version, row: fill.asSent(id, row) });
	}
	const heads = old.length === 0 ? [] : await shelfOf(session).heads(type.kind);
	const packs: Packed[] = [];
	for (const some of inPacks(old, packing.perPack)) {
		if (fits(heads, some)) packs.push(packOf(type, some, newId()));
		else rows.push(...some);
	}
	await shelfOf(session).add(packs, type.kind);
	if (rows.length > 0) await session.rows(type.kind).putAll(rows);
}

/**
 * After an update of the app: a kind may be looked up by other fields now. Safe to repeat.
 *
 * What packed records are searched by is forgotten, as the app may name them otherwise.
 */
export async function repack(tables: DeviceTables, registry: Registry): Promise<void> {
	const before = await deviceValue(tables.session, 'packedAs');
	const packed = new Set(await tables.session.small('pack-head').keys());
	const now: Record<string, string> = {};
	for (const type of registry.records) {
		const { kind, indexes, day = '' } = type;
		const packedAs = (now[kind] = [...indexes, day].join());
		if (packedAs === before[kind] || !packed.has(kind)) continue;
		for (const head of await shelfOf(tables.session).heads(kind)) {
			await tables.write(async (session) => {
				const shelf = shelfOf(session);
				const rows = await shelf.rowsOf(head);
				if (rows.length === 0) return;
				const again = packOf(type, rows, head.key.slice(head.key.lastIndexOf('/') + 1));
				await shelf.add([again], kind);
			});
		}
	}
	await tables.write(async (session) => {
		await session.small('pack-words').clear();
		await setDeviceValue(session, 'packedAs', { ...before, ...now });
	});
}

/**
 * An app from before records were packed may have opened this in between, and taken changes in
 * without an eye for packs. What it has pulled to its end is all there is, and holds here too.
 * Where it came less far, everything is fetched anew. What waits to be sent stays.
 */
export async function noticeOlderApp(tables: DeviceTables): Promise<void> {
	const openedBy = await deviceValue(tables.session, 'openedBy');
	const packedBy = await deviceValue(tables.session, 'packedBy');
	if (packedBy === openedBy) return;
	await tables.write(async (session) => {
		const device = session.small('device');
		const pulledTo = (await device.get('cookie'))?.value ?? null;
		const isWhole = packedBy === null || pulledTo !== null;
		if (isWhole) await shelfOf(session).clear();
		else await unpackRows(session, tables.kinds);
		for (const name of ['cookie', 'resume'] as const) {
			const theirs = await device.get(name);
			await device.delete(name);
			// Under the same name, so of the same shape.
			if (isWhole && theirs) await device.put({ ...theirs, name: keptAs(name) });
			else await setDeviceValue(session, name, null);
		}
		await setDeviceValue(session, 'packedBy', openedBy);
	});
}

/** What became a row without an eye for its packed copy is else there twice. */
async function unpackRows(session: TableSession, kinds: readonly string[]): Promise<void> {
	for (const kind of kinds) {
		const shelf = shelfOf(session);
		const packed: string[] = [];
		for (const id of await session.loose(kind).ids()) {
			if (await shelf.isPacked(kind, id)) packed.push(id);
		}
		if (packed.length > 0) await shelf.unpack(kind, packed);
	}
}

function inPacks(rows: readonly StoredRow[], perPack: number): StoredRow[][] {
	const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	const count = Math.ceil(sorted.length / perPack);
	return Array.from({ length: count }, (_, at) => sorted.slice(at * perPack, (at + 1) * perPack));
}

/** Whether no pack lies between its first and its last: a server may send in another order. */
function fits(heads: readonly PackHead[], rows: readonly StoredRow[]): boolean {
	const [first = '', last = ''] = [rows[0]?.id, rows.at(-1)?.id];
	return heads.every(({ firstId, lastId }) => lastId < first || firstId > last);
}

/** Fills in what a row lacks that was kept before its kind got a field. */
class Filling {
	readonly #type: RecordType;
	/** The names of the fields of rows that have all that their kind has. */
	readonly #whole: (readonly string[])[] = [];

	constructor(type: RecordType) {
		this.#type = type;
	}

	read(id: string, row: Readonly<Record<string, unknown>>): RowBase {
		return withUnknown(row, readRow(this.#type, id, row));
	}

	/** Rows with the same fields are alike in this: only the first of them is read. */
	asSent(id: string, row: Readonly<Record<string, unknown>>): RowBase {
		const names = Object.keys(row);
		if (this.#whole.some((whole) => areSame(whole, names)) && isBase(row)) return row;
		const read = this.read(id, row);
		if (Object.keys(read).length === names.length) this.#whole.push(names);
		return read;
	}
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
	return some.length === others.length && some.every((name, at) => name === others[at]);
}

function isBase(row: object): row is RowBase {
	return 'id' in row && 'createdAt' in row && 'createdBy' in row;
}
