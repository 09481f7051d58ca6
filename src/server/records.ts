/**
 * The records of one practice during one database transaction: read once, written once.
 *
 * Changes wait in memory. Those of one mutation are in a layer of their own that is kept or
 * dropped as a whole (its savepoint); everything kept is written together by `flush`.
 */
import type { Kysely } from 'kysely';
import { keyParts, recordKey, type RecordType } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { Fields } from '#domain/transaction.ts';
import { inChunks } from './chunks.ts';
import { dayOfRow, fieldAndValue, fieldsIn, isKeepable, lookupsOf, lookupValue } from './rows.ts';
import { onceBuilt, unseen, valuesOf } from './once-built.ts';
import { notedAs, type Noted } from './recent.ts';
import type { LookupTable, Tables } from './tables.ts';

/** JSON, or null for 'no record'. */
type Body = string | null;

/** As it will be in the database. */
export interface WrittenRow {
	readonly key: string;
	readonly kind: string;
	readonly id: string;
	readonly body: Body;
	readonly version: number;
	readonly recent: string | null;
	/** The names of the fields that changed; undefined where the whole record is news. */
	readonly changed: readonly string[] | undefined;
	/** Undefined for a kind that this server does not know. */
	readonly type: RecordType | undefined;
	/** As they were, and as they are; undefined for a tombstone, or none at all. */
	readonly was: Fields | undefined;
	readonly fields: Fields | undefined;
}

/** The database, not the mutation, is at fault: nothing of this transaction may be kept. */
export class StorageFault extends Error {
	override readonly name = 'StorageFault';
	constructor(cause: unknown) {
		super('The database did not answer.', { cause });
	}
}

/** Tells the database's failures from a mutation's own. */
export async function asking<Result>(answer: Promise<Result>): Promise<Result> {
	try {
		return await answer;
	} catch (cause) {
		throw new StorageFault(cause);
	}
}

interface Looked {
	readonly practiceId: string;
	readonly kind: string;
	readonly field: string;
	readonly value: string;
}

/** The records of a kind whose indexed field holds the value, as they are stored. */
export function bodiesWith(
	trx: Kysely<Tables>,
	{ practiceId, kind, field, value }: Looked
): Promise<{ id: string; body: string | null }[]> {
	const kept = lookupValue(value);
	return onceBuilt(trx, 'bodies with a value', [practiceId, kind, field, kept], () =>
		trx
			.selectFrom('lookup')
			.innerJoin('record', (join) =>
				join
					.onRef('record.practice_id', '=', 'lookup.practice_id')
					.onRef('record.kind', '=', 'lookup.kind')
					.onRef('record.id', '=', 'lookup.id')
			)
			.select(['record.id', 'record.body'])
			.where('lookup.practice_id', '=', unseen(practiceId))
			.where('lookup.kind', '=', unseen(kind))
			.where('lookup.field', '=', unseen(field))
			.where('lookup.value', '=', unseen(kept))
	);
}

export class PracticeRecords {
	/** Values of looked-up fields that records held until the last flush, and hold no longer. */
	readonly letGo = new Set<string>();
	/** By the last flush. */
	written: readonly WrittenRow[] = [];
	readonly #trx: Kysely<Tables>;
	readonly #practiceId: string;
	readonly #registry: Registry;
	/** As they are in the database. */
	readonly #stored = new Map<string, Noted | undefined>();
	readonly #changed = new Map<string, { body: Body; version: number }>();
	readonly #layer = new Map<string, Body>();

	constructor(trx: Kysely<Tables>, practiceId: string, registry: Registry) {
		this.#trx = trx;
		this.#practiceId = practiceId;
		this.#registry = registry;
	}

