/**
 * What can be done to many photos at once, to what is seen in one, and the pictures made from it.
 */
import { describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { as, idFor, manager, reader, volunteer } from '#tests/support/actors.ts';
import { aThumb, consentOf, photoOf, venueOf } from '#tests/support/consents.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { consentRecord, photoRecord, venueRecord, type Photo } from '../record.ts';
import { isAlike, likenessOf } from './likeness.ts';
import { mostAtOnce } from './many.ts';
import { describePhotos, lookAtPhoto, makePhoto, removePhoto, replacePhoto } from './mutations.ts';

const id = photoOf().id;
const [otherId, newId] = [idFor(0x51), idFor(0x52)];
const [adasId, bensId] = [idFor(1), idFor(2)];
const made = {
	...{ id: newId, fromId: id, hash: 'c'.repeat(64), thumb: aThumb, width: 1080, height: 1080 },
	...{ bytes: 200_000, likeness: '00ff00ff00ff00ff', covered: [] }
};

async function group(changes: Partial<Photo> = {}) {
	const transaction = memoryTransaction();
	await transaction.put(consentRecord, consentOf(1));
	await transaction.put(consentRecord, consentOf(2));
	await transaction.put(venueRecord, venueOf());
	await transaction.put(photoRecord, photoOf(changes));
	await transaction.put(photoRecord, photoOf({ id: otherId, hash: 'b'.repeat(64), credit: 'Jo' }));
	const act = (mutation: Mutation, args: object, who: Actor = volunteer) =>
		runMutation(mutation, transaction, args, as(who));
	return { act, photo: (which = id) => transaction.get(photoRecord, which) };
}

describe('several photos at once', () => {
	test('get the same occasion, and keep what was not filled in', async () => {
		const { act, photo } = await group();

		const changes = { occasion: 'Summer fair', place: placeOf(venueOf().id) };
		expect(await act(describePhotos, { ids: [id, otherId], changes })).toBeUndefined();

		expect(await photo()).toMatchObject({ occasion: 'Summer fair', venueId: venueOf().id });
		expect(await photo(otherId)).toMatchObject({ occasion: 'Summer fair', credit: 'Jo' });
	});

	test('pass over those that were removed, and refuse when none is left', async () => {
		const { act, photo } = await group();
		await act(removePhoto, { id: otherId });

		const changes = { credit: 'Photo: Ada' };
		expect(await act(describePhotos, { ids: [id, otherId], changes })).toBeUndefined();
		expect(await photo()).toMatchObject({ credit: 'Photo: Ada' });
		expect(await act(describePhotos, { ids: [otherId], changes })).toMatchObject({
			code: 'no-such-photo'
		});
	});

	test.each([
		['without anything said', { ids: [id], changes: {} }, 'nothing-said'],
		['without a photo', { ids: [], changes: { credit: 'x' } }, 'bad-arguments'],
		[
			'more than go at once',
			{
				ids: Array.from({ length: mostAtOnce + 1 }, (_, at) => idFor(at)),
				changes: { credit: 'x' }
			},
			'bad-arguments'
		],
		['with a day to come', { ids: [id], changes: { takenOn: '2099-01-01' } }, 'not-yet'],
		[
			'with a place that is not on the list',
			{ ids: [id], changes: { place: placeOf(idFor(0x7f)) } },
			'no-such-venue'
		]
	])('are refused %s', async (_, args, code) => {
		const { act } = await group();

		expect(await act(describePhotos, args)).toMatchObject({ code });
	});

	function placeOf(venueId: string) {
		return { kind: 'venue', venueId, area: 'Reception', isHomeAgreed: false };
	}
});

describe('what was seen in a photo', () => {
	test('stays with who looked and when, in the order of the list', async () => {
		const { act, photo } = await group();

		expect(await act(lookAtPhoto, { id, concerns: ['plates', 'badges'] })).toBeUndefined();

		expect(await photo()).toMatchObject({
			...{ concerns: ['badges', 'plates'], lookedBy: volunteer.personId, lookedOn: '2026-11-21' }
		});
		await act(lookAtPhoto, { id, concerns: [] }, manager);
		expect(await photo()).toMatchObject({ concerns: [], lookedBy: manager.personId });
	});

	test('is not for readers, nor for a photo that is gone', async () => {
		const { act } = await group();

		expect(await act(lookAtPhoto, { id, concerns: [] }, reader)).toMatchObject({
			code: 'role-may-not'
		});
		await act(removePhoto, { id });
		expect(await act(lookAtPhoto, { id, concerns: [] })).toMatchObject({ code: 'no-such-photo' });
	});
});

describe('a new picture from a photo', () => {
	test('knows where it comes from, and what holds for it too; it has to be looked through', async () => {
		const { act, photo } = await group({
			...{ lookedBy: manager.personId, lookedOn: '2026-11-20', concerns: ['badges'] },
			...{ peopleCount: 1, isHeldBack: true }
		});

		expect(await act(makePhoto, made)).toBeUndefined();

		expect(await photo(newId)).toMatchObject({
			...{ madeFromId: id, occasion: 'Flu clinic', placeKind: 'public', consentIds: [adasId] },
			...{ peopleCount: 1, bytes: 200_000, createdBy: volunteer.personId, isHeldBack: true },
			...{ lookedBy: null, concerns: [] }
		});
		expect(await photo()).toMatchObject({ status: 'kept' });
	});

	test('leaves out who is covered, and never says by itself that nobody can be recognised', async () => {
		const { act, photo } = await group({ consentIds: [adasId, bensId], peopleCount: 3 });

		await act(makePhoto, { ...made, covered: [adasId, idFor(9)] });

		expect(await photo(newId)).toMatchObject({ consentIds: [bensId], peopleCount: 2 });
		const all = { ...made, id: idFor(0x53), hash: 'd'.repeat(64), covered: [adasId, bensId] };
		await act(makePhoto, all);
		expect(await photo(all.id)).toMatchObject({ consentIds: [], nobodyRecognisable: false });
	});

	test('can take the original’s place: then nothing of the original is left', async () => {
		const { act, photo } = await group();

		expect(await act(replacePhoto, made)).toBeUndefined();

		expect(await photo()).toMatchObject({ status: 'removed', hash: '', thumb: '', likeness: '' });
		expect(await photo(newId)).toMatchObject({ status: 'kept', madeFromId: id });
		expect(replacePhoto.final).toBe(true);
	});

	test.each([makePhoto, replacePhoto])(
		'$name needs a photo that is here, a new picture, and someone who writes',
		async (mutation) => {
			const { act, photo } = await group();

			expect(await act(mutation, made, reader)).toMatchObject({ code: 'role-may-not' });
			expect(await act(mutation, { ...made, hash: 'b'.repeat(64) })).toMatchObject({
				code: 'same-photo'
			});
			expect(await act(mutation, { ...made, id: otherId })).toMatchObject({ code: 'already-here' });
			expect(await photo()).toMatchObject({ status: 'kept' });
			await act(removePhoto, { id });
			expect(await act(mutation, made)).toMatchObject({ code: 'no-such-photo' });
		}
	);
});

describe('likeness', () => {
	const lights = Array.from({ length: 72 }, (_, at) => ((at * 37) % 101) * 2);

	test('of the same picture, a little brighter, is the same', () => {
		const one = likenessOf(lights);

		expect(one).toMatch(/^[0-9a-f]{16}$/);
		expect(isAlike(one, likenessOf(lights.map((light) => light + 9)))).toBe(true);
		expect(isAlike(one, likenessOf([...lights].reverse()))).toBe(false);
	});

	test('of a plain picture says nothing', () => {
		const plain = likenessOf(Array.from({ length: 72 }, () => 90));

		expect(plain).toBe('');
		expect(isAlike(plain, plain)).toBe(false);
	});
});
