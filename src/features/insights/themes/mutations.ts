/**
 * What people told us, by theme: added, changed, passed on, removed.
 */
import * as z from 'zod/mini';
import { firstDayOf, monthOf, monthSchema, spokenMonth } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members, writers } from '#domain/roles.ts';
import { eachOptional } from '#features/practice/record.ts';
import { themeFields, themeRecord } from './record.ts';

const gone = () => refuse('no-such-theme', 'This theme is no longer on the list.');

/** Whoever reads comments hears what people say, also those who write no posts. */
export const addTheme = defineMutation({
	name: 'theme.add',
	args: z.strictObject({ id: z.uuid(), month: monthSchema, ...themeFields }),
	allowed: members,
	says: 'Added a theme',
	async run(transaction, fields, { actor, actedAt, today }) {
		const { id, month, theme } = fields;
		if (await transaction.get(themeRecord, id)) {
			return refuse('already-here', 'This theme is already on the list.');
		}
		if (month > monthOf(today)) {
			return refuse('not-yet', `${spokenMonth(month)} has not begun.`, 'month');
		}
		const ofMonth = await transaction.by(themeRecord, 'month', month);
		if (ofMonth.some((other) => plain(other.theme) === plain(theme))) {
			return refuse('same-theme', 'This theme is on the list. Change its number there.', 'theme');
		}
		const made = { createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(themeRecord, { ...fields, ...made, monthOn: firstDayOf(month) });
		return undefined;
	}
});

export const editTheme = defineMutation({
	name: 'theme.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(themeFields)) }),
	allowed: members,
	says: 'Changed a theme',
	async run(transaction, { id, changes }) {
		const theme = await transaction.get(themeRecord, id);
		if (!theme) return gone();
		await transaction.put(themeRecord, { ...theme, ...changes });
		return undefined;
	}
});

export const removeTheme = defineMutation({
	name: 'theme.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Removed a theme',
	async run(transaction, { id }) {
		if (!(await transaction.get(themeRecord, id))) return gone();
		await transaction.remove(themeRecord, id);
		return undefined;
	}
});

function plain(words: string): string {
	return words.trim().toLowerCase();
}

export const themeMutations = [addTheme, editTheme, removeTheme];
