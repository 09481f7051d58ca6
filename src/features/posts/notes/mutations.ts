/**
 * Notes to each other about a post: added, and taken away by whoever wrote them.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members } from '#domain/roles.ts';
import { postRecord } from '../record.ts';
import { gone } from '../rules.ts';
import { noteTextSchema, postNoteRecord } from './record.ts';

export const addPostNote = defineMutation({
	name: 'post-note.add',
	args: z.strictObject({ id: z.uuid(), postId: z.uuid(), text: noteTextSchema }),
	allowed: members,
	says: 'Added a note about a post',
	async run(transaction, { id, postId, text }, { actor, actedAt }) {
		if (!(await transaction.get(postRecord, postId))) return gone;
		if (await transaction.get(postNoteRecord, id)) {
			return refuse('already-there', 'This note has already been added.');
		}
		const made = { createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(postNoteRecord, { id, ...made, postId, text });
		return undefined;
	}
});

export const removePostNote = defineMutation({
	name: 'post-note.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Removed a note about a post',
	async run(transaction, { id }, { actor }) {
		const note = await transaction.get(postNoteRecord, id);
		if (!note) return refuse('no-such-note', 'This note is no longer here.');
		if (note.createdBy !== actor.personId) {
			return refuse('not-yours', 'Only the person who wrote a note can remove it.');
		}
		await transaction.remove(postNoteRecord, id);
		return undefined;
	}
});

export const postNoteMutations = [addPostNote, removePostNote];
