/**
 * The domain's Transaction over plain maps, for tests of mutations and rules.
 *
 * Rows go through the record type's schema on their way in, so that a test cannot keep nonsense.
 */
import { fieldOf, readRow, recordKey, type RecordType, type RowBase } from '#domain/record.ts';
import type { Past, Transaction } from '#domain/transaction.ts';

export interface MemoryTransaction extends Transaction {
	/** Everything that is kept, by 'kind/id'. */
	readonly rows: ReadonlyMap<string, RowBase>;
	/** Makes an earlier mutation known to undo. */
	remember(uuid: string, past: Past): void;
}

export function memoryTransaction(): MemoryTransaction {
	const rows = new Map<string, RowBase>();
	const known = new Map<string, Past>();
	const every = <Row extends RowBase>(type: RecordType<string, Row>): Row[] =>
		[...rows]
			.filter(([key]) => key.startsWith(`${type.kind}/`))
			.map(([, row]) => readRow(type, row.id, row));
	return {
		rows,
		remember: (uuid, past) => known.set(uuid, past),
		get(type, id) {
			const row = rows.get(recordKey(type.kind, id));
			return Promise.resolve(row && readRow(type, id, row));
		},
		put(type, row) {
			rows.set(recordKey(type.kind, row.id), structuredClone(readRow(type, row.id, row)));
			return Promise.resolve();
		},
		remove(type, id) {
			rows.delete(recordKey(type.kind, id));
			return Promise.resolve();
		},
		by(type, field, value) {
			const holds = (found: unknown) =>
				Array.isArray(found) ? found.includes(value) : found === value;
			if (!type.indexes.includes(field)) throw new Error(`${type.kind} has no index '${field}'.`);
			return Promise.resolve(every(type).filter((row) => holds(row[field])));
		},
		between(type, firstOn, lastOn) {
			const dayField = type.day;
			if (!dayField) throw new Error(`${type.kind} has no day.`);
			const isInside = (day: unknown) => typeof day === 'string' && day >= firstOn && day <= lastOn;
			return Promise.resolve(every(type).filter((row) => isInside(fieldOf(row, dayField))));
		},
		past: (uuid) => Promise.resolve(known.get(uuid))
	};
}
