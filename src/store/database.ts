/**
 * The device's tables over IndexedDB, through Dexie: one table for each record type and the small
 * tables beside them, as they stand. open-tables.ts makes them.
 */
import Dexie, { liveQuery, type Table } from 'dexie';
import { PackReader } from './pack-reader.ts';
import { digestedKindsIn, digestTableName, kindsIn, rowTableName } from './table-names.ts';
import type { DigestPack, DigestTable, PackedDigest, StoredDigest } from './digest-shapes.ts';
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
export function openAsItStands(name: string): PromiseLike<Dexie | undefined> {
	return databaseNamed(name)
		.open()
		.catch('NoSuchDatabaseError', () => undefined);
}

export function databaseNamed(name: string): Dexie {
	const db = new Dexie(name, { cache: 'immutable' });
	// Another tab with a newer app: let go, so that its upgrade can run.
	db.on('versionchange', () => db.close());
	return db;
}

export class DexieTables implements DeviceTables {
	readonly kinds: readonly string[];
	readonly #session: TableSession;
	readonly #db: Dexie;
	readonly #digested: readonly string[];
	readonly #packs = new PackReader();
	#isBeginning = false;

	constructor(db: Dexie) {
		this.#db = db;
		const names = db.tables.map((table) => table.name);
		this.kinds = kindsIn(names);
		this.#digested = digestedKindsIn(names);
		this.#session = this.#sessionOf(db, false);
		// Soon, and not needed for a read: one that comes before it waits where there are packs.
		this.#packs.load().catch(() => undefined);
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

	async write<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		const ofKinds = [...this.kinds.map(rowTableName), ...this.#digested.map(digestTableName)];
		// A transaction would not wait for it.
		await this.#packs.load();
		// Tables of this very transaction: Dexie loses track of it after some awaits of native promises.
		return this.#db.transaction('rw', [...smallNames, ...ofKinds], (transaction) =>
			work(this.#sessionOf(transaction, true))
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

	#sessionOf(tables: Tables, isWrite: boolean): TableSession {
		const digestsOf = (kind: string) => tables.table<StoredDigest, string>(digestTableName(kind));
		const session: TableSession = {
			isWrite,
			rows: (kind) => this.#packs.rows(session, kind),
			loose: (kind) =>
				new DexieRows(
					tables.table(rowTableName(kind)),
					this.#digested.includes(kind) ? digestsOf(kind) : undefined
				),
			digests: (kind) => digestTable(digestsOf(kind)),
			small: (name) => smallTable(tables, name)
		};
		return session;
	}
}

/** Answers nothing, ever. */
const silent: TableSession = {
	...{ rows: silence, loose: silence, digests: silence, small: silence },
	isWrite: false
};

function silence(): never {
	// Any table: whatever is called on it.
	return new Proxy({}, { get: () => () => new Promise(() => undefined) }) as never;
}

interface Tables {
	table<Value, Key>(name: string): Table<Value, Key>;
}

function smallTable<Name extends keyof SmallTables>(
	tables: Tables,
	name: Name
): SmallTable<SmallTables[Name]> {
	const table = tables.table<SmallTables[Name], string | number>(name);
	const found = (keys: readonly (string | number)[]) =>
		isRun(keys)
			? table.where(':id').between(keys[0], keys.at(-1), true, true).toArray()
			: table.bulkGet([...keys]);
	return {
		get: (key) => table.get(key),
		many: async (keys) => (await found(keys)).filter((value) => value !== undefined),
		all: () => table.toArray(),
		keys: () => table.toCollection().primaryKeys(),
		range: (begin) => table.where(':id').startsWith(begin).toArray(),
		rangeKeys: async (begin) =>
			(await table.where(':id').startsWith(begin).primaryKeys()).map(String),
		keysBelow: async (end) => (await table.where(':id').below(end).primaryKeys()).map(String),
		put: async (value) => {
			await table.put(value);
		},
		putAll: async (values) => {
			await table.bulkPut(values);
		},
		delete: (key) => table.delete(key),
		deleteAll: (keys) => table.bulkDelete([...keys]),
		clear: () => table.clear()
	};
}

/** One number after the other: then they are read at once. */
function isRun(keys: readonly (string | number)[]): boolean {
	return keys.length > 1 && keys.every((key, at) => at === 0 || key === Number(keys[at - 1]) + 1);
}

/** Beside the digests, under keys that no record has. They have no day, so `between` passes them by. */
const packKey = 'pack';
const packedKey = 'packed';

interface StoredPack extends DigestPack {
	id: typeof packKey;
}

interface StoredPacked {
	id: typeof packedKey;
	digests: readonly PackedDigest[];
}

function digestTable(table: Table<StoredDigest | StoredPack | StoredPacked, string>): DigestTable {
	return {
		// Only digests have a day; only a pack, and what it holds, have these keys.
		between: (firstOn, lastOn) =>
			table.where('on').between(firstOn, lastOn, true, true).toArray() as Promise<StoredDigest[]>,
		put: async (digest) => {
			await table.put(digest);
		},
		pack: () => table.get(packKey) as Promise<StoredPack | undefined>,
		packed: async () => ((await table.get(packedKey)) as StoredPacked | undefined)?.digests ?? [],
		putPack: async (pack, digests) => {
			await table.bulkPut([
				{ id: packKey, ...pack },
				{ id: packedKey, digests }
			]);
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
		await this.#forget([stored.id]);
	}

	async putAll(stored: readonly StoredRow[]) {
		await this.#table.bulkPut(stored);
		await this.#forget(stored.map(({ id }) => id));
	}

	ids() {
		return this.#table.toCollection().primaryKeys();
	}

	async delete(id: string) {
		await this.#table.delete(id);
		await this.#forget([id]);
	}

	dropDigestPack() {
		return this.#forget([]);
	}

	async #forget(ids: readonly string[]) {
		await this.#digests?.bulkDelete([...ids, packKey, packedKey]);
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
