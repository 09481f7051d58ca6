/**
 * What someone answers on the form, and what has to be there before it counts as a yes.
 */
import { daySchema, monthsAfter } from '#domain/calendar.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import * as z from 'zod/mini';
import { isOnePerson } from '../fields/kinds.ts';
import { filledLine, line } from '../fields/lines.ts';
import {
	childWishes,
	methods,
	namesToShow,
	purposes,
	signatureSchema,
	type Consent
} from '../record.ts';
import { mostMonths, needsParent } from '../standing/standing.ts';
import { wording } from '../wording/wording.ts';
import { askedAnswers, isQuietNo, kindPartMissing } from './asked.ts';

export const accountsSchema = z.array(z.uuid()).check(z.maxLength(30));
export const limitsSchema = line(300, 'the limits');

export const answersFields = {
	purposes: z.array(z.enum(purposes)).check(z.maxLength(purposes.length)),
	accounts: accountsSchema,
	limits: limitsSchema,
	nameToShow: z.enum(namesToShow),
	healthDetail: z.nullable(filledLine(300, 'what it tells about their health')),
	isHealthAgreed: z.boolean(),
	method: z.enum(methods),
	signature: z.nullable(signatureSchema),
	signedName: z.nullable(filledLine(120, 'the name')),
	witness: z.nullable(filledLine(120, 'the name of the witness')),
	wordingVersion: z.string(),
	givenOn: daySchema,
	expiresOn: daySchema,
	/** The parent or carer who says yes, and says that they may decide for the child. */
	parent: z.nullable(
		z.strictObject({
			name: filledLine(120, 'the name of the parent or carer'),
			is: filledLine(60, 'who they are to the child'),
			mayDecide: z.literal(true, 'The parent or carer has to say that they may decide.')
		})
	),
	childWish: z.nullable(z.enum(childWishes)),
	childWords: z.nullable(filledLine(300, 'the child’s words')),
	...askedAnswers
};
export type Answers = z.infer<z.ZodMiniObject<typeof answersFields>>;

/** Why this is not an answer yet; undefined when it is whole. */
export function whyNotGiven(
	consent: Consent,
	answers: Answers,
	today: string
): Refusal | undefined {
	return (
		agreementMissing(answers) ??
		proofMissing(consent, answers) ??
		daysWrong(answers, today) ??
		(consent.kind === 'child' ? childPartMissing(consent, answers) : adultPartWrong(answers)) ??
		(isNo(answers) ? undefined : kindPartMissing(consent, answers))
	);
}

/** A child's no, and any sign of unhappiness, win over everything that was ticked. */
export function isNo(answers: Answers): boolean {
	return answers.childWish === 'no' || isQuietNo(answers);
}

function agreementMissing(answers: Answers): Refusal | undefined {
	if (isNo(answers)) return undefined;
	const { purposes: what, accounts, healthDetail, isHealthAgreed } = answers;
	if (what.length === 0) {
		return refuse('nothing-agreed', 'They said yes to nothing. Note a no instead.', 'purposes');
	}
	if (accounts.length === 0 && what.some((purpose) => purpose.endsWith('-posts'))) {
		return refuse('no-account', 'Choose the accounts that they said yes to.', 'accounts');
	}
	if (healthDetail !== null && !isHealthAgreed) {
		return refuse(
			'health-not-agreed',
			'They have to say yes to showing their health too. If not, use another picture.',
			'isHealthAgreed'
		);
	}
	return undefined;
}

function proofMissing(consent: Consent, answers: Answers): Refusal | undefined {
	const { method, signature, signedName, witness, wordingVersion, nameToShow } = answers;
	if (!isOnePerson(consent.kind) && nameToShow !== 'none') {
		return refuse('no-name-to-show', 'This form is not about one person’s name.', 'nameToShow');
	}
	if (wording(wordingVersion)?.kind !== consent.kind) {
		return refuse('unknown-words', 'We do not know these words of the form.', 'wordingVersion');
	}
	if (method === 'signed' && signature === null) {
		return refuse('not-signed', 'Sign in the box.', 'signature');
	}
	if (method === 'notice' || consent.kind === 'crowd') {
		return method === 'notice' && consent.kind === 'crowd'
			? undefined
			: refuse('not-a-notice', 'A notice is for a crowd. Ask everyone who is in focus.', 'method');
	}
	if (method === 'told' && !isOfStaff(consent)) {
		return refuse(
			'not-staff',
			'Only staff and volunteers can be told. Ask everyone else.',
			'method'
		);
	}
	if (method === 'said' && witness === null) {
		return refuse('no-witness', 'Enter who else heard the yes.', 'witness');
	}
	if (method !== 'told' && method !== 'said' && signedName === null) {
		return refuse('no-name', 'Enter the name of the person who signs.', 'signedName');
	}
	return undefined;
}

function isOfStaff({ kind, isStaff }: Consent): boolean {
	return kind === 'staff' || (isStaff && kind === 'adult');
}

function daysWrong({ givenOn, expiresOn, startsOn }: Answers, today: string): Refusal | undefined {
	if (givenOn > today) {
		return refuse('not-yet', 'The day of the yes cannot be later than today.', 'givenOn');
	}
	if (expiresOn < givenOn) {
		return refuse('ends-too-soon', 'It must end after the day of the yes.', 'expiresOn');
	}
	if (startsOn && startsOn > expiresOn) {
		return refuse('starts-too-late', 'It must start before it ends.', 'startsOn');
	}
	if (expiresOn > monthsAfter(givenOn, mostMonths)) {
		return refuse('ends-too-late', 'It can last five years at most.', 'expiresOn');
	}
	return undefined;
}

function adultPartWrong({ parent, childWish }: Answers): Refusal | undefined {
	if (parent === null && childWish === null) return undefined;
	return refuse('not-a-child', 'These questions are for children only.');
}

function childPartMissing(consent: Consent, answers: Answers): Refusal | undefined {
	const { nameToShow, childWish, parent } = answers;
	if (childWish === null || (childWish === 'too-young' && consent.ageBand !== 'under-13')) {
		return refuse('child-not-asked', 'Ask the child. Note if they say yes or no.', 'childWish');
	}
	if (isNo(answers)) return undefined;
	if (needsParent(consent) && parent === null) {
		return refuse('parent-missing', 'A parent or carer has to say yes too.', 'parent');
	}
	if (nameToShow === 'full') {
		return refuse('full-name-of-child', 'Never show a child’s full name.', 'nameToShow');
	}
	return undefined;
}
