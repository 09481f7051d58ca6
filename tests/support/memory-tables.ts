/**
 * The device's tables over plain maps, for the simulation: all or nothing, one write at a time,
 * and it can be told to fail at a write as a full phone does.
 */
import { fieldOf } from '#domain/record.ts';
import { PackedRows } from '#store/packed-rows.ts';
import { remembered } from '#store/remembered.ts';
import { frozen, isSame } from './memory-values.ts';
import { smallOnly } from './small-only.ts';
import type { DigestPack, DigestTable, PackedDigest, StoredDigest } from '#store/digest-shapes.ts';
import {
	smallTableKeys,
	type DeviceTables,
	type LooseRows,
	type SmallTable,
	type SmallTables,
	type StoredRow,
	type TableSession
} from '#store/tables.ts';
import { Writes } from '#store/writes.ts';

type Rows = Map<string | number, unknown>;

const packName = (digests: string) => `${digests}-pack`;
const packedName = (digests: string) => `${digests}-packed`;

export class StorageFull extends Error {
	override readonly name = 'QuotaExceededError';
}

/** Of texts; equal ones stay in the order of ids, as in IndexedDB. */
function compare(one: unknown, other: unknown): number {
	return one === other ? 0 : String(one) < String(other) ? -1 : 1;
}

export class MemoryTables implements DeviceTables {
	readonly kinds: readonly string[];
	readonly session: TableSession;
	/** When set, the write that makes it zero fails and leaves nothing. */
	failAfterWrites: number | undefined;
	#tables = new Map<string, Rows>();
	#queue: Promise<unknown> = Promise.resolve();
	/** Raised by every change, so that whoever looks at all of it need not look twice. */
	changes = 0;
	/** Those of the write that is under way. */
	#writes: Writes | undefined;
	/** What to put back when a write fails: table, key, value before. */
	#journal: { table: string; key: string | number; before: unknown }[] | undefined;

	constructor(kinds: readonly string[]) {
		this.kinds = kinds;
		this.session = this.#newSession(false);
	}

