/**
 * The records of one practice during one database transaction: read once, written once.
 *
 * Changes wait in memory. Those of one mutation are in a layer of their own that is kept or
 * dropped as a whole (its savepoint); everything kept is written together by `flush`.
 */
import type { Kysely } from 'kysely';
import { keyParts, recordKey, type RecordType } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { inChunks } from './chunks.ts';
import { insertRows } from './insert-rows.ts';
import { onceBuilt, unseen } from './once-built.ts';
import { notedAs, type Noted } from './recent.ts';
import { dayOfRow, fieldsIn, isKeepable, lookupValue, type Kept } from './rows.ts';
import { asking } from './storage-fault.ts';
import type { Tables } from './tables.ts';
import { writeLookups, type ChangedRow } from './written-lookups.ts';

/** JSON, or null for 'no record'. */
type Body = string | null;

/** A record as a mutation leaves it; nothing is kept of one that is removed. */
interface Change {
	readonly kind: string;
	readonly id: string;
	readonly kept: Kept | null;
}

/** As it will be in the database. */
interface WrittenRow extends ChangedRow {
	readonly key: string;
	readonly body: Body;
	readonly version: number;
	readonly recent: string | null;
	/** The names of the fields that changed; undefined where the whole record is news. */
	readonly changed: readonly string[] | undefined;
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
	readonly #changed = new Map<string, Change & { readonly version: number }>();
	readonly #layer = new Map<string, Change>();

	constructor(trx: Kysely<Tables>, practiceId: string, registry: Registry) {
		this.#trx = trx;
		this.#practiceId = practiceId;
		this.#registry = registry;
	}

	/** Reads many at once, so that mutations find them without asking one by one. */
	async load(keys: Iterable<string>): Promise<void> {
		const wanted = [...new Set(keys)]
			.map((key) => ({ key, ...keyParts(key) }))
			.filter(({ key, kind }) => isKeepable(key) && this.#registry.typeOf(kind));
		await inChunks(wanted, async (some) => {
			const kinds = [...new Set(some.map(({ kind }) => kind))];
			const ids = [...new Set(some.map(({ id }) => id))];
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
			for (const { key } of some) this.#stored.set(key, undefined);
			for (const { kind, id, ...noted } of rows) this.#stored.set(recordKey(kind, id), noted);
		});
	}

	async body(kind: string, id: string): Promise<Body> {
		const key = recordKey(kind, id);
		if (!this.#waiting(key) && !this.#stored.has(key)) await this.load([key]);
		return this.#bodyAt(key);
	}

	/** @throws when it has not been read. A defect. */
	loaded(kind: string, id: string): Body {
		const key = recordKey(kind, id);
		if (this.#waiting(key) || this.#stored.has(key)) return this.#bodyAt(key);
		throw new Error('A record was asked for before it was read.');
	}

	#bodyAt(key: string): Body {
		const waiting = this.#waiting(key);
		return waiting ? (waiting.kept?.body ?? null) : (this.#stored.get(key)?.body ?? null);
	}

	change(kind: string, id: string, kept: Kept | null): void {
		this.#layer.set(recordKey(kind, id), { kind, id, kept });
	}

	/** The changes since the last `keep` or `drop` stand, with this version. */
	keep(version: number): void {
		for (const [key, change] of this.#layer) this.#changed.set(key, { ...change, version });
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
		const changed: WrittenRow[] = [];
		for (const [key, { kind, id, kept, version }] of this.#changed) {
			const body = kept?.body ?? null;
			const stored = this.#stored.get(key);
			// Of a kind that is not known here nothing was read.
			if (this.#stored.has(key) && body === (stored?.body ?? null)) continue;
			const type = this.#registry.typeOf(kind);
			const was = stored?.body ? fieldsIn(stored.body) : undefined;
			const fields = kept?.fields;
			const { recent, changed: names } = notedAs(stored, { was, fields, version });
			changed.push({ key, kind, id, body, version, recent, changed: names, type, was, fields });
		}
		await this.#writeBodies(changed, now);
		await writeLookups(this.#trx, { practiceId: this.#practiceId, changed, letGo: this.letGo });
		for (const { key, body, version, recent } of changed) {
			this.#stored.set(key, { body, version, recent });
		}
		this.#changed.clear();
		this.written = changed;
	}

	#waiting(key: string): Change | undefined {
		return this.#layer.get(key) ?? this.#changed.get(key);
	}

	/** Candidates: what the database found, put right, and everything of the kind that waits. */
	#withWaiting(type: RecordType, rows: { id: string; body: Body }[]): Map<string, string> {
		const bodies = new Map<string, string>();
		for (const { id, body } of rows) if (body !== null) bodies.set(id, body);
		for (const { kind, id, kept } of [...this.#changed.values(), ...this.#layer.values()]) {
			if (kind !== type.kind) continue;
			if (kept) bodies.set(id, kept.body);
			else bodies.delete(id);
		}
		return bodies;
	}

	#writeBodies(changed: readonly WrittenRow[], now: number): Promise<void> {
		const shared = { practice_id: this.#practiceId, changed_at: now };
		const rows = changed.map(({ kind, id, body, version, recent, type, fields }) => ({
			kind,
			id,
			body,
			day: type && fields ? dayOfRow(type, fields) : null,
			version,
			deleted_at: body === null ? now : null,
			recent
		}));
		return asking(
			insertRows(this.#trx, {
				...{ table: 'record', shared, rows },
				numbers: ['version', 'deleted_at'],
				replacing: ['practice_id', 'kind', 'id']
			})
		);
	}
}
