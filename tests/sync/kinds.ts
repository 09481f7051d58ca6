/**
 * The made-up records of the simulation: one field for each way in which changes can meet.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { defineRecord, recordFields, withDigest, type RowOf } from '#domain/record.ts';
import { defineRegistry } from '#domain/registry.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders, roles, writers } from '#domain/roles.ts';

export const memberRecord = defineRecord({
	kind: 'member',
	noun: 'member',
	schema: z.object({
		...recordFields,
		name: z.string(),
		role: z.enum(roles),
		leftOn: z.nullable(daySchema)
	}),
	indexes: ['role'],
	readers: roles,
	fields: { role: 'decided', leftOn: 'decided' },
	title: (member) => member.name
});

/** Apart, so that a newer version can add one. */
export const noteFields = {
	...recordFields,
	title: z.string(),
	text: z.string(),
	state: z.enum(['open', 'closed']),
	isHidden: z.boolean(),
	log: z.array(z.string()),
	secret: z.nullable(z.string()),
	onDay: z.nullable(daySchema)
};

export const plainNote = defineRecord({
	kind: 'note',
	noun: 'note',
	path: '/notes/:id',
	schema: z.object(noteFields),
	indexes: ['state'],
	day: 'onDay',
	readers: roles,
	confidential: { fields: ['secret'], readers: leaders },
	fields: { text: 'text', state: 'decided', log: 'adds-up', isHidden: { safer: [true, false] } },
	title: (note) => note.title,
	words: (note) => note.text
});
export const noteRecord = withDigest(plainNote, 'onDay', {
	shape: 1,
	of: ({ title, log }) => `${title}, ${log.length} lines`
});
export type Note = RowOf<typeof noteRecord>;

/** Held by leaders only: nobody else may ever have one. */
const paperRecord = defineRecord({
	kind: 'paper',
	noun: 'paper',
	schema: z.object({ ...recordFields, words: z.string() }),
	indexes: [],
	readers: leaders,
	title: (paper) => paper.words
});

/** Names the bytes of a photo, which travel apart. */
export const pictureRecord = defineRecord({
	kind: 'picture',
	noun: 'picture',
	schema: z.object({ ...recordFields, hash: z.string() }),
	indexes: ['hash'],
	readers: roles,
	title: () => 'Picture'
});

const id = z.uuid();
const gone = refuse('gone', 'It is gone.');

