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
import { onceBuilt, unseen } from './once-built.ts';
import { changedSince, type Noted } from './recent.ts';
import { readableKinds, rowFor, type Reader } from './scope.ts';
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
export async function changesAfter(trx: Kysely<Tables>, wanted: Wanted): Promise<Stretch> {
	const changes: Change[] = [];
	let bytes = 0;
	let mark = wanted.after;
	for (;;) {
		const rows = await rowsAfter(trx, wanted, mark);
		for (const { kind, id, ...noted } of rows) {
			const { version } = noted;
			const sent = sentTo(wanted, kind, noted);
			const isFull = bytes + (sent?.bytes ?? 0) > wanted.mostBytes && changes.length > 0;
			if (isFull && sent) return { changes, next: mark };
			mark = { version, kind, id };
			if (!sent) continue;
			changes.push({ kind, id, version, ...sent.said });
			bytes += sent.bytes;
		}
		if (rows.length < rowsAtOnce) return { changes, next: undefined };
	}
}

/** Undefined for what this reader may not hold. */
function sentTo(
	wanted: Wanted,
	kind: string,
	noted: Noted
): { said: Pick<Change, 'row' | 'isPart'>; bytes: number } | undefined {
	const { body } = noted;
	if (body === null) return { said: { row: null }, bytes: bytesAround };
	const row = rowFor(wanted, kind, body);
	if (!row) return undefined;
	const names = wanted.knows === undefined ? undefined : changedSince(noted, wanted.knows);
	if (!names) return { said: { row }, bytes: bytesAround + Buffer.byteLength(body) };
	const part = Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));
	const bytes = bytesAround + Buffer.byteLength(JSON.stringify(part));
	return { said: { row: part, isPart: true }, bytes };
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
