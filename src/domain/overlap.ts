/**
 * Two people changed the same field: both versions, kept until someone has looked.
 *
 * Only the server makes these, as it applies a change; they sync like any record.
 */
import * as z from 'zod/mini';
import { defineRecord, recordFields, type RowOf } from './record.ts';
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
