/**
 * Everything that the checks of a post need to know, gathered through a few reads.
 *
 * The same reads on a screen, in a mutation on the device, and on the server.
 */
import type { Transaction } from '#domain/transaction.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import {
	consentRecord,
	photoRecord,
	venueRecord,
	type Consent,
	type Photo,
	type Venue
} from '#features/consent/record.ts';
import { practiceRecord, type Practice } from '#features/practice/record.ts';
import type { Post } from '../record.ts';

interface PictureFacts {
	readonly alt: string;
	readonly photoId: string;
	/** Undefined when the photo is no longer here. */
	readonly photo: Photo | undefined;
	readonly consents: readonly Consent[];
	readonly venue: Venue | undefined;
}

export interface PostFacts {
	readonly post: Post;
	readonly practice: Practice | undefined;
	readonly accounts: readonly Account[];
	readonly pictures: readonly PictureFacts[];
	/** The day on which it goes out, as far as is known. */
	readonly goesOutOn: string;
}

export type Reads = Pick<Transaction, 'get' | 'by'>;

export async function gather(
	reads: Reads,
	post: Post,
	{ today, practiceId }: { readonly today: string; readonly practiceId: string }
): Promise<PostFacts> {
	const accounts: Account[] = [];
	for (const id of post.accounts) {
		const account = await reads.get(accountRecord, id);
		if (account) accounts.push(account);
	}
	const pictures: PictureFacts[] = [];
	for (const picture of post.pictures) pictures.push(await pictureFacts(reads, picture));
	const { plannedOn } = post;
	return {
		post,
		accounts,
		pictures,
		practice: await reads.get(practiceRecord, practiceId),
		goesOutOn: plannedOn !== null && plannedOn > today ? plannedOn : today
	};
}

async function pictureFacts(
	reads: Reads,
	{ photoId, alt }: Post['pictures'][number]
): Promise<PictureFacts> {
	const photo = await reads.get(photoRecord, photoId);
	const consents: Consent[] = [];
	for (const id of photo?.consentIds ?? []) {
		const consent = await reads.get(consentRecord, id);
		if (!consent) continue;
		// One person can have several records; the gate takes the strictest.
		for (const other of await reads.by(consentRecord, 'personKey', consent.personKey)) {
			if (!consents.some((known) => known.id === other.id)) consents.push(other);
		}
	}
	const venue = photo?.venueId ? await reads.get(venueRecord, photo.venueId) : undefined;
	return { alt, photoId, photo, consents, venue };
}
