/**
 * The records of one kind, rows and packed ones together: every read gives what it would give if
 * all were rows.
 */
import { fieldOf } from '#domain/record.ts';
import type { PackHead } from './pack-shapes.ts';
import { findOf, shelfOf, type Shelf } from './packs.ts';
import type { LooseRows, RowTable, StoredRow, TableSession } from './tables.ts';

export class PackedRows implements RowTable {
	readonly #session: TableSession;
	readonly #kind: string;
	readonly #loose: LooseRows;
	readonly #shelf: Shelf;

	constructor(session: TableSession, kind: string) {
		this.#session = session;
		this.#kind = kind;
		this.#loose = session.loose(kind);
		this.#shelf = shelfOf(session);
	}

	get(id: string): Promise<StoredRow | undefined> {
		return this.#read((rows) => rows.#get(id));
	}

	all(): Promise<StoredRow[]> {
		return this.#read((rows) => rows.#all());
	}

	count(): Promise<number> {
		return this.#read((rows) => rows.#count());
	}

	by(field: string, value: string): Promise<StoredRow[]> {
		return this.#read((rows) => rows.#by(field, value));
	}

	between(dayField: string, firstOn: string, lastOn: string): Promise<StoredRow[]> {
		return this.#read((rows) => rows.#between(dayField, firstOn, lastOn));
	}

	idsBetween(dayField: string, firstOn: string, lastOn: string): Promise<string[]> {
		return this.#read((rows) => rows.#idsBetween(dayField, firstOn, lastOn));
	}

	newest(dayField: string | undefined, limit: number, before?: string): Promise<StoredRow[]> {
		return this.#read((rows) => rows.#newest(dayField, limit, before));
	}

	changedAfter(version: number, limit: number): Promise<StoredRow[]> {
		return this.#read((rows) => rows.#changedAfter(version, limit));
	}

	/** A record that is unpacked between two reads would be in neither of them. */
	#read<Result>(read: (rows: PackedRows) => Promise<Result>): Promise<Result> {
		if (this.#session.isOneMoment) return read(this);
		return this.#session.atOneMoment(this.#kind, (session) =>
			read(new PackedRows(session, this.#kind))
		);
	}

	async #get(id: string): Promise<StoredRow | undefined> {
		return (await this.#loose.get(id)) ?? this.#shelf.rowOf(this.#kind, id);
	}

	async put(stored: StoredRow): Promise<void> {
		await this.#unpack([stored.id]);
		await this.#loose.put(stored);
	}

	async putAll(stored: readonly StoredRow[]): Promise<void> {
		await this.#unpack(stored.map(({ id }) => id));
		await this.#loose.putAll(stored);
	}

	async delete(id: string): Promise<void> {
		await this.#unpack([id]);
		await this.#loose.delete(id);
	}

	async #all(): Promise<StoredRow[]> {
		const [rows, heads] = await this.#withHeads(this.#loose.all());
		const packed = await this.#packed(heads, () => true);
		return packed.length === 0 ? rows : [...rows, ...packed].sort(byId);
	}

	async #count(): Promise<number> {
		const [rows, heads] = await this.#withHeads(this.#loose.count());
		if (heads.length === 0) return rows;
		const packed = heads.reduce((sum, { count }) => sum + count, 0);
		return rows + packed - (await this.#shelf.unpacked(this.#kind)).size;
	}

