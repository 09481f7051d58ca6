/**
 * The numbers of an outbox: what has been answered, what is next, and whose they are.
 */
import type { Kysely } from 'kysely';
import type { MutationMessage, PushRequest, Trouble } from '#domain/protocol.ts';
import { answeredIn, readOutbox, type Answered } from './outcomes.ts';
import type { Who } from './engine.ts';
import { insertRows } from './insert-rows.ts';
import { onceBuilt } from './once-built.ts';
import type { Tables } from './tables.ts';
import { forkedOutbox, gapAt } from './troubles.ts';

export interface Checked {
	readonly lastSeq: number;
	/** Not answered yet in this outbox, in order and without gaps. */
	readonly fresh: readonly MutationMessage[];
	/** Those of this push that were refused when they came the first time. */
	readonly refused: readonly MutationMessage[];
	/** By uuid: mutations of this push that have run before, in whichever outbox. */
	readonly known: Map<string, Answered>;
}

export async function checkOutbox(
	trx: Kysely<Tables>,
	{ practiceId, personId }: Who,
	{ outboxId, mutations }: PushRequest
): Promise<Checked | Trouble> {
	const outbox = await readOutbox(trx, { practiceId, outboxId });
	if (outbox && outbox.person_id !== personId) return forkedOutbox;
	const lastSeq = outbox?.last_seq ?? 0;
	const answered = mutations.filter(({ seq }) => seq <= lastSeq);
	const uuids = await answeredUuids(trx, { practiceId, outboxId, answered });
	if (answered.some(({ seq, uuid }) => uuids.get(seq) !== uuid)) return forkedOutbox;
	const fresh = mutations.filter(({ seq }) => seq > lastSeq);
	const gap = fresh.findIndex(({ seq }, index) => seq !== lastSeq + 1 + index);
	if (gap !== -1) return gapAt(lastSeq + 1 + gap);
	const rows = await knownRows(trx, practiceId, mutations);
	if (rows.some(({ person_id }) => person_id !== personId)) return forkedOutbox;
	const known = new Map(rows.map((row) => [row.uuid, answeredIn(row)]));
	const refused = answered.filter(({ uuid }) => known.get(uuid)?.outcome === 'refused');
	return { lastSeq, fresh, refused, known };
}

async function answeredUuids(
	trx: Kysely<Tables>,
	sent: { practiceId: string; outboxId: string; answered: readonly MutationMessage[] }
): Promise<Map<number, string>> {
	const seqs = sent.answered.map(({ seq }) => seq);
	if (seqs.length === 0) return new Map();
	const rows = await trx
		.selectFrom('answer')
		.innerJoin('history', (join) =>
			join
				.onRef('history.practice_id', '=', 'answer.practice_id')
				.onRef('history.number', '=', 'answer.number')
		)
		.select(['answer.seq', 'history.uuid'])
		.where('answer.practice_id', '=', sent.practiceId)
		.where('answer.outbox_id', '=', sent.outboxId)
		.where('answer.seq', 'in', seqs)
		.execute();
	return new Map(rows.map(({ seq, uuid }) => [seq, uuid]));
}

async function knownRows(
	trx: Kysely<Tables>,
	practiceId: string,
	mutations: readonly MutationMessage[]
) {
	if (mutations.length === 0) return [];
	const uuids = mutations.map(({ uuid }) => uuid);
	return onceBuilt(trx, `known of ${uuids.length}`, [practiceId, ...uuids], () =>
		trx
			.selectFrom('history')
			.select(['uuid', 'number', 'outcome', 'version', 'refusal', 'person_id'])
			.where('practice_id', '=', practiceId)
			.where('uuid', 'in', uuids)
	);
}

interface Progress {
	readonly outboxId: string;
	readonly answers: readonly { seq: number; number: number }[];
	readonly lastSeq: number;
	readonly now: number;
}

export async function saveOutbox(
	trx: Kysely<Tables>,
	{ practiceId, personId, deviceId }: Who,
	{ outboxId, answers, lastSeq, now }: Progress
): Promise<void> {
	await insertRows(trx, {
		table: 'answer',
		shared: { practice_id: practiceId, outbox_id: outboxId },
		rows: answers.map(({ seq, number }) => ({ seq, number })),
		numbers: ['seq', 'number']
	});
	const progress = { device_id: deviceId, last_seq: lastSeq, seen_at: now };
	const row = { practice_id: practiceId, id: outboxId, person_id: personId, ...progress };
	const values = [...Object.values(row), ...Object.values(progress)];
	await onceBuilt(trx, 'progress of an outbox', values, () =>
		trx
			.insertInto('outbox')
			.values(row)
			.onConflict((conflict) => conflict.columns(['practice_id', 'id']).doUpdateSet(progress))
	);
}
