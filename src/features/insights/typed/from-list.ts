/**
 * What the list of comments knows of a month: how many were answered, how many of them in time.
 *
 * In time is by the group's own clock for the same day, which runs in the hours when someone is
 * there. Source: S0-20.
 */
import { monthOf } from '#domain/calendar.ts';
import type { Comment } from '#features/comments/record.ts';
import { dueAt, type Staffed } from '#features/comments/rules.ts';

export interface Listed {
	readonly answered: number;
	readonly sameDay: number;
}

/** Of an account and a month; undefined where nothing on the list was answered. */
export function listedOf(
	comments: readonly Comment[],
	{ accountId, month }: { accountId: string; month: string },
	staffed: Staffed
): Listed | undefined {
	const answered = comments.filter(
		(comment) =>
			comment.accountId === accountId &&
			monthOf(comment.cameOn) === month &&
			comment.firstAnswerAt !== null
	);
	if (answered.length === 0) return undefined;
	// A promise does not make the clock of the first answer run longer.
	const prompt = answered.filter(
		(comment) => (comment.firstAnswerAt ?? 0) <= dueAt({ ...comment, promisedOn: null }, staffed)
	);
	return { answered: answered.length, sameDay: prompt.length };
}
