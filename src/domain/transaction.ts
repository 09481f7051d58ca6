/**
 * What a mutation may do to the records: the same few calls over Dexie, SQL and memory.
 *
 * Nothing else may be awaited inside a mutation.
 */
import type { RecordType, RowBase } from './record.ts';

export interface Transaction {
	get<Row extends RowBase>(type: RecordType<string, Row>, id: string): Promise<Row | undefined>;
	put<Row extends RowBase>(type: RecordType<string, Row>, row: Row): Promise<void>;
	remove(type: RecordType, id: string): Promise<void>;
	/** Records whose indexed field is, or holds, the value. In no order that may be relied on. */
	by<Row extends RowBase>(
		type: RecordType<string, Row>,
		field: keyof Row & string,
		value: string
	): Promise<Row[]>;
	/** Records whose day lies from the first day to the last, both included. */
	between<Row extends RowBase>(
		type: RecordType<string, Row>,
		firstOn: string,
		lastOn: string
	): Promise<Row[]>;
	/** What an earlier mutation did, by its uuid; undefined when that is not known here. */
	past(uuid: string): Promise<Past | undefined>;
}

/** The fields of a row, by name. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(row: RowBase): Fields {
	// A row is a plain object; only its type does not say so.
	return row as unknown as Fields;
}

/** What one mutation did to one record. Null stands for 'no record'. */
export interface Effect {
	readonly kind: string;
	readonly id: string;
	readonly before: Fields | null;
	readonly after: Fields | null;
	/** What the change asked for, in fields where merging made something else of it. */
	readonly sent?: Fields;
}

/** A mutation that has run, as undo needs it. */
export interface Past {
	readonly name: string;
	readonly personId: string;
	readonly effects: readonly Effect[];
	/** True when nothing has changed the record since. */
	isLatest(kind: string, id: string): Promise<boolean>;
}
