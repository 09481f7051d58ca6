/**
 * What an app that is one update behind is sent and does not understand is there once it is updated.
 * And a practice that was put back from a backup is sent the photos that it misses, unless they
 * were removed.
 */
import { expect, test } from 'vitest';
import { backUp, restore } from './backups.ts';
import { addNote, noteRecord, pictureRecord } from './kinds.ts';
import { addSticker, labelNote } from './newer-kinds.ts';
import { dropPhoto, takePhoto } from './photos.ts';
import type { SimulatedDevice } from './surroundings.ts';
import { World } from './world.ts';

/** A practice that is updated, one phone with it, and another phone that is not. */
async function halfUpdated() {
	const world = new World(1);
	await world.start(['coordinator', 'volunteer']);
	const [newer, older] = world.devices;
	if (!newer || !older) throw new Error('There must be two phones.');
	await world.cleanRound(older);
	world.server.version = 1;
	world.server.restart();
	world.update(newer);
	await world.cleanRound(newer);
	await world.cleanRound(older);
	return { world, newer, older };
}

function rowOn(device: SimulatedDevice, kind: string, id: string) {
	return device.tables.session.rows(kind).get(id);
}

test('A field that an older app does not know is there after its update', async () => {
	const { world, newer, older } = await halfUpdated();
	const id = world.newId();
	await newer.store.mutate(addNote, { id, title: 'Made up', onDay: null });
	await newer.store.mutate(labelNote, { id, label: 'blue' });
	await world.cleanRound(newer);
	await world.cleanRound(older);

	world.update(older);
	await world.cleanRound(older);

	expect(await rowOn(older, noteRecord.kind, id)).toHaveProperty('row.label', 'blue');
	await world.server.close();
});

test('Records of a kind that an older app does not know come after its update', async () => {
	const { world, newer, older } = await halfUpdated();
	const id = world.newId();
	await newer.store.mutate(addSticker, { id, words: 'Made up' });
	await world.cleanRound(newer);
	await world.cleanRound(older);

	world.update(older);
	await world.cleanRound(older);

	expect(await rowOn(older, 'sticker', id)).toHaveProperty('row.words', 'Made up');
	await world.server.close();
});

test('A photo that the practice lost with a restored backup is sent again', async () => {
	const { world, newer } = await halfUpdated();
	await backUp(world);
	await takePhoto(world, newer);
	await world.cleanRound(newer);
	const [picture] = await newer.store.all(pictureRecord);

	await restore(world);
	await world.cleanRound(newer);

	const photos = await world.server.read((trx) => trx.selectFrom('photo').select('hash').execute());
	expect(picture).toBeDefined();
	expect(photos).toEqual([{ hash: picture?.hash }]);
	await world.server.close();
});

test('A removed photo is back without its picture, and whoever removed it is told', async () => {
	const { world, newer, older } = await halfUpdated();
	await backUp(world);
	await takePhoto(world, newer);
	for (const device of [newer, older]) await world.cleanRound(device);
	await dropPhoto(world, older);
	for (const device of [older, newer]) await world.cleanRound(device);

	await restore(world);
	// The removal is offered before there is anything to remove.
	for (const device of [older, newer, older]) await world.cleanRound(device);

	const photos = await world.server.read((trx) => trx.selectFrom('photo').select('hash').execute());
	expect(photos).toEqual([]);
	expect(await older.store.all(pictureRecord)).toHaveLength(1);
	expect(await older.tables.session.small('attention').all()).toMatchObject([
		{ name: 'picture.remove', refusal: {} }
	]);
	await dropPhoto(world, older);
	for (const device of [older, newer]) await world.cleanRound(device);
	expect(await newer.store.all(pictureRecord)).toEqual([]);
	await world.server.close();
});
