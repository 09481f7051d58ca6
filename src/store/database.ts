/**
 * The device's tables over IndexedDB, through Dexie: one table for each record type and the small
 * tables beside them, as they stand. open-tables.ts makes them.
 */
import type { Dexie, Table } from 'dexie';
import type { Me } from '#domain/me.ts';
import { changesOf } from './changes.ts';
import { openAsItStands } from './opening.ts';
import { PackReader } from './pack-reader.ts';
import { remembered } from './remembered.ts';
import { smallTable } from './small-table.ts';
import { digestedKindsIn, digestTableName, kindsIn, rowTableName } from './table-names.ts';
import type { DigestPack, DigestTable, PackedDigest, StoredDigest } from './digest-shapes.ts';
import {
	deviceValue,
	smallTableKeys,
	type DeviceTables,
	type LooseRows,
	type SmallTables,
	type StoredRow,
	type TableSession
} from './tables.ts';
import { Watch } from './watch.ts';
import { Writes, type Written } from './writes.ts';

const smallNames = Object.keys(smallTableKeys);
const packNames = ['pack-head', 'pack', 'pack-finds', 'unpacked'] as const;

interface Reopened {
	readonly tables: DeviceTables;
	/** As they were when it was last opened. */
	readonly me: Me | null;
}

/**
 * The tables as they stand, so that the list of kinds need not be there yet. Only for a database
 * that this very build of the app has opened with the list before; undefined for any other.
 */
export async function reopenTables(name: string, build: string): Promise<Reopened | undefined> {
	const db = await openAsItStands(name);
	if (!db) return undefined;
	const tables = new DexieTables(db);
	if (db.tables.some((table) => table.name === 'device')) {
		// Asked together: the first screen waits for the answers.
		const { session } = tables;
		const asked = [deviceValue(session, 'openedBy'), deviceValue(session, 'me')] as const;
		const [openedBy, me] = await Promise.all(asked);
		if (openedBy === build) return { tables, me };
	}
	db.close();
	return undefined;
}

export class DexieTables implements DeviceTables {
	readonly kinds: readonly string[];
	readonly session: TableSession;
	readonly root: DeviceTables;
	readonly #db: Dexie;
	readonly #digested: readonly string[];
	readonly #packs: PackReader;
	readonly #watch: Watch;

	constructor(db: Dexie, packs = new PackReader(), root?: DeviceTables) {
		this.#db = db;
		this.root = root ?? this;
		const names = db.tables.map((table) => table.name);
		this.kinds = kindsIn(names);
		this.#digested = digestedKindsIn(names);
		this.#packs = packs;
		this.#watch = new Watch(changesOf(db));
		this.session = this.#sessionOf(db, (name) => this.#watch.note(name));
		// Soon, and not needed for a read: one that comes before it waits where there are packs.
		packs.load().catch(() => undefined);
	}

	apart(): DeviceTables {
		return new DexieTables(this.#db, this.#packs, this.root);
	}

	async write<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		const ofKinds = [...this.kinds.map(rowTableName), ...this.#digested.map(digestTableName)];
		// A transaction would not wait for it.
		await this.#packs.load();
		const writes = new Writes();
		// Tables of this very transaction: Dexie loses track of it after some awaits of native promises.
		return this.#db.transaction('rw', [...smallNames, ...ofKinds], (transaction) =>
			writes.allOf(() => work(this.#sessionOf(transaction, undefined, writes)))
		);
	}

	readSmall<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		return this.#db.transaction('r', smallNames, (transaction) =>
			work(this.#sessionOf(transaction))
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

	/** `asked` is told of each table whenever it is asked; a write does without it. */
	#sessionOf(tables: Tables, asked?: (name: string) => void, writes?: Writes): TableSession {
		const open =
			<Value, Key = string>(name: string) =>
			() => {
				asked?.(name);
				return tables.table<Value, Key>(name);
			};
		const written: Written = async (write) => {
			if (writes) writes.add(write);
			else await write;
		};
		const digestsOf = (kind: string) => open<StoredDigest>(digestTableName(kind));
		const isOpen = tables !== this.#db;
		const small: TableSession['small'] = (name) =>
			smallTable(open<SmallTables[typeof name], string | number>(name), written);
		const session: TableSession = {
			isOneMoment: isOpen,
			atOneMoment: (kind, read) =>
				isOpen
					? read(session)
					: this.#db.transaction('r', [rowTableName(kind), ...packNames], (transaction) =>
							read(this.#sessionOf(transaction, asked))
						),
			rows: (kind) => this.#packs.rows(session, kind),
			loose: (kind) =>
				new DexieRows(
					open(rowTableName(kind)),
					this.#digested.includes(kind) ? digestsOf(kind) : undefined,
					written
				),
			digests: (kind) => digestTable(digestsOf(kind), written),
			small: isOpen ? remembered(small) : small
		};
		return session;
	}
}

interface Tables {
	table<Value, Key>(name: string): Table<Value, Key>;
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
	open: () => Table<StoredDigest | StoredPack | StoredPacked, string>,
	written: Written
): DigestTable {
	return {
		// Only digests have a day; only a pack, and what it holds, have these keys.
		between: (firstOn, lastOn) =>
			open().where('on').between(firstOn, lastOn, true, true).toArray() as Promise<StoredDigest[]>,
		put: (digest) => written(open().put(digest)),
		pack: () => open().get(packKey) as Promise<StoredPack | undefined>,
		packed: async () => ((await open().get(packedKey)) as StoredPacked | undefined)?.digests ?? [],
		putPack: (pack, digests) =>
			written(
				open().bulkPut([
					{ id: packKey, ...pack },
					{ id: packedKey, digests }
				])
			)
	};
}

class DexieRows implements LooseRows {
	readonly #open: () => Table<StoredRow, string>;
	readonly #digests: (() => Table<StoredDigest, string>) | undefined;
	readonly #written: Written;

	constructor(
		open: () => Table<StoredRow, string>,
		digests: (() => Table<StoredDigest, string>) | undefined,
		written: Written
	) {
		this.#open = open;
		this.#digests = digests;
		this.#written = written;
	}

	get(id: string) {
		return this.#open().get(id);
	}

	async put(stored: StoredRow) {
		await Promise.all([this.#written(this.#open().put(stored)), this.#forget([stored.id])]);
	}

	async putAll(stored: readonly StoredRow[]) {
		const ids = stored.map(({ id }) => id);
		await Promise.all([this.#written(this.#open().bulkPut(stored)), this.#forget(ids)]);
	}

	ids() {
		return this.#open().toCollection().primaryKeys();
	}

	async delete(id: string) {
		await Promise.all([this.#written(this.#open().delete(id)), this.#forget([id])]);
	}

	dropDigestPack() {
		return this.#forget([]);
	}

	async #forget(ids: readonly string[]) {
		if (!this.#digests) return;
		await this.#written(this.#digests().bulkDelete([...ids, packKey, packedKey]));
	}

	async clear() {
		const tables = this.#digests ? [this.#open(), this.#digests()] : [this.#open()];
		await Promise.all(tables.map((table) => this.#written(table.clear())));
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
