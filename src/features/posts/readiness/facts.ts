/**
 * Everything that the checks of a post need to know, gathered through a few reads.
 *
 * The same reads on a screen, in a mutation on the device, and on the server.
 */
import { addDays } from '#domain/calendar.ts';
import type { Transaction } from '#domain/transaction.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { hashtagRecord, type Hashtag } from '#features/campaigns/record.ts';
import { hashtagKey, tagsIn } from '#features/campaigns/rules.ts';
import {
	consentRecord,
	photoRecord,
	venueRecord,
	type Consent,
	type Photo,
	type Venue
} from '#features/consent/record.ts';
import {
	contactRecord,
	practiceRecord,
	type Contact,
	type Practice
} from '#features/practice/record.ts';
import { publicRoles } from '#features/practice/rules.ts';
import { postRecord, type Post } from '../record.ts';

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
	/** What people said whom the words are about, other answers of theirs too. */
	readonly wordConsents: readonly Consent[];
	/** Those of its hashtags that are in the bank. */
	readonly hashtags: readonly Hashtag[];
	/** Other posts of the weeks around it. */
	readonly near: readonly Post[];
	/** Contacts whose numbers and addresses anyone may see. Sources: PC-02, PC-03. */
	readonly publicContacts: readonly Contact[];
	/** Hosts of the practice's own pages: 'exampleton-surgery.nhs.uk'. */
	readonly practiceSites: readonly string[];
	/** The day on which it goes out, as far as is known. */
	readonly goesOutOn: string;
	readonly today: string;
}

/** How far apart two posts are that people would take for the same. Source: PC-30. */
const daysAround = 14;

export type Reads = Pick<Transaction, 'get' | 'by' | 'between'>;

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
	const hashtags: Hashtag[] = [];
	const words = [post.text, ...post.variants.map(({ text }) => text)].join('\n');
	for (const tag of tagsIn(words)) {
		hashtags.push(...(await reads.by(hashtagRecord, 'key', hashtagKey(tag))));
	}
	const goesOutOn = post.plannedOn !== null && post.plannedOn > today ? post.plannedOn : today;
	const around = await reads.between(
		postRecord,
		addDays(goesOutOn, -daysAround),
		addDays(goesOutOn, daysAround)
	);
	const publicContacts: Contact[] = [];
	for (const role of publicRoles) {
		publicContacts.push(...(await reads.by(contactRecord, 'role', role)));
	}
	return {
		post,
		accounts,
		pictures,
		wordConsents: await consentsOf(reads, post.wordConsentIds),
		hashtags,
		today,
		practice: await reads.get(practiceRecord, practiceId),
		near: around.filter(({ id, status }) => id !== post.id && status !== 'dropped'),
		publicContacts,
		practiceSites: publicContacts.flatMap(({ role, url }) =>
			role === 'practice-route' && url !== null ? [new URL(url).hostname] : []
		),
		goesOutOn
	};
}

async function pictureFacts(
	reads: Reads,
	{ photoId, alt }: Post['pictures'][number]
): Promise<PictureFacts> {
	const photo = await reads.get(photoRecord, photoId);
	const consents = await consentsOf(reads, photo?.consentIds ?? []);
	const venue = photo?.venueId ? await reads.get(venueRecord, photo.venueId) : undefined;
	return { alt, photoId, photo, consents, venue };
}

/** One person can have several records; the gates take the strictest. */
async function consentsOf(reads: Reads, ids: readonly string[]): Promise<Consent[]> {
	const consents: Consent[] = [];
	for (const id of ids) {
		const consent = await reads.get(consentRecord, id);
		if (!consent) continue;
		for (const other of await reads.by(consentRecord, 'personKey', consent.personKey)) {
			if (!consents.some((known) => known.id === other.id)) consents.push(other);
		}
	}
	return consents;
}
