/**
 * All post checks in one list, for the screen and the server alike.
 *
 * To add a check: write its file, add it here and to `checkIds`, and bring its examples as tests.
 */
import { address } from './address.ts';
import { altText } from './alt-text.ts';
import { birthDate } from './birth-date.ts';
import type { CheckInput, CheckSettings, Finding, Level, PostCheck, TextCheck } from './check.ts';
import { email } from './email.ts';
import { length } from './length.ts';
import { nhsNumber } from './nhs-number.ts';
import { phone } from './phone.ts';

export const textChecks: readonly TextCheck[] = [nhsNumber, birthDate, phone, email, address];
export const postChecks: readonly PostCheck[] = [altText, length];

/** What one text may not hold: a post, a reply, a picture description, a bio. */
export function runTextChecks(text: string, settings: CheckSettings): Finding[] {
	return textChecks
		.filter(({ id }) => !settings.muted.includes(id))
		.flatMap((check) => check.run(text, settings))
		.sort(byWeight);
}

/** Everything about a post: its text, its pictures and the accounts that it goes to. */
export function runChecks(input: CheckInput): Finding[] {
	const { text, contentWarning = '', pictures, settings } = input;
	const ofPictures = pictures.flatMap(({ id, alt }) =>
		runTextChecks(alt, settings).map((finding): Finding => {
			return { ...finding, field: 'alt', picture: id };
		})
	);
	const ofWhole = postChecks.filter(({ id }) => !settings.muted.includes(id));
	return [
		...runTextChecks(text, settings),
		...runTextChecks(contentWarning, settings).map((finding): Finding => {
			return { ...finding, field: 'warning' };
		}),
		...ofPictures,
		...ofWhole.flatMap((check) => check.run(input))
	].sort(byWeight);
}

const weights: Readonly<Record<Level, number>> = { block: 0, warn: 1, hint: 2 };

/** Blocks first; what weighs the same stays in reading order. */
function byWeight(one: Finding, other: Finding): number {
	return weights[one.level] - weights[other.level] || (one.at?.start ?? 0) - (other.at?.start ?? 0);
}
