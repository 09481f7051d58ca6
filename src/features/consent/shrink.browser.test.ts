/**
 * Shrinking in a real browser: size, hidden facts, turned pictures, files that are no picture.
 */
import { describe, expect, test } from 'vitest';
import { maxPhotoSide, maxThumbLength, thumbSchema } from './photos/record.ts';
import { shrink } from './shrink.svelte.ts';

/** A noisy picture, as hard to shrink as a photo. */
async function photoFile(width: number, height: number, type = 'image/jpeg'): Promise<File> {
	const canvas = new OffscreenCanvas(width, height);
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	for (let x = 0; x < width; x += 16) {
		for (let y = 0; y < height; y += 16) {
			pen.fillStyle = `hsl(${(x * 31 + y * 17) % 360} 80% ${20 + ((x + y) % 60)}%)`;
			pen.fillRect(x, y, 16, 16);
		}
	}
	const blob = await canvas.convertToBlob({ type, quality: 0.95 });
	return new File([blob], 'photo.jpg', { type });
}

/** Puts a block of camera facts into a JPEG: 'turn it by a quarter', and a made-up maker. */
async function withCameraFacts(file: File): Promise<File> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const text = (words: string) => Array.from(new TextEncoder().encode(words));
	const entry = (tag: number, type: number, count: number, value: number[]) => [
		...[tag >> 8, tag & 255, 0, type, 0, 0, 0, count],
		...value
	];
	const maker = [...text('SecretPhone'), 0];
	const tiff = [
		...[...text('MM'), 0, 42, 0, 0, 0, 8, 0, 2],
		...entry(0x010f, 2, maker.length, [0, 0, 0, 38]),
		...entry(0x0112, 3, 1, [0, 6, 0, 0]),
		...[0, 0, 0, 0],
		...maker
	];
	const body = [...text('Exif'), 0, 0, ...tiff];
	const length = body.length + 2;
	const facts = [0xff, 0xe1, length >> 8, length & 255, ...body];
	return new File([bytes.slice(0, 2), new Uint8Array(facts), bytes.slice(2)], 'photo.jpg', {
		type: 'image/jpeg'
	});
}

const asText = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes);

async function shrunk(file: File) {
	const { photo } = await shrink(file);
	if (!photo) throw new Error('was refused');
	return photo;
}

describe('a photo from the phone', () => {
	test('becomes small enough, and keeps its shape', async () => {
		const photo = await shrunk(await photoFile(4000, 3000));

		expect([photo.width, photo.height]).toEqual([maxPhotoSide, 1536]);
		const read = await createImageBitmap(new Blob([photo.bytes], { type: photo.mime }));
		expect([read.width, read.height]).toEqual([photo.width, photo.height]);
	});

	test('is never made larger', async () => {
		const photo = await shrunk(await photoFile(300, 200));

		expect([photo.width, photo.height]).toEqual([300, 200]);
	});

	test('has a thumbnail that fits into a record', async () => {
		const photo = await shrunk(await photoFile(3000, 3000));

		expect(photo.thumb.length).toBeLessThanOrEqual(maxThumbLength);
		expect(thumbSchema.safeParse(photo.thumb).success).toBe(true);
	});

	test('loses what the camera wrote into it, and stands upright', async () => {
		const file = await withCameraFacts(await photoFile(400, 300));
		expect(asText(await file.arrayBuffer())).toContain('SecretPhone');

		const photo = await shrunk(file);

		expect(asText(photo.bytes)).not.toContain('SecretPhone');
		expect(asText(photo.bytes)).not.toContain('Exif');
		expect([photo.width, photo.height]).toEqual([300, 400]);
	});

	test('that is a PNG becomes a JPEG on white', async () => {
		const canvas = new OffscreenCanvas(20, 20);
		canvas.getContext('2d');
		const file = new File([await canvas.convertToBlob({ type: 'image/png' })], 'poster.png');

		const photo = await shrunk(file);

		expect([...new Uint8Array(photo.bytes).slice(0, 2)]).toEqual([0xff, 0xd8]);
		const read = await createImageBitmap(new Blob([photo.bytes]));
		const pen = new OffscreenCanvas(20, 20).getContext('2d');
		pen?.drawImage(read, 0, 0);
		expect([...(pen?.getImageData(10, 10, 1, 1).data ?? [])].slice(0, 3)).toEqual([255, 255, 255]);
	});
});

describe('a file that the browser cannot read', () => {
	test('from an iPhone gets its own words', async () => {
		const { refusal } = await shrinkRefused(new File(['no picture'], 'IMG_1.HEIC'));

		expect(refusal).toMatchObject({ code: 'heic' });
		expect(refusal.message).toContain('IMG_1.HEIC');
	});

	test('from an iPhone is known by its first bytes, whatever an app has called it', async () => {
		// As an iPhone begins it: the brands, and then where the picture lies.
		const brands = 'heic\0\0\0\0mif1MiHEMiPrmiafMiHBheic';
		const start = [`\0\0\0\x28ftyp${brands}`, '\0\0\x0d\xeemeta\0\0\0\0\0\0\0\x22hdlr\0\0\0\0'];
		const bytes = Uint8Array.from(start.join(''), (letter) => letter.charCodeAt(0));
		const { refusal } = await shrinkRefused(new File([bytes], '1000004711.jpg'));

		expect(refusal).toMatchObject({ code: 'heic' });
	});

	test('that is no picture at all is refused', async () => {
		const { refusal } = await shrinkRefused(new File(['a,b\n1,2'], 'numbers.csv'));

		expect(refusal).toMatchObject({ code: 'unreadable' });
	});
});

async function shrinkRefused(file: File) {
	const answer = await shrink(file);
	if (answer.photo) throw new Error('was not refused');
	return answer;
}
