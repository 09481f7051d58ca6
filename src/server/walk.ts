/**
 * Records changed after a version, in the order of versions, as one reader gets them.
 *
 * A record that changes while a device is paging moves to the end and is met again there, so
 * the last page, read in one view with the practice's version, leaves nothing out.
 *
 * Of a record that the reader has, only what changed since is sent.
 */
import { sql, type Kysely } from 'kysely';
import type { Change } from '#domain/protocol.ts';
import type { Fields } from '#domain/transaction.ts';
import { onceBuilt, unseen } from './once-built.ts';
import { changedSince, type Noted } from './recent.ts';
import { fieldsIn } from './rows.ts';
import { readableKinds, rowOf, type Reader } from './scope.ts';
import type { Tables } from './tables.ts';

/** Everything up to this record of this version is known. */
export interface Mark {
	readonly version: number;
	readonly kind: string;
	readonly id: string;
}

export interface Stretch {
	readonly changes: Change[];
	/** Where to go on; undefined when nothing is left. */
	readonly next: Mark | undefined;
}

/** A record as it stands, and what is new of it. */
interface News {
	readonly kind: string;
	readonly id: string;
	readonly version: number;
	readonly body: string | null;
	/** Undefined for a tombstone. */
	readonly fields: Fields | undefined;
	/** The names of the fields that a reader may not know; undefined where it is all of them. */
	readonly changed: readonly string[] | undefined;
}

type Batches = AsyncIterable<readonly News[]> | Iterable<readonly News[]>;

interface Wanted extends Reader {
	readonly practiceId: string;
	readonly after: Mark;
	/** The version that a reader has who takes parts of records; without it they are sent whole. */
	readonly knows?: number | undefined;
	readonly mostBytes: number;
}

const rowsAtOnce = 250;
/** Kind, id, version and punctuation of one change. */
const bytesAround = 110;

/** Above every kind and id of a version, so that the next one is of a higher version. */
export function endOf(version: number): Mark {
	return { version, kind: '\u{10ffff}', id: '' };
}

/** As many changes as fit, but at least one. */
export function changesAfter(trx: Kysely<Tables>, wanted: Wanted): Promise<Stretch> {
	return fitting(wanted, batchesAfter(trx, wanted));
}

/** The same, where all that is new is at hand. */
export function changesIn(news: readonly News[], wanted: Wanted): Promise<Stretch> {
	const kinds = new Set(readableKinds(wanted));
	const rows = news.filter(({ kind }) => kinds.has(kind));
	return fitting(wanted, [rows.sort((one, other) => one.version - other.version)]);
}

async function fitting(wanted: Wanted, batches: Batches): Promise<Stretch> {
	const changes: Change[] = [];
	let bytes = 0;
	let mark = wanted.after;
	for await (const rows of batches) {
		for (const row of rows) {
			const { kind, id, version } = row;
			const sent = sentTo(wanted, row);
			const isFull = bytes + (sent?.bytes ?? 0) > wanted.mostBytes && changes.length > 0;
			if (isFull && sent) return { changes, next: mark };
			mark = { version, kind, id };
			if (!sent) continue;
			changes.push({ kind, id, version, ...sent.said });
			bytes += sent.bytes;
		}
	}
	return { changes, next: undefined };
}

/** Undefined for what this reader may not hold. */
function sentTo(
	wanted: Wanted,
	{ kind, body, fields, changed }: News
): { said: Pick<Change, 'row' | 'isPart'>; bytes: number } | undefined {
	if (body === null || !fields) return { said: { row: null }, bytes: bytesAround };
	const row = rowOf(wanted, kind, fields);
	if (!row) return undefined;
	if (wanted.knows === undefined || !changed) {
		return { said: { row }, bytes: bytesAround + Buffer.byteLength(body) };
	}
	const part = Object.fromEntries(Object.entries(row).filter(([name]) => changed.includes(name)));
	const bytes = bytesAround + Buffer.byteLength(JSON.stringify(part));
	return { said: { row: part, isPart: true }, bytes };
}

async function* batchesAfter(trx: Kysely<Tables>, wanted: Wanted): AsyncGenerator<News[]> {
	const { knows } = wanted;
	let after: Mark | undefined = wanted.after;
	while (after) {
		const rows: (Noted & Mark)[] = await rowsAfter(trx, wanted, after);
		yield rows.map((row) => ({
			...row,
			fields: row.body === null ? undefined : fieldsIn(row.body),
			changed: knows === undefined ? undefined : changedSince(row, knows)
		}));
		after = rows[rowsAtOnce - 1];
	}
}

function rowsAfter(trx: Kysely<Tables>, wanted: Wanted, { version, kind, id }: Mark) {
	const kinds = readableKinds(wanted);
	const values = [wanted.practiceId, version, kind, id, ...kinds];
	return onceBuilt(trx, `changes of ${kinds.length} kinds`, values, () =>
		trx
			.selectFrom('record')
			.select(['kind', 'id', 'version', 'body', 'recent'])
			.where('practice_id', '=', unseen(wanted.practiceId))
			.where((eb) => eb(eb.refTuple('version', 'kind', 'id'), '>', eb.tuple(version, kind, id)))
			.where('kind', 'in', kinds)
			.orderBy('version')
			.orderBy('kind')
			.orderBy('id')
			.limit(sql.lit(rowsAtOnce))
	);
}

export async function countAfter(
	trx: Kysely<Tables>,
	{ practiceId, after, ...reader }: Omit<Wanted, 'mostBytes'>
): Promise<number> {
	const counted = await trx
		.selectFrom('record')
		.select((eb) => eb.fn.countAll<number>().as('rows'))
		.where('practice_id', '=', practiceId)
		.where('version', '>', after.version)
		.where('kind', 'in', readableKinds(reader))
		.executeTakeFirst();
	return counted?.rows ?? 0;
}
