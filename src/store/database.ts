/**
 * The device's tables over IndexedDB, through Dexie: one table for each record type, made from the
 * registry, and the small tables beside them.
 */
import Dexie, { liveQuery, type Table } from 'dexie';
import type { Registry } from '#domain/registry.ts';
import { PackedRows } from './packed-rows.ts';
import { Shelf, type Pack } from './packs.ts';
import {
	covers,
	digestedKindsIn,
	digestTableName,
	kindsIn,
	layoutFor,
	layoutOf,
	rowTableName,
	together
} from './layout.ts';
import {
	deviceValue,
	smallTableKeys,
	type DeviceTables,
	type DigestTable,
	type LooseRows,
	type SmallTable,
	type SmallTables,
	type StoredDigest,
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
	if (standing && covers(has, wanted)) return withoutDigests(standing);
	standing?.close();
	const db = databaseNamed(name);
	db.version(Math.floor(standing?.verno ?? 0) + 1).stores(together(has, wanted));
	await db.open();
	return withoutDigests(db);
}

/** What another build of the app has made is made anew: it may not have known of digests at all. */
async function withoutDigests(db: Dexie): Promise<DeviceTables> {
	const kinds = digestedKindsIn(db.tables.map((table) => table.name));
	for (const kind of kinds) await db.table(digestTableName(kind)).clear();
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
	readonly #session: TableSession;
	readonly #db: Dexie;
	readonly #digested: readonly string[];
	#isBeginning = false;

	constructor(db: Dexie) {
		this.#db = db;
		const names = db.tables.map((table) => table.name);
		this.kinds = kindsIn(names);
		this.#digested = digestedKindsIn(names);
		this.#session = sessionOf(db, { digested: this.#digested, isWrite: false });
	}

	get session(): TableSession {
		return this.#isBeginning ? silent : this.#session;
	}

	begin(query: () => Promise<unknown>): void {
		this.#isBeginning = true;
		try {
			query().catch(() => undefined);
		} finally {
			this.#isBeginning = false;
		}
	}

	write<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		const digested = this.#digested;
		const ofKinds = [...this.kinds.map(rowTableName), ...digested.map(digestTableName)];
		// Tables of this very transaction: Dexie loses track of it after some awaits of native promises.
		return this.#db.transaction('rw', [...smallNames, ...ofKinds], (transaction) =>
			work(sessionOf(transaction, { digested, isWrite: true }))
		);
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

/** Answers nothing, ever. */
const silent: TableSession = {
	...{ rows: silence, loose: silence, digests: silence, small: silence },
	shelf: new Shelf({ small: silence }, false),
	packsWith: () => new Promise(() => undefined)
};

function silence(): never {
	// Any table: whatever is called on it.
	return new Proxy({}, { get: () => () => new Promise(() => undefined) }) as never;
}

interface Tables {
	table<Value, Key>(name: string): Table<Value, Key>;
}

function sessionOf(
	tables: Tables,
	{ digested, isWrite }: { digested: readonly string[]; isWrite: boolean }
): TableSession {
	const digestsOf = (kind: string) => tables.table<StoredDigest, string>(digestTableName(kind));
	const small: TableSession['small'] = (name) => smallTable(tables, name);
	const shelf = new Shelf({ small }, isWrite);
	const loose = (kind: string) =>
		new DexieRows(
			tables.table(rowTableName(kind)),
			digested.includes(kind) ? digestsOf(kind) : undefined
		);
	const packsWith = (find: string) =>
		tables.table<Pack, string>('pack').where('finds').equals(find).toArray();
	const reads = { loose, shelf, packsWith };
	const digests = (kind: string) => digestTable(digestsOf(kind));
	return { ...reads, digests, small, rows: (kind) => new PackedRows(kind, reads) };
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

function digestTable(table: Table<StoredDigest, string>): DigestTable {
	return {
		between: (firstOn, lastOn) => table.where('on').between(firstOn, lastOn, true, true).toArray(),
		put: async (digest) => {
			await table.put(digest);
		}
	};
}

class DexieRows implements LooseRows {
	readonly #table: Table<StoredRow, string>;
	readonly #digests: Table<StoredDigest, string> | undefined;

	constructor(table: Table<StoredRow, string>, digests: Table<StoredDigest, string> | undefined) {
		this.#table = table;
		this.#digests = digests;
	}

	get(id: string) {
		return this.#table.get(id);
	}

	async put(stored: StoredRow) {
		await this.#table.put(stored);
		await this.#digests?.delete(stored.id);
	}

	async putAll(stored: readonly StoredRow[]) {
		await this.#table.bulkPut(stored);
		await this.#digests?.bulkDelete(stored.map(({ id }) => id));
	}

	ids() {
		return this.#table.toCollection().primaryKeys();
	}

	async delete(id: string) {
		await this.#table.delete(id);
		await this.#digests?.delete(id);
	}

	async clear() {
		await this.#table.clear();
		await this.#digests?.clear();
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
		return this.#onDays(dayField, firstOn, lastOn).toArray();
	}

	idsBetween(dayField: string, firstOn: string, lastOn: string) {
		return this.#onDays(dayField, firstOn, lastOn).primaryKeys();
	}

	#onDays(dayField: string, firstOn: string, lastOn: string) {
		return this.#table.where(`row.${dayField}`).between(firstOn, lastOn, true, true);
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
