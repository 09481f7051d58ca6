/**
 * Makes a picture from outside safe to keep: real pixels only, upright, without hidden details.
 *
 * The first bytes are looked at before anything decodes them, because the decoder takes many
 * more kinds (SVG among them) than we do.
 */
import sharp, { type Sharp } from 'sharp';

export interface Picture {
	readonly mime: PictureKind;
	readonly bytes: Buffer;
	readonly width: number;
	readonly height: number;
}

export type PictureKind = 'image/jpeg' | 'image/png' | 'image/webp';

/** The browser makes pictures this small; the server makes sure. */
const longestSide = 2048;
/** About 160 MB of memory while it is decoded. */
const mostPixels = 40_000_000;
const jpegQuality = 82;

// One picture at a time is worked on, so neither threads nor old pictures need to be kept.
sharp.cache(false);
sharp.concurrency(1);

export function kindOf(bytes: Buffer): PictureKind | undefined {
	const starts = (...values: number[]) => values.every((value, at) => bytes[at] === value);
	if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
	if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
	const isWebp =
		bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
	return isWebp ? 'image/webp' : undefined;
}

/** Undefined when it cannot be decoded, or is larger than any photo we take. */
export async function cleanPicture(bytes: Buffer, mime: PictureKind): Promise<Picture | undefined> {
	const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
		.rotate()
		.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
		.toColourspace('srgb');
	try {
		const { data: clean, info: size } = await encoded(upright, mime).toBuffer({
			resolveWithObject: true
		});
		return { mime, bytes: clean, width: size.width, height: size.height };
	} catch {
		// The decoder has many words for this, and none that help a person.
		return undefined;
	}
}

/** A drawing keeps its sharp edges and its transparent parts: the kind stays as it came. */
function encoded(picture: Sharp, mime: PictureKind): Sharp {
	if (mime === 'image/png') return picture.png({ compressionLevel: 9 });
	if (mime === 'image/webp') return picture.webp({ quality: jpegQuality });
	return picture.jpeg({ quality: jpegQuality, mozjpeg: true });
}
