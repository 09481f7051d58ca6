/**
 * The look-ups of records that a transaction has changed: those that are gone, and those that are
 * new.
 */
import type { Kysely } from 'kysely';
import type { RecordType } from '#domain/record.ts';
import type { Fields } from '#domain/transaction.ts';
import { inChunks } from './chunks.ts';
import { insertRows } from './insert-rows.ts';
import { lookupsOf, type Lookup } from './rows.ts';
import { asking } from './storage-fault.ts';
import type { LookupTable, Tables } from './tables.ts';

export interface ChangedRow {
	readonly kind: string;
	readonly id: string;
	/** Undefined for a kind that this server does not know. */
	readonly type: RecordType | undefined;
	/** As they were, and as they are; undefined for a tombstone, or none at all. */
	readonly was: Fields | undefined;
	readonly fields: Fields | undefined;
}

interface Changed {
	readonly practiceId: string;
	readonly changed: readonly ChangedRow[];
	/** Gets the values that records held and hold no longer. */
	readonly letGo: Set<string>;
}

export async function writeLookups(
	trx: Kysely<Tables>,
	{ practiceId, changed, letGo }: Changed
): Promise<void> {
	const gone: { kind: string; id: string }[] = [];
	const fresh: Omit<LookupTable, 'practice_id'>[] = [];
	for (const { kind, id, type, was, fields } of changed) {
		if (!type) continue;
		const before = lookupsOf(type, was);
		const after = lookupsOf(type, fields);
		const lost = without(before, after);
		const isGone = was !== undefined && !fields;
		if (!isGone && lost.length === 0 && before.length === after.length) continue;
		if (after.length > 0) for (const { value } of lost) letGo.add(value);
		// Also where it had none: a field may have got a first value, and been looked up, since.
		if (was) gone.push({ kind, id });
		for (const { field, value } of after) fresh.push({ kind, field, value, id });
	}
	for (const [kind, some] of Map.groupBy(gone, (row) => row.kind)) {
		await inChunks(some, (rows) =>
			forget(trx, { practiceId, kind, ids: rows.map(({ id }) => id) })
		);
	}
	const shared = { practice_id: practiceId };
	await asking(insertRows(trx, { table: 'lookup', shared, rows: fresh, numbers: [] }));
}

/** The first ones that are not among the others. */
function without(some: readonly Lookup[], others: readonly Lookup[]): Lookup[] {
	return some.filter(
		({ field, value }) => !others.some((other) => other.field === field && other.value === value)
	);
}

function forget(
	trx: Kysely<Tables>,
	{ practiceId, kind, ids }: { practiceId: string; kind: string; ids: readonly string[] }
): Promise<unknown> {
	return asking(
		trx
			.deleteFrom('lookup')
			.where('practice_id', '=', practiceId)
			.where('kind', '=', kind)
			.where('id', 'in', ids)
			.execute()
	);
}
