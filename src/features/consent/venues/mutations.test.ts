/**
 * What can be done to a place, and how its no wins.
 */
import { describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import { readableRow } from '#domain/record.ts';
import type { Actor } from '#domain/roles.ts';
import {
	as,
	coordinator,
	deputy,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { facebook, photoOf, venueOf } from '#tests/support/consents.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { emptyContent, postRecord } from '#features/posts/record.ts';
import { photoRecord, venueRecord } from '../record.ts';
import { lookAgainTakeDown } from '../takedown/mutations.ts';
import { takeDownPlaces, takeDownRecord } from '../takedown/record.ts';
import {
	addVenue,
	askVenue,
	confirmVenue,
	editVenue,
	giveVenue,
	refuseVenue,
	venueMutations,
	withdrawVenue
} from './mutations.ts';
import { nothingAnsweredThere } from './answer-fields.ts';
import { giveVenueCopy } from './answering.ts';

const id = idFor(0x70);
const hall = {
	id,
	name: 'Village hall',
	address: '1 The Green',
	whoMayAgree: 'warden',
	contact: null
};
const yes = {
	id,
	agreedBy: 'Cleo Example',
	areas: ['Main hall'],
	areasNotAllowed: ['Kitchen'],
	conditions: '',
	givenOn: '2026-11-21',
	firstOn: null,
	expiresOn: '2027-11-21'
};
const ask = { id, isAgainAfterNo: false };

function group() {
	const transaction = memoryTransaction();
	const act = (mutation: Mutation, args: object, who: Actor = volunteer) =>
		runMutation(mutation, transaction, args, as(who));
	return { act, transaction, venue: () => transaction.get(venueRecord, id) };
}

/** The hall, after these have been done to it. */
async function withHall(...done: readonly [Mutation, object, Actor?][]) {
	const here = group();
	expect(await here.act(addVenue, hall)).toBeUndefined();
	for (const [mutation, args, who] of done) {
		expect(await here.act(mutation, args, who)).toBeUndefined();
	}
	return here;
}

const about: [Mutation, object, Actor, Actor][] = [
	[addVenue, { ...hall, id: idFor(0x71) }, volunteer, rotaMember],
	[editVenue, { id, changes: { name: 'The hall' } }, volunteer, rotaMember],
	[askVenue, ask, volunteer, rotaMember],
	[giveVenue, yes, volunteer, rotaMember],
	[giveVenueCopy, { id, how: 'print' }, volunteer, rotaMember],
	[refuseVenue, { id }, rotaMember, reader],
	[withdrawVenue, { id }, rotaMember, reader]
];

test.each(about)('$name: who may, and who may not', async (mutation, args, who, other) => {
	const { act } = await withHall();

	expect(await act(mutation, args, other)).toMatchObject({ code: 'role-may-not' });
	expect(await act(mutation, args, who)).toBeUndefined();
});

test.each([
	...about.slice(1).map(([mutation, args, who]) => [mutation, args, who] as const),
	[confirmVenue, { id }, manager] as const
])('$name needs a place on the list, and known arguments', async (mutation, args, who) => {
	const { act } = group();

	expect(await act(mutation, args, who)).toMatchObject({ code: 'no-such-venue' });
	expect(await act(mutation, { ...args, status: 'confirmed' }, who)).toMatchObject({
		code: 'bad-arguments'
	});
});

test('every mutation is on the list', () => {
	expect(venueMutations).toHaveLength(8);
	expect(venueMutations).toEqual(expect.arrayContaining(about.map(([mutation]) => mutation)));
	expect(venueMutations).toContain(confirmVenue);
});

describe('venue.add and venue.edit', () => {
	test('a place starts unasked, and is added once', async () => {
		const { act, venue } = await withHall();

		expect(await venue()).toMatchObject({ ...hall, status: 'not-asked', areas: [] });
		expect(await act(addVenue, hall)).toMatchObject({ code: 'already-here' });
		expect(await act(addVenue, { ...hall, name: ' ' })).toMatchObject({ code: 'bad-arguments' });
	});

	test('what the owner agreed to cannot be edited in', async () => {
		const { act } = await withHall([giveVenue, yes]);

		expect(await act(editVenue, { id, changes: { areas: ['Kitchen'] } })).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('a new name leaves the answer as it is', async () => {
		const { venue } = await withHall(
			[giveVenue, yes],
			[editVenue, { id, changes: { name: 'Hall' } }]
		);

		expect(await venue()).toMatchObject({ name: 'Hall', status: 'given', address: '1 The Green' });
	});
});

describe('venue.ask and venue.give', () => {
	test('first asked, then a yes for some parts and days', async () => {
		const asked = await withHall([askVenue, ask]);
		expect(await asked.venue()).toMatchObject({ status: 'asked', askedOn: '2026-11-21' });

		await asked.act(giveVenue, yes);

		expect(await asked.venue()).toMatchObject({
			...{ status: 'given', areas: ['Main hall'], areasNotAllowed: ['Kitchen'] },
			...{ expiresOn: '2027-11-21', takenBy: volunteer.personId }
		});
	});

	test('being asked again changes nothing until there is a new answer', async () => {
		const { act, venue } = await withHall([giveVenue, yes], [confirmVenue, { id }, manager]);

		await act(askVenue, ask);
		expect(await venue()).toMatchObject({ status: 'confirmed' });

		await act(giveVenue, { ...yes, areas: ['Main hall', 'Garden'] }, otherVolunteer);
		expect(await venue()).toMatchObject({ status: 'given', confirmedAt: null, confirmedBy: null });
	});

	test.each([
		['not-yet', { givenOn: '2026-11-22' }],
		['ends-too-soon', { firstOn: '2026-12-01', expiresOn: '2026-11-30' }],
		['bad-arguments', { areas: [] }],
		['bad-arguments', { areas: [' '] }],
		['bad-arguments', { agreedBy: '' }]
	])('a yes is refused as %s', async (code, changes) => {
		const { act } = await withHall();

		expect(await act(giveVenue, { ...yes, ...changes })).toMatchObject({ code });
	});
});

describe('venue.confirm: the practice checks the yes of a place', () => {
	test('the practice manager may, once', async () => {
		const { act, venue } = await withHall([giveVenue, yes], [confirmVenue, { id }, manager]);

		expect(await venue()).toMatchObject({
			...{ status: 'confirmed', confirmedBy: manager.personId, confirmedAt: as(manager).actedAt }
		});
		expect(await act(confirmVenue, { id }, deputy)).toMatchObject({ code: 'not-waiting' });
	});

	test('nobody else may', async () => {
		const { act } = await withHall([giveVenue, yes]);

		for (const who of [coordinator, volunteer, rotaMember, reader]) {
			expect(await act(confirmVenue, { id }, who)).toMatchObject({ code: 'role-may-not' });
		}
	});

	test('not their own; then the deputy does it', async () => {
		const { act } = await withHall([giveVenue, yes, manager]);

		expect(await act(confirmVenue, { id }, manager)).toMatchObject({ code: 'your-own' });
		expect(await act(confirmVenue, { id }, deputy)).toBeUndefined();
	});

	test('not before there is a yes', async () => {
		const { act } = await withHall([askVenue, ask]);

		expect(await act(confirmVenue, { id }, manager)).toMatchObject({ code: 'not-waiting' });
	});
});

describe('venue.refuse and venue.withdraw: a no wins', () => {
	test.each([
		['refused', refuseVenue],
		['withdrawn', withdrawVenue]
	])('%s: over a yes, and whatever arrives later', async (status, no) => {
		const { act, venue } = await withHall(
			[giveVenue, yes],
			[confirmVenue, { id }, manager],
			[no, { id }, rotaMember]
		);

		expect(await act(giveVenue, yes)).toMatchObject({ code: 'said-no' });
		expect(await act(askVenue, ask)).toMatchObject({ code: 'said-no' });
		expect(await act(confirmVenue, { id }, manager)).toMatchObject({ code: 'not-waiting' });
		expect(await act(refuseVenue, { id })).toBeUndefined();
		expect(await act(withdrawVenue, { id })).toBeUndefined();
		expect(await venue()).toMatchObject({ status });
	});

	test('whoever knows of the no can ask again', async () => {
		const { act, venue } = await withHall([refuseVenue, { id }]);

		await act(askVenue, { id, isAgainAfterNo: true });
		expect(await venue()).toMatchObject({ status: 'asked' });

		expect(await act(giveVenue, yes)).toBeUndefined();
	});
});

describe('what proves the yes of a place', () => {
	const proof = {
		purposes: ['ppg-posts', 'poster'],
		accounts: [facebook.id],
		media: ['photo', 'video'],
		mayPromote: true,
		times: 'Before 8am, and at weekends',
		looks: ['patients', 'screens', 'notes', 'badges', 'plates'],
		method: 'signed',
		signature: [[100, 200, 0, 900, 300, 40]],
		wordingVersion: 'venue-1',
		paperHash: 'a'.repeat(64)
	};

	test('is kept with the answer: uses, times, how, signature, moment and words of the form', async () => {
		const { venue } = await withHall([giveVenue, { ...yes, ...proof }]);

		expect(await venue()).toMatchObject({ ...proof, signedAt: as(volunteer).actedAt });
	});

	test.each([
		['no-account', { accounts: [] }],
		['not-signed', { signature: null }],
		['unknown-words', { wordingVersion: 'adult-1' }],
		['bad-arguments', { purposes: [] }],
		['bad-arguments', { method: 'told' }]
	])('is refused as %s when a part of it is missing', async (code, changes) => {
		const { act } = await withHall();

		expect(await act(giveVenue, { ...yes, ...proof, ...changes })).toMatchObject({ code });
	});

	test('is asked anew with each new answer', async () => {
		const { venue } = await withHall([giveVenue, { ...yes, ...proof }], [giveVenue, yes]);

		expect(await venue()).toMatchObject({ purposes: null, signature: null, method: null });
	});

	test('is seen by those who lead; the signature by nobody else', async () => {
		const { venue } = await withHall([giveVenue, { ...yes, ...proof }]);
		const row = await venue();
		if (!row) throw new Error('no place');

		expect(readableRow(venueRecord, row, 'volunteer')).toMatchObject({
			...{ signature: null, agreedBy: null, method: 'signed', times: proof.times }
		});
		expect(readableRow(venueRecord, row, 'coordinator')).toMatchObject({
			signature: proof.signature
		});
	});

	test('comes with what the practice manager noted, and the copy that the owner got', async () => {
		const { venue } = await withHall(
			[giveVenue, { ...yes, ...proof }],
			[giveVenueCopy, { id, how: 'mail' }],
			[confirmVenue, { id, note: 'Seen on paper' }, manager]
		);

		expect(await venue()).toMatchObject({
			...{ confirmNote: 'Seen on paper', copyOn: '2026-11-21', copyHow: 'mail' }
		});
	});

	test('can be read where a place is from before it was asked', () => {
		const known = Object.keys(nothingAnsweredThere);
		const old = Object.fromEntries(
			Object.entries(venueOf()).filter(([field]) => !known.includes(field))
		);

		expect(venueRecord.schema.parse(old)).toEqual(venueOf());
	});
});

describe('what is out when a place takes its yes back', () => {
	const photo = photoOf({ placeKind: 'venue', venueId: id, area: 'Main hall', consentIds: [] });
	const post = postRecord.schema.parse({
		...emptyContent,
		...{ id: idFor(0x90), createdAt: 0, createdBy: volunteer.personId, title: 'Fair' },
		...{ status: 'posted', pictures: [{ photoId: photo.id, alt: '' }] },
		postings: [
			{ accountId: facebook.id, url: 'https://example.org/1', at: 0, by: volunteer.personId }
		]
	});
	const withPost = async () => {
		const here = await withHall([giveVenue, yes], [confirmVenue, { id }, manager]);
		await here.transaction.put(photoRecord, photo);
		await here.transaction.put(postRecord, post);
		return here;
	};

	test('becomes a list with every place to look, by the name of the place', async () => {
		const { act, transaction, venue } = await withPost();

		await act(withdrawVenue, { id, how: 'By phone' }, rotaMember);

		expect(await venue()).toMatchObject({
			...{ withdrawnOn: '2026-11-21', withdrawnBy: rotaMember.personId },
			...{ withdrawnHow: 'By phone', keepsPosts: false }
		});
		const list = await transaction.get(takeDownRecord, id);
		expect(list).toMatchObject({ code: 'Village hall', state: 'open', postIds: [post.id] });
		expect(list?.items.map(({ key }) => key)).toEqual([
			`post/${post.id}/${facebook.id}`,
			...takeDownPlaces.map((place) => `place/${place}`)
		]);
		expect(await act(lookAgainTakeDown, { id })).toMatchObject({ code: 'nothing-new' });
	});

	test('may stay, when the owner says so', async () => {
		const { act, transaction } = await withPost();

		await act(withdrawVenue, { id, keepsPosts: true });

		expect(await transaction.get(takeDownRecord, id)).toBeUndefined();
	});
});

test('how to reach the owner is for the practice manager and the coordinator', async () => {
	const { venue } = await withHall([editVenue, { id, changes: { contact: '01632 960001' } }]);
	const row = await venue();
	if (!row) throw new Error('no place');

	expect(readableRow(venueRecord, row, 'volunteer')).toMatchObject({ contact: null });
	expect(readableRow(venueRecord, row, 'coordinator')).toMatchObject({ contact: '01632 960001' });
});
