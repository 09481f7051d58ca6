/**
 * What can be said about a photo, and what of it fits together; for one photo and for many.
 */
import { daySchema } from '#domain/calendar.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Transaction } from '#domain/transaction.ts';
import * as z from 'zod/mini';
import { line } from '../fields/lines.ts';
import { venueRecord } from '../record.ts';
import { photoSources, placeKinds, type Photo } from './record.ts';

/** Each may be left out. */
const describedFields = {
	occasion: z.exactOptional(line(120, 'the occasion')),
	takenOn: z.exactOptional(z.nullable(daySchema)),
	source: z.exactOptional(z.enum(photoSources)),
	credit: z.exactOptional(line(200, 'the credit')),
	licence: z.exactOptional(line(200, 'the licence')),
	/** The whole place at once, so that its parts always fit. */
	place: z.exactOptional(
		z.strictObject({
			kind: z.enum(placeKinds),
			venueId: z.nullable(z.uuid()),
			area: z.nullable(line(80, 'the part of the place')),
			isHomeAgreed: z.boolean()
		})
	)
};
/** Of one photo or of many. */
export const changesSchema = z.strictObject(describedFields);
type Changes = z.infer<typeof changesSchema>;

/** The fields as the record keeps them. */
export async function describe(
	transaction: Transaction,
	{ place, ...changes }: Changes,
	today: string
): Promise<{ fields: Partial<Photo> } | { refusal: Refusal }> {
	if ((changes.takenOn ?? '') > today) {
		const message = 'The photo cannot be taken later than today.';
		return { refusal: refuse('not-yet', message, 'takenOn') };
	}
	if (!place) return { fields: changes };
	const isVenue = place.kind === 'venue';
	if (isVenue && !(place.venueId && (await transaction.get(venueRecord, place.venueId)))) {
		const message = 'Choose the place from the list, or add it.';
		return { refusal: refuse('no-such-venue', message, 'venueId') };
	}
	return {
		fields: {
			...changes,
			placeKind: place.kind,
			venueId: isVenue ? place.venueId : null,
			area: isVenue ? place.area || null : null,
			isHomeAgreed: place.kind === 'private-home' && place.isHomeAgreed
		}
	};
}
