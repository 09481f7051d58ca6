/**
 * What people type or follow, read: a number from a box, a month and account from a link.
 */
import { monthSchema } from '#domain/calendar.ts';

/** What was typed as a number: null for an empty box, undefined for what is no whole number. */
export function readNumber(typed: string): number | null | undefined {
	const digits = typed
		.trim()
		.replace(/^(\d{1,3})((?:[, ]\d{3})+)$/, (grouped) => grouped.replace(/[, ]/g, ''));
	if (digits === '') return null;
	return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

/** What a link to a new note carries after its '#': the month and the account. */
export function noteHash(month: string, accountId: string): string {
	return `#${month}/${accountId}`;
}

export function readNoteHash(hash: string): { month: string; accountId: string } | undefined {
	const [, month, accountId] = /^#(\d{4}-\d{2})\/([\da-f-]{36})$/.exec(hash) ?? [];
	return month && accountId && monthSchema.safeParse(month).success
		? { month, accountId }
		: undefined;
}
