/**
 * A private note about a post, from one member of the group to the others. It never goes out.
 */
import * as z from 'zod/mini';
import { defineRecord, recordFields } from '#domain/record.ts';
import { members } from '#domain/roles.ts';

export const noteTextSchema = z
	.string()
	.check(
		z.trim(),
		z.minLength(1, 'Write the note first.'),
		z.maxLength(1000, 'Use 1,000 letters or fewer.')
	);

export const postNoteRecord = defineRecord({
	kind: 'post-note',
	noun: 'note about a post',
	schema: z.object({ ...recordFields, postId: z.uuid(), text: noteTextSchema }),
	indexes: ['postId'],
	readers: members,
	fields: { text: 'decided' },
	title: (note) => note.text.slice(0, 80),
	labels: { text: 'Note' }
});
