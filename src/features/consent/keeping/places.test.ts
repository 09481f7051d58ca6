/** What the night deletes and cuts down of a place, when, and what it must leave alone. */
import { beforeEach, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { postRecord } from '#features/posts/record.ts';
import { aMoment, as, coordinator, idFor, manager } from '#tests/support/actors.ts';
import { consentOf, photoOf, postOut, venueOf } from '#tests/support/consents.ts';
import { memoryTransaction, type MemoryTransaction } from '#tests/support/memory-transaction.ts';
import { consentRecord, photoRecord, venueRecord, type Photo, type Venue } from '../record.ts';
import { cutVenueDown, holdVenue, letPhotoGo, switchKeeping } from './mutations.ts';
import { nightSteps } from './night.ts';
import { firstKeeping } from './record.ts';

const hall = venueOf();
const photoId = photoOf().id;
const no = { status: 'withdrawn', withdrawnOn: '2024-01-10' } as const;
let rows: MemoryTransaction;

beforeEach(() => {
	rows = memoryTransaction();
});

const act = (mutation: Mutation, args: object, who: Actor = manager) =>
	runMutation(mutation, rows, args, as(who, aMoment));
const put = (changes: object = {}) => rows.put(consentRecord, consentOf(1, changes));
const putHall = (changes: Partial<Venue> = {}) => rows.put(venueRecord, venueOf(changes));
const photoThere = (changes: Partial<Photo> = {}) =>
	photoOf({ placeKind: 'venue', venueId: hall.id, area: 'Reception', ...changes });
const tonight = async (today: string) =>
	(await nightSteps(rows, { keeping: firstKeeping, today })).map(({ kind, dueOn }) => [
		kind,
		dueOn
	]);
const switchOn = () => act(switchKeeping, { isOn: true, hasLooked: true });

test('a place that took its yes back has its photos deleted 30 days after', async () => {
	await put();
	await rows.put(photoRecord, photoThere());
	await putHall(no);

	expect(await tonight('2024-02-08')).toEqual([]);
	expect(await tonight('2024-02-09')).toEqual([['photo', '2024-02-09']]);
});

test('a place whose days are over keeps the photos that were taken before, and with them its form', async () => {
	await put({ expiresOn: '2039-12-31' });
	await rows.put(photoRecord, photoThere());
	await putHall({ expiresOn: '2024-01-10' });

	expect(await tonight('2030-01-01')).toEqual([]);
});

test('a place has its form cut down two years after its days or its last post', async () => {
	await rows.put(photoRecord, photoThere({ status: 'removed', hash: '', thumb: '' }));
	await putHall({ expiresOn: '2024-01-10' });
	const before = await tonight('2026-01-10');
	await rows.put(postRecord, postOut(photoId));

	expect(before).toEqual([['venue', '2026-01-10']]);
	expect(await tonight('2026-05-31')).toEqual([]);
	expect(await tonight('2026-06-01')).toEqual([['venue', '2026-06-01']]);
});

test('a place stays on the list, with parts, days and outcome; nobody’s name and signature do', async () => {
	await putHall({
		...{ ...no, contact: '01632 960001', agreedBy: 'Cleo Example', conditions: 'Ask Dee' },
		...{ signature: [[1, 2, 3]], paperHash: 'c'.repeat(64), confirmNote: 'Seen by Eve' }
	});
	expect(await act(cutVenueDown, { id: hall.id })).toMatchObject({ code: 'not-due' });
	await switchOn();

	expect(await act(cutVenueDown, { id: hall.id })).toBeUndefined();

	const stub = await rows.get(venueRecord, hall.id);
	expect(stub).toMatchObject({
		...{ name: hall.name, areas: hall.areas, ...no, reducedOn: '2026-11-21', signature: null }
	});
	const text = JSON.stringify(stub);
	for (const word of ['01632', 'Cleo', 'Dee', 'Eve', 'ccc']) expect(text).not.toContain(word);
	expect(await tonight('2040-01-01')).toEqual([]);
});

test('venue.hold: a reason in law keeps its form and the photos from there, until it is over', async () => {
	await rows.put(photoRecord, photoThere({ consentIds: [], nobodyRecognisable: true }));
	await putHall(no);

	expect(await act(holdVenue, { id: hall.id, why: 'A claim' }, coordinator)).toMatchObject({
		code: 'role-may-not'
	});
	expect(await act(holdVenue, { id: hall.id, why: 'A claim' })).toBeUndefined();
	expect(await tonight('2026-11-21')).toEqual([]);
	await switchOn();
	expect(await act(letPhotoGo, { id: photoId })).toMatchObject({ code: 'not-due' });
	expect(await act(holdVenue, { id: hall.id, why: null })).toBeUndefined();
	expect(await tonight('2026-11-21')).toEqual([['photo', '2024-02-09']]);
	expect(await act(holdVenue, { id: idFor(9), why: null })).toMatchObject({
		code: 'no-such-venue'
	});
});
