/**
 * The chain that makes tampering with history show: each row carries the hash of the one before.
 *
 * What a person wrote (effects, refusal) is hashed apart, so that it can be erased by law while
 * the chain still holds.
 */
import type { Kysely, Selectable } from 'kysely';
import { sha256 } from './rows.ts';
import type { HistoryTable, Tables } from './tables.ts';

export type HistoryRow = Selectable<HistoryTable>;
export type Unchained = Omit<HistoryRow, 'effects_hash' | 'previous_hash' | 'hash'>;

const rowsAtOnce = 500;

export function chained(row: Unchained, previousHash: string): HistoryRow {
	const effectsHash = hashOfWords(row.effects, row.refusal);
	const linked = { ...row, effects_hash: effectsHash, previous_hash: previousHash, hash: '' };
	linked.hash = hashOfRow(linked);
	return linked;
}

export type ChainReport =
	| { readonly isWhole: true; readonly rows: number; readonly head: string }
	/** The first row that does not fit, and how. */
	| { readonly isWhole: false; readonly number: number; readonly problem: string };

/** Reads the whole history of a practice and recomputes every hash. */
export async function verifyHistory(trx: Kysely<Tables>, practiceId: string): Promise<ChainReport> {
	let head = '';
	let number = 0;
	for (;;) {
		const rows = await trx
			.selectFrom('history')
			.selectAll()
			.where('practice_id', '=', practiceId)
			.where('number', '>', number)
			.orderBy('number')
			.limit(rowsAtOnce)
			.execute();
		for (const row of rows) {
			const problem = problemOf(row, { number: number + 1, head });
			if (problem !== undefined) return { isWhole: false, number: number + 1, problem };
			number = row.number;
			head = row.hash;
		}
		if (rows.length < rowsAtOnce) break;
	}
	const practice = await trx
		.selectFrom('practice')
		.select(['history_number', 'history_head'])
		.where('id', '=', practiceId)
		.executeTakeFirst();
	if (practice?.history_number !== number || practice.history_head !== head) {
		return { isWhole: false, number: number + 1, problem: 'the end is missing' };
	}
	return { isWhole: true, rows: number, head };
}

function problemOf(
	row: HistoryRow,
	expected: { number: number; head: string }
): string | undefined {
	if (row.number !== expected.number) return 'a row is missing';
	if (row.previous_hash !== expected.head) return 'it does not follow the row before';
	if (row.hash !== hashOfRow(row)) return 'its details were changed';
	const isErased = row.effects === null;
	if (!isErased && row.effects_hash !== hashOfWords(row.effects, row.refusal)) {
		return 'what it did was changed';
	}
	return undefined;
}

function hashOfWords(effects: string | null, refusal: string | null): string {
	return sha256(JSON.stringify([effects, refusal]));
}

function hashOfRow(row: Omit<HistoryRow, 'hash'>): string {
	return sha256(
		JSON.stringify([
			row.practice_id,
			row.number,
			row.version,
			row.uuid,
			row.outbox_id,
			row.seq,
			row.person_id,
			row.device_id,
			row.name,
			row.outcome,
			row.acted_at,
			row.received_at,
			row.effects_hash,
			row.previous_hash
		])
	);
}
