/**
 * Everything a person can do to a monthly note: write it, bit by bit, and remove it.
 *
 * One note for each month and account: it is looked up first, and a second one is never made.
 */
import * as z from 'zod/mini';
import { firstDayOf, monthOf, monthSchema, spokenMonth } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, may, writers } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import {
	emptyNote,
	insightNoteRecord,
	maxLearned,
	maxTold,
	noteFields,
	numberSchema,
	type InsightNote
} from './record.ts';
import { noteOf } from './rules.ts';

const number = z.exactOptional(numberSchema);
const learned = z.exactOptional(
	z.string().check(z.maxLength(maxLearned, `Keep each thing under ${maxLearned} letters.`))
);
const told = z.exactOptional(
	z.string().check(z.maxLength(maxTold, `Keep this under ${maxTold} letters.`))
);

/** Only the fields that were given are changed. */
const changesSchema = z.strictObject({
	followers: number,
	reach: number,
	views: number,
	interactions: number,
	linkClicks: number,
	postsMade: number,
	answered: number,
	sameDay: number,
	learned1: learned,
	learned2: learned,
	learned3: learned,
	willChange: learned,
	cameOfIt: learned,
	praise: told,
	told,
	didAboutIt: told
});
export type NoteChanges = z.infer<typeof changesSchema>;

/**
 * Writes the note of a month and account. `id` is the note that the person saw, or a new one.
 *
 * Where someone else began the note unseen, it is only added to: what they wrote stays.
 */
export const writeInsight = defineMutation({
	name: 'insight.write',
	args: z.strictObject({
		id: z.uuid(),
		month: monthSchema,
		accountId: z.uuid(),
		changes: changesSchema
	}),
	allowed: writers,
	says: 'Wrote the monthly note',
	async run(transaction, { id, month, accountId, changes }, { actor, actedAt, today }) {
		if (month > monthOf(today)) {
			const name = spokenMonth(month);
			return refuse('not-yet', `${name} has not begun. Choose an earlier month.`, 'month');
		}
		if (Object.keys(changes).length === 0) {
			return refuse('nothing-written', 'Nothing is written yet. Fill in one box first.');
		}
		if (!(await transaction.get(accountRecord, accountId))) {
			return refuse('no-such-account', 'This account is no longer on the list.', 'accountId');
		}
		const monthOn = firstDayOf(month);
		const ofMonth = await transaction.between(insightNoteRecord, monthOn, monthOn);
		const standing = noteOf(ofMonth, month, accountId);
		if (!standing && (await transaction.get(insightNoteRecord, id))) {
			return refuse('id-in-use', 'This could not be kept. Please try again.');
		}
		const note = standing ?? {
			id,
			createdAt: actedAt,
			createdBy: actor.personId,
			...emptyNote(month, accountId)
		};
		const unseen = standing && standing.id !== id ? standing : undefined;
		const clash = unseen && unseenClash(unseen, changes);
		if (clash) return clash;
		const written = unseen ? filledIn(changes) : changes;
		await transaction.put(insightNoteRecord, { ...note, ...written });
		return undefined;
	}
});

export const removeInsight = defineMutation({
	name: 'insight.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Removed the monthly note',
	async run(transaction, { id }, { actor }) {
		const note = await transaction.get(insightNoteRecord, id);
		if (!note) return refuse('no-such-note', 'This note has been removed already.');
		if (note.createdBy !== actor.personId && !may(leaders, actor.role)) {
			return refuse('not-yours', 'Only who started this note, or a coordinator, can remove it.');
		}
		await transaction.remove(insightNoteRecord, id);
		return undefined;
	}
});

type Field = keyof NoteChanges;

/** Says no when the person typed into a box that someone else has filled in another way. */
function unseenClash(standing: InsightNote, changes: NoteChanges): Refusal | undefined {
	const field = fieldsOf(changes).find(
		(name) => !isBlank(standing[name]) && standing[name] !== changes[name]
	);
	if (field === undefined) return undefined;
	const name = insightNoteRecord.labels?.[field] ?? field;
	const month = spokenMonth(standing.month);
	return refuse(
		'written-too',
		`Someone else wrote the note for ${month} too. “${name}” is filled in. Look at theirs first.`,
		`changes.${field}`
	);
}

function filledIn(changes: NoteChanges): NoteChanges {
	return Object.fromEntries(fieldsOf(changes).map((name) => [name, changes[name]]));
}

/** The boxes that hold something. */
function fieldsOf(changes: NoteChanges): Field[] {
	return noteFields.filter((name) => name in changes && !isBlank(changes[name]));
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
