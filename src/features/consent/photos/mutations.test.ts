/**
 * What can be done to a photo, and what two people do to it at once.
 */
import { describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import {
	as,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { aThumb, consentOf, venueOf } from '#tests/support/consents.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { consentRecord, photoRecord, venueRecord } from '../record.ts';
import {
	addPhoto,
	describePhoto,
	describePhotos,
	linkPeople,
	lookAtPhoto,
	makePhoto,
	nobodyRecognisable,
	photoMutations,
	removePhoto,
	replacePhoto
} from './mutations.ts';

const id = idFor(0x50);
const hash = 'b'.repeat(64);
const picture = {
	id,
	hash,
	thumb: aThumb,
	width: 2048,
	height: 1536,
	takenOn: null,
	source: 'own'
};
const [adasId, bensId] = [idFor(1), idFor(2)];

async function group() {
	const transaction = memoryTransaction();
	await transaction.put(consentRecord, consentOf(1));
	await transaction.put(consentRecord, consentOf(2));
	await transaction.put(venueRecord, venueOf());
	const act = (mutation: Mutation, args: object, who: Actor = volunteer) =>
		runMutation(mutation, transaction, args, as(who));
	return { act, photo: () => transaction.get(photoRecord, id) };
}

async function withPhoto() {
	const here = await group();
	expect(await here.act(addPhoto, picture)).toBeUndefined();
	return here;
}

const about: [Mutation, object][] = [
	[addPhoto, picture],
	[describePhoto, { id, changes: {} }],
	[linkPeople, { id, link: [], unlink: [] }],
	[nobodyRecognisable, { id, isSo: true }],
	[removePhoto, { id }]
];

test.each(about)('$name is for those who write', async (mutation, args) => {
	const { act } = await withPhoto();

	expect(await act(mutation, args, rotaMember)).toMatchObject({ code: 'role-may-not' });
	expect(await act(mutation, args, reader)).toMatchObject({ code: 'role-may-not' });
});

test.each(about.slice(1))('$name needs a photo that is here', async (mutation, args) => {
	const { act } = await withPhoto();
	await act(removePhoto, { id });

	expect(await act(mutation, args)).toMatchObject({ code: 'no-such-photo' });
	expect(await act(mutation, { ...args, id: idFor(9) })).toMatchObject({ code: 'no-such-photo' });
});

test('every mutation is on the list', () => {
	const more = [describePhotos, lookAtPhoto, makePhoto, replacePhoto];
	const all = [...about.map(([mutation]) => mutation), ...more];
	expect(new Set(photoMutations)).toEqual(new Set(all));
});

describe('photo.add: adding a photo', () => {
	test('it starts with nobody named and no place', async () => {
		const { photo } = await withPhoto();

		expect(await photo()).toMatchObject({
			...{ hash, status: 'kept', placeKind: null, consentIds: [], nobodyRecognisable: false },
			...{ createdBy: volunteer.personId, createdAt: as(volunteer).actedAt }
		});
	});

	test('the same photo is kept once, whoever adds it', async () => {
		const { act } = await withPhoto();

		expect(await act(addPhoto, picture)).toMatchObject({ code: 'already-here' });
		expect(await act(addPhoto, { ...picture, id: idFor(0x51) }, manager)).toMatchObject({
			code: 'same-photo'
		});
	});

	test.each([
		{ hash: 'b' },
		{ thumb: 'https://example.org/picture.jpg' },
		{ thumb: 'data:image/svg+xml;base64,AAAA' },
		{ thumb: `data:image/jpeg;base64,${'A'.repeat(8192)}` },
		{ width: 2049 },
		{ height: 0 },
		{ source: 'the internet' },
		{ takenOn: 'yesterday' }
	])('is refused with %j', async (changes) => {
		const { act } = await group();

		expect(await act(addPhoto, { ...picture, ...changes })).toMatchObject({
			code: 'bad-arguments'
		});
	});
});

describe('photo.describe: what it shows and where', () => {
	test('keeps what was said, and leaves the rest', async () => {
		const { act, photo } = await withPhoto();

		await act(describePhoto, { id, changes: { occasion: ' Flu clinic ', credit: 'Photo: Jo' } });
		await act(describePhoto, { id, changes: { takenOn: '2026-11-20' } }, otherVolunteer);

		expect(await photo()).toMatchObject({
			...{ occasion: 'Flu clinic', credit: 'Photo: Jo', takenOn: '2026-11-20', source: 'own' }
		});
	});

	const place = { kind: 'venue', venueId: venueOf().id, area: 'Reception', isHomeAgreed: true };

	test('a place on the list is kept with its part', async () => {
		const { act, photo } = await withPhoto();

		expect(await act(describePhoto, { id, changes: { place } })).toBeUndefined();

		expect(await photo()).toMatchObject({
			...{ placeKind: 'venue', venueId: venueOf().id, area: 'Reception', isHomeAgreed: false }
		});
	});

	test('another kind of place forgets the one on the list', async () => {
		const { act, photo } = await withPhoto();
		await act(describePhoto, { id, changes: { place } });

		await act(describePhoto, { id, changes: { place: { ...place, kind: 'private-home' } } });

		expect(await photo()).toMatchObject({
			...{ placeKind: 'private-home', venueId: null, area: null, isHomeAgreed: true }
		});
	});

	test('the place has to be on the list', async () => {
		const { act } = await withPhoto();

		for (const venueId of [null, idFor(9)]) {
			const changes = { place: { ...place, venueId } };
			expect(await act(describePhoto, { id, changes })).toMatchObject({ code: 'no-such-venue' });
		}
	});

	test('not taken tomorrow, not with a state of its own', async () => {
		const { act } = await withPhoto();

		expect(await act(describePhoto, { id, changes: { takenOn: '2026-11-22' } })).toMatchObject({
			code: 'not-yet'
		});
		expect(await act(describePhoto, { id, changes: { status: 'kept' } })).toMatchObject({
			code: 'bad-arguments'
		});
	});
});

describe('photo.linkPeople: who is in it', () => {
	test('two people who name someone at the same time both count', async () => {
		const { act, photo } = await withPhoto();

		await act(linkPeople, { id, link: [adasId], unlink: [] }, volunteer);
		await act(linkPeople, { id, link: [bensId, adasId], unlink: [] }, otherVolunteer);

		expect(await photo()).toMatchObject({ consentIds: [adasId, bensId] });
	});

	test('one is taken out, the other stays, and the count can be kept', async () => {
		const { act, photo } = await withPhoto();
		await act(linkPeople, { id, link: [adasId, bensId], unlink: [], peopleCount: 3 });

		await act(linkPeople, { id, link: [], unlink: [adasId] });

		expect(await photo()).toMatchObject({ consentIds: [bensId], peopleCount: 3 });
	});

	test('needs people who are written down', async () => {
		const { act } = await withPhoto();

		expect(await act(linkPeople, { id, link: [idFor(9)], unlink: [] })).toMatchObject({
			code: 'no-such-consent'
		});
		expect(await act(linkPeople, { id, link: ['Ada'], unlink: [] })).toMatchObject({
			code: 'bad-arguments'
		});
	});
});

describe('photo.nobodyRecognisable: someone looked closely', () => {
	test('keeps who looked, and forgets it when it is not so', async () => {
		const { act, photo } = await withPhoto();

		await act(nobodyRecognisable, { id, isSo: true }, otherVolunteer);
		expect(await photo()).toMatchObject({
			nobodyRecognisable: true,
			nobodyCheckedBy: otherVolunteer.personId
		});

		await act(nobodyRecognisable, { id, isSo: false });
		expect(await photo()).toMatchObject({ nobodyRecognisable: false, nobodyCheckedBy: null });
	});

	test('a person in the picture wins, in any order', async () => {
		const linkedFirst = await withPhoto();
		await linkedFirst.act(linkPeople, { id, link: [adasId], unlink: [] });
		expect(await linkedFirst.act(nobodyRecognisable, { id, isSo: true })).toMatchObject({
			code: 'has-people'
		});
		const tickedFirst = await withPhoto();
		await tickedFirst.act(nobodyRecognisable, { id, isSo: true });
		await tickedFirst.act(linkPeople, { id, link: [adasId], unlink: [] });

		for (const { photo } of [linkedFirst, tickedFirst]) {
			expect(await photo()).toMatchObject({ nobodyRecognisable: false, consentIds: [adasId] });
		}
	});

	test('needs a yes or a no', async () => {
		const { act } = await withPhoto();

		expect(await act(nobodyRecognisable, { id, isSo: 'maybe' })).toMatchObject({
			code: 'bad-arguments'
		});
	});
});

describe('photo.remove: taking it out of the library', () => {
	test('leaves no picture behind, and it can be added again', async () => {
		const { act, photo } = await withPhoto();

		expect(await act(removePhoto, { id }, manager)).toBeUndefined();

		expect(await photo()).toMatchObject({ status: 'removed', hash: '', thumb: '' });
		expect(await act(addPhoto, { ...picture, id: idFor(0x51) })).toBeUndefined();
	});

	test('is never undone: its bytes are erased', () => {
		expect(removePhoto.final).toBe(true);
	});

	test('needs the photo’s id', async () => {
		const { act } = await withPhoto();

		expect(await act(removePhoto, { id: hash })).toMatchObject({ code: 'bad-arguments' });
	});
});