	#newSession(isOneMoment: boolean): TableSession {
		const small: TableSession['small'] = (name) => this.#smallTable(name);
		const session: TableSession = {
			isOneMoment,
			atOneMoment: (_kind, read) => read(session),
			rows: (kind) => new PackedRows(session, kind),
			loose: (kind) => this.#rowTable(`row-${kind}`, `digest-${kind}`),
			digests: (kind) => this.#digestTable(`digest-${kind}`),
			small: isOneMoment ? remembered(small) : small
		};
		return session;
	}

	/** A device copied as it stands, as a cloned disk is. */
	copy(kinds = this.kinds): MemoryTables {
		const twin = new MemoryTables(kinds);
		for (const [name, rows] of this.#tables) twin.#tables.set(name, new Map(rows));
		return twin;
	}

	readSmall<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		return this.write((session) => work(smallOnly(session)));
	}

	write<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result> {
		const turn = this.#queue.then(async () => {
			const journal = (this.#journal = [] as {
				table: string;
				key: string | number;
				before: unknown;
			}[]);
			try {
				const writes = (this.#writes = new Writes());
				return await writes.allOf(() => work(this.#newSession(true)));
			} catch (error) {
				this.changes += 1;
				for (const { table, key, before } of journal.reverse()) {
					if (before === undefined) this.#table(table).delete(key);
					else this.#table(table).set(key, before);
				}
				throw error;
			} finally {
				this.#journal = undefined;
				this.#writes = undefined;
			}
		});
		this.#queue = turn.catch(() => undefined);
		return turn;
	}

	readonly root = this;

	apart(): DeviceTables {
		return this;
	}

	/** The simulation asks by itself; there are no screens to tell. */
	observe<Result>(query: () => Promise<Result>, onvalue: (result: Result) => void): () => void {
		void query().then(onvalue);
		return () => undefined;
	}

	close(): void {
		// Nothing is open.
	}

	destroy(): Promise<void> {
		this.changes += 1;
		this.#tables.clear();
		return Promise.resolve();
	}

	#table(name: string): Rows {
		let rows = this.#tables.get(name);
		if (!rows) this.#tables.set(name, (rows = new Map<string | number, unknown>()));
		return rows;
	}

	#set(table: string, key: string | number, value: unknown): Promise<void> {
		if (this.failAfterWrites !== undefined && --this.failAfterWrites < 0) {
			this.failAfterWrites = undefined;
			const full = Promise.reject(new StorageFull('This device is full.'));
			if (!this.#writes) return full;
			// As in a browser, only the end of the write hears of it.
			this.#writes.add(full);
			return Promise.resolve();
		}
		const rows = this.#table(table);
		const before = rows.get(key);
		if (isSame(before, value)) return Promise.resolve();
		this.changes += 1;
		this.#journal?.push({ table, key, before });
		if (value === undefined) rows.delete(key);
		else rows.set(key, frozen(value));
		return Promise.resolve();
	}

	async #clear(table: string): Promise<void> {
		for (const key of [...this.#table(table).keys()]) await this.#set(table, key, undefined);
	}

	/** What is not there is not written either. */
	async #forget(digests: string, id: string): Promise<void> {
		if (this.#table(digests).has(id)) await this.#set(digests, id, undefined);
		await this.#clearPack(digests);
	}

	async #clearPack(digests: string): Promise<void> {
		await this.#clear(packName(digests));
		await this.#clear(packedName(digests));
	}

	#smallTable<Name extends keyof SmallTables>(name: Name): SmallTable<SmallTables[Name]> {
		type Value = SmallTables[Name];
		const keyField = smallTableKeys[name] as keyof Value;
		const inOrder = () => [...this.#table(name)].sort(([one], [other]) => (one < other ? -1 : 1));
		const startingWith = (begin: string) =>
			inOrder().filter(([key]) => String(key).startsWith(begin));
		return {
			// Kept by put below, under the same name.
			get: (key) => Promise.resolve(this.#table(name).get(key) as Value | undefined),
			many: (keys) =>
				Promise.resolve(keys.flatMap((key) => this.#table(name).get(key) ?? []) as Value[]),
			all: () => Promise.resolve(inOrder().map(([, value]) => value) as Value[]),
			keys: () => Promise.resolve(inOrder().map(([key]) => key)),
			range: (begin) => Promise.resolve(startingWith(begin).map(([, value]) => value) as Value[]),
			rangeKeys: (begin) => Promise.resolve(startingWith(begin).map(([key]) => String(key))),
			keysBelow: (end) =>
				Promise.resolve(inOrder().flatMap(([key]) => (String(key) < end ? [String(key)] : []))),
			put: (value) => this.#set(name, value[keyField] as string | number, value),
			putAll: async (values) => {
				for (const value of values) {
					await this.#set(name, value[keyField] as string | number, value);
				}
			},
			delete: (key) => this.#set(name, key, undefined),
			deleteAll: async (keys) => {
				for (const key of keys) await this.#set(name, key, undefined);
			},
			clear: () => this.#clear(name)
		};
	}

	#digestTable(name: string): DigestTable {
		// Kept by put below.
		const all = () => [...this.#table(name).values()] as StoredDigest[];
		return {
			between: (firstOn, lastOn) =>
				Promise.resolve(all().filter(({ on }) => on >= firstOn && on <= lastOn)),
			put: (digest) => this.#set(name, digest.id, digest),
			pack: () => Promise.resolve(this.#table(packName(name)).get('') as DigestPack | undefined),
			packed: () =>
				Promise.resolve((this.#table(packedName(name)).get('') ?? []) as readonly PackedDigest[]),
			putPack: async (pack, digests) => {
				await this.#set(packName(name), '', pack);
				await this.#set(packedName(name), '', digests);
			}
		};
	}

	#rowTable(name: string, digests: string): LooseRows {
		// Kept by put below.
		const all = () =>
			([...this.#table(name).values()] as StoredRow[]).sort((one, other) =>
				one.id < other.id ? -1 : 1
			);
		const field = (stored: StoredRow, key: string) => fieldOf(stored.row, key);
		const onDays = (day: string, firstOn: string, lastOn: string) =>
			all()
				.filter((stored) => {
					const found = field(stored, day);
					return typeof found === 'string' && found >= firstOn && found <= lastOn;
				})
				.sort((one, other) => compare(field(one, day), field(other, day)));
		const orderOf = (stored: StoredRow, day: string | undefined) =>
			day ? field(stored, day) : stored.id;
		return {
			get: (id) => Promise.resolve(this.#table(name).get(id) as StoredRow | undefined),
			put: async (stored) => {
				await this.#set(name, stored.id, stored);
				await this.#forget(digests, stored.id);
			},
			putAll: async (stored) => {
				for (const one of stored) {
					await this.#set(name, one.id, one);
					await this.#forget(digests, one.id);
				}
			},
			ids: () => Promise.resolve(all().map(({ id }) => id)),
			delete: async (id) => {
				await this.#set(name, id, undefined);
				await this.#forget(digests, id);
			},
			dropDigestPack: () => this.#clearPack(digests),
			clear: async () => {
				await this.#clear(name);
				await this.#clear(digests);
				await this.#clearPack(digests);
			},
			all: () => Promise.resolve(all()),
			count: () => Promise.resolve(this.#table(name).size),
			by: (key, value) =>
				Promise.resolve(
					all().filter((stored) => {
						const found = field(stored, key);
						return Array.isArray(found) ? found.includes(value) : found === value;
					})
				),
			between: (day, firstOn, lastOn) => Promise.resolve(onDays(day, firstOn, lastOn)),
			idsBetween: (day, firstOn, lastOn) =>
				Promise.resolve(onDays(day, firstOn, lastOn).map(({ id }) => id)),
			newest: (day, limit, before) =>
				Promise.resolve(
					all()
						.filter((stored) => typeof orderOf(stored, day) === 'string')
						.filter((stored) => before === undefined || String(orderOf(stored, day)) < before)
						.sort((one, other) => compare(orderOf(one, day), orderOf(other, day)))
						.reverse()
						.slice(0, limit)
				),
			changedAfter: (version, limit) =>
				Promise.resolve(
					all()
						.filter((stored) => stored.version > version)
						.sort((one, other) => one.version - other.version)
						.reverse()
						.slice(0, limit)
				)
		};
	}
}
