/**
 * What one night would do: which photos are deleted, and which forms are cut down, and why.
 *
 * Read only. The practice manager's screen shows it as the look beforehand; the server carries it
 * out, each step as a mutation of its own, which asks the same questions again.
 */
import type { Chore, ChoresDue, Records } from '#domain/chore.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { answerStatuses } from '../fields/lines.ts';
import {
	consentRecord,
	photoRecord,
	venueRecord,
	type Consent,
	type Photo,
	type Venue
} from '../record.ts';
import { firstKeeping, keepingRecord, type Keeping } from './record.ts';
import { formGoesOn, photoGoesOn, placeFormGoesOn } from './rules.ts';

const outStatuses = ['posted', 'taken-down', 'approved', 'ready', 'draft'];
/** The rest has its turn the night after. */
const mostSteps = 300;

type Reads = Pick<Records, 'get' | 'by'>;

export interface NightStep extends Chore {
	readonly kind: 'photo' | 'consent' | 'venue';
	readonly title: string;
	readonly dueOn: string;
}

export async function keepingOf(records: Pick<Records, 'get'>, practiceId: string) {
	return (await records.get(keepingRecord, practiceId)) ?? firstKeeping;
}

/** Nothing while it is switched off. */
export const consentChores: ChoresDue = async (records, { practiceId, today }) => {
	const keeping = await keepingOf(records, practiceId);
	return keeping.isOn ? nightSteps(records, { keeping, today }) : [];
};

/** As if it were on: `isOn` is not asked. */
export async function nightSteps(
	records: Reads,
	{ keeping, today }: { keeping: Keeping; today: string }
): Promise<NightStep[]> {
	const steps: NightStep[] = [];
	for (const photo of await records.by(photoRecord, 'status', 'kept')) {
		const { id } = photo;
		const dueOn = await photoDueOn(records, photo, keeping);
		if (dueOn === undefined || dueOn > today) continue;
		const title = photoRecord.title(photo);
		steps.push({ kind: 'photo', id, title, dueOn, name: 'photo.letGo', args: { id } });
	}
	let out: Post[] | undefined;
	const posts = async () => (out ??= await postsOut(records));
	for (const status of answerStatuses) {
		for (const consent of await records.by(consentRecord, 'status', status)) {
			const { id, code: title } = consent;
			const dueOn = await formDueOn(records, consent, { keeping, today, posts });
			if (dueOn === undefined) continue;
			steps.push({ kind: 'consent', id, title, dueOn, name: 'consent.cutDown', args: { id } });
		}
		for (const venue of await records.by(venueRecord, 'status', status)) {
			const { id, name: title } = venue;
			const dueOn = await placeFormDueOn(records, venue, { keeping, today, posts });
			if (dueOn === undefined) continue;
			steps.push({ kind: 'venue', id, title, dueOn, name: 'venue.cutDown', args: { id } });
		}
	}
	return steps.slice(0, mostSteps);
}

/** The day on which this photo is deleted; undefined while there is none in sight. */
export async function photoDueOn(
	records: Reads,
	photo: Photo,
	keeping: Keeping
): Promise<string | undefined> {
	const consents = new Map<string, Consent>();
	for (const id of photo.consentIds) {
		const linked = await records.get(consentRecord, id);
		if (!linked || consents.has(id)) continue;
		for (const theirs of await records.by(consentRecord, 'personKey', linked.personKey)) {
			consents.set(theirs.id, theirs);
		}
	}
	const venue = photo.venueId ? await records.get(venueRecord, photo.venueId) : undefined;
	return photoGoesOn(photo, { consents: [...consents.values()], venue }, keeping);
}

interface Night {
	readonly keeping: Keeping;
	readonly today: string;
	/** Read only where it is needed: there may be many. */
	readonly posts: () => Promise<readonly Post[]>;
}

/** The day since which this form is due to be cut down; undefined when it is not. */
export async function formDueOn(
	records: Reads,
	consent: Consent,
	{ keeping, today, posts }: Night
): Promise<string | undefined> {
	const earliest = formGoesOn(consent, [], keeping);
	if (earliest === undefined || earliest > today) return undefined;
	const photos = await records.by(photoRecord, 'consentIds', consent.id);
	// While a picture is there, somebody may have to show the form.
	if (photos.some(({ status }) => status === 'kept')) return undefined;
	const dueOn = formGoesOn(consent, postsWith(await posts(), consent, photos), keeping);
	return dueOn !== undefined && dueOn <= today ? dueOn : undefined;
}

/** The same for the form of a place. */
export async function placeFormDueOn(
	records: Reads,
	venue: Venue,
	{ keeping, today, posts }: Night
): Promise<string | undefined> {
	const earliest = placeFormGoesOn(venue, [], keeping);
	if (earliest === undefined || earliest > today) return undefined;
	const photos = await records.by(photoRecord, 'venueId', venue.id);
	if (photos.some(({ status }) => status === 'kept')) return undefined;
	const dueOn = placeFormGoesOn(venue, postsWith(await posts(), venue, photos), keeping);
	return dueOn !== undefined && dueOn <= today ? dueOn : undefined;
}

export async function postsOut(records: Pick<Records, 'by'>): Promise<Post[]> {
	const posts: Post[] = [];
	for (const status of outStatuses) {
		const some = await records.by(postRecord, 'status', status);
		posts.push(...some.filter(({ postings }) => postings.length > 0));
	}
	return posts;
}

/** Those that showed one of these photos, or told of this person. */
function postsWith(
	posts: readonly Post[],
	{ id }: Pick<Consent, 'id'>,
	photos: readonly Photo[]
): Post[] {
	const ids = new Set(photos.map((photo) => photo.id));
	return posts.filter(
		({ pictures, wordConsentIds }) =>
			pictures.some(({ photoId }) => ids.has(photoId)) || wordConsentIds.includes(id)
	);
}
