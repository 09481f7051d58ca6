/**
 * What proves the yes of a place, and what happens to what is out when it is taken back.
 */
import { describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import { readableRow } from '#domain/record.ts';
import type { Actor } from '#domain/roles.ts';
import { emptyContent, postRecord } from '#features/posts/record.ts';
import { as, idFor, manager, rotaMember, volunteer } from '#tests/support/actors.ts';
import { facebook, hall, hallsYes, photoOf, venueOf } from '#tests/support/consents.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { photoRecord, venueRecord } from '../record.ts';
import { lookAgainTakeDown } from '../takedown/mutations.ts';
import { takeDownPlaces, takeDownRecord } from '../takedown/record.ts';
import { nothingAnsweredThere } from './answer-fields.ts';
import { giveVenueCopy } from './answering.ts';
import { addVenue, confirmVenue, giveVenue, withdrawVenue } from './mutations.ts';

const { id } = hall;
const yes = hallsYes;

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
