/**
 * A photo: where its bytes are, who and what it shows, where it was taken, whose it is.
 *
 * Who is in it is 'decided': two people who link people at the same time both count.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import * as z from 'zod/mini';

/** The most letters of a thumbnail, which travels inside the record (a JPEG as a data URL). */
export const maxThumbLength = 8192;
/** The longest side of a photo that this app keeps, in pixels. */
export const maxPhotoSide = 2048;

export const placeKinds = ['venue', 'public', 'private-home', 'none'] as const;
export const photoSources = ['own', 'someone-else', 'nhs', 'drawing', 'ai', 'unknown'] as const;
/** What someone who looked closely saw in a picture that should not go out so. Source: S0-25. */
export const concerns = [
	'people',
	'place',
	'screens',
	'papers',
	'badges',
	'plates',
	'mood',
	'later'
] as const;
export type Concern = (typeof concerns)[number];
export type PlaceKind = (typeof placeKinds)[number];
export type PhotoSource = (typeof photoSources)[number];

export const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'This is not a photo.'));
export const thumbSchema = z
	.string()
	.check(
		z.maxLength(maxThumbLength, 'The small picture is too large.'),
		z.regex(/^data:image\/(jpeg|webp|png);base64,[A-Za-z0-9+/=]+$/, 'This is not a picture.')
	);
/** How light falls in the picture, in 64 yeses and noes: see likeness.ts. Nothing about faces. */
export const likenessSchema = z.union([
	z.string().check(z.regex(/^[0-9a-f]{16}$/, 'This is not a likeness.')),
	z.literal('')
]);
export const sizeSchema = z.int().check(z.positive(), z.maximum(2 * 1024 * 1024));
export const sideSchema = z.int().check(z.positive(), z.maximum(maxPhotoSide));

export const photoRecord = defineRecord({
	kind: 'photo',
	noun: 'photo',
	path: '/photos/:id',
	schema: z.object({
		...recordFields,
		/** SHA-256 of the bytes; empty once the photo is removed. */
		hash: z.union([hashSchema, z.literal('')]),
		/** Empty once the photo is removed. */
		thumb: z.union([thumbSchema, z.literal('')]),
		width: sideSchema,
		height: sideSchema,
		/** How large the file is; null where that was never noted. */
		bytes: z._default(z.nullable(sizeSchema), null),
		/** Empty where it says nothing. */
		likeness: z._default(likenessSchema, ''),
		/** The photo that this one was cut from, or in which something was covered. */
		madeFromId: z._default(z.nullable(z.uuid()), null),
		takenOn: z.nullable(daySchema),
		/** What was going on, in the group's words: 'Flu clinic'. */
		occasion: z.string(),
		placeKind: z.nullable(z.enum(placeKinds)),
		venueId: z.nullable(z.uuid()),
		/** The part of the venue, as its record names it: 'Reception'. */
		area: z.nullable(z.string()),
		/** In a private home: the owner agrees, and the home cannot be recognised. */
		isHomeAgreed: z.boolean(),
		/** The consents of the people who can be recognised. */
		consentIds: z.array(z.uuid()),
		/** How many people can be recognised, where someone counted them. */
		peopleCount: z.nullable(z.int()),
		nobodyRecognisable: z.boolean(),
		nobodyCheckedBy: z.nullable(z.string()),
		source: z.enum(photoSources),
		credit: z.string(),
		licence: z.string(),
		/** Who went through the list of what to look for, when, and what they saw. */
		lookedBy: z._default(z.nullable(z.string()), null),
		lookedOn: z._default(z.nullable(daySchema), null),
		concerns: z._default(z.array(z.enum(concerns)), []),
		/** The practice does not want it used at all, and does not say why. Beats every yes. */
		isHeldBack: z._default(z.boolean(), false),
		status: z.enum(['kept', 'removed'])
	}),
	indexes: ['hash', 'consentIds', 'venueId', 'status'],
	readers: roles,
	fleeting: ['thumb', 'likeness'],
	fields: {
		consentIds: 'decided',
		peopleCount: 'decided',
		nobodyRecognisable: 'decided',
		nobodyCheckedBy: 'decided',
		isHomeAgreed: 'decided',
		lookedBy: 'decided',
		lookedOn: 'decided',
		concerns: 'decided',
		isHeldBack: { safer: [true, false] },
		status: 'decided',
		hash: 'decided',
		thumb: 'decided'
	},
	title: (photo) => photo.occasion || 'Photo without a name',
	words: (photo) => [photo.credit, photo.licence, photo.area ?? ''].join(' '),
	labels: {
		width: 'Width in dots',
		height: 'Height in dots',
		bytes: 'Size of the file in bytes',
		takenOn: 'Taken on',
		occasion: 'Occasion',
		placeKind: 'Kind of place',
		venueId: 'Place',
		area: 'Part of the place',
		isHomeAgreed: 'The home’s owner agrees',
		consentIds: 'People in it',
		peopleCount: 'People who can be recognised',
		nobodyRecognisable: 'Nobody can be recognised',
		nobodyCheckedBy: 'Checked by',
		source: 'Where it comes from',
		credit: 'Credit',
		licence: 'Licence',
		lookedBy: 'Looked through by',
		lookedOn: 'Looked through on',
		concerns: 'What was seen',
		isHeldBack: 'Held back by the practice',
		status: 'State'
	}
});
export type Photo = RowOf<typeof photoRecord>;
