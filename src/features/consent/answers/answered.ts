/**
 * A consent before and after the answers came.
 */
import type { Context } from '#domain/mutation.ts';
import type { Consent } from '../record.ts';
import { nothingAsked } from '../fields/asked.ts';
import { nothingLater } from '../life/fields.ts';
import { isNo, type Answers } from './answers.ts';

export const nothingAnswered = {
	status: 'not-asked',
	askedOn: null,
	purposes: [],
	accounts: [],
	limits: '',
	nameToShow: 'none',
	healthDetail: null,
	isHealthAgreed: false,
	method: null,
	signature: null,
	signedName: null,
	witness: null,
	wordingVersion: null,
	givenOn: null,
	expiresOn: null,
	takenBy: null,
	parentName: null,
	parentIs: null,
	hasParentYes: false,
	childWish: null,
	childWords: null,
	confirmedAt: null,
	confirmedBy: null,
	confirmNote: null,
	question: null,
	questionBy: null,
	answer: null,
	refusedOn: null,
	withdrawnOn: null,
	withdrawnBy: null,
	withdrawnHow: null,
	withdrawnAccounts: [],
	...nothingAsked,
	...nothingLater
} satisfies Partial<Consent>;

/** A link is used up by the answer, whoever gave it. */
export const noLink = { linkHash: null, linkBy: null, linkUntil: null, linkPhotoId: null };

export function withAnswers(
	consent: Consent,
	answers: Answers,
	{ actor, actedAt, today }: Context
): Consent {
	const { parent, ...rest } = answers;
	const taken = {
		...consent,
		...rest,
		askedOn: consent.askedOn ?? today,
		signedAt: actedAt,
		...noLink,
		takenBy: actor.personId,
		parentName: parent?.name ?? null,
		parentIs: parent?.is ?? null,
		hasParentYes: parent !== null
	};
	if (!isNo(answers)) return { ...taken, status: 'given' };
	const { givenOn: refusedOn } = answers;
	return { ...taken, status: 'refused', refusedOn, purposes: [], accounts: [], expiresOn: null };
}
