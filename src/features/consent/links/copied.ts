/**
 * What the link on a copy shows to whoever signed, and how they take their yes back. For the server.
 *
 * Any number of times: a copy is good as long as there is something to take back.
 */
import type { Transaction } from '#domain/transaction.ts';
import { members } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import * as z from 'zod/mini';
import { accountsSchema } from '../answers/answers.ts';
import { consentRecord, photoRecord } from '../record.ts';

export const takeBackSchema = z.strictObject({
	token: z.string().check(z.maxLength(200, 'This link is too long.')),
	/** Neither accounts nor photos: everything. */
	accounts: z.nullable(accountsSchema.check(z.minLength(1, 'Choose an account.'))),
	photos: z.nullable(
		z.array(z.uuid()).check(z.minLength(1, 'Choose a picture.'), z.maxLength(200))
	),
	/** False: do not use it again, and what has gone out may stay. */
	takesDown: z.boolean()
});
type TakeBack = Omit<z.infer<typeof takeBackSchema>, 'token'>;

export const copiedConsent = {
	/** The secret is a code that can be typed: it names no practice. */
	code: { kind: consentRecord.kind, field: 'copyHashes' },
	async find(reads: Transaction, copyHash: string, at: { practiceId: string }) {
		const [consent] = await reads.by(consentRecord, 'copyHashes', copyHash);
		if (!consent) return undefined;
		const practice = await reads.get(practiceRecord, at.practiceId);
		const { id, code, firstName, status, withdrawnAccounts, expiresOn } = consent;
		const left = consent.accounts.filter((accountId) => !withdrawnAccounts.includes(accountId));
		const accounts = await Promise.all(
			left.map((accountId) => reads.get(accountRecord, accountId))
		);
		const photos = (await reads.by(photoRecord, 'consentIds', id)).filter(
			(photo) => photo.status === 'kept' && !consent.withdrawnPhotos.includes(photo.id)
		);
		return {
			id,
			madeBy: 'signer',
			heldBy: members,
			until: Number.MAX_SAFE_INTEGER,
			photos: [],
			shown: {
				...{ code, firstName, expiresOn },
				isOver: status !== 'given' && status !== 'confirmed',
				contact: practice?.privacyContact ?? '',
				accounts: accounts.flatMap((account) =>
					account ? { id: account.id, name: account.name } : []
				),
				photos: photos.map((photo) => ({ id: photo.id, thumb: photo.thumb }))
			}
		};
	},
	/** By its name on the wire, which never changes its meaning. */
	wish: (id: string, _copyHash: string, { accounts, photos, takesDown }: TakeBack) => ({
		name: 'consent.withdraw',
		args: {
			...{ id, accounts, how: 'Through the link on their copy' },
			...(photos && { photos }),
			...(!takesDown && { keepsPosts: true })
		}
	})
};
