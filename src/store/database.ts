/**
 * The device's tables over IndexedDB, through Dexie: one table for each record type, made from the
 * registry, and the small tables beside them.
 */
import Dexie, { type ObservabilitySet, type Table } from 'dexie';
import type { Registry } from '#domain/registry.ts';
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
	type DigestPack,
	type DigestTable,
	type PackedDigest,
	type RowTable,
	type SmallTable,
	type SmallTables,
	type StoredDigest,
	type StoredRow,
	type TableSession
} from './tables.ts';
import { Watch, type Changed, type Changes } from './watch.ts';

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
	const db = new Dexie(name, { cache: 'disabled' });
	// Another tab with a newer app: let go, so that its upgrade can run.
	db.on('versionchange', () => db.close());
	return db;
}

class DexieTables implements DeviceTables {
	readonly kinds: readonly string[];
	readonly session: TableSession;
	readonly root: DeviceTables;
	readonly #db: Dexie;
	readonly #digested: readonly string[];
	readonly #watch: Watch;

	constructor(db: Dexie, root?: DeviceTables) {
		this.#db = db;
		this.root = root ?? this;
		const names = db.tables.map((table) => table.name);
		this.kinds = kindsIn(names);
		this.#digested = digestedKindsIn(names);
		this.#watch = new Watch(changesOf(db));
		const asked = (name: string) => this.#watch.note(name);
		this.session = sessionOf(db, this.#digested, asked);
	}

	apart(): DeviceTables {
		return new DexieTables(this.#db, this.root);
	}

	write<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		const digested = this.#digested;
		const ofKinds = [...this.kinds.map(rowTableName), ...digested.map(digestTableName)];
		// Tables of this very transaction: Dexie loses track of it after some awaits of native promises.
		return this.#db.transaction('rw', [...smallNames, ...ofKinds], (transaction) =>
			work(sessionOf(transaction, digested))
		);
	}

	observe<Result>(
		query: () => Promise<Result>,
		onvalue: (result: Result) => void,
		onerror: (error: unknown) => void
	): () => void {
		return this.#watch.observe(query, onvalue, onerror);
	}

	close(): void {
		this.#db.close();
	}

	async destroy(): Promise<void> {
		await this.#db.delete();
	}
}

/** Of this database, in any tab: Dexie tells the tabs of each other. */
function changesOf({ name }: Dexie): Changes {
	return (call) => {
		const hear = (parts: ObservabilitySet) => {
			const changed = changedIn(parts, name);
			if (changed === 'all' || changed.size > 0) call(changed);
		};
		Dexie.on.storagemutated.subscribe(hear);
		return () => Dexie.on.storagemutated.unsubscribe(hear);
	};
}

/** Parts are named 'idb://database/table/index'; 'all' when a tab was asleep. */
function changedIn(parts: ObservabilitySet, database: string): Changed {
	if ('all' in parts) return 'all';
	const begin = `idb://${database}/`;
	const own = Object.keys(parts).filter((part) => part.startsWith(begin));
	return new Set(own.map((part) => part.slice(begin.length, part.indexOf('/', begin.length))));
}

interface Tables {
	table<Value, Key>(name: string): Table<Value, Key>;
}

/** `asked` is told of each table whenever it is asked. */
function sessionOf(
	tables: Tables,
	digested: readonly string[],
	asked: (name: string) => void = () => undefined
): TableSession {
	const open =
		<Value, Key = string>(name: string) =>
		() => {
			asked(name);
			return tables.table<Value, Key>(name);
		};
	const digestsOf = (kind: string) => open<StoredDigest>(digestTableName(kind));
	return {
		rows: (kind) =>
			new DexieRows(
				open(rowTableName(kind)),
				digested.includes(kind) ? digestsOf(kind) : undefined
			),
		digests: (kind) => digestTable(digestsOf(kind)),
		small: (name) => smallTable(open<SmallTables[typeof name], string | number>(name))
	};
}

function smallTable<Value>(open: () => Table<Value, string | number>): SmallTable<Value> {
	return {
		get: (key) => open().get(key),
		many: async (keys) => (await open().bulkGet([...keys])).filter((value) => value !== undefined),
		all: () => open().toArray(),
		keys: () => open().toCollection().primaryKeys(),
		put: async (value) => {
			await open().put(value);
		},
		delete: (key) => open().delete(key),
		clear: () => open().clear()
	};
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

function digestTable(
	open: () => Table<StoredDigest | StoredPack | StoredPacked, string>
): DigestTable {
	return {
		// Only digests have a day; only a pack, and what it holds, have these keys.
		between: (firstOn, lastOn) =>
			open().where('on').between(firstOn, lastOn, true, true).toArray() as Promise<StoredDigest[]>,
		put: async (digest) => {
			await open().put(digest);
		},
		pack: () => open().get(packKey) as Promise<StoredPack | undefined>,
		packed: async () => ((await open().get(packedKey)) as StoredPacked | undefined)?.digests ?? [],
		putPack: async (pack, digests) => {
			await open().bulkPut([
				{ id: packKey, ...pack },
				{ id: packedKey, digests }
			]);
		}
	};
}

class DexieRows implements RowTable {
	readonly #open: () => Table<StoredRow, string>;
	readonly #digests: (() => Table<StoredDigest, string>) | undefined;

	constructor(
		open: () => Table<StoredRow, string>,
		digests: (() => Table<StoredDigest, string>) | undefined
	) {
		this.#open = open;
		this.#digests = digests;
	}

	get(id: string) {
		return this.#open().get(id);
	}

	async put(stored: StoredRow) {
		await this.#open().put(stored);
		await this.#digests?.().bulkDelete([stored.id, packKey, packedKey]);
	}

	async delete(id: string) {
		await this.#open().delete(id);
		await this.#digests?.().bulkDelete([id, packKey, packedKey]);
	}

	async clear() {
		await this.#open().clear();
		await this.#digests?.().clear();
	}

	all() {
		return this.#open().toArray();
	}

	count() {
		return this.#open().count();
	}

	by(field: string, value: string) {
		return this.#open().where(`row.${field}`).equals(value).toArray();
	}

	between(dayField: string, firstOn: string, lastOn: string) {
		return this.#onDays(dayField, firstOn, lastOn).toArray();
	}

	idsBetween(dayField: string, firstOn: string, lastOn: string) {
		return this.#onDays(dayField, firstOn, lastOn).primaryKeys();
	}

	#onDays(dayField: string, firstOn: string, lastOn: string) {
		return this.#open().where(`row.${dayField}`).between(firstOn, lastOn, true, true);
	}

	newest(dayField: string | undefined, limit: number, before?: string) {
		const index = dayField ? `row.${dayField}` : ':id';
		const from = before === undefined ? undefined : this.#open().where(index).below(before);
		const ordered = from ?? this.#open().orderBy(index);
		return ordered.reverse().limit(limit).toArray();
	}

	changedAfter(version: number, limit: number) {
		return this.#open().where('version').above(version).reverse().limit(limit).toArray();
	}
}
