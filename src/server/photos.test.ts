/**
 * Photos: what is taken in, what is kept of it, and who gets it back.
 */
import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import * as pictures from '#tests/support/pictures.ts';
import type { Who } from './engine.ts';
import { Photos } from './photos.ts';
import { kindOf } from './picture.ts';
import { isTrouble } from './replies.ts';

const { hashOfBytes } = pictures;

onEveryDatabase('a photo', (open) => {
	let group: Group;
	let photos: Photos;
	beforeAll(async () => {
		group = await newGroup(open().database);
		photos = new Photos(group.engine, { dataDir: undefined, minFreeBytes: 0 });
	});
	const send = (who: Who, bytes: Buffer) => photos.put(who, { hash: hashOfBytes(bytes), bytes });
	const fetchBack = async (who: Who, bytes: Buffer) => {
		const found = await photos.get(who, hashOfBytes(bytes));
		if (isTrouble(found)) throw new Error(found.message);
		return found;
	};

	test.each([
		['JPEG', 'image/jpeg', pictures.jpeg],
		['PNG', 'image/png', pictures.png],
		['WebP', 'image/webp', pictures.webp]
	] as const)('%s comes back as %s', async (_, mime, make) => {
		const bytes = await make(10);

		expect(await send(group.manager.who, bytes)).toEqual({ kept: true });

		const found = await fetchBack(group.manager.who, bytes);
		expect(found.mime).toBe(mime);
		expect(kindOf(found.bytes)).toBe(mime);
	});

	test('stands upright, and has lost the name and the place that the phone wrote into it', async () => {
		const bytes = await pictures.jpegWithPlace(11);
		await send(group.manager.who, bytes);

		const found = await fetchBack(group.manager.who, bytes);
		const { width, height, exif, orientation } = await sharp(found.bytes).metadata();

		expect((await sharp(bytes).metadata()).exif).toBeDefined();
		expect({ width, height }).toEqual({ width: 40, height: 60 });
		expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined });
		expect(found.bytes.includes('Lovelace')).toBe(false);
	});

	test('is made no larger than phones send it', async () => {
		const bytes = await pictures.jpeg(12, { width: 3000, height: 1500 });
		await send(group.manager.who, bytes);

		const found = await fetchBack(group.manager.who, bytes);
		const { width, height } = await sharp(found.bytes).metadata();

		expect({ width, height }).toEqual({ width: 2048, height: 1024 });
	});

	test('that is sent again changes nothing', async () => {
		const bytes = await pictures.jpeg(13);
		await send(group.manager.who, bytes);
		const before = await fetchBack(group.manager.who, bytes);

		expect(await send(group.manager.who, bytes)).toEqual({ kept: true });

		expect((await fetchBack(group.manager.who, bytes)).bytes.equals(before.bytes)).toBe(true);
	});

	test('that two phones send at the same moment is kept once', async () => {
		const bytes = await pictures.jpeg(14);

		const both = await Promise.all([
			send(group.manager.who, bytes),
			send(group.manager.who, bytes)
		]);

		expect(both).toEqual([{ kept: true }, { kept: true }]);
	});

	test('under another name than its hash is refused', async () => {
		const bytes = await pictures.jpeg(15);

		const answers = [
			await photos.put(group.manager.who, { hash: 'a'.repeat(64), bytes }),
			await photos.put(group.manager.who, { hash: '../../etc/passwd', bytes })
		];

		expect(answers).toMatchObject([{ field: 'hash' }, { field: 'hash' }]);
	});

	test.each([
		['an SVG, which can run a script', () => Promise.resolve(pictures.svg)],
		['a text', () => Promise.resolve(Buffer.from('Hello'))],
		['nothing', () => Promise.resolve(Buffer.alloc(0))],
		['a GIF', () => Promise.resolve(Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'))],
		[
			'a page that says it is a JPEG',
			() => Promise.resolve(Buffer.from('\xff\xd8\xff<html>', 'latin1'))
		],
		[
			'half a picture',
			async () => (await pictures.jpeg(16, { width: 900, height: 900 })).subarray(0, 3000)
		],
		['a picture with 144 million pixels', pictures.pixelBomb]
	])('is not: %s', async (_, make) => {
		const bytes = await make();

		expect(await send(group.manager.who, bytes)).toMatchObject({
			error: 'bad-request',
			field: 'photo'
		});
		expect(await photos.get(group.manager.who, hashOfBytes(bytes))).toMatchObject({
			error: 'not-found'
		});
	});

	test.each([
		['practice-manager', true],
		['coordinator', true],
		['volunteer', true],
		['rota-member', false],
		['reader', false]
	] as const)('may a %s send one? %s', async (role, may) => {
		const { who } = await group.join(role);

		const answer = await send(who, await pictures.jpeg(17));

		expect(answer).toMatchObject(may ? { kept: true } : { error: 'may-not' });
	});

	describe('of another practice', () => {
		test('is as unknown as one that was never sent', async () => {
			const other = await newGroup(open().database);
			const bytes = await pictures.jpeg(18);
			await send(group.manager.who, bytes);

			const theirs = await photos.get(other.manager.who, hashOfBytes(bytes));
			const nobodys = await photos.get(other.manager.who, 'b'.repeat(64));

			expect(theirs).toEqual(nobodys);
			expect(theirs).toMatchObject({ error: 'not-found' });
		});
	});

	test('waits on the phone while the disk is nearly full', async () => {
		const full = new Photos(group.engine, {
			dataDir: tmpdir(),
			minFreeBytes: Number.MAX_SAFE_INTEGER
		});
		const bytes = await pictures.jpeg(19);

		const answer = await full.put(group.manager.who, { hash: hashOfBytes(bytes), bytes });

		expect(answer).toMatchObject({ error: 'try-again' });
	});
});
