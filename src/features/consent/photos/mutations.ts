/**
 * Everything that can be done to a photo: added, described, its people named, removed.
 *
 * 'Nobody can be recognised' and people in the picture exclude each other; people win.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { consentRecord } from '../record.ts';
import { changesSchema, describe } from './describing.ts';
import { describePhotos } from './many.ts';
import { lookAtPhoto } from './looking.ts';
import { makePhoto, removed, replacePhoto } from './making.ts';
import { nothingKnown, pictureFields, whyNotNew } from './new-picture.ts';
import { photoRecord, photoSources } from './record.ts';

export { describePhotos, lookAtPhoto, makePhoto, replacePhoto };

const gone = () => refuse('no-such-photo', 'This photo is no longer here.');
const idsSchema = z.array(z.uuid()).check(z.maxLength(50));

export const addPhoto = defineMutation({
	name: 'photo.add',
	args: z.strictObject({
		id: z.uuid(),
		...pictureFields,
		takenOn: z.nullable(daySchema),
		source: z.enum(photoSources)
	}),
	allowed: writers,
	says: 'Added a photo',
	async run(transaction, photo, { actor, actedAt }) {
		const refusal = await whyNotNew(transaction, photo);
		if (refusal) return refusal;
		await transaction.put(photoRecord, {
			...nothingKnown,
			...photo,
			createdAt: actedAt,
			createdBy: actor.personId
		});
		return undefined;
	}
});

export const describePhoto = defineMutation({
	name: 'photo.describe',
	args: z.strictObject({ id: z.uuid(), changes: changesSchema }),
	allowed: writers,
	says: 'Changed what we know about a photo',
	async run(transaction, { id, changes }, { today }) {
		const photo = await transaction.get(photoRecord, id);
		if (photo?.status !== 'kept') return gone();
		const described = await describe(transaction, changes, today);
		if ('refusal' in described) return described.refusal;
		await transaction.put(photoRecord, { ...photo, ...described.fields });
		return undefined;
	}
});

/** Adds and takes out people one by one, so that two who do this at once both count. */
export const linkPeople = defineMutation({
	name: 'photo.linkPeople',
	args: z.strictObject({
		id: z.uuid(),
		link: idsSchema,
		unlink: idsSchema,
		/** How many people can be recognised; left out where nobody counted. */
		peopleCount: z.exactOptional(z.nullable(z.int().check(z.gte(0), z.lte(500))))
	}),
	allowed: writers,
	says: 'Noted who is in a photo',
	async run(transaction, { id, link, unlink, peopleCount }) {
		const photo = await transaction.get(photoRecord, id);
		if (photo?.status !== 'kept') return gone();
		for (const consentId of link) {
			if (!(await transaction.get(consentRecord, consentId))) {
				return refuse('no-such-consent', 'Add this person first.', 'link');
			}
		}
		const stay = photo.consentIds.filter((consentId) => !unlink.includes(consentId));
		const consentIds = [...new Set([...stay, ...link])];
		const isAnyone = consentIds.length > 0 || (peopleCount ?? 0) > 0;
		await transaction.put(photoRecord, {
			...photo,
			consentIds,
			peopleCount: peopleCount === undefined ? photo.peopleCount : peopleCount,
			...(isAnyone && { nobodyRecognisable: false, nobodyCheckedBy: null })
		});
		return undefined;
	}
});

/** Someone looked closely, and puts their name to it. */
export const nobodyRecognisable = defineMutation({
	name: 'photo.nobodyRecognisable',
	args: z.strictObject({ id: z.uuid(), isSo: z.boolean() }),
	allowed: writers,
	says: 'Noted if anyone can be recognised',
	async run(transaction, { id, isSo }, { actor }) {
		const photo = await transaction.get(photoRecord, id);
		if (photo?.status !== 'kept') return gone();
		if (isSo && photo.consentIds.length > 0) {
			return refuse('has-people', 'People are linked to this photo. Take them out first.');
		}
		await transaction.put(photoRecord, {
			...photo,
			nobodyRecognisable: isSo,
			nobodyCheckedBy: isSo ? actor.personId : null,
			peopleCount: isSo ? 0 : null
		});
		return undefined;
	}
});

/**
 * The picture goes from every phone; what is left says that there was one.
 *
 * Final: the practice erases the bytes at once, so an undo would bring back a photo with no picture. It is asked for first, and the same picture can be added again.
 */
export const removePhoto = defineMutation({
	name: 'photo.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Removed a photo',
	final: true,
	async run(transaction, { id }) {
		const photo = await transaction.get(photoRecord, id);
		if (photo?.status !== 'kept') return gone();
		await transaction.put(photoRecord, removed(photo));
		return undefined;
	}
});

export const photoMutations = [
	addPhoto,
	describePhoto,
	describePhotos,
	linkPeople,
	nobodyRecognisable,
	lookAtPhoto,
	makePhoto,
	replacePhoto,
	removePhoto
];
