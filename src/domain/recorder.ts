/**
 * A transaction that notes what a mutation does, and merges fields that someone else changed.
 *
 * Device, server and simulation all run mutations through it, so merging has one home.
 */
import { mergeField, sameValue } from './merge.ts';
import { recordKey, type RecordType, type RowBase } from './record.ts';
import { asFields, type Effect, type Fields, type Past, type Transaction } from './transaction.ts';

/** What the author of a change saw in the fields before changing them. */
export interface Seen {
	/** True when the author saw `current` in this field, or nothing is known of what they saw. */
	saw(key: string, field: string, current: unknown): boolean;
	/** The text that the author saw, for merging; undefined when it is no longer known. */
	textSeen(key: string, field: string): Promise<string | undefined>;
	/** The value of any other field that the author saw; undefined when nothing is known. */
	valueSeen(key: string, field: string): unknown;
}

/** A field in which two changes met. */
export interface Clash {
	readonly kind: string;
	readonly id: string;
	readonly field: string;
	readonly stands: unknown;
	readonly other: unknown;
	/** True when the change that just arrived is the one that does not stand. */
	readonly isMineOther: boolean;
}

interface Touched {
	readonly type: RecordType;
	readonly id: string;
	readonly before: RowBase | null;
	after: RowBase | null;
	/** What was asked for, in fields where merging made something else of it. */
	sent?: Fields;
}

export class Recorder implements Transaction {
	readonly clashes: Clash[] = [];
	readonly #inner: Transaction;
	readonly #seen: Seen | undefined;
	/** As they stand: a mutation asks for a record that it puts, and so does whoever notes the put. */
	readonly #rows = new Map<string, Promise<RowBase | undefined>>();
	readonly #touched = new Map<string, Touched>();

	constructor(inner: Transaction, seen?: Seen) {
		this.#inner = inner;
		this.#seen = seen;
	}

	/** A copy, as every read gives: the mutation may change it in place. */
	async get<Row extends RowBase>(
		type: RecordType<string, Row>,
		id: string
	): Promise<Row | undefined> {
		const row = await this.#row(recordKey(type.kind, id), type, id);
		return row && structuredClone(row);
	}

	by<Row extends RowBase>(type: RecordType<string, Row>, field: keyof Row & string, value: string) {
		return this.#inner.by(type, field, value);
	}

	between<Row extends RowBase>(type: RecordType<string, Row>, firstOn: string, lastOn: string) {
		return this.#inner.between(type, firstOn, lastOn);
	}

	past(uuid: string): Promise<Past | undefined> {
		return this.#inner.past(uuid);
	}

	async put<Row extends RowBase>(type: RecordType<string, Row>, row: Row): Promise<void> {
		const key = recordKey(type.kind, row.id);
		const current = await this.#row(key, type, row.id);
		const touched = this.#touch(key, type, row.id, current);
		const merged = current && this.#seen ? await this.#merge(key, row, current, touched) : row;
		touched.after = merged;
		await this.#inner.put(type, merged);
		this.#rows.delete(key);
	}

	async remove(type: RecordType, id: string): Promise<void> {
		const key = recordKey(type.kind, id);
		const current = await this.#row(key, type, id);
		if (!current) return;
		this.#touch(key, type, id, current).after = null;
		await this.#inner.remove(type, id);
		this.#rows.delete(key);
	}

	/** What was done, one entry a record, only the fields that changed. */
	get effects(): Effect[] {
		const effects: Effect[] = [];
		for (const { type, id, before, after, sent } of this.#touched.values()) {
			const effect = effectOf(type.kind, id, before, after);
			if (effect) effects.push(sent ? { ...effect, sent } : effect);
		}
		return effects;
	}

	#row<Row extends RowBase>(
		key: string,
		type: RecordType<string, Row>,
		id: string
	): Promise<Row | undefined> {
		// Under a key there are only rows of its kind.
		const known = this.#rows.get(key) as Promise<Row | undefined> | undefined;
		if (known) return known;
		const row = this.#inner.get(type, id);
		this.#rows.set(key, row);
		return row;
	}

	#touch(key: string, type: RecordType, id: string, current: RowBase | undefined): Touched {
		const known = this.#touched.get(key);
		if (known) return known;
		const touched: Touched = { type, id, before: current ?? null, after: null };
		this.#touched.set(key, touched);
		return touched;
	}

	async #merge<Row extends RowBase>(
		key: string,
		row: Row,
		current: Row,
		touched: Touched
	): Promise<Row> {
		const { type } = touched;
		const merged: Record<string, unknown> = { ...asFields(row) };
		const standing = asFields(current);
		for (const [field, mine] of Object.entries(merged)) {
			const theirs = standing[field];
			if (sameValue(mine, theirs) || !this.#seen || this.#seen.saw(key, field, theirs)) continue;
			const policy = type.fields?.[field] ?? 'latest';
			const base = policy === 'text' ? await this.#seen.textSeen(key, field) : undefined;
			const seen = this.#seen.valueSeen(key, field);
			const { stands, other } = mergeField({ policy, mine, theirs, base, seen });
			merged[field] = stands;
			if (!sameValue(stands, mine)) touched.sent = { ...touched.sent, [field]: mine };
			if (other) {
				const { kind } = type;
				const { value, isMine } = other;
				this.clashes.push({ kind, id: row.id, field, stands, other: value, isMineOther: isMine });
			}
		}
		// Every field of the row is still there, each with a value that the record type knows.
		return merged as unknown as Row;
	}
}

/** Undefined when nothing changed. */
function effectOf(
	kind: string,
	id: string,
	before: RowBase | null,
	after: RowBase | null
): Effect | undefined {
	if (!before || !after) {
		if (!before && !after) return undefined;
		return { kind, id, before: before && { ...before }, after: after && { ...after } };
	}
	const old = asFields(before);
	const fresh = asFields(after);
	const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
	const changed = [...names].filter((name) => !sameValue(old[name], fresh[name]));
	if (changed.length === 0) return undefined;
	const pick = (fields: Fields) =>
		Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
	return { kind, id, before: pick(old), after: pick(fresh) };
}
