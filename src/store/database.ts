/**
 * The device's tables over IndexedDB, through Dexie: one table for each record type, made from the
 * registry, and the small tables beside them.
 */
import Dexie, { liveQuery, type Table } from 'dexie';
import type { Registry } from '#domain/registry.ts';
import { PackedRows } from './packed-rows.ts';
import { Shelf, type Pack } from './packs.ts';
import { covers, kindsIn, layoutFor, layoutOf, rowTableName, together } from './layout.ts';
import {
	deviceValue,
	smallTableKeys,
	type DeviceTables,
	type LooseRows,
	type SmallTable,
	type SmallTables,
	type StoredRow,
	type TableSession
} from './tables.ts';

const smallNames = Object.keys(smallTableKeys);

/** One database for each person and practice, so that nobody sends another's changes. */
export function databaseName(practiceId: string, personId: string): string {
	return `noticeboard-${practiceId}-${personId}`;
}

/** Opens the database; makes it, or adds to it, what the registry asks for and it lacks. */
export async function openTables(name: string, registry: Registry): Promise<DeviceTables> {
	const wanted = layoutFor(registry);
	const standing = await openAsItStands(name);
	const has = standing ? layoutOf(standing) : new Map<string, readonly string[]>();
	if (standing && covers(has, wanted)) return new DexieTables(standing);
	standing?.close();
	const db = databaseNamed(name);
	db.version(Math.floor(standing?.verno ?? 0) + 1).stores(together(has, wanted));
	await db.open();
	return new DexieTables(db);
}

/**
 * The tables as they stand, so that the list of kinds need not be there yet. Only for a database
 * that this very build of the app has opened with the list before; undefined for any other.
 */
export async function reopenTables(name: string, build: string): Promise<DeviceTables | undefined> {
	const db = await openAsItStands(name);
	if (!db) return undefined;
	const tables = new DexieTables(db);
	const hasDevice = db.tables.some((table) => table.name === 'device');
	if (hasDevice && (await deviceValue(tables.session, 'openedBy')) === build) return tables;
	db.close();
	return undefined;
}

/** Undefined where there is none. */
function openAsItStands(name: string): PromiseLike<Dexie | undefined> {
	return databaseNamed(name)
		.open()
		.catch('NoSuchDatabaseError', () => undefined);
}

function databaseNamed(name: string): Dexie {
	const db = new Dexie(name, { cache: 'immutable' });
	// Another tab with a newer app: let go, so that its upgrade can run.
	db.on('versionchange', () => db.close());
	return db;
}

class DexieTables implements DeviceTables {
	readonly kinds: readonly string[];
	readonly session: TableSession;
	readonly #db: Dexie;

	constructor(db: Dexie) {
		this.#db = db;
		const names = db.tables.map((table) => table.name);
		this.kinds = kindsIn(names);
		this.session = sessionOf(db, false);
	}

	write<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		const names = [...smallNames, ...this.kinds.map(rowTableName)];
		// Tables of this very transaction: Dexie loses track of it after some awaits of native promises.
		return this.#db.transaction('rw', names, (transaction) => work(sessionOf(transaction, true)));
	}

	observe<Result>(
		query: () => Promise<Result>,
		onvalue: (result: Result) => void,
		onerror: (error: unknown) => void
	): () => void {
		const subscription = liveQuery(query).subscribe(onvalue, onerror);
		return () => subscription.unsubscribe();
	}

	close(): void {
		this.#db.close();
	}

	async destroy(): Promise<void> {
		await this.#db.delete();
	}
}

interface Tables {
	table<Value, Key>(name: string): Table<Value, Key>;
}

function sessionOf(tables: Tables, isWrite: boolean): TableSession {
	const small: TableSession['small'] = (name) => smallTable(tables, name);
	const shelf = new Shelf({ small }, isWrite);
	const loose = (kind: string) =>
		new DexieRows(tables.table<StoredRow, string>(rowTableName(kind)));
	const packsWith = (find: string) =>
		tables.table<Pack, string>('pack').where('finds').equals(find).toArray();
	const reads = { loose, shelf, packsWith };
	return { ...reads, small, rows: (kind) => new PackedRows(kind, reads) };
}

function smallTable<Name extends keyof SmallTables>(
	tables: Tables,
	name: Name
): SmallTable<SmallTables[Name]> {
	const table = tables.table<SmallTables[Name], string | number>(name);
	return {
		get: (key) => table.get(key),
		all: () => table.toArray(),
		keys: () => table.toCollection().primaryKeys(),
		range: (begin) => table.where(':id').startsWith(begin).toArray(),
		rangeKeys: async (begin) =>
			(await table.where(':id').startsWith(begin).primaryKeys()).map(String),
		from: (key) => table.where(':id').aboveOrEqual(key).first(),
		put: async (value) => {
			await table.put(value);
		},
		putAll: async (values) => {
			await table.bulkPut(values);
		},
		delete: (key) => table.delete(key),
		clear: () => table.clear()
	};
}

class DexieRows implements LooseRows {
	readonly #table: Table<StoredRow, string>;

	constructor(table: Table<StoredRow, string>) {
		this.#table = table;
	}

	get(id: string) {
		return this.#table.get(id);
	}

	async put(stored: StoredRow) {
		await this.#table.put(stored);
	}

	async putAll(stored: readonly StoredRow[]) {
		await this.#table.bulkPut(stored);
	}

	delete(id: string) {
		return this.#table.delete(id);
	}

	ids() {
		return this.#table.toCollection().primaryKeys();
	}

	clear() {
		return this.#table.clear();
	}

	all() {
		return this.#table.toArray();
	}

	count() {
		return this.#table.count();
	}

	by(field: string, value: string) {
		return this.#table.where(`row.${field}`).equals(value).toArray();
	}

	between(dayField: string, firstOn: string, lastOn: string) {
		return this.#table.where(`row.${dayField}`).between(firstOn, lastOn, true, true).toArray();
	}

	newest(dayField: string | undefined, limit: number, before?: string) {
		const index = dayField ? `row.${dayField}` : ':id';
		const from = before === undefined ? undefined : this.#table.where(index).below(before);
		const ordered = from ?? this.#table.orderBy(index);
		return ordered.reverse().limit(limit).toArray();
	}

	changedAfter(version: number, limit: number) {
		return this.#table.where('version').above(version).reverse().limit(limit).toArray();
	}
}
