/**
 * The library as a person uses it: adding many, finding some, saying one thing about several,
 * looking through one, covering and cutting.
 */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Actor } from '#domain/roles.ts';
import { idFor, reader, volunteer } from '#tests/support/actors.ts';
import { aThumb, consentOf, photoOf, venueOf } from '#tests/support/consents.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import { smallPhotoOf } from './shrinking/shrink-here.svelte.ts';
import PhotoMakeScreen from './PhotoMakeScreen.svelte';
import PhotoScreen from './PhotoScreen.svelte';
import PhotosScreen from './PhotosScreen.svelte';
import { consentRecord, photoRecord, venueRecord } from './record.ts';

// The framework’s way to another screen works only in the whole app.
vi.mock('$app/navigation', () => ({ goto: () => Promise.resolve() }));

const [clinic, fair] = [idFor(0x50), idFor(0x51)];
const seeds: readonly Seed[] = [
	seed(photoRecord, photoOf()),
	seed(photoRecord, photoOf({ id: fair, occasion: 'Summer fair', consentIds: [] })),
	seed(consentRecord, consentOf(1, { expiresOn: '2099-01-01' })),
	seed(venueRecord, venueOf())
];

async function open(who: Actor, rows: readonly Seed[], screen: (store: Shown) => void) {
	const store = await openStore(who, rows);
	screen(store);
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
	return store;
}
type Shown = Awaited<ReturnType<typeof openStore>>;

/** Four quarters of different colours, and stripes, so that no two are alike. */
async function pictureFile(name: string, hue: number): Promise<File> {
	const canvas = drawnCanvas(hue);
	return new File([await canvas.convertToBlob({ type: 'image/jpeg' })], name, {
		type: 'image/jpeg',
		lastModified: 1_700_000_000_000
	});
}

function drawnCanvas(hue: number): OffscreenCanvas {
	const canvas = new OffscreenCanvas(400, 300);
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	for (let place = 0; place < 40; place++) {
		pen.fillStyle = `hsl(${(hue * (place + 3)) % 360} 70% ${20 + ((place * hue) % 60)}%)`;
		pen.fillRect((place % 8) * 50, Math.floor(place / 8) * 60, 50, 60);
	}
	return canvas;
}

describe('adding photos', () => {
	test('takes several at once, tells of one that is no picture, and keeps nothing twice', async () => {
		const store = await open(volunteer, [], (opened) => show(opened, PhotosScreen));
		const one = await pictureFile('a.jpg', 37);
		const files = [one, await pictureFile('b.jpg', 101), new File(['x'], 'IMG_9.HEIC')];

		await page.getByLabelText('Choose photos').upload(files);

		await expect.element(page.getByText('HEIC picture', { exact: false })).toBeVisible();
		await expect.poll(() => store.all(photoRecord), { timeout: 20_000 }).toHaveLength(2);
		await page.getByLabelText('Choose photos').upload(one);
		await expect
			.element(page.getByText('already among the photos', { exact: false }))
			.toBeVisible();
		const [photo] = await store.all(photoRecord);
		expect(photo).toMatchObject({ status: 'kept', consentIds: [] });
		expect(photo?.bytes).toBeGreaterThan(500);
		expect(photo?.likeness).toMatch(/^[0-9a-f]{16}$/);
		await expect.element(page.getByText('2 photos wait', { exact: false })).toBeVisible();
		await page.getByRole('button', { name: 'I have read this' }).click();
		await expect.element(page.getByText('HEIC picture', { exact: false })).not.toBeInTheDocument();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('goes on with what an earlier visit has left', async () => {
		const store = await openStore(volunteer, []);
		const file = await pictureFile('left.jpg', 53);
		const id = idFor(0x77);
		await store.parts.tables.write((session) =>
			session.small('staged').put({ id, at: 1, name: 'left.jpg', modifiedAt: 1, file })
		);

		show(store, PhotosScreen);

		await expect.poll(() => store.get(photoRecord, id)).toMatchObject({ status: 'kept' });
		await expect.poll(() => store.parts.tables.session.small('staged').all()).toEqual([]);
	});

	test('takes what another app has shared, once', async () => {
		const file = await pictureFile('shared.jpg', 71);
		const cache = await caches.open('noticeboard-shared');
		onTestFinished(async () => {
			await caches.delete('noticeboard-shared');
		});
		const headers = { 'content-type': 'image/jpeg', 'x-name': 'shared.jpg', 'x-modified-at': '1' };
		await cache.put('/shared/1', new Response(file, { headers }));

		const store = await open(volunteer, [], (opened) => show(opened, PhotosScreen));

		await expect.poll(() => store.all(photoRecord), { timeout: 20_000 }).toHaveLength(1);
		expect(await cache.keys()).toEqual([]);
	});
});

describe('finding photos', () => {
	test('by words and by choices, with the number that fits', async () => {
		await open(reader, seeds, (store) => show(store, PhotosScreen));

		await page.getByLabelText('Search the photos').fill('summer');
		await expect.element(page.getByText('1 photo fits.')).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'Summer fair' })).toBeVisible();
		expect(page.getByRole('link', { name: 'Flu clinic' }).elements()).toHaveLength(0);

		await page.getByLabelText('Search the photos').fill('');
		await page.getByText('Show only some').click();
		await page.getByLabelText('How they stand').selectOptions('✓ May be used');
		await expect.element(page.getByRole('link', { name: 'Flu clinic' })).toBeVisible();
		expect(page.getByRole('link', { name: 'Summer fair' }).elements()).toHaveLength(0);
		expect(await faultsIn(document.body)).toEqual([]);
	});
});

