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
import { line } from '../fields/lines.ts';
import { consentRecord, venueRecord } from '../record.ts';
import {
	hashSchema,
	photoRecord,
	photoSources,
	placeKinds,
	sideSchema,
	thumbSchema
} from './record.ts';

const gone = () => refuse('no-such-photo', 'This photo is no longer here.');
const idsSchema = z.array(z.uuid()).check(z.maxLength(50));

const describedFields = {
	occasion: line(120, 'the occasion'),
	takenOn: z.nullable(daySchema),
	source: z.enum(photoSources),
	credit: line(200, 'the credit'),
	licence: line(200, 'the licence')
};

export const addPhoto = defineMutation({
	name: 'photo.add',
	args: z.strictObject({
		id: z.uuid(),
		hash: hashSchema,
		thumb: thumbSchema,
		width: sideSchema,
		height: sideSchema,
		takenOn: describedFields.takenOn,
		source: describedFields.source
	}),
	allowed: writers,
	says: 'Added a photo',
	async run(transaction, photo, { actor, actedAt }) {
		if (await transaction.get(photoRecord, photo.id)) {
			return refuse('already-here', 'This photo is already here.');
		}
		const same = await transaction.by(photoRecord, 'hash', photo.hash);
		if (same.length > 0) return refuse('same-photo', 'This picture is already among the photos.');
		await transaction.put(photoRecord, {
			...photo,
			createdAt: actedAt,
			createdBy: actor.personId,
			occasion: '',
			placeKind: null,
			venueId: null,
			area: null,
			isHomeAgreed: false,
			consentIds: [],
			peopleCount: null,
			nobodyRecognisable: false,
			nobodyCheckedBy: null,
			credit: '',
			licence: '',
			status: 'kept'
		});
		return undefined;
	}
});

export const describePhoto = defineMutation({
	name: 'photo.describe',
	args: z.strictObject({
		id: z.uuid(),
		changes: z.strictObject({
			occasion: z.exactOptional(describedFields.occasion),
			takenOn: z.exactOptional(describedFields.takenOn),
			source: z.exactOptional(describedFields.source),
			credit: z.exactOptional(describedFields.credit),
			licence: z.exactOptional(describedFields.licence),
			/** The whole place at once, so that its parts always fit. */
			place: z.exactOptional(
				z.strictObject({
					kind: z.enum(placeKinds),
					venueId: z.nullable(z.uuid()),
					area: z.nullable(line(80, 'the part of the place')),
					isHomeAgreed: z.boolean()
				})
			)
		})
	}),
	allowed: writers,
	says: 'Changed what we know about a photo',
	async run(transaction, { id, changes: { place, ...changes } }, { today }) {
		const photo = await transaction.get(photoRecord, id);
		if (photo?.status !== 'kept') return gone();
		if ((changes.takenOn ?? '') > today) {
			return refuse('not-yet', 'The photo cannot be taken later than today.', 'takenOn');
		}
		const isVenue = place?.kind === 'venue';
		if (isVenue && !(place.venueId && (await transaction.get(venueRecord, place.venueId)))) {
			return refuse('no-such-venue', 'Choose the place from the list, or add it.', 'venueId');
		}
		await transaction.put(photoRecord, {
			...photo,
			...changes,
			...(place && {
				placeKind: place.kind,
				venueId: isVenue ? place.venueId : null,
				area: isVenue ? place.area || null : null,
				isHomeAgreed: place.kind === 'private-home' && place.isHomeAgreed
			})
		});
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
 * Final: the practice erases the bytes some weeks later, so an undo would bring back a photo with
 * no picture. It is asked for first, and the same picture can be added again.
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
		await transaction.put(photoRecord, { ...photo, status: 'removed', hash: '', thumb: '' });
		return undefined;
	}
});

export const photoMutations = [
	addPhoto,
	describePhoto,
	linkPeople,
	nobodyRecognisable,
	removePhoto
];
