/**
 * Two people changed the same field: both versions, kept until someone has looked.
 *
 * Only the server makes these, as it applies a change; they sync like any record.
 */
import * as z from 'zod/mini';
import { defineMutation } from './mutation.ts';
import { putBack, type Guard } from './put-back.ts';
import { defineRecord, recordFields, type RecordType, type RowOf } from './record.ts';
import { refuse } from './refusal.ts';
import { roles } from './roles.ts';

export const overlapRecord = defineRecord({
	kind: 'overlap',
	noun: 'change made by two people',
	path: '/sync',
	schema: z.object({
		...recordFields,
		/** The record that both changed: 'post/0190…'. */
		about: z.string(),
		recordKind: z.string(),
		recordId: z.string(),
		/** The record's title, as it was when the changes met. */
		title: z.string(),
		field: z.string(),
		/** JSON values. */
		stands: z.unknown(),
		other: z.unknown(),
		standsBy: z.nullable(z.string()),
		/** When each was written (ms since 1970, UTC); null where that is not known. */
		standsAt: z._default(z.nullable(z.int()), null),
		otherBy: z.nullable(z.string()),
		otherAt: z._default(z.nullable(z.int()), null),
		settledBy: z.nullable(z.string())
	}),
	indexes: ['about'],
	readers: roles,
	fields: { settledBy: 'decided' },
	title: (overlap) => overlap.title
});
export type Overlap = RowOf<typeof overlapRecord>;

interface Known {
	typeOf(kind: string): RecordType | undefined;
	guardOf(kind: string): Guard | undefined;
}

export const settleName = 'overlap.settle';

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