test('Several photos get one occasion and one place at once', async () => {
	const store = await open(volunteer, seeds, (opened) => show(opened, PhotosScreen));

	await page.getByRole('button', { name: 'Choose several' }).click();
	await page.getByRole('button', { name: 'Choose all shown' }).click();
	await expect.element(page.getByText('2 photos are chosen.', { exact: false })).toBeVisible();
	expect(await faultsIn(document.body)).toEqual([]);
	await page.getByLabelText('What was going on?').fill('Open day');
	await page.getByText('The place', { exact: true }).click();
	await page.getByLabelText('A public place, like a park').click();
	await page.getByRole('button', { name: 'Keep this for all of them' }).click();

	await expect
		.poll(async () => (await store.all(photoRecord)).map(({ occasion }) => occasion))
		.toEqual(['Open day', 'Open day']);
	expect(await store.get(photoRecord, fair)).toMatchObject({ placeKind: 'public' });
});

describe('one photo', () => {
	test('says at a glance who, where and until when, and that another one looks like it', async () => {
		const likeness = '0f0f0f0f0f0f0f0f';
		const twin = seed(
			photoRecord,
			photoOf({ id: idFor(0x5a), hash: '7'.repeat(64), occasion: 'Clinic again', likeness })
		);
		const rows = [...seeds.slice(1), seed(photoRecord, photoOf({ likeness })), twin];
		await open(volunteer, rows, (store) => show(store, PhotoScreen, { id: clinic }));

		await expect.element(page.getByRole('heading', { name: 'At a glance' })).toBeVisible();
		await expect.element(page.getByText('1 January 2099', { exact: false }).first()).toBeVisible();
		await expect.element(page.getByRole('heading', { name: 'Looks like this one' })).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'Clinic again' })).toBeVisible();
	});

	test('is looked through line by line, and what was seen stays in sight', async () => {
		const store = await open(volunteer, seeds, (opened) =>
			show(opened, PhotoScreen, { id: clinic })
		);

		await page.getByRole('button', { name: 'I have looked through it' }).click();
		await expect.element(page.getByText('Tick what you see', { exact: false })).toBeVisible();
		await page.getByLabelText('A name badge or a school badge').click();
		await page.getByRole('button', { name: 'I have looked through it' }).click();

		await expect.element(page.getByRole('link', { name: 'Cover it' })).toBeVisible();
		expect(await store.get(photoRecord, clinic)).toMatchObject({ concerns: ['badges'] });
		expect(await faultsIn(document.body)).toEqual([]);
	});
});

