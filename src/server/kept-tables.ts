/**
 * The tables that a backup holds, column by column, and how a row becomes a line of text and back.
 *
 * The compiler sees to it that a new table or column is thought of here: what is not named is not
 * in any backup.
 */
import * as z from 'zod/mini';
import type { Tables } from './tables.ts';

/** Can be made again, lives for an hour, or tells of this one server. */
type LeftOut = 'lookup' | 'snapshot_page' | 'setup_link' | 'job' | 'server_job';
export type KeptTable = Exclude<keyof Tables, LeftOut>;
/** Of no use after a restore: every phone then takes everything anew. */
type LeftOutColumn = 'recent';

const text = z.string();
const number = z.int();
const bytes = z.pipe(
	z.strictObject({ base64: z.string() }),
	z.transform(({ base64 }) => Buffer.from(base64, 'base64'))
);
const maybeText = z.nullable(text);
const maybeNumber = z.nullable(number);

type Columns<Table extends KeptTable> = {
	readonly [Column in Exclude<keyof Tables[Table] & string, LeftOutColumn>]: z.ZodMiniType<
		Tables[Table][Column]
	>;
};

interface Kept<Table extends KeptTable> {
	readonly columns: Columns<Table>;
	/** Orders the rows, and finds where to go on. */
	readonly key: readonly (keyof Tables[Table] & string)[];
	/** Rows that are read and written together. */
	readonly atOnce: number;
}

/** In the order in which they can be put back: a practice comes before what belongs to it. */
export const keptTables: { readonly [Table in KeptTable]: Kept<Table> } = {
	practice: {
		columns: {
			...{ id: text, name: text, epoch: text, version: number, oldest_version: number },
			...{ history_number: number, history_head: text, created_at: number }
		},
		key: ['id'],
		atOnce: 200
	},
	record: {
		columns: {
			...{ practice_id: text, kind: text, id: text, body: maybeText, day: maybeText },
			...{ version: number, changed_at: number, deleted_at: maybeNumber }
		},
		key: ['practice_id', 'kind', 'id'],
		atOnce: 200
	},
	history: {
		columns: {
			...{ practice_id: text, number, version: number, uuid: text, outbox_id: maybeText },
			...{ seq: maybeNumber, person_id: text, device_id: maybeText, name: text },
			...{ effects: maybeText, outcome: text, refusal: maybeText, acted_at: number },
			...{ received_at: number, effects_hash: text, previous_hash: text, hash: text }
		},
		key: ['practice_id', 'number'],
		atOnce: 200
	},
	history_record: {
		columns: { practice_id: text, kind: text, id: text, number },
		key: ['practice_id', 'kind', 'id', 'number'],
		atOnce: 400
	},
	outbox: {
		columns: {
			...{ practice_id: text, id: text, person_id: text, device_id: text },
			...{ last_seq: number, seen_at: number }
		},
		key: ['practice_id', 'id'],
		atOnce: 400
	},
	answer: {
		columns: { practice_id: text, outbox_id: text, seq: number, number },
		key: ['practice_id', 'outbox_id', 'seq'],
		atOnce: 400
	},
	invite: {
		columns: {
			...{ practice_id: text, id: text, person_id: text, token_hash: text, code_hash: maybeText },
			...{ code_tries: number, code_expires_at: maybeNumber, expires_at: number },
			...{ used_at: maybeNumber, cancelled_at: maybeNumber, created_by: text, created_at: number }
		},
		key: ['practice_id', 'id'],
		atOnce: 400
	},
	device: {
		columns: {
			...{ practice_id: text, id: text, person_id: text, token_hash: text, name: text },
			...{ created_at: number, seen_at: number, removed_at: maybeNumber, expires_at: number }
		},
		key: ['practice_id', 'id'],
		atOnce: 400
	},
	feed: {
		columns: {
			...{ practice_id: text, person_id: text, device_id: text, secret_hash: text },
			...{ created_at: number, used_at: maybeNumber }
		},
		key: ['practice_id', 'person_id'],
		atOnce: 400
	},
	push_key: {
		columns: { practice_id: text, public_key: text, private_key: text, created_at: number },
		key: ['practice_id'],
		atOnce: 400
	},
	push_subscription: {
		columns: {
			...{ practice_id: text, device_id: text, person_id: text, endpoint: text },
			...{ p256dh: text, auth: text, created_at: number }
		},
		key: ['practice_id', 'device_id'],
		atOnce: 400
	},
	mail_address: {
		columns: {
			...{ practice_id: text, person_id: text, address: text, code_hash: maybeText },
			...{ code_tries: number, code_expires_at: maybeNumber, confirmed_at: maybeNumber }
		},
		key: ['practice_id', 'person_id'],
		atOnce: 400
	},
	reminder: {
		columns: {
			...{ practice_id: text, person_id: text, name: text, state: text },
			...{ tries: number, tried_at: number }
		},
		key: ['practice_id', 'person_id', 'name'],
		atOnce: 400
	},
	reminder_trouble: {
		columns: { practice_id: text, person_id: text, way: text, since: number, what: text },
		key: ['practice_id', 'person_id', 'way'],
		atOnce: 400
	},
	photo: {
		columns: {
			...{ practice_id: text, hash: text, mime: text, bytes, size: number, width: number },
			...{ height: number, created_at: number, created_by: text, unreferenced_since: maybeNumber }
		},
		key: ['practice_id', 'hash'],
		atOnce: 4
	}
};

/** As rows come from any table. */
export type AnyRow = Readonly<Record<string, unknown>>;

export function isKeptTable(name: string): name is KeptTable {
	return Object.hasOwn(keptTables, name);
}

export const keptNames = Object.keys(keptTables).filter(isKeptTable);

/** The columns in their own order, so that the same row is always the same text. */
export function lineOfRow(table: KeptTable, row: AnyRow): AnyRow {
	return Object.fromEntries(
		Object.keys(keptTables[table].columns).map((column) => {
			const value = row[column];
			return [column, Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value];
		})
	);
}

const rowSchemas = new Map<KeptTable, z.ZodMiniType<AnyRow>>(
	keptNames.map((table) => [table, z.strictObject({ ...keptTables[table].columns })])
);

/** Undefined for a line that is no row of this table. */
export function rowOfLine(table: KeptTable, line: unknown): AnyRow | undefined {
	const parsed = rowSchemas.get(table)?.safeParse(line);
	return parsed?.success ? parsed.data : undefined;
}
