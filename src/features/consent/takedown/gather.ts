/**
 * Makes, or adds to, the take-down list of one consent or one place, from what this device or the
 * server knows.
 *
 * Everybody's posts are looked through: a withdrawal is rare, and no post may be missed.
 */
import type { Context } from '#domain/mutation.ts';
import type { Transaction } from '#domain/transaction.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { consentRecord, photoRecord, venueRecord, type Consent, type Venue } from '../record.ts';
import { takeDownRecord, type TakeDown, type TakeDownItem, type TakeDownScope } from './record.ts';
import { concernsPost, itemsFor, placesFor, withItems, withState } from './rules.ts';

const outStatuses = ['posted', 'approved', 'ready', 'draft'];

export interface Wanted {
	readonly scope: TakeDownScope;
	/** Null: on every account. */
	readonly accounts: readonly string[] | null;
	/** Null: in every picture. */
	readonly photos: readonly string[] | null;
}

/** Those of these pictures that this person is in, by any of their forms. */
export async function picturesOf(
	reads: Pick<Transaction, 'get' | 'by'>,
	{ personKey }: Consent,
	photos: readonly string[]
): Promise<string[]> {
	const theirs = await reads.by(consentRecord, 'personKey', personKey);
	const ids = new Set(theirs.map(({ id }) => id));
	const found: string[] = [];
	for (const photoId of photos) {
		const photo = await reads.get(photoRecord, photoId);
		if (photo?.consentIds.some((id) => ids.has(id))) found.push(photoId);
	}
	return found;
}

/** Whose pictures come down: those of one consent, or those that were taken at a place. */
interface About {
	/** Of the consent or the place, and of the list. */
	readonly id: string;
	/** A place has its name: it is nobody's. */
	readonly code: string;
	readonly wasConfirmed: boolean;
	readonly posts: readonly Post[];
}

/** The posts that went out with one of these pictures, or with this person's words. */
async function postsWith(
	reads: Pick<Transaction, 'by'>,
	photoIds: ReadonlySet<string>,
	consentIds: ReadonlySet<string>
): Promise<Post[]> {
	const posts: Post[] = [];
	for (const status of outStatuses) {
		const some = await reads.by(postRecord, 'status', status);
		posts.push(...some.filter((post) => concernsPost(post, photoIds, consentIds)));
	}
	return posts.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** `photos`: only in these; null for all. */
async function aboutPerson(
	reads: Pick<Transaction, 'by'>,
	{ id, code, confirmedAt, personKey }: Consent,
	photos: readonly string[] | null
): Promise<About> {
	const theirs = await reads.by(consentRecord, 'personKey', personKey);
	const photoIds = new Set(photos ?? []);
	if (photos === null) {
		for (const { id: consentId } of theirs) {
			const linked = await reads.by(photoRecord, 'consentIds', consentId);
			for (const photo of linked) photoIds.add(photo.id);
		}
	}
	const consentIds = new Set(photos === null ? theirs.map((each) => each.id) : []);
	const posts = await postsWith(reads, photoIds, consentIds);
	return { id, code, wasConfirmed: confirmedAt !== null, posts };
}

async function aboutPlace(
	reads: Pick<Transaction, 'by'>,
	{ id, name, confirmedAt }: Venue
): Promise<About> {
	const photos = await reads.by(photoRecord, 'venueId', id);
	const posts = await postsWith(reads, new Set(photos.map((photo) => photo.id)), new Set());
	return { id, code: name, wasConfirmed: confirmedAt !== null, posts };
}

export async function addToTakeDown(
	transaction: Transaction,
	consent: Consent,
	{ scope, accounts, photos }: Wanted,
	context: Context
): Promise<void> {
	const about = await aboutPerson(transaction, consent, photos);
	await addTo(transaction, about, { scope, accounts }, context);
}

/** The owner of a place took their yes back: everything that was taken there comes down. */
export async function addPlaceToTakeDown(
	transaction: Transaction,
	venue: Venue,
	context: Context
): Promise<void> {
	const about = await aboutPlace(transaction, venue);
	await addTo(transaction, about, { scope: 'all', accounts: null }, context);
}

async function addTo(
	transaction: Transaction,
	{ id, code, wasConfirmed, posts }: About,
	{ scope, accounts }: Omit<Wanted, 'photos'>,
	{ actor, actedAt, today }: Context
): Promise<void> {
	const known = await transaction.get(takeDownRecord, id);
	const places = placesFor(scope, wasConfirmed);
	const fresh = itemsFor({ askedOn: today, places, accounts, posts });
	const made: TakeDown = known ?? {
		...{ id, createdAt: actedAt, createdBy: actor.personId, code, scope, askedOn: today },
		...{ items: [], postIds: [], leftOver: '', state: 'open', settledAt: null },
		...{ toldOn: null, toldBy: null }
	};
	const items = withItems(made.items, fresh);
	const postIds = [...new Set(items.flatMap(({ postId }) => postId ?? []))];
	const asked = { code, scope, askedOn: today, toldOn: null, toldBy: null };
	const list = { ...made, ...asked, items, postIds };
	await transaction.put(takeDownRecord, withState(list, actedAt));
}

/** What went out and stands on no list yet: a phone may have been away when it was asked for. */
export async function missingItems(
	reads: Pick<Transaction, 'get' | 'by'>,
	list: TakeDown,
	today: string
): Promise<TakeDownItem[]> {
	const consent = await reads.get(consentRecord, list.id);
	const venue = consent ? undefined : await reads.get(venueRecord, list.id);
	if (!consent && !venue) return [];
	const photos = list.scope === 'photos' && consent ? consent.withdrawnPhotos : null;
	const accounts = list.scope === 'accounts' && consent ? consent.withdrawnAccounts : null;
	const { posts } = consent
		? await aboutPerson(reads, consent, photos)
		: venue
			? await aboutPlace(reads, venue)
			: { posts: [] };
	const all = itemsFor({ askedOn: today, places: [], accounts, posts });
	return withItems(list.items, all).slice(list.items.length);
}
