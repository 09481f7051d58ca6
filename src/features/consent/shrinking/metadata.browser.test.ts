/**
 * Files as cameras and apps write them go through the shrinker of a real browser: what comes out
 * has no part but the picture.
 */
import { describe, expect, test } from 'vitest';
import { shrink } from '../shrink.svelte.ts';

const text = (words: string) => Array.from(new TextEncoder().encode(words));

async function drawn(type: string): Promise<Uint8Array<ArrayBuffer>> {
	const canvas = new OffscreenCanvas(400, 300);
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	for (let x = 0; x < 400; x += 20) {
		pen.fillStyle = `hsl(${x} 80% 50%)`;
		pen.fillRect(x, 0, 20, 300);
	}
	const blob = await canvas.convertToBlob({ type });
	return new Uint8Array(await blob.arrayBuffer());
}

function block(marker: number, content: readonly number[]): number[] {
	const length = content.length + 2;
	return [0xff, marker, length >> 8, length & 255, ...content];
}

/** Camera facts with a place: latitude 54°58′, in a block of its own inside the facts. */
function cameraFacts(): number[] {
	const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
		...[tag >> 8, tag & 255, 0, type, 0, 0, 0, count, ...value]
	];
	const maker = [...text('SecretMaker'), 0];
	const latitude = [0, 0, 0, 54, 0, 0, 0, 1, 0, 0, 0, 58, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1];
	const gpsAt = 8 + 2 + 2 * 12 + 4;
	const makerAt = gpsAt + 2 + 2 * 12 + 4;
	const tiff = [
		...[...text('MM'), 0, 42, 0, 0, 0, 8, 0, 2],
		...entry(0x010f, 2, maker.length, [0, 0, 0, makerAt]),
		...entry(0x8825, 4, 1, [0, 0, 0, gpsAt]),
		...[0, 0, 0, 0, 0, 2],
		...entry(0x0001, 2, 2, [...text('N'), 0, 0, 0]),
		...entry(0x0002, 5, 3, [0, 0, 0, makerAt + maker.length]),
		...[0, 0, 0, 0],
		...maker,
		...latitude
	];
	return [...text('Exif'), 0, 0, ...tiff];
}

async function cameraFile(): Promise<File> {
	const plain = await drawn('image/jpeg');
	const blocks = [
		block(0xe1, cameraFacts()),
		block(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SecretXmp</x:xmpmeta>')),
		block(0xe2, text('MPF\0SecretThumb')),
		block(0xec, text('Ducky SecretDucky')),
		block(0xed, text('Photoshop 3.0\x008BIM\x04\x04SecretCaption')),
		block(0xfe, text('SecretComment'))
	].flat();
	const parts = [plain.slice(0, 2), new Uint8Array(blocks), plain.slice(2)];
	return new File([...parts, 'SecretTail'], 'IMG_1.jpg', { type: 'image/jpeg' });
}

/** A note behind the head of a PNG; browsers pass over a wrong checksum of a note. */
async function notedPng(): Promise<File> {
	const plain = await drawn('image/png');
	const note = text('tEXtComment\0SecretText');
	const length = [0, 0, 0, note.length - 4];
	const head = 8 + 25;
	const parts = [plain.slice(0, head), new Uint8Array([...length, ...note, 0, 0, 0, 0])];
	return new File([...parts, plain.slice(head)], 'poster.png', { type: 'image/png' });
}

/** A WebP with camera facts behind the picture. */
async function webpWithFacts(): Promise<File> {
	const plain = await drawn('image/webp');
	const facts = cameraFacts();
	const size = [facts.length & 255, facts.length >> 8, 0, 0];
	const more = [...text('EXIF'), ...size, ...facts, ...(facts.length % 2 ? [0] : [])];
	const whole = new Uint8Array([...plain, ...more]);
	new DataView(whole.buffer).setUint32(4, whole.length - 8, true);
	return new File([whole], 'shared.webp', { type: 'image/webp' });
}

const asText = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes);

function blocksOf(bytes: ArrayBuffer): { marker: number; content: number[] }[] {
	const view = new DataView(bytes);
	const found: { marker: number; content: number[] }[] = [];
	let at = 2;
	while (view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
		const length = view.getUint16(at + 2);
		const content = [...new Uint8Array(bytes, at + 4, length - 2)];
		found.push({ marker: view.getUint8(at + 1), content });
		at += 2 + length;
	}
	return found;
}

const markersOf = (bytes: ArrayBuffer) => blocksOf(bytes).map(({ marker }) => marker);
/** How the browser says which red is meant: the same in every picture that it writes. */
const coloursOf = (bytes: ArrayBuffer) => blocksOf(bytes).filter(({ marker }) => marker === 0xe2);

describe('what the phone keeps and sends of a picture', () => {
	test.each([
		['a camera’s JPEG with its place', cameraFile, 'SecretMaker'],
		['a PNG with a note', notedPng, 'SecretText'],
		['a WebP with its place', webpWithFacts, 'SecretMaker']
	])('is the picture alone: %s', async (_, make, secret) => {
		const file = await make();
		expect(asText(await file.arrayBuffer())).toContain(secret);

		const { photo } = await shrink(file);

		if (!photo) throw new Error('It was refused.');
		expect([photo.width, photo.height]).toEqual([400, 300]);
		const thumb = await (await fetch(photo.thumb)).arrayBuffer();
		for (const bytes of [photo.bytes, thumb]) {
			expect(asText(bytes)).not.toMatch(/Secret|Exif|xmp|Photoshop|GPS/);
			// The head, tables and the frame; no comment, and no block of an app but the browser's own.
			const allowed = [0xe0, 0xe2, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd];
			expect(markersOf(bytes).filter((marker) => !allowed.includes(marker))).toEqual([]);
			expect(coloursOf(bytes)).toEqual(coloursOf((await drawn('image/jpeg')).buffer));
			expect([...new Uint8Array(bytes).slice(-2)]).toEqual([0xff, 0xd9]);
		}
	});
});