/** What can be done to a note, written once for every version of it. */
function noteMutations(noteType: typeof noteRecord) {
	const addNote = defineMutation({
		name: 'note.add',
		args: z.strictObject({ id, title: z.string(), onDay: z.nullable(daySchema) }),
		allowed: 'everyone',
		says: 'Added a note',
		async run(transaction, { id: noteId, title, onDay }, { actor, actedAt }) {
			if (await transaction.get(noteType, noteId)) return refuse('there', 'It is there already.');
			await transaction.put(noteType, {
				id: noteId,
				createdAt: actedAt,
				createdBy: actor.personId,
				title,
				text: 'one two three four five six',
				state: 'open',
				isHidden: false,
				log: [],
				secret: null,
				onDay
			});
			return undefined;
		}
	});

	const editNote = defineMutation({
		name: 'note.edit',
		args: z.strictObject({
			id,
			title: z.optional(z.string()),
			text: z.optional(z.string()),
			isHidden: z.optional(z.boolean()),
			onDay: z.optional(z.nullable(daySchema))
		}),
		allowed: 'everyone',
		says: 'Changed a note',
		async run(transaction, { id: noteId, ...changes }) {
			const note = await transaction.get(noteType, noteId);
			if (!note) return gone;
			if (note.state === 'closed') return refuse('closed', 'It is closed.');
			const given = Object.fromEntries(
				Object.entries(changes).filter(([, value]) => value !== undefined)
			);
			await transaction.put(noteType, { ...note, ...given });
			return undefined;
		}
	});

	const logNote = defineMutation({
		name: 'note.log',
		args: z.strictObject({ id, line: z.string() }),
		allowed: 'everyone',
		says: 'Wrote a line',
		async run(transaction, { id: noteId, line }) {
			const note = await transaction.get(noteType, noteId);
			if (!note) return gone;
			await transaction.put(noteType, { ...note, log: [...note.log, line] });
			return undefined;
		}
	});

	const closeNote = defineMutation({
		name: 'note.close',
		args: z.strictObject({ id }),
		allowed: leaders,
		says: 'Closed a note',
		final: true,
		async run(transaction, { id: noteId }) {
			const note = await transaction.get(noteType, noteId);
			if (!note) return gone;
			if (note.state === 'closed') return refuse('closed', 'It is closed already.');
			await transaction.put(noteType, { ...note, state: 'closed', secret: `closed ${note.title}` });
			return undefined;
		}
	});

	const removeNote = defineMutation({
		name: 'note.remove',
		args: z.strictObject({ id }),
		allowed: 'everyone',
		says: 'Removed a note',
		async run(transaction, { id: noteId }) {
			if (!(await transaction.get(noteType, noteId))) return gone;
			await transaction.remove(noteType, noteId);
			return undefined;
		}
	});

	/** A defect on purpose: it must never block what comes after it. */
	const breakNote = defineMutation({
		name: 'note.break',
		args: z.strictObject({ id, onServer: z.string() }),
		allowed: 'everyone',
		says: 'Broke a note',
		async run(transaction, { id: noteId, onServer }, { actor }) {
			const note = await transaction.get(noteType, noteId);
			if (!note) return gone;
			if (note.createdBy !== actor.personId && onServer === note.title)
				throw new Error('A defect.');
			await transaction.put(noteType, { ...note, title: `${note.title}!` });
			return undefined;
		}
	});
	return { addNote, editNote, logNote, closeNote, removeNote, breakNote };
}

export const { addNote, editNote, logNote, closeNote, removeNote, breakNote } =
	noteMutations(noteRecord);

export const addPaper = defineMutation({
	name: 'paper.add',
	args: z.strictObject({ id, words: z.string() }),
	allowed: leaders,
	says: 'Added a paper',
	async run(transaction, { id: paperId, words }, { actor, actedAt }) {
		const made = { id: paperId, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(paperRecord, { ...made, words });
		return undefined;
	}
});

export const addPicture = defineMutation({
	name: 'picture.add',
	args: z.strictObject({ id, hash: z.string() }),
	allowed: writers,
	says: 'Added a picture',
	async run(transaction, { id: pictureId, hash }, { actor, actedAt }) {
		const made = { id: pictureId, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(pictureRecord, { ...made, hash });
		return undefined;
	}
});

export const removePicture = defineMutation({
	name: 'picture.remove',
	args: z.strictObject({ id }),
	allowed: writers,
	says: 'Removed a picture',
	final: true,
	async run(transaction, { id: pictureId }) {
		if (!(await transaction.get(pictureRecord, pictureId))) return gone;
		await transaction.remove(pictureRecord, pictureId);
		return undefined;
	}
});

const setMember = defineMutation({
	name: 'member.set',
	args: z.strictObject({
		id,
		name: z.string(),
		role: z.enum(roles),
		leftOn: z.nullable(daySchema)
	}),
	allowed: ['practice-manager'],
	says: 'Changed a member',
	async run(transaction, args, { actedAt, actor }) {
		const member = await transaction.get(memberRecord, args.id);
		const made = member ?? { createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(memberRecord, { ...made, ...args });
		return undefined;
	}
});

export function kindsOf(noteType: typeof noteRecord) {
	return [memberRecord, noteType, paperRecord, pictureRecord];
}

export function mutationsOf(noteType: typeof noteRecord) {
	const ofNotes = Object.values(noteMutations(noteType));
	return [...ofNotes, addPaper, addPicture, removePicture, setMember];
}

export const registry = defineRegistry({
	members: memberRecord,
	records: kindsOf(noteRecord),
	mutations: mutationsOf(noteRecord)
});
