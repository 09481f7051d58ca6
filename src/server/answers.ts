/**
 * How far an outbox has been answered, and what the answers were.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Outcome } from '#domain/protocol.ts';
import { readRefusal } from './history.ts';
import type { OutboxTable, Tables } from './tables.ts';

export function readOutbox(
	trx: Kysely<Tables>,
	{ practiceId, outboxId }: { practiceId: string; outboxId: string }
): Promise<Selectable<OutboxTable> | undefined> {
	return trx
		.selectFrom('outbox')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.where('id', '=', outboxId)
		.executeTakeFirst();
}

/** The outcomes of the numbers above `after`, up to `upTo`, in order. */
export async function outcomesBetween(
	trx: Kysely<Tables>,
	place: { practiceId: string; outboxId: string; after: number; upTo: number }
): Promise<Outcome[]> {
	const rows = await trx
		.selectFrom('answer')
		.innerJoin('history', (join) =>
			join
				.onRef('history.practice_id', '=', 'answer.practice_id')
				.onRef('history.number', '=', 'answer.number')
		)
		.select(['answer.seq', 'history.uuid', 'history.outcome', 'history.version', 'history.refusal'])
		.where('answer.practice_id', '=', place.practiceId)
		.where('answer.outbox_id', '=', place.outboxId)
		.where('answer.seq', '>', place.after)
		.where('answer.seq', '<=', place.upTo)
		.orderBy('answer.seq')
		.execute();
	return rows.map(({ seq, uuid, version, outcome, refusal }) => {
		if (outcome === 'refused') {
			return { seq, uuid, version, result: 'refused', refusal: readRefusal(refusal) };
		}
		return { seq, uuid, version, result: outcome === 'overlap' ? 'overlap' : 'applied' };
	});
}
