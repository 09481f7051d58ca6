/**
 * What may be let go: when a photo is deleted, and when a form is cut down to a stub.
 *
 * The same questions are asked by the look beforehand, by the nightly job and by its mutations.
 */
import { addDays, dayOf, monthsAfter } from '#domain/calendar.ts';
import type { Post } from '#features/posts/record.ts';
import type { Consent, Photo, Venue } from '../record.ts';
import { isReplaced } from '../standing/standing.ts';
import type { Keeping } from './record.ts';

/** The day after which nothing may be used any more; undefined while it may, or may yet. */
function endedOn(consent: Consent): string | undefined {
	const { status, withdrawnOn, refusedOn, expiresOn } = consent;
	if (status === 'withdrawn') return withdrawnOn ?? undefined;
	if (status === 'refused') return refusedOn ?? undefined;
	if (status === 'given' || status === 'confirmed') return expiresOn ?? undefined;
	// Asked, and never answered: nothing was ever agreed.
	return dayOf(consent.createdAt);
}

/** A reason in law to keep all of it. */
function isHeld({ holdWhy }: Pick<Consent | Venue, 'holdWhy'>): boolean {
	return holdWhy !== null;
}

interface Around {
	/** Of everyone in the photo. */
	readonly consents: readonly Consent[];
	/** The place in which it was taken, where we have a record of it. */
	readonly venue: Venue | undefined;
}

/**
 * The day on which this photo is deleted; undefined while everyone in it and its place may still
 * be shown, or while one form is kept for a reason in law.
 */
export function photoGoesOn(
	photo: Photo,
	{ consents, venue }: Around,
	{ photoDays }: Pick<Keeping, 'photoDays'>
): string | undefined {
	if (photo.status !== 'kept' || (venue && isHeld(venue))) return undefined;
	const linked = consents.filter(({ id }) => photo.consentIds.includes(id));
	const keys = new Set(linked.map(({ personKey }) => personKey));
	const theirs = consents.filter(({ personKey }) => keys.has(personKey));
	if (theirs.some(isHeld)) return undefined;
	const standing = theirs.filter((consent) => !isReplaced(consent, consents));
	const ends = [...keys].flatMap((key) =>
		endOfPerson(
			standing.filter(({ personKey }) => personKey === key),
			photo.id
		)
	);
	const no = venue && placeSaidNoOn(venue);
	const [first] = (no === undefined ? ends : [...ends, no]).sort();
	return first === undefined ? undefined : addDays(first, photoDays);
}

/** When this person's yes for this photo ended: the first no, else the last of their yeses. */
function endOfPerson(theirs: readonly Consent[], photoId: string): string[] {
	const noes = theirs
		.filter(
			({ status, withdrawnPhotos }) =>
				status === 'withdrawn' || status === 'refused' || withdrawnPhotos.includes(photoId)
		)
		.flatMap((consent) => consent.withdrawnOn ?? endedOn(consent) ?? []);
	const [firstNo] = noes.sort();
	if (firstNo !== undefined) return [firstNo];
	const yes = theirs.filter(({ status }) => status === 'given' || status === 'confirmed');
	const last = yes
		.flatMap(({ expiresOn }) => expiresOn ?? [])
		.sort()
		.at(-1);
	return last === undefined ? [] : [last];
}

/** The last day on which it was used: put on an account, or still allowed. */
function lastUsedOn(consent: Consent, posts: readonly Post[]): string | undefined {
	const end = endedOn(consent);
	return end === undefined ? undefined : lastOf(end, posts);
}

/** The day on which this form is cut down; undefined while it may be needed. */
export function formGoesOn(
	consent: Consent,
	posts: readonly Post[],
	{ formMonths }: Pick<Keeping, 'formMonths'>
): string | undefined {
	if (consent.reducedOn !== null || isHeld(consent)) return undefined;
	const last = lastUsedOn(consent, posts);
	return last === undefined ? undefined : monthsAfter(last, formMonths);
}

/** The last day of a place is for taking pictures: only a no ends the use of those taken before. */
function placeSaidNoOn({ status, withdrawnOn, refusedOn }: Venue): string | undefined {
	if (status === 'withdrawn') return withdrawnOn ?? undefined;
	return status === 'refused' ? (refusedOn ?? undefined) : undefined;
}

/** The day on which the form of this place is cut down, once no picture from there is left. */
export function placeFormGoesOn(
	venue: Venue,
	posts: readonly Post[],
	{ formMonths }: Pick<Keeping, 'formMonths'>
): string | undefined {
	if (venue.reducedOn !== null || isHeld(venue)) return undefined;
	const { status, expiresOn } = venue;
	const isYes = status === 'given' || status === 'confirmed';
	const end = isYes ? expiresOn : placeSaidNoOn(venue);
	return end ? monthsAfter(lastOf(end, posts), formMonths) : undefined;
}

/** That day, or the last on which one of these was put on an account. */
function lastOf(end: string, posts: readonly Post[]): string {
	const days = posts.flatMap(({ postings }) => postings.map(({ at }) => dayOf(at)));
	return [end, ...days].sort().at(-1) ?? end;
}