describe('covering and cutting', () => {
	async function openWithBytes() {
		const small = await smallPhotoOf(drawnCanvas(37));
		const store = await openStore(volunteer, seeds);
		const added = await store.addPhoto(small.bytes, small.mime);
		if ('refusal' in added) throw new Error('full');
		const { tables } = store.parts;
		const row = photoOf({ hash: added.hash, thumb: aThumb, width: 400, height: 300 });
		await tables.write((session) =>
			session.rows(photoRecord.kind).put({ id: row.id, version: 1, row })
		);
		show(store, PhotoMakeScreen, { id: clinic });
		await expect.element(page.getByRole('button', { name: 'Add a cover' })).toBeVisible();
		return { store, hash: added.hash };
	}

	const newOne = async (store: Shown) =>
		(await store.all(photoRecord)).find(({ madeFromId }) => madeFromId === clinic);

	/** The colour in the middle of the kept picture. */
	async function middleOf(store: Shown, hash: string): Promise<number[]> {
		const url = await store.photoUrl(hash);
		const picture = await createImageBitmap(await (await fetch(url ?? '')).blob());
		const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
		pen?.drawImage(picture, 0, 0);
		const { data: dots } = pen?.getImageData(picture.width / 2, picture.height / 2, 1, 1) ?? {};
		return [...(dots ?? [])].slice(0, 3);
	}

	test('burns a black box into a new picture; the original stays, and who is covered is left out', async () => {
		const { store, hash } = await openWithBytes();

		await page.getByRole('button', { name: 'Make the new picture' }).click();
		await expect.element(page.getByText('Cover something, or choose a shape.')).toBeVisible();
		await page.getByRole('button', { name: 'Add a cover' }).click();
		await page.getByLabelText('Ada', { exact: false }).click();
		await page.getByLabelText('It stays among the photos').click();
		expect(await faultsIn(document.body)).toEqual([]);
		await page.getByRole('button', { name: 'Make the new picture' }).click();

		await expect.poll(() => newOne(store), { timeout: 20_000 }).toBeDefined();
		const made = await newOne(store);
		expect(made).toMatchObject({ occasion: 'Flu clinic', consentIds: [], width: 400, height: 300 });
		expect(Math.max(...(await middleOf(store, made?.hash ?? '')))).toBeLessThan(12);
		expect(Math.max(...(await middleOf(store, hash)))).toBeGreaterThan(40);
		expect(await store.get(photoRecord, clinic)).toMatchObject({ status: 'kept', hash });
	});

	test('works with keys alone, and can delete the original', async () => {
		const { store } = await openWithBytes();

		await page.getByRole('button', { name: 'Add a cover' }).click();
		const box = page.getByRole('button', { name: /^Cover 1/ });
		const before = box.element().getBoundingClientRect();
		const press = (key: string, shiftKey = false) =>
			box.element().dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
		press('ArrowLeft');
		await expect.element(box).toHaveAttribute('aria-pressed', 'true');
		await expect.poll(() => box.element().getBoundingClientRect().left).toBeLessThan(before.left);
		press('ArrowDown', true);
		await expect
			.poll(() => box.element().getBoundingClientRect().height)
			.toBeGreaterThan(before.height);
		await page.getByLabelText('Square, fits everywhere').click();
		await page.getByLabelText('It is deleted', { exact: false }).click();
		await page.getByRole('button', { name: 'Make the new picture' }).click();

		await expect
			.poll(() => newOne(store), { timeout: 20_000 })
			.toMatchObject({ width: 300, height: 300 });
		expect(await store.get(photoRecord, clinic)).toMatchObject({ status: 'removed', hash: '' });
	});

	test('by finger draws a box where the finger went', async () => {
		await openWithBytes();
		const board = document.querySelector<HTMLElement>('[aria-label="The picture with its covers"]');
		const { left = 0, top = 0, width = 0, height = 0 } = board?.getBoundingClientRect() ?? {};
		const at = (type: string, x: number, y: number) =>
			board?.dispatchEvent(
				new PointerEvent(type, {
					...{ bubbles: true, cancelable: true, pointerId: 1 },
					...{ clientX: left + x * width, clientY: top + y * height }
				})
			);
		if (board) board.setPointerCapture = () => undefined;

		at('pointerdown', 0.1, 0.1);
		at('pointermove', 0.5, 0.6);
		at('pointerup', 0.5, 0.6);

		const box = page.getByRole('button', { name: /^Cover 1/ });
		await expect.element(box).toBeVisible();
		expect(box.element().getBoundingClientRect().width / width).toBeCloseTo(0.4, 1);
		await page.getByRole('button', { name: 'Take this cover off' }).click();
		await expect.element(box).not.toBeInTheDocument();
	});
});
