/**
 * Everything that can be done to a place: added, asked, its answer kept, confirmed, taken back.
 *
 * What the owner agreed to (parts, days) only ever comes with an answer, never with an edit.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members, writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { filledLine, line } from '../fields/lines.ts';
import { venueRecord, type Venue } from '../record.ts';
import { isOwn } from '../rules.ts';

const gone = () => refuse('no-such-venue', 'This place is no longer on the list.');
const no = () => refuse('said-no', 'They said no. Ask them again before you go on.');
const areasSchema = z.array(filledLine(80, 'the part of the place')).check(z.maxLength(30));
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
			withdrawnOn: null
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

/** The person in charge says where and when pictures are welcome. A new yes needs a new check. */
export const giveVenue = defineMutation({
	name: 'venue.give',
	args: z.strictObject({
		id: z.uuid(),
		agreedBy: filledLine(120, 'who agreed'),
		areas: areasSchema.check(z.minLength(1, 'Enter the parts where pictures are welcome.')),
		areasNotAllowed: areasSchema,
		conditions: line(300, 'what to look out for'),
		givenOn: daySchema,
		firstOn: z.nullable(daySchema),
		expiresOn: z.nullable(daySchema)
	}),
	allowed: writers,
	says: 'Kept the yes of a place',
	final: true,
	async run(transaction, { id, ...answer }, { actor, today }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		if (saidNo(venue)) return no();
		if (answer.givenOn > today) {
			return refuse('not-yet', 'The day of the yes cannot be later than today.', 'givenOn');
		}
		if (answer.firstOn && answer.expiresOn && answer.expiresOn < answer.firstOn) {
			return refuse('ends-too-soon', 'The last day must come after the first.', 'expiresOn');
		}
		await transaction.put(venueRecord, {
			...venue,
			...answer,
			status: 'given',
			takenBy: actor.personId,
			confirmedAt: null,
			confirmedBy: null
		});
		return undefined;
	}
});

export const confirmVenue = defineMutation({
	name: 'venue.confirm',
	args: z.strictObject({ id: z.uuid() }),
	allowed: ['practice-manager'],
	says: 'Confirmed a place',
	final: true,
	async run(transaction, { id }, { actor, actedAt }) {
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
			confirmedBy
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

export const withdrawVenue = defineMutation({
	name: 'venue.withdraw',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Took the yes of a place back',
	final: true,
	async run(transaction, { id }, { today }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		if (saidNo(venue)) return undefined;
		await transaction.put(venueRecord, { ...venue, status: 'withdrawn', withdrawnOn: today });
		return undefined;
	}
});

function saidNo({ status }: Venue): boolean {
	return status === 'refused' || status === 'withdrawn';
}

export const venueMutations = [
	addVenue,
	editVenue,
	askVenue,
	giveVenue,
	confirmVenue,
	refuseVenue,
	withdrawVenue
];
