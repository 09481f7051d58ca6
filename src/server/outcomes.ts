/**
 * How far an outbox has been answered, and each answer again for a device that missed it.
 */
import type { Kysely } from 'kysely';
import type { Outcome } from '#domain/protocol.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { HistoryRow } from './chain.ts';
import { readRefusal } from './history.ts';
import { onceBuilt, unseen } from './once-built.ts';
import type { Tables } from './tables.ts';

/** What became of a mutation. */
export interface Answered {
	/** Of its row in history. */
	readonly number: number;
	readonly outcome: string;
	readonly version: number;
	/** Undefined where it was not refused. */
	readonly refusal: Refusal | undefined;
}

export function answeredIn(row: Pick<HistoryRow, keyof Answered>): Answered {
	const { number, outcome, version } = row;
	const refusal = outcome === 'refused' ? readRefusal(row.refusal) : undefined;
	return { number, outcome, version, refusal };
}

/** A mutation of an outbox that is answered. */
export interface AnsweredMessage extends Answered {
	readonly seq: number;
	readonly uuid: string;
}

export function outcomeOf({ seq, uuid, outcome, version, refusal }: AnsweredMessage): Outcome {
	const result = outcome === 'refused' || outcome === 'overlap' ? outcome : 'applied';
	return { seq, uuid, version, result, ...(refusal && { refusal }) };
}

export interface OutboxPlace {
	readonly practiceId: string;
	readonly outboxId: string;
}

export async function readOutbox(trx: Kysely<Tables>, { practiceId, outboxId }: OutboxPlace) {
	const [outbox] = await onceBuilt(trx, 'an outbox', [practiceId, outboxId], () =>
		trx
			.selectFrom('outbox')
			.select(['person_id', 'last_seq'])
			.where('practice_id', '=', practiceId)
			.where('id', '=', outboxId)
	);
	return outbox;
}

/** Outcomes with numbers above `after`, up to and including `upTo`, in order. */
export async function outcomesBetween(
	trx: Kysely<Tables>,
	{ practiceId, outboxId, after, upTo }: OutboxPlace & { after: number; upTo: number }
): Promise<Outcome[]> {
	if (after >= upTo) return [];
	const rows = await onceBuilt(trx, 'outcomes', [practiceId, outboxId, after, upTo], () =>
		trx
			.selectFrom('answer')
			.innerJoin('history', (join) =>
				join
					.onRef('history.practice_id', '=', 'answer.practice_id')
					.onRef('history.number', '=', 'answer.number')
			)
			.select([
				'answer.seq',
				'history.uuid',
				'history.number',
				'history.outcome',
				'history.version',
				'history.refusal'
			])
			.where('answer.practice_id', '=', unseen(practiceId))
			.where('answer.outbox_id', '=', unseen(outboxId))
			.where('answer.seq', '>', after)
			.where('answer.seq', '<=', upTo)
			.orderBy('answer.seq')
	);
	return rows.map((row) => outcomeOf({ ...row, ...answeredIn(row) }));
}
