/**
 * Answering on one's own phone through a link, and copies with which a signer takes it back.
 *
 * A secret is never kept, only its SHA-256. The server compares it before it lets anything in.
 */
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { noLink, withAnswers } from '../answers/answered.ts';
import { answersFields, whyNotGiven } from '../answers/answers.ts';
import { copyWays } from '../fields/kinds.ts';
import { filledLine } from '../fields/lines.ts';
import { consentRecord, type Consent } from '../record.ts';

const dayMs = 86_400_000;
/** More than anyone needs; the oldest still work. */
const mostCopies = 20;
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'This is not a link.'));
const gone = () => refuse('no-such-consent', 'This consent is no longer here.');
const noSuchLink = () =>
	refuse('no-such-link', 'This link does not work any more. Ask for a new one.');

export const makeConsentLink = defineMutation({
	name: 'consent.make-link',
	args: z.strictObject({
		id: z.uuid(),
		linkHash: hashSchema,
		days: z.int().check(z.gte(1), z.lte(14, 'A link lasts 14 days at most.')),
		/** Shown with the link, because whoever asks chose so. */
		photoId: z.nullable(z.uuid())
	}),
	allowed: writers,
	says: 'Made a link to answer on another phone',
	async run(transaction, { id, linkHash, days, photoId }, { actor, actedAt, today }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (!isOpen(consent)) return refuse('already-answered', 'They have already answered.');
		if (consent.mustNotShow) return refuse('must-not-show', 'This child must not be shown.');
		if (!canAnswerAlone(consent)) {
			return refuse('not-alone', 'This form is filled in together. Ask them in person.');
		}
		await transaction.put(consentRecord, {
			...consent,
			...{ status: 'asked', askedOn: consent.askedOn ?? today },
			...{ linkHash, linkBy: actor.personId, linkUntil: actedAt + days * dayMs },
			linkPhotoId: photoId
		});
		return undefined;
	}
});

export const endConsentLink = defineMutation({
	name: 'consent.end-link',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Ended a link to answer on another phone',
	async run(transaction, { id }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		await transaction.put(consentRecord, { ...consent, ...noLink });
		return undefined;
	}
});

const ownAnswers = z.omit(z.strictObject(answersFields), {
	method: true,
	paperHash: true,
	leavesOn: true
});
export const linkYesSchema = z.extend(ownAnswers, {
	lastName: z.nullable(filledLine(60, 'the last name')),
	contact: z.nullable(filledLine(160, 'how to reach you')),
	/** Of the secret on the copy that stays on their phone. */
	copyHash: hashSchema
});

/** Run by the server in the name of whoever made the link, after it has seen the secret. */
export const answerByConsentLink = defineMutation({
	name: 'consent.answer-by-link',
	args: z.strictObject({ id: z.uuid(), linkHash: hashSchema, yes: z.nullable(linkYesSchema) }),
	allowed: writers,
	says: 'An answer came through a link',
	final: true,
	async run(transaction, { id, linkHash, yes }, context) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (!isGood(consent, linkHash, context)) return noSuchLink();
		if (yes === null) {
			await transaction.put(consentRecord, {
				...consent,
				...noLink,
				...{ status: 'refused', refusedOn: context.today, takenBy: context.actor.personId }
			});
			return undefined;
		}
		const { lastName, contact, copyHash, ...answers } = yes;
		const whole = { ...answers, method: 'link' as const, givenOn: context.today };
		const refusal = whyNotGiven(consent, whole, context.today);
		if (refusal) return refusal;
		await transaction.put(consentRecord, {
			...withAnswers(consent, whole, context),
			lastName: lastName ?? consent.lastName,
			contact: contact ?? consent.contact,
			...{ copyHashes: [copyHash], copyOn: context.today, copyHow: 'own-phone' }
		});
		return undefined;
	}
});

/** The signer gets a copy. What it carries lets them take the consent back without an account. */
export const giveCopy = defineMutation({
	name: 'consent.give-copy',
	args: z.strictObject({ id: z.uuid(), copyHash: hashSchema, how: z.enum(copyWays) }),
	allowed: writers,
	says: 'Gave a copy',
	async run(transaction, { id, copyHash, how }, { today }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		const copyHashes = [...new Set([...consent.copyHashes, copyHash])];
		if (copyHashes.length > mostCopies) {
			return refuse('too-many-copies', 'There are 20 copies. Print one from the list instead.');
		}
		const copy = { copyHashes, copyOn: today, copyHow: how };
		await transaction.put(consentRecord, { ...consent, ...copy });
		return undefined;
	}
});

/** A link is good while nobody has answered, in the name of whoever made it, until its end. */
function isGood(consent: Consent, linkHash: string, { actor, actedAt }: Context): boolean {
	const { linkHash: kept, linkBy, linkUntil } = consent;
	return (
		isOpen(consent) && kept === linkHash && linkBy === actor.personId && (linkUntil ?? 0) > actedAt
	);
}

export function isOpen({ status }: Consent): boolean {
	return status === 'not-asked' || status === 'asked';
}

/** One person, with nobody of the group beside them to judge anything. */
export function canAnswerAlone({ kind }: Pick<Consent, 'kind'>): boolean {
	return kind !== 'capacity' && kind !== 'group' && kind !== 'crowd';
}

export const consentLinkMutations = [
	makeConsentLink,
	endConsentLink,
	answerByConsentLink,
	giveCopy
];
