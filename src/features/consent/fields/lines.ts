/**
 * Fields that photos, consents and places share.
 */
import * as z from 'zod/mini';

/** One line, trimmed; empty where nothing was said. */
export function line(most: number, what: string) {
	return z.string().check(z.trim(), z.maxLength(most, `Use ${most} letters or fewer for ${what}.`));
}

/** One line that has to be filled in. */
export function filledLine(most: number, what: string) {
	return line(most, what).check(z.minLength(1, `Enter ${what}.`));
}

/** How far an answer has come: of a person, or of the owner of a place. */
export const answerStatuses = [
	'not-asked',
	'asked',
	'given',
	'confirmed',
	'refused',
	'withdrawn'
] as const;
export type AnswerStatus = (typeof answerStatuses)[number];
