/**
 * The choice between two versions of one thing. What a kind's own rules protect is guarded: see
 * put-back.ts.
 */
import * as z from 'zod/mini';
import { defineMutation } from './mutation.ts';
import { overlapRecord } from './overlap.ts';
import { putBack, type Guard } from './put-back.ts';
import type { RecordType } from './record.ts';
import { refuse } from './refusal.ts';
import { settleName } from './standard-names.ts';

interface Known {
	typeOf(kind: string): RecordType | undefined;
	guardOf(kind: string): Guard | undefined;
}

/** Keeps what stands, or puts the other version back. Only for the two people and the leaders. */
export function settleOverlapMutation(known: Known) {
	return defineMutation({
		name: settleName,
		args: z.strictObject({ id: z.uuid(), keep: z.enum(['stands', 'other']) }),
		allowed: 'everyone',
		says: 'Chose between two versions',
		async run(transaction, { id, keep }, { actor }) {
			const overlap = await transaction.get(overlapRecord, id);
			if (!overlap) return refuse('no-such-overlap', 'This choice has already been made.');
			const isLeader = actor.role === 'practice-manager' || actor.role === 'coordinator';
			const isConcerned = [overlap.standsBy, overlap.otherBy].includes(actor.personId);
			if (!isLeader && !isConcerned) {
				return refuse('not-yours', 'Only the two people who wrote these can choose.');
			}
			if (overlap.settledBy !== null) {
				return refuse('already-settled', 'Someone has already chosen between these two.');
			}
			if (keep === 'other') {
				const type = known.typeOf(overlap.recordKind);
				const row = type && (await transaction.get(type, overlap.recordId));
				if (!type || !row)
					return refuse('no-such-record', 'What this was about is no longer here.');
				const parsed = type.schema.safeParse({ ...row, [overlap.field]: overlap.other });
				if (!parsed.success) return refuse('no-longer-fits', 'This version can no longer be used.');
				const place = { type, guard: known.guardOf(type.kind), id: row.id };
				const refusal = await putBack(transaction, place, parsed.data, actor);
				if (refusal) return refusal;
			}
			await transaction.put(overlapRecord, { ...overlap, settledBy: actor.personId });
			return undefined;
		}
	});
}
