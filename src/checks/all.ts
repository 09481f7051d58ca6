/**
 * All post checks in one list, for the screen and the server alike.
 *
 * To add a check: write its file, add it here and to catalogue.ts, and bring its examples as tests.
 */
import { aboutAPatient } from './about-a-patient.ts';
import { abuse } from './abuse.ts';
import { accusation } from './accusation.ts';
import { address } from './address.ts';
import { altText } from './alt-text.ts';
import { birthDate } from './birth-date.ts';
import {
	type CheckInput,
	type CheckSettings,
	type Finding,
	type Level,
	plainContext,
	type PostCheck,
	type TextCheck,
	type TextContext
} from './check.ts';
import { claims } from './claims.ts';
import { dates } from './dates.ts';
import { email } from './email.ts';
import { emoji } from './emoji.ts';
import { endorsement } from './endorsement.ts';
import { hashtags } from './hashtags.ts';
import { jargon } from './jargon.ts';
import { length } from './length.ts';
import { links } from './links.ts';
import { medicalWording } from './medical-wording.ts';
import { namesNearHealth } from './names-near-health.ts';
import { nhsNumber } from './nhs-number.ts';
import { oldNames } from './old-names.ts';
import { phone } from './phone.ts';
import { plainWords } from './plain-words.ts';
import { politics } from './politics.ts';
import { privateBusiness } from './private-business.ts';
import { safeguarding } from './safeguarding.ts';
import { shouting } from './shouting.ts';
import { tagCapitals } from './tag-capitals.ts';
import { vagueDays } from './vague-days.ts';

export const textChecks: readonly TextCheck[] = [
	...[nhsNumber, birthDate, phone, email, address, namesNearHealth],
	...[abuse, accusation, safeguarding, aboutAPatient, medicalWording, privateBusiness],
	...[endorsement, politics, claims, dates, links, hashtags, tagCapitals],
	...[shouting, plainWords, jargon, oldNames, emoji, vagueDays]
];
export const postChecks: readonly PostCheck[] = [altText, length];

/** What one text may not hold: a post, a reply, a picture description, a bio. */
export function runTextChecks(
	text: string,
	settings: CheckSettings,
	context: Partial<TextContext> = {}
): Finding[] {
	const known = { ...plainContext, ...context };
	return textChecks
		.filter(({ id, uses }) => !settings.muted.includes(id) && (uses?.includes(known.use) ?? true))
		.flatMap((check) => check.run(text, settings, known))
		.sort(byWeight);
}

/** Everything about a post: its text, its pictures and the accounts that it goes to. */
export function runChecks(input: CheckInput): Finding[] {
	const { text, contentWarning = '', pictures, accounts, settings, context = {} } = input;
	const ofPictures = pictures.flatMap(({ id, alt }) =>
		runTextChecks(alt, settings, { ...context, use: 'alt' }).map((finding): Finding => {
			return { ...finding, field: 'alt', picture: id };
		})
	);
	const ofWhole = postChecks.filter(({ id }) => !settings.muted.includes(id));
	return [
		...runTextChecks(text, settings, { ...context, accounts }),
		...runTextChecks(contentWarning, settings, { ...context, use: 'warning' }).map(
			(finding): Finding => {
				return { ...finding, field: 'warning' };
			}
		),
		...ofPictures,
		...ofWhole.flatMap((check) => check.run(input))
	].sort(byWeight);
}

const weights: Readonly<Record<Level, number>> = { block: 0, warn: 1, hint: 2 };

/** Blocks first; what weighs the same stays in reading order. */
function byWeight(one: Finding, other: Finding): number {
	return weights[one.level] - weights[other.level] || (one.at?.start ?? 0) - (other.at?.start ?? 0);
}
