/**
 * Chosen files are copied before anything else, and photo bytes that nothing names any more go.
 */
import { expect, test } from 'vitest';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { photoOf } from '#tests/support/consents.ts';
import { failNextWrite } from '#tests/support/note-device.ts';
import { openStore, seed, type Seed } from '#tests/support/screen.ts';
import { photoRecord } from '#features/consent/record.ts';
import { addPhoto, removePhoto } from '#features/consent/photos/mutations.ts';
import { nextPhoto, tidyPhotos } from './photo-tidying.ts';
import { waitingPhotos } from './photos.ts';
import {
	beginNext,
	endStaged,
	failStaged,
	forgetMissed,
	noteMissed,
	stage,
	stagedFiles
} from './staged.ts';
import { deviceValue, setDeviceValue } from './tables.ts';

const open = (seeds: readonly Seed[] = []) => openStore(volunteer, seeds);
const fileOf = (name: string) => ({ name, modifiedAt: 5, file: new Blob([`bytes of ${name}`]) });

test('What is chosen is copied whole, in its order, and worked on one by one', async () => {
	const { parts } = await open();

	expect(await stage(parts, ['a.jpg', 'b.jpg', 'a.jpg'].map(fileOf))).toBe('staged');

	const { open: waiting, copying } = await stagedFiles(parts);
	expect(waiting.map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg', 'a.jpg']);
	expect(copying).toBe(0);
	const first = await beginNext(parts);
	expect(await first?.file.text()).toBe('bytes of a.jpg');
	await endStaged(parts, first?.id ?? '');
	expect((await beginNext(parts))?.name).toBe('b.jpg');
});

test('Files that were not copied when the app was killed are named to the person', async () => {
	const { parts } = await open();
	await parts.tables.write((session) =>
		setDeviceValue(session, 'chosen', { copying: ['b.jpg', 'c.jpg'], missed: [] })
	);

	await noteMissed(parts);
	expect((await stagedFiles(parts)).missed).toEqual(['b.jpg', 'c.jpg']);
	await forgetMissed(parts);

	expect((await stagedFiles(parts)).missed).toEqual([]);
});

test('When the phone is full, what was copied stays and the rest is named', async () => {
	const { parts } = await open();
	await stage(parts, [fileOf('a.jpg')]);
	failNextWrite('staged', () => {
		throw new DOMException('There is no room.', 'QuotaExceededError');
	});

	expect(await stage(parts, ['b.jpg', 'c.jpg'].map(fileOf))).toBe('full');

	const { open: waiting, missed, copying } = await stagedFiles(parts);
	expect(waiting.map(({ name }) => name)).toEqual(['a.jpg']);
	expect(missed).toEqual(['b.jpg', 'c.jpg']);
	expect(copying).toBe(0);
});

test('A file that brings the app down each time is given up after three tries', async () => {
	const { parts } = await open();
	await stage(parts, [fileOf('huge.jpg'), fileOf('b.jpg')]);
	const tries: boolean[] = [];
	for (let start = 0; start < 4; start++) tries.push((await beginNext(parts))?.isTooOften ?? false);

	expect(tries).toEqual([false, false, false, true]);
	const begun = await beginNext(parts);
	await failStaged(parts, begun?.id ?? '', 'Too large.');

	expect(await beginNext(parts)).toMatchObject({ name: 'b.jpg', isTooOften: false });
	expect((await stagedFiles(parts)).failed).toMatchObject([{ refusal: 'Too large.', file: null }]);
});

const small = { thumb: photoOf().thumb, width: 60, height: 40, takenOn: null };

async function withPhoto() {
	const store = await open();
	const added = await store.addPhoto(new Uint8Array([1, 2, 3]).buffer, 'image/jpeg');
	if ('refusal' in added) throw new Error(added.refusal.message);
	const { hash } = added;
	const id = idFor(0x60);
	expect(
		await store.mutate(addPhoto, { id, hash, ...small, source: 'own' as const })
	).toBeUndefined();
	return { store, id, hash };
}

test('A photo whose record is here waits to be sent, with its size', async () => {
	const { store, hash } = await withPhoto();

	expect(await waitingPhotos(store.parts.tables.session)).toMatchObject([{ hash, size: 3 }]);
	expect((await nextPhoto(store.parts))?.hash).toBe(hash);
});

test('A photo that was removed before it was sent is never sent', async () => {
	const { store, id } = await withPhoto();

	await store.mutate(removePhoto, { id });

	expect(await nextPhoto(store.parts)).toBeUndefined();
});

test('The bytes of a removed photo go once the practice has heard of it, and not before', async () => {
	const { store, id, hash } = await withPhoto();
	const { parts } = store;
	const later = { ...parts, now: () => Date.now() + 3_600_000 };
	await store.mutate(removePhoto, { id });

	await tidyPhotos(later);
	expect(await parts.tables.session.small('photo').get(hash)).toBeDefined();
	await parts.tables.write(async (session) => {
		await session.small('outbox').clear();
		const heard = { epoch: 'first', version: 1, scope: 'volunteer', protocol: 2 };
		await setDeviceValue(session, 'cookie', heard);
	});
	await tidyPhotos(later);

	expect(await parts.tables.session.small('photo').get(hash)).toBeUndefined();
	expect(await waitingPhotos(parts.tables.session)).toEqual([]);
});

test('Bytes that a record names stay, and so do those that an older app kept', async () => {
	const store = await open([seed(photoRecord, photoOf())]);
	const { tables } = store.parts;
	const { hash } = photoOf();
	const bytes = new Uint8Array([9]).buffer;
	await tables.write((session) =>
		session.small('photo').put({ hash, mime: 'image/jpeg', bytes, at: 1 })
	);

	await tidyPhotos({ ...store.parts, now: () => Date.now() + 3_600_000 });

	expect((await nextPhoto(store.parts))?.hash).toBe(hash);
	expect(await deviceValue(tables.session, 'photosOnWifi')).toBe(false);
});
