/**
 * Questions about take-down lists: what stands on one, by when, and whether it is finished.
 *
 * Out of sight the same day, finished in 3 days, the person told in 5. Source: clock K7.
 */
import { addDays } from '#domain/calendar.ts';
import type { Post } from '#features/posts/record.ts';
import {
	takeDownPlaces,
	type TakeDown,
	type TakeDownItem,
	type TakeDownPlace,
	type TakeDownScope
} from './record.ts';

export const finishDays = 3;
export const tellDays = 5;

export const placeNames: Readonly<Record<TakeDownPlace, string>> = {
	albums: 'Albums of the page',
	cover: 'Cover and profile pictures',
	pinned: 'Pinned posts',
	stories: 'Story highlights',
	scheduled: 'Posts that wait on the platform',
	partners: 'Others who shared it: ask them',
	website: 'The website',
	newsletter: 'Newsletters, also old PDFs',
	posters: 'Posters and leaflets',
	screens: 'Screens in the waiting room',
	library: 'The photos in this app: cover the person, or remove the photo',
	cloud: 'Shared folders and cloud storage',
	phones: 'The phone that took it, and its backups'
};

/** Only these belong to an account. */
const placesOfAccounts: readonly TakeDownPlace[] = [
	...(['albums', 'cover', 'pinned'] as const),
	...(['stories', 'scheduled', 'partners'] as const)
];
/** A yes that was never confirmed was never used. */
const placesBeforeUse: readonly TakeDownPlace[] = ['library', 'cloud', 'phones'];

export function placesFor(scope: TakeDownScope, wasConfirmed: boolean): readonly TakeDownPlace[] {
	if (scope === 'accounts') return placesOfAccounts;
	return wasConfirmed ? takeDownPlaces : placesBeforeUse;
}

interface Asked {
	readonly askedOn: string;
	readonly places: readonly TakeDownPlace[];
	/** Null: on every account. */
	readonly accounts: readonly string[] | null;
	/** Posts that went out somewhere and show or tell of the person. */
	readonly posts: readonly Post[];
}

export function itemsFor({ askedOn, places, accounts, posts }: Asked): TakeDownItem[] {
	const open = {
		askedOn,
		outcome: 'open',
		why: '',
		hiddenAt: null,
		doneAt: null,
		by: null
	} as const;
	const ofPosts = posts.flatMap(({ id: postId, postings }) =>
		postings
			.filter(({ accountId }) => accounts === null || accounts.includes(accountId))
			.map(({ accountId, url }) => {
				const key = `post/${postId}/${accountId}`;
				return { ...open, key, postId, accountId, url, place: null };
			})
	);
	const ofPlaces = places.map((place) => {
		const key = `place/${place}`;
		return { ...open, key, postId: null, accountId: null, url: '', place };
	});
	return [...ofPosts, ...ofPlaces];
}

/** What is new joins the list; what was settled before stays so. */
export function withItems(
	items: readonly TakeDownItem[],
	fresh: readonly TakeDownItem[]
): TakeDownItem[] {
	const known = new Set(items.map(({ key }) => key));
	return [...items, ...fresh.filter(({ key }) => !known.has(key))];
}

/** Nothing more has to be done about it. */
export function isSettled({ outcome }: Pick<TakeDownItem, 'outcome'>): boolean {
	return outcome !== 'open' && outcome !== 'hidden';
}

export function itemsLeft({ items }: Pick<TakeDown, 'items'>): TakeDownItem[] {
	return items.filter((item) => !isSettled(item));
}

/** The day by which the next step is due: hide today, finish in 3 days, tell in 5. */
export function takeDownDueOn(list: TakeDown): string {
	const left = itemsLeft(list);
	const [first] = left
		.filter(({ postId, outcome }) => postId !== null && outcome === 'open')
		.map(({ askedOn }) => askedOn)
		.sort();
	if (first !== undefined) return first;
	const asked = left.map(({ askedOn }) => askedOn).sort()[0] ?? list.askedOn;
	return addDays(asked, left.length > 0 ? finishDays : tellDays);
}

/** The list with its state as its items say. */
export function withState(list: TakeDown, at: number): TakeDown {
	const isOver = itemsLeft(list).length === 0;
	if (!isOver) return { ...list, state: 'open', settledAt: null, toldOn: null, toldBy: null };
	const settledAt = list.settledAt ?? at;
	return { ...list, settledAt, state: list.toldOn === null ? 'settled' : 'told' };
}

/** It went out somewhere, and shows or tells of one of them. */
export function concernsPost(
	{ pictures, postings, wordConsentIds }: Post,
	photoIds: ReadonlySet<string>,
	consentIds: ReadonlySet<string>
): boolean {
	if (postings.length === 0) return false;
	return (
		pictures.some(({ photoId }) => photoIds.has(photoId)) ||
		wordConsentIds.some((id) => consentIds.has(id))
	);
}
