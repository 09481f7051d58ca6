/**
 * Old records, packed by the hundred: one value to write and to read instead of a hundred rows.
 *
 * A pack never changes. Its records are in the order of their ids, and no two packs of a kind
 * overlap, so a record's pack is known from the heads. A record that changes becomes a row, and is
 * noted as unpacked: from then on its packed copy is not looked at.
 */
import type { Packed, PackHead } from './pack-shapes.ts';
import type { StoredRow, TableSession } from './tables.ts';

/** A number for a value of a field. Others may have the same: what is found has to be looked at. */
export function findOf(field: string, value: string): number {
	const text = `${field}\n${value}`;
	let hash = 0x811c9dc5;
	// FNV-1a
	for (let at = 0; at < text.length; at += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return hash >>> 0;
}

/** By the key of a pack: those of a key never change while an app is open. */
const findsInMemory = new Map<string, Uint32Array>();
const shelves = new WeakMap<TableSession, Shelf>();

export function shelfOf(session: TableSession): Shelf {
	const known = shelves.get(session);
	if (known) return known;
	const shelf = new Shelf(session);
	shelves.set(session, shelf);
	return shelf;
}

/** The packs as one session sees them; at one moment, what was read once is not read again. */
export class Shelf {
	readonly #session: TableSession;
	readonly #heads = new Map<string, Promise<readonly PackHead[]>>();
	readonly #unpacked = new Map<string, Promise<Set<string>>>();
	readonly #texts = new Map<string, Promise<string>>();

	constructor(session: TableSession) {
		this.#session = session;
	}

	/** In the order of ids. */
	heads(kind: string): Promise<readonly PackHead[]> {
		return this.#once(
			this.#heads,
			kind,
			async () => (await this.#session.small('pack-head').get(kind))?.heads ?? []
		);
	}

	/** Those of the heads of a kind whose packs may hold what is looked for: see `findOf`. */
	async headsWith(kind: string, heads: readonly PackHead[], find: number): Promise<PackHead[]> {
		if (heads.some(({ key }) => !findsInMemory.has(key))) {
			for (const { key, finds } of await this.#session.small('pack-finds').range(`${kind}/`)) {
				findsInMemory.set(key, finds);
			}
		}
		return heads.filter(({ key }) => findsInMemory.get(key)?.includes(find));
	}

	/** Ids of records that were packed and are no longer. */
	unpacked(kind: string): Promise<Set<string>> {
		return this.#once(this.#unpacked, kind, async () => {
			const keys = await this.#session.small('unpacked').rangeKeys(`${kind}/`);
			return new Set(keys.map((key) => key.slice(kind.length + 1)));
		});
	}

	/** Undefined where no packed copy of it is looked at. */
	async rowOf(kind: string, id: string): Promise<StoredRow | undefined> {
		const text = await this.#textOf(kind, id);
		return text === undefined ? undefined : rowIn(text, id);
	}

	/** Whether a packed copy of it is looked at. */
	async isPacked(kind: string, id: string): Promise<boolean> {
		const text = await this.#textOf(kind, id);
		return text !== undefined && placeOf(text, id) >= 0;
	}

	async unpack(kind: string, ids: readonly string[]): Promise<void> {
		await this.#session.small('unpacked').putAll(ids.map((id) => ({ key: `${kind}/${id}` })));
		const unpacked = await this.unpacked(kind);
		for (const id of ids) unpacked.add(id);
	}

	async rowsOf(head: PackHead): Promise<StoredRow[]> {
		return unpackedRows(await this.#text(head));
	}

	/** Of one kind. */
	async add(packed: readonly Packed[], kind: string): Promise<void> {
		if (packed.length === 0) return;
		const added = packed.map(({ head }) => head);
		const keys = new Set(added.map(({ key }) => key));
		const others = (await this.heads(kind)).filter(({ key }) => !keys.has(key));
		const heads = [...others, ...added].sort((one, other) => (one.lastId < other.lastId ? -1 : 1));
		for (const key of keys) findsInMemory.delete(key);
		await Promise.all([
			this.#session.small('pack-head').put({ kind, heads }),
			this.#session.small('pack').putAll(packed.map(({ pack }) => pack)),
			this.#session.small('pack-finds').putAll(packed.map(({ finds }) => finds)),
			this.#session.loose(kind).dropDigestPack()
		]);
		this.#heads.delete(kind);
	}

	/** Takes away all packs of every kind. */
	async clear(): Promise<void> {
		for (const name of ['pack-head', 'pack', 'pack-finds', 'pack-words', 'unpacked'] as const) {
			await this.#session.small(name).clear();
		}
		for (const kept of [this.#heads, this.#unpacked, this.#texts]) kept.clear();
	}

	/** Of the one pack that may hold it. */
	async #textOf(kind: string, id: string): Promise<string | undefined> {
		const head = placeIn(await this.heads(kind), id);
		if (!head || head.firstId > id || (await this.unpacked(kind)).has(id)) return undefined;
		return this.#once(this.#texts, head.key, () => this.#text(head));
	}

	async #text({ key }: PackHead): Promise<string> {
		return (await this.#session.small('pack').get(key))?.rows ?? '';
	}

	#once<Value>(
		kept: Map<string, Promise<Value>>,
		key: string,
		read: () => Promise<Value>
	): Promise<Value> {
		const known = kept.get(key);
		if (known) return known;
		const found = read();
		if (this.#session.isOneMoment) kept.set(key, found);
		return found;
	}
}

const between = ',\n';

/** JSON has no line breaks of its own, so each record is a line that begins with its id. */
export function packedText(rows: readonly StoredRow[]): string {
	return rows.map(({ id, version, row }) => JSON.stringify({ id, version, row })).join(between);
}

export function unpackedRows(text: string): StoredRow[] {
	// Packed by packedText, which is handed stored rows.
	return JSON.parse(`[${text}]`) as StoredRow[];
}

/** Only that one is parsed. */
function rowIn(text: string, id: string): StoredRow | undefined {
	const from = placeOf(text, id);
	if (from < 0) return undefined;
	const to = text.indexOf(between, from);
	return unpackedRows(text.slice(from, to < 0 ? undefined : to))[0];
}

function placeOf(text: string, id: string): number {
	const begin = `{"id":${JSON.stringify(id)},`;
	if (text.startsWith(begin)) return 0;
	const before = text.indexOf(`\n${begin}`);
	return before < 0 ? -1 : before + 1;
}

/** The first whose highest id is not below. */
function placeIn(heads: readonly PackHead[], id: string): PackHead | undefined {
	let [low, high] = [0, heads.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((heads[middle]?.lastId ?? '') < id) low = middle + 1;
		else high = middle;
	}
	return heads[low];
}
