/**
 * A new picture made from a photo: cut to a shape, or with something covered. The original stays,
 * or it goes with it in one step.
 *
 * Nobody counts as covered unless a person says so, and 'nobody can be recognised' is never said
 * for them: with everyone covered, somebody has to look again.
 */
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import * as z from 'zod/mini';
import { nothingKnown, pictureFields, whyNotNew } from './new-picture.ts';
import { photoRecord, type Photo } from './record.ts';

const args = z.strictObject({
	id: z.uuid(),
	fromId: z.uuid(),
	...pictureFields,
	/** Consents of the people who can no longer be recognised. */
	covered: z.array(z.uuid()).check(z.maxLength(50))
});
type Made = z.infer<typeof args>;

export const makePhoto = defineMutation({
	name: 'photo.make',
	args,
	allowed: writers,
	says: 'Made a new picture from a photo',
	async run(transaction, made, context) {
		const from = await transaction.get(photoRecord, made.fromId);
		return addMade(transaction, made, from, context);
	}
});

/** Final: the practice erases the original at once, so an undo could not bring it back. */
export const replacePhoto = defineMutation({
	name: 'photo.replace',
	args,
	allowed: writers,
	says: 'Put a new picture in the place of a photo',
	final: true,
	async run(transaction, made, context) {
		const from = await transaction.get(photoRecord, made.fromId);
		const refusal = await addMade(transaction, made, from, context);
		if (refusal || !from) return refusal;
		await transaction.put(photoRecord, removed(from));
		return undefined;
	}
});

/** What is left of it says that there was one. */
export function removed(photo: Photo): Photo {
	return { ...photo, status: 'removed', hash: '', thumb: '', likeness: '' };
}

async function addMade(
	transaction: Transaction,
	{ fromId, covered, ...picture }: Made,
	from: Photo | undefined,
	{ actor, actedAt }: Context
): Promise<Refusal | undefined> {
	if (from?.status !== 'kept') return refuse('no-such-photo', 'This photo is no longer here.');
	const refusal = await whyNotNew(transaction, picture);
	if (refusal) return refusal;
	const gone = from.consentIds.filter((id) => covered.includes(id)).length;
	await transaction.put(photoRecord, {
		...nothingKnown,
		...knownFrom(from),
		consentIds: from.consentIds.filter((id) => !covered.includes(id)),
		peopleCount: from.peopleCount === null ? null : Math.max(0, from.peopleCount - gone),
		...picture,
		madeFromId: fromId,
		createdAt: actedAt,
		createdBy: actor.personId
	});
	return undefined;
}

/** What holds for the new picture too. It has to be looked through anew. */
function knownFrom(from: Photo) {
	const { occasion, takenOn, placeKind, venueId, area, isHomeAgreed } = from;
	const { nobodyRecognisable, nobodyCheckedBy, source, credit, licence, isHeldBack } = from;
	const place = { placeKind, venueId, area, isHomeAgreed };
	const people = { nobodyRecognisable, nobodyCheckedBy };
	return { occasion, takenOn, ...place, ...people, source, credit, licence, isHeldBack };
}
