/**
 * Everything that can be done to a place: added, asked, its answer kept, confirmed, taken back.
 *
 * What the owner agreed to (parts, days) only ever comes with an answer, never with an edit.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members, writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { filledLine, line } from '../fields/lines.ts';
import { venueRecord } from '../record.ts';
import { isOwn } from '../rules.ts';
import { addPlaceToTakeDown } from '../takedown/gather.ts';
import { nothingAnsweredThere } from './answer-fields.ts';
import { giveVenue, giveVenueCopy, gone, no, saidNo } from './answering.ts';

export { giveVenue, giveVenueCopy } from './answering.ts';

const detailFields = {
	name: filledLine(120, 'the name of the place'),
	address: line(200, 'the address'),
	whoMayAgree: line(120, 'who may agree'),
	contact: z.nullable(filledLine(160, 'how to reach them'))
};

export const addVenue = defineMutation({
	name: 'venue.add',
	args: z.strictObject({ id: z.uuid(), ...detailFields }),
	allowed: writers,
	says: 'Added a place',
	async run(transaction, details, { actor, actedAt }) {
		if (await transaction.get(venueRecord, details.id)) {
			return refuse('already-here', 'This place is already on the list.');
		}
		await transaction.put(venueRecord, {
			...details,
			createdAt: actedAt,
			createdBy: actor.personId,
			status: 'not-asked',
			askedOn: null,
			givenOn: null,
			agreedBy: null,
			areas: [],
			areasNotAllowed: [],
			conditions: '',
			firstOn: null,
			expiresOn: null,
			takenBy: null,
			confirmedAt: null,
			confirmedBy: null,
			refusedOn: null,
			withdrawnOn: null,
			holdWhy: null,
			...nothingAnsweredThere
		});
		return undefined;
	}
});

export const editVenue = defineMutation({
	name: 'venue.edit',
	args: z.strictObject({
		id: z.uuid(),
		changes: z.strictObject({
			name: z.exactOptional(detailFields.name),
			address: z.exactOptional(detailFields.address),
			whoMayAgree: z.exactOptional(detailFields.whoMayAgree),
			contact: z.exactOptional(detailFields.contact)
		})
	}),
	allowed: writers,
	says: 'Changed a place',
	async run(transaction, { id, changes }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		await transaction.put(venueRecord, { ...venue, ...changes });
		return undefined;
	}
});

/** Asks, or asks again: a yes that stands goes on standing until there is a new answer. */
export const askVenue = defineMutation({
	name: 'venue.ask',
	args: z.strictObject({
		id: z.uuid(),
		/** They said no, or took their yes back, and are asked again knowing that. */
		isAgainAfterNo: z.boolean()
	}),
	allowed: writers,
	says: 'Noted that a place was asked',
	async run(transaction, { id, isAgainAfterNo }, { today }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		if (saidNo(venue) && !isAgainAfterNo) return no();
		const isOpen = venue.status === 'not-asked' || saidNo(venue);
		await transaction.put(venueRecord, {
			...venue,
			status: isOpen ? 'asked' : venue.status,
			askedOn: today
		});
		return undefined;
	}
});

export const confirmVenue = defineMutation({
	name: 'venue.confirm',
	args: z.strictObject({ id: z.uuid(), note: z.exactOptional(filledLine(500, 'the note')) }),
	allowed: ['practice-manager'],
	says: 'Confirmed a place',
	final: true,
	async run(transaction, { id, note }, { actor, actedAt }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		if (venue.status !== 'given') {
			return refuse('not-waiting', 'There is no yes of this place to confirm.');
		}
		if (isOwn(actor, venue)) {
			return refuse('your-own', 'You had a part in this one. Ask the other practice manager.');
		}
		const { personId: confirmedBy } = actor;
		await transaction.put(venueRecord, {
			...venue,
			status: 'confirmed',
			confirmedAt: actedAt,
			confirmedBy,
			confirmNote: note ?? null
		});
		return undefined;
	}
});

/** A no always counts, also over a yes that someone else wrote down at the same time. */
export const refuseVenue = defineMutation({
	name: 'venue.refuse',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Noted that a place said no',
	final: true,
	async run(transaction, { id }, { today }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		if (saidNo(venue)) return undefined;
		await transaction.put(venueRecord, { ...venue, status: 'refused', refusedOn: today });
		return undefined;
	}
});

/** No reason needed. What has gone out has to come down, unless the owner says that it may stay. */
export const withdrawVenue = defineMutation({
	name: 'venue.withdraw',
	args: z.strictObject({
		id: z.uuid(),
		keepsPosts: z.exactOptional(z.boolean()),
		how: z.exactOptional(z.nullable(filledLine(200, 'how they told you')))
	}),
	allowed: members,
	says: 'Took the yes of a place back',
	final: true,
	async run(transaction, { id, keepsPosts = false, how = null }, context) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		if (saidNo(venue)) return undefined;
		await transaction.put(venueRecord, {
			...venue,
			...{ status: 'withdrawn', withdrawnOn: context.today, keepsPosts },
			...{ withdrawnBy: context.actor.personId, withdrawnHow: how }
		});
		const wasYes = venue.status === 'given' || venue.status === 'confirmed';
		if (wasYes && !keepsPosts) await addPlaceToTakeDown(transaction, venue, context);
		return undefined;
	}
});

export const venueMutations = [
	addVenue,
	editVenue,
	askVenue,
	giveVenue,
	giveVenueCopy,
	confirmVenue,
	refuseVenue,
	withdrawVenue
];
