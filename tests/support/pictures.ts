/**
 * Pictures for tests, made here: each with a different colour, so that no two have one hash.
 */
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';

interface Size {
	readonly width: number;
	readonly height: number;
}

const small: Size = { width: 60, height: 40 };

export function hashOfBytes(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function plain({ width, height }: Size, shade: number): Sharp {
	const background = { r: shade % 256, g: (shade * 7) % 256, b: 90 };
	return sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });
}

export function jpeg(shade: number, size: Size = small): Promise<Buffer> {
	return plain(size, shade).jpeg().toBuffer();
}

export function png(shade: number, size: Size = small): Promise<Buffer> {
	return plain(size, shade).png({ compressionLevel: 9 }).toBuffer();
}

export function webp(shade: number): Promise<Buffer> {
	return plain(small, shade).webp().toBuffer();
}

/** As a phone held upright takes it: the pixels lie on their side, and the place is written in. */
export function jpegWithPlace(shade: number): Promise<Buffer> {
	return plain(small, shade)
		.jpeg()
		.withExif({
			IFD0: { Artist: 'Ada Lovelace', Make: 'Somephone' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 58/1 0/1' }
		})
		.withMetadata({ orientation: 6 })
		.toBuffer();
}

let bomb: Promise<Buffer> | undefined;

/** A small file that opens into 144 million pixels. */
export function pixelBomb(): Promise<Buffer> {
	bomb ??= png(1, { width: 12_000, height: 12_000 });
	return bomb;
}

export const svg = Buffer.from(
	'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
);
