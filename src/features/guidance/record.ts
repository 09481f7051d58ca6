/**
 * The group's own hand in the do's and don'ts: reworded, hidden or added lines.
 *
 * A built-in line is never lost: this says only what differs from it.
 */
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import * as z from 'zod/mini';

export const lineTextSchema = z
	.string()
	.check(
		z.trim(),
		z.minLength(1, 'Write the line.'),
		z.maxLength(200, 'Use 200 letters or fewer for one line.')
	);
export const screenSchema = z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/, 'Choose a screen.'));
export const lineIdSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,79}$/, 'Choose a line.'));

export const guidanceLineRecord = defineRecord({
	kind: 'guidance-line',
	noun: 'do or don’t',
	path: '/guidance',
	schema: z.object({
		...recordFields,
		/** The built-in line that this is about; null for a line that the group added. */
		lineId: z.nullable(lineIdSchema),
		screen: screenSchema,
		doOrDont: z.enum(['do', 'dont']),
		/** The group's words; null while the built-in words stand. */
		text: z.nullable(lineTextSchema),
		isHidden: z.boolean()
	}),
	indexes: ['lineId', 'screen'],
	readers: roles,
	title: (line) => line.text ?? 'A line that was hidden',
	labels: { text: 'Words', isHidden: 'Hidden' }
});
export type OwnLine = RowOf<typeof guidanceLineRecord>;
