/**
 * The same practice after an update: notes have one more field, and there is a new kind of record.
 * An older app is still about, and must neither lose nor spoil what it does not know.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { defineRecord, recordFields, withDigest, type RecordType } from '#domain/record.ts';
import { defineRegistry, type Registry } from '#domain/registry.ts';
import { refuse } from '#domain/refusal.ts';
import { roles } from '#domain/roles.ts';
import {
	kindsOf,
	memberRecord,
	mutationsOf,
	noteFields,
	plainNote,
	registry,
	type noteRecord
} from './kinds.ts';

const newerNoteSchema = z.object({ ...noteFields, label: z._default(z.string(), '') });
const plainNewerNote: RecordType<'note', z.infer<typeof newerNoteSchema>> = {
	...plainNote,
	schema: newerNoteSchema
};
const newerNoteRecord = withDigest(plainNewerNote, 'onDay', {
	shape: 2,
	of: ({ title, label }) => `${title}, ${label}`
});

const stickerRecord = defineRecord({
	kind: 'sticker',
	noun: 'sticker',
	schema: z.object({ ...recordFields, words: z.string() }),
	indexes: [],
	readers: roles,
	title: (sticker) => sticker.words
});

export const labelNote = defineMutation({
	name: 'note.label',
	args: z.strictObject({ id: z.uuid(), label: z.string() }),
	allowed: 'everyone',
	says: 'Labelled a note',
	async run(transaction, { id, label }) {
		const note = await transaction.get(newerNoteRecord, id);
		if (!note) return refuse('gone', 'It is gone.');
		await transaction.put(newerNoteRecord, { ...note, label });
		return undefined;
	}
});

export const addSticker = defineMutation({
	name: 'sticker.add',
	args: z.strictObject({ id: z.uuid(), words: z.string() }),
	allowed: 'everyone',
	says: 'Added a sticker',
	async run(transaction, { id, words }, { actor, actedAt }) {
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(stickerRecord, { ...made, words });
		return undefined;
	}
});

// The mutations written for the older type keep every field that a row has.
const asOlder = newerNoteRecord as unknown as typeof noteRecord;

const newerRegistry = defineRegistry({
	members: memberRecord,
	records: [...kindsOf(asOlder), stickerRecord],
	mutations: [...mutationsOf(asOlder), labelNote, addSticker]
});

/** By version of app or server. Each speaks a protocol number of its own. */
export const registries: readonly Registry[] = [registry, newerRegistry, newerRegistry];
export const newest = registries.length - 1;

export function registryAt(version: number): Registry {
	return registries[version] ?? newerRegistry;
}
