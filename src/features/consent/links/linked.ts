/**
 * What a link for answering a consent shows, and what the answer does. For the server.
 *
 * First name, words of the form, uses, accounts; the picture only where whoever asks chose so.
 */
import type { Transaction } from '#domain/transaction.ts';
import { writers } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import * as z from 'zod/mini';
import { consentRecord, photoRecord, type Consent } from '../record.ts';
import { usualEnd } from '../rules.ts';
import { answerByConsentLink, canAnswerAlone, isOpen, linkYesSchema } from './mutations.ts';

interface At {
	readonly today: string;
	readonly practiceId: string;
}

export const consentAnswerSchema = z.strictObject({
	token: z.string().check(z.maxLength(200, 'This link is too long.')),
	/** Null is a no. */
	yes: z.nullable(linkYesSchema)
});

export const linkedConsent = {
	async find(reads: Transaction, linkHash: string, at: At) {
		const [consent] = await reads.by(consentRecord, 'linkHash', linkHash);
		if (!consent || !isOpen(consent) || consent.mustNotShow) return undefined;
		if (!canAnswerAlone(consent) || consent.linkBy === null || consent.linkUntil === null) {
			return undefined;
		}
		const picture = await pictureOf(reads, consent);
		return {
			id: consent.id,
			madeBy: consent.linkBy,
			heldBy: writers,
			until: consent.linkUntil,
			photos: [],
			shown: { ...(await shownOf(reads, consent, at)), picture }
		};
	},
	wish: (
		id: string,
		linkHash: string,
		{ yes }: { readonly yes: z.infer<typeof linkYesSchema> | null }
	) => ({ name: answerByConsentLink.name, args: { id, linkHash, yes } })
};

async function shownOf(reads: Transaction, consent: Consent, { today, practiceId }: At) {
	const accounts = await reads.by(accountRecord, 'status', 'active');
	const practice = await reads.get(practiceRecord, practiceId);
	const { kind, ageBand, firstName, code, isStaff, quote } = consent;
	const months = { consentMonthsAdult: 24, consentMonthsChild: 12, ...practice };
	return {
		...{ kind, ageBand, firstName, code, isStaff, quote },
		occasion: consent.occasion,
		today,
		usualEnd: usualEnd(kind, today, months),
		contact: practice?.privacyContact ?? '',
		accounts: accounts.map(({ id, name }) => ({ id, name }))
	};
}

/** The small picture only, and only while they are in it. */
async function pictureOf(reads: Transaction, { id, linkPhotoId }: Consent): Promise<string> {
	if (linkPhotoId === null) return '';
	const photo = await reads.get(photoRecord, linkPhotoId);
	return photo?.status === 'kept' && photo.consentIds.includes(id) ? photo.thumb : '';
}
