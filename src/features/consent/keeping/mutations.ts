/**
 * Settings of the nightly tidying, a hold in law, and the two steps that the night takes.
 *
 * A step out of time is refused, whoever asks for it. What it deletes cannot come back.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import * as z from 'zod/mini';
import { nothingAnswered } from '../answers/answered.ts';
import { consentContactRecord } from '../desk/record.ts';
import { filledLine } from '../fields/lines.ts';
import { removed } from '../photos/making.ts';
import { consentRecord, photoRecord, venueRecord, type Consent, type Venue } from '../record.ts';
import { nothingAnsweredThere } from '../venues/answer-fields.ts';
import { formDueOn, keepingOf, photoDueOn, placeFormDueOn, postsOut } from './night.ts';
import { firstKeeping, keepingFields, keepingRecord } from './record.ts';

const onlyManagers = ['practice-manager'] as const;
const tooEarly = () => refuse('not-due', 'It is not time for this yet. Nothing was deleted.');

export const editKeeping = defineMutation({
	name: 'keeping.edit',
	args: z.strictObject({
		photoDays: z.exactOptional(keepingFields.photoDays),
		formMonths: z.exactOptional(keepingFields.formMonths)
	}),
	allowed: onlyManagers,
	says: 'Changed how long photos and forms are kept',
	async run(transaction, changes, { actor, actedAt, practiceId }) {
		const row = await transaction.get(keepingRecord, practiceId);
		const made = { id: practiceId, createdAt: actedAt, createdBy: actor.personId };
		// Other days, another look beforehand.
		const next = { ...(row ?? { ...made, ...firstKeeping }), ...changes, isOn: false };
		await transaction.put(keepingRecord, next);
		return undefined;
	}
});

/** On only for someone who has seen what tonight would do. */
export const switchKeeping = defineMutation({
	name: 'keeping.switch',
	args: z.discriminatedUnion('isOn', [
		z.strictObject({ isOn: z.literal(false) }),
		z.strictObject({
			isOn: z.literal(true),
			hasLooked: z.literal(true, 'Look first at what tonight would do.')
		})
	]),
	allowed: onlyManagers,
	says: 'Switched the nightly tidying on or off',
	async run(transaction, { isOn }, { actor, actedAt, practiceId }) {
		const row = await transaction.get(keepingRecord, practiceId);
		const made = { id: practiceId, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(keepingRecord, { ...(row ?? { ...made, ...firstKeeping }), isOn });
		return undefined;
	}
});

const holdArgs = z.strictObject({
	id: z.uuid(),
	why: z.nullable(filledLine(200, 'why it must be kept'))
});

/** A reason in law to keep photo and form, or none any more. */
export const holdConsent = defineMutation({
	name: 'consent.hold',
	args: holdArgs,
	allowed: onlyManagers,
	says: 'Decided if a consent must be kept',
	async run(transaction, { id, why }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return refuse('no-such-consent', 'This consent is no longer here.');
		await transaction.put(consentRecord, { ...consent, holdWhy: why });
		return undefined;
	}
});

/** The same for a place: its form, and the photos that were taken there. */
export const holdVenue = defineMutation({
	name: 'venue.hold',
	args: holdArgs,
	allowed: onlyManagers,
	says: 'Decided if the form of a place must be kept',
	async run(transaction, { id, why }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return refuse('no-such-venue', 'This place is no longer on the list.');
		await transaction.put(venueRecord, { ...venue, holdWhy: why });
		return undefined;
	}
});

/** The night: the picture goes from every phone and from the server. */
export const letPhotoGo = defineMutation({
	name: 'photo.letGo',
	args: z.strictObject({ id: z.uuid() }),
	allowed: onlyManagers,
	says: 'Deleted a photo whose time was over',
	final: true,
	async run(transaction, { id }, { today, practiceId }) {
		const keeping = await keepingOf(transaction, practiceId);
		const photo = await transaction.get(photoRecord, id);
		const dueOn = photo && keeping.isOn && (await photoDueOn(transaction, photo, keeping));
		if (!photo || !dueOn || dueOn > today) return tooEarly();
		await transaction.put(photoRecord, removed(photo));
		return undefined;
	}
});

/** The night: only code, days and outcome are left. */
export const cutConsentDown = defineMutation({
	name: 'consent.cutDown',
	args: z.strictObject({ id: z.uuid() }),
	allowed: onlyManagers,
	says: 'Cut a consent down to its days and outcome',
	final: true,
	async run(transaction, { id }, { today, practiceId }) {
		const keeping = await keepingOf(transaction, practiceId);
		const consent = await transaction.get(consentRecord, id);
		const night = { keeping, today, posts: () => postsOut(transaction) };
		const isDue = consent && keeping.isOn && (await formDueOn(transaction, consent, night));
		if (!consent || !isDue) return tooEarly();
		await transaction.put(consentRecord, stubOf(consent, today));
		await transaction.remove(consentContactRecord, id);
		return undefined;
	}
});

/** Every field that a consent has must be named here or start empty: a new one is never kept. */
function stubOf(consent: Consent, today: string): Consent {
	const { id, createdAt, createdBy, code, kind, ageBand, personKey, replacesId } = consent;
	const { status, askedOn, givenOn, expiresOn, refusedOn, withdrawnOn, mustNotShow } = consent;
	const { confirmedAt, confirmedBy, wordingVersion } = consent;
	return {
		...nothingAnswered,
		...{ id, createdAt, createdBy, code, kind, ageBand, personKey, replacesId },
		...{ status, askedOn, givenOn, expiresOn, refusedOn, withdrawnOn, mustNotShow },
		...{ confirmedAt, confirmedBy, wordingVersion },
		...{ picturedPersonId: null, isStaff: false, firstName: '', lastName: null },
		...{ contact: null, howToRecognise: '', reducedOn: today }
	};
}

/** The night: who agreed, how to reach them and what they signed go; the place stays on the list. */
export const cutVenueDown = defineMutation({
	name: 'venue.cutDown',
	args: z.strictObject({ id: z.uuid() }),
	allowed: onlyManagers,
	says: 'Cut the form of a place down to its days and outcome',
	final: true,
	async run(transaction, { id }, { today, practiceId }) {
		const keeping = await keepingOf(transaction, practiceId);
		const venue = await transaction.get(venueRecord, id);
		const night = { keeping, today, posts: () => postsOut(transaction) };
		const isDue = venue && keeping.isOn && (await placeFormDueOn(transaction, venue, night));
		if (!venue || !isDue) return tooEarly();
		await transaction.put(venueRecord, placeStubOf(venue, today));
		return undefined;
	}
});

/** Every field that a place has must be named here or start empty: a new one is never kept. */
function placeStubOf(venue: Venue, today: string): Venue {
	const { id, createdAt, createdBy, name, address, areas, areasNotAllowed } = venue;
	const { status, askedOn, givenOn, firstOn, expiresOn, refusedOn, withdrawnOn } = venue;
	const { confirmedAt, confirmedBy, wordingVersion } = venue;
	return {
		...nothingAnsweredThere,
		...{ id, createdAt, createdBy, name, address, areas, areasNotAllowed },
		...{ status, askedOn, givenOn, firstOn, expiresOn, refusedOn, withdrawnOn },
		...{ confirmedAt, confirmedBy, wordingVersion },
		...{ whoMayAgree: '', contact: null, agreedBy: null, conditions: '', takenBy: null },
		...{ holdWhy: null, reducedOn: today }
	};
}

export const keepingMutations = [
	editKeeping,
	switchKeeping,
	holdConsent,
	holdVenue,
	letPhotoGo,
	cutConsentDown,
	cutVenueDown
];
