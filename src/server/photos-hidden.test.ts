/**
 * What a file tells besides the picture is gone when the practice keeps it; and a removed photo is
 * gone at once.
 */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	cameraJpeg,
	notedPng,
	notedWebp,
	partsOf,
	secretsIn
} from '#tests/support/camera-pictures.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import { cleanPicture, kindOf } from './picture.ts';
import { verifyHistory } from './chain.ts';
import { Photos } from './photos.ts';
import { isTrouble } from './replies.ts';

const size = { width: 600, height: 400 };
/** Parts that hold the picture and nothing else. */
const harmless = {
	'image/jpeg': /^(APP0|db|dd|c[0-24]|c4)$/,
	'image/png': /^(IHDR|PLTE|tRNS|pHYs|IDAT|IEND)$/,
	'image/webp': /^(VP8 |VP8L|VP8X|ALPH)$/
};

describe('a file with all that cameras and apps write into it', () => {
	test.each([
		['JPEG', () => cameraJpeg(1, size), 9],
		['PNG', () => notedPng(1), 5],
		['WebP', () => notedWebp(1), 4]
	])('%s is kept with the picture alone', async (_, make, secretCount) => {
		const bytes = await make();
		expect(secretsIn(bytes)).toHaveLength(secretCount);
		const kind = kindOf(bytes);
		if (!kind) throw new Error('It is no picture.');

		const clean = await cleanPicture(bytes, kind);

		expect(clean && secretsIn(clean.bytes)).toEqual([]);
		const parts = clean ? partsOf(clean.bytes) : [];
		expect(parts.length).toBeGreaterThan(0);
		expect(parts.filter((part) => !harmless[kind].test(part))).toEqual([]);
	});
});

onEveryDatabase('a photo that is removed', (open) => {
	let group: Group;
	let photos: Photos;
	beforeAll(async () => {
		group = await newGroup(open().database);
		photos = new Photos(group.engine, { dataDir: undefined, minFreeBytes: 0 });
	});

	async function added(shade: number) {
		const { who } = group.manager;
		const bytes = await jpeg(shade);
		const hash = hashOfBytes(bytes);
		const id = v7();
		const picture = { hash, thumb: 'data:image/jpeg;base64,/9j/2Q==', width: 60, height: 40 };
		await photos.put(who, { hash, bytes });
		await group.does('photo.add', { id, ...picture, takenOn: null, source: 'own' });
		const isHere = async () => !isTrouble(await photos.get(who, hash));
		return { id, isHere };
	}

	test('is gone from the practice at once; the others stay', async () => {
		const [one, other] = [await added(40), await added(41)];

		await group.does('photo.remove', { id: one.id });

		expect(await one.isHere()).toBe(false);
		expect(await other.isHere()).toBe(true);
	});

	test('leaves no small picture in history, and the history whole', async () => {
		const { id } = await added(43);
		await group.does('photo.describe', { id, changes: { occasion: 'Flu clinic' } });

		await group.does('photo.remove', { id });

		const { practiceId } = group;
		const [rows, report] = await open().database.asOwner((trx) =>
			Promise.all([
				trx.selectFrom('history').selectAll().where('practice_id', '=', practiceId).execute(),
				verifyHistory(trx, practiceId)
			])
		);
		expect(JSON.stringify(rows)).toContain('Flu clinic');
		expect(JSON.stringify(rows)).not.toContain('data:image');
		expect(report).toMatchObject({ isWhole: true });
	});

	test('for a covered one in its place is gone at once too', async () => {
		const original = await added(42);
		const covered = { id: v7(), fromId: original.id, hash: 'e'.repeat(64), covered: [] };
		const picture = { thumb: 'data:image/jpeg;base64,/9j/2Q==', width: 60, height: 40 };

		await group.does('photo.make', { ...covered, ...picture });
		expect(await original.isHere()).toBe(true);
		await group.does('photo.replace', {
			...{ ...covered, ...picture },
			...{ id: v7(), hash: 'f'.repeat(64) }
		});

		expect(await original.isHere()).toBe(false);
	});
});
