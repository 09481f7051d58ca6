/**
 * Old records, packed by the hundred: one value to write and to read instead of a hundred rows.
 *
 * A pack never changes. Its records are in the order of their ids, and no two packs of a kind
 * overlap, so a record's pack is found by a direct key. A record that changes becomes a row, and
 * is noted as unpacked: from then on its packed copy is not looked at.
 */
import type { StoredRow, TableSession } from './tables.ts';

/** What is known of a pack without reading it. */
export interface PackHead {
	/** Kind, highest id, and an id of its own: never used again for another pack. */
	key: string;
	kind: string;
	firstId: string;
	lastId: string;
	/** Of those of its records that have a day. */
	firstOn: string | null;
	lastOn: string | null;
	/** The highest in it. */
	version: number;
	count: number;
}

export interface Pack {
	key: string;
	/** See `findOf`: everything that its records can be looked up by. */
	finds: string[];
	/** Each a StoredRow as JSON, in the order of ids. */
	rows: string[];
}

export interface Packed {
	readonly head: PackHead;
	readonly pack: Pack;
}

/** A value of a field that is looked up. */
export function findOf(kind: string, field: string, value: string): string {
	return `${kind}\n${field}\n${value}`;
}

/** The packs as one session sees them; in a write, what was read once is not read again. */
export class Shelf {
	readonly #session: Pick<TableSession, 'small'>;
	readonly #isKeeping: boolean;
	readonly #heads = new Map<string, Promise<PackHead[]>>();
	readonly #unpacked = new Map<string, Promise<Set<string>>>();
	readonly #ids = new Map<string, Promise<Set<string>>>();

	/** `isKeeping` is for a write: nobody else changes anything meanwhile. */
	constructor(session: Pick<TableSession, 'small'>, isKeeping: boolean) {
		this.#session = session;
		this.#isKeeping = isKeeping;
	}

	/** In the order of ids. */
	heads(kind: string): Promise<PackHead[]> {
		return this.#once(this.#heads, kind, () => this.#session.small('pack-head').range(`${kind}/`));
	}

	/** Ids of records that were packed and are no longer. */
	unpacked(kind: string): Promise<Set<string>> {
		return this.#once(this.#unpacked, kind, async () => {
			const keys = await this.#session.small('unpacked').rangeKeys(`${kind}/`);
			return new Set(keys.map((key) => key.slice(kind.length + 1)));
		});
	}

	/** The one pack that may hold it. */
	async headFor(kind: string, id: string): Promise<PackHead | undefined> {
		const found = this.#heads.has(kind)
			? placeIn(await this.heads(kind), id)
			: await this.#session.small('pack-head').from(`${kind}/${id}`);
		return found?.kind === kind && found.firstId <= id ? found : undefined;
	}

	/** Whether a packed copy of it is looked at. */
	async isPacked(kind: string, id: string): Promise<boolean> {
		const head = await this.headFor(kind, id);
		if (!head || (await this.unpacked(kind)).has(id)) return false;
		const ids = await this.#once(this.#ids, head.key, async () => {
			const pack = await this.#session.small('pack').get(head.key);
			return new Set((pack?.rows ?? []).map((text) => unpackedRow(text).id));
		});
		return ids.has(id);
	}

	async unpack(kind: string, id: string): Promise<void> {
		await this.#session.small('unpacked').put({ key: `${kind}/${id}` });
		(await this.unpacked(kind)).add(id);
	}

	async rowIn(head: PackHead, id: string): Promise<StoredRow | undefined> {
		const pack = await this.#session.small('pack').get(head.key);
		// Only that one is read: what a row begins with is put in front by packOf.
		const text = pack?.rows.find((row) => row.startsWith(`{"id":${JSON.stringify(id)},`));
		return text === undefined ? undefined : unpackedRow(text);
	}

	async rowsOf(head: PackHead): Promise<StoredRow[]> {
		const pack = await this.#session.small('pack').get(head.key);
		return pack ? pack.rows.map(unpackedRow) : [];
	}

	/** Of one kind. */
	async add(packed: readonly Packed[]): Promise<void> {
		const [first] = packed;
		if (!first) return;
		await Promise.all([
			this.#session.small('pack-head').putAll(packed.map(({ head }) => head)),
			this.#session.small('pack').putAll(packed.map(({ pack }) => pack))
		]);
		this.#heads.delete(first.head.kind);
	}

	#once<Value>(
		kept: Map<string, Promise<Value>>,
		key: string,
		read: () => Promise<Value>
	): Promise<Value> {
		const known = kept.get(key);
		if (known) return known;
		const found = read();
		if (this.#isKeeping) kept.set(key, found);
		return found;
	}
}

export function unpackedRow(text: string): StoredRow {
	// Packed by packOf, which is handed stored rows.
	return JSON.parse(text) as StoredRow;
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
