/**
 * Makes, or adds to, the take-down list of one consent, from what this device or the server knows.
 *
 * Everybody's posts are looked through: a withdrawal is rare, and no post may be missed.
 */
import type { Context } from '#domain/mutation.ts';
import type { Transaction } from '#domain/transaction.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { consentRecord, photoRecord, type Consent } from '../record.ts';
import { takeDownRecord, type TakeDown, type TakeDownScope } from './record.ts';
import { concernsPost, itemsFor, placesFor, withItems, withState } from './rules.ts';

const outStatuses = ['posted', 'approved', 'ready', 'draft'];

export interface Wanted {
	readonly scope: TakeDownScope;
	/** Null: on every account. */
	readonly accounts: readonly string[] | null;
	/** Null: in every picture. */
	readonly photos: readonly string[] | null;
}

/** The posts that went out with one of these pictures, or with this person's words. */
async function postsOut(
	transaction: Pick<Transaction, 'by'>,
	consent: Consent,
	photos: readonly string[] | null
): Promise<Post[]> {
	const theirs = await transaction.by(consentRecord, 'personKey', consent.personKey);
	const photoIds = new Set(photos ?? []);
	if (photos === null) {
		for (const { id } of theirs) {
			for (const photo of await transaction.by(photoRecord, 'consentIds', id))
				photoIds.add(photo.id);
		}
	}
	const consentIds = new Set(photos === null ? theirs.map(({ id }) => id) : []);
	const posts: Post[] = [];
	for (const status of outStatuses) {
		const some = await transaction.by(postRecord, 'status', status);
		posts.push(...some.filter((post) => concernsPost(post, photoIds, consentIds)));
	}
	return posts.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export async function addToTakeDown(
	transaction: Transaction,
	consent: Consent,
	{ scope, accounts, photos }: Wanted,
	{ actor, actedAt, today }: Context
): Promise<void> {
	const { id, code } = consent;
	const known = await transaction.get(takeDownRecord, id);
	const wasConfirmed = consent.confirmedAt !== null;
	const fresh = itemsFor({
		askedOn: today,
		places: placesFor(scope, wasConfirmed),
		accounts,
		posts: await postsOut(transaction, consent, photos)
	});
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
	reads: Pick<Transaction, 'by'>,
	consent: Consent,
	list: TakeDown,
	today: string
) {
	const accounts = list.scope === 'accounts' ? consent.withdrawnAccounts : null;
	const photos = list.scope === 'photos' ? consent.withdrawnPhotos : null;
	const posts = await postsOut(reads, consent, photos);
	const all = itemsFor({ askedOn: today, places: [], accounts, posts });
	return withItems(list.items, all).slice(list.items.length);
}