	async #by(field: string, value: string): Promise<StoredRow[]> {
		const [rows, all] = await this.#withHeads(this.#loose.by(field, value));
		const heads = await this.#shelf.headsWith(this.#kind, all, findOf(field, value));
		if (heads.length === 0) return rows;
		const packed = await this.#packed(heads, (stored) => holds(stored, field, value));
		return [...rows, ...packed].sort(byId);
	}

	async #between(dayField: string, firstOn: string, lastOn: string): Promise<StoredRow[]> {
		const [rows, all] = await this.#withHeads(this.#loose.between(dayField, firstOn, lastOn));
		const heads = all.filter(
			(head) => (head.lastOn ?? '') >= firstOn && head.firstOn !== null && head.firstOn <= lastOn
		);
		if (heads.length === 0) return rows;
		const packed = await this.#packed(heads, (stored) => {
			const day = fieldOf(stored.row, dayField);
			return typeof day === 'string' && day >= firstOn && day <= lastOn;
		});
		return [...rows, ...packed].sort(inOrder(dayField));
	}

	async #idsBetween(dayField: string, firstOn: string, lastOn: string): Promise<string[]> {
		const heads = (await this.#shelf.heads(this.#kind)).length;
		if (heads === 0) return this.#loose.idsBetween(dayField, firstOn, lastOn);
		return (await this.#between(dayField, firstOn, lastOn)).map(({ id }) => id);
	}

	async #newest(dayField: string | undefined, limit: number, before?: string) {
		const [rows, all] = await this.#withHeads(this.#loose.newest(dayField, limit, before));
		let found = rows;
		const placeOf = placeBy(dayField);
		const isBefore = (place: string | undefined) =>
			place !== undefined && (before === undefined || place < before);
		const heads = all
			.map((head) => ({ head, ...reachOf(head, dayField) }))
			.filter(({ first }) => isBefore(first))
			.sort((one, other) => ((one.last ?? '') < (other.last ?? '') ? 1 : -1));
		for (const { head, last = '' } of heads) {
			const lowest = found.length < limit ? undefined : placeOf(found.at(-1));
			if (lowest !== undefined && lowest > last) break;
			const packed = await this.#packed([head], (stored) => isBefore(placeOf(stored)));
			found = [...found, ...packed].sort((one, other) => inOrder(dayField)(other, one));
			found = found.slice(0, limit);
		}
		return found;
	}

	async #changedAfter(version: number, limit: number): Promise<StoredRow[]> {
		const [rows, all] = await this.#withHeads(this.#loose.changedAfter(version, limit));
		const heads = all.filter((head) => head.version > version);
		if (heads.length === 0) return rows;
		const packed = await this.#packed(heads, (stored) => stored.version > version);
		return [...rows, ...packed]
			.sort((one, other) => other.version - one.version || byId(other, one))
			.slice(0, limit);
	}

	#withHeads<Found>(rows: Promise<Found>): Promise<[Found, readonly PackHead[]]> {
		return Promise.all([rows, this.#shelf.heads(this.#kind)]);
	}

	/** Those that are still packed; heads of one kind are in the order of ids. */
	async #packed(
		heads: readonly PackHead[],
		isWanted: (stored: StoredRow) => boolean
	): Promise<StoredRow[]> {
		if (heads.length === 0) return [];
		const unpacked = await this.#shelf.unpacked(this.#kind);
		const found = await Promise.all(heads.map((head) => this.#shelf.rowsOf(head)));
		return found.flat().filter((stored) => !unpacked.has(stored.id) && isWanted(stored));
	}

	/** Before one of them is written or deleted. */
	async #unpack(ids: readonly string[]): Promise<void> {
		const last = (await this.#shelf.heads(this.#kind)).at(-1)?.lastId;
		if (last === undefined) return;
		const packed: string[] = [];
		for (const id of ids) {
			if (id <= last && (await this.#shelf.isPacked(this.#kind, id))) packed.push(id);
		}
		if (packed.length > 0) await this.#shelf.unpack(this.#kind, packed);
	}
}

function holds({ row }: StoredRow, field: string, value: string): boolean {
	const kept = fieldOf(row, field);
	return Array.isArray(kept) ? kept.includes(value) : kept === value;
}

/** By day, or by id where the kind has no day; undefined is nowhere. */
function placeBy(dayField: string | undefined) {
	return (stored: StoredRow | undefined): string | undefined => {
		const place = stored && (dayField ? fieldOf(stored.row, dayField) : stored.id);
		return typeof place === 'string' ? place : undefined;
	};
}

function reachOf(head: PackHead, dayField: string | undefined) {
	return dayField
		? { first: head.firstOn ?? undefined, last: head.lastOn ?? undefined }
		: { first: head.firstId, last: head.lastId };
}

function byId(one: { id: string }, other: { id: string }): number {
	return one.id === other.id ? 0 : one.id < other.id ? -1 : 1;
}

function inOrder(dayField: string | undefined) {
	const placeOf = placeBy(dayField);
	return (one: StoredRow, other: StoredRow): number => {
		const [here, there] = [placeOf(one) ?? '', placeOf(other) ?? ''];
		if (here === there) return byId(one, other);
		return here < there ? -1 : 1;
	};
}