	/** Reads many at once, so that mutations find them without asking one by one. */
	async load(keys: Iterable<string>): Promise<void> {
		const wanted = [...new Set(keys)].filter(
			(key) => isKeepable(key) && this.#registry.typeOf(keyParts(key).kind)
		);
		await inChunks(wanted, async (some) => {
			const kinds = [...new Set(some.map((key) => keyParts(key).kind))];
			const ids = [...new Set(some.map((key) => keyParts(key).id))];
			const shape = `${ids.length} records of ${kinds.length} kinds`;
			const rows = await asking(
				onceBuilt(this.#trx, shape, [this.#practiceId, ...kinds, ...ids], () =>
					this.#trx
						.selectFrom('record')
						.select(['kind', 'id', 'body', 'version', 'recent'])
						.where('practice_id', '=', this.#practiceId)
						.where('kind', 'in', kinds)
						.where('id', 'in', ids)
				)
			);
			for (const key of some) this.#stored.set(key, undefined);
			for (const { kind, id, ...noted } of rows) this.#stored.set(recordKey(kind, id), noted);
		});
	}

	async body(kind: string, id: string): Promise<Body> {
		const key = recordKey(kind, id);
		const waiting = this.#waiting(key);
		if (waiting !== undefined) return waiting;
		if (!this.#stored.has(key)) await this.load([key]);
		return this.#stored.get(key)?.body ?? null;
	}

	change(kind: string, id: string, body: Body): void {
		this.#layer.set(recordKey(kind, id), body);
	}

	/** The changes since the last `keep` or `drop` stand, with this version. */
	keep(version: number): void {
		for (const [key, body] of this.#layer) this.#changed.set(key, { body, version });
		this.#layer.clear();
	}

	drop(): void {
		this.#layer.clear();
	}

	/** Bodies of records whose indexed field holds the value, by id. */
	async withValue(type: RecordType, field: string, value: string): Promise<Map<string, string>> {
		const looked = { practiceId: this.#practiceId, kind: type.kind, field, value };
		const rows = await asking(bodiesWith(this.#trx, looked));
		return this.#withWaiting(type, rows);
	}

	/** Bodies of records whose day lies in the range, by id. */
	async withDay(type: RecordType, firstOn: string, lastOn: string): Promise<Map<string, string>> {
		if (!isKeepable(firstOn + lastOn)) return new Map();
		const values = [this.#practiceId, type.kind, firstOn, lastOn];
		const rows = await asking(
			onceBuilt(this.#trx, 'bodies of some days', values, () =>
				this.#trx
					.selectFrom('record')
					.select(['id', 'body'])
					.where('practice_id', '=', this.#practiceId)
					.where('kind', '=', type.kind)
					.where('day', '>=', firstOn)
					.where('day', '<=', lastOn)
			)
		);
		return this.#withWaiting(type, rows);
	}

	/** Writes everything kept, in a few statements however many records there are. */
	async flush(now: number): Promise<void> {
		await this.load([...this.#changed.keys()].filter((key) => !this.#stored.has(key)));
		const changed = [...this.#changed]
			// Of a kind that is not known here nothing was read.
			.filter(([key, { body }]) => {
				return !this.#stored.has(key) || body !== (this.#stored.get(key)?.body ?? null);
			})
			.map(([key, { body, version }]) => {
				const { kind, id } = keyParts(key);
				const type = this.#registry.typeOf(kind);
				const stored = this.#stored.get(key);
				const was = stored?.body ? fieldsIn(stored.body) : undefined;
				const fields = body === null ? undefined : fieldsIn(body);
				const noted = notedAs(stored, { was, fields, version });
				return { key, kind, id, body, version, ...noted, type, was, fields };
			});
		await inChunks(changed, (some) => this.#writeBodies(some, now));
		await this.#writeLookups(changed);
		for (const { key, body, version, recent } of changed) {
			this.#stored.set(key, { body, version, recent });
		}
		this.#changed.clear();
		this.written = changed;
	}

	#waiting(key: string): Body | undefined {
		const layered = this.#layer.get(key);
		return layered === undefined ? this.#changed.get(key)?.body : layered;
	}

	/** Candidates: what the database found, put right, and everything of the kind that waits. */
	#withWaiting(type: RecordType, rows: { id: string; body: Body }[]): Map<string, string> {
		const bodies = new Map<string, string>();
		for (const { id, body } of rows) if (body !== null) bodies.set(id, body);
		for (const key of [...this.#changed.keys(), ...this.#layer.keys()]) {
			const { kind, id } = keyParts(key);
			const body = this.#waiting(key);
			if (kind !== type.kind || body === undefined) continue;
			if (body === null) bodies.delete(id);
			else bodies.set(id, body);
		}
		return bodies;
	}

	async #writeBodies(some: readonly WrittenRow[], now: number) {
		const rows = some.map(({ kind, id, body, version, recent, type, fields }) => ({
			practice_id: this.#practiceId,
			kind,
			id,
			body,
			day: type && fields ? dayOfRow(type, fields) : null,
			version,
			changed_at: now,
			deleted_at: body === null ? now : null,
			recent
		}));
		await asking(
			onceBuilt(this.#trx, `${rows.length} bodies`, valuesOf(rows), () =>
				this.#trx
					.insertInto('record')
					.values(rows)
					.onConflict((conflict) =>
						conflict.columns(['practice_id', 'kind', 'id']).doUpdateSet((kept) => ({
							body: kept.ref('excluded.body'),
							day: kept.ref('excluded.day'),
							version: kept.ref('excluded.version'),
							changed_at: kept.ref('excluded.changed_at'),
							deleted_at: kept.ref('excluded.deleted_at'),
							recent: kept.ref('excluded.recent')
						}))
					)
			)
		);
	}

	async #writeLookups(changed: readonly WrittenRow[]): Promise<void> {
		const gone: { kind: string; id: string }[] = [];
		const fresh: LookupTable[] = [];
		const practice_id = this.#practiceId;
		for (const { kind, id, type, was, fields } of changed) {
			if (!type) continue;
			const before = lookupsOf(type, was);
			const after = lookupsOf(type, fields);
			const isGone = was !== undefined && !fields;
			if (!isGone && before.symmetricDifference(after).size === 0) continue;
			if (after.size > 0) {
				for (const pair of before.difference(after)) this.letGo.add(fieldAndValue(pair).value);
			}
			// Also where it had none: a field may have got a first value, and been looked up, since.
			if (was) gone.push({ kind, id });
			for (const pair of after) fresh.push({ practice_id, kind, id, ...fieldAndValue(pair) });
		}
		for (const [kind, some] of Map.groupBy(gone, (row) => row.kind)) {
			await inChunks(some, (rows) => this.#forgetLookups(kind, rows));
		}
		await inChunks(fresh, (rows) =>
			asking(
				onceBuilt(this.#trx, `${rows.length} lookups`, valuesOf(rows), () =>
					this.#trx.insertInto('lookup').values(rows)
				)
			)
		);
	}

	async #forgetLookups(kind: string, rows: { id: string }[]): Promise<void> {
		await asking(
			this.#trx
				.deleteFrom('lookup')
				.where('practice_id', '=', this.#practiceId)
				.where('kind', '=', kind)
				.where(
					'id',
					'in',
					rows.map(({ id }) => id)
				)
				.execute()
		);
	}
}
