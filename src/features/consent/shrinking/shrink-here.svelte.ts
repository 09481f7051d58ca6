/**
 * Makes a picture small: longest side 2048 pixels, JPEG, and a thumbnail that fits into a record.
 *
 * Drawing it anew leaves behind all that the camera wrote into the file: place, time, phone.
 */
import { likenessHeight, likenessOf, likenessWidth } from '../photos/likeness.ts';
import { maxPhotoSide, maxThumbLength } from '../photos/record.ts';

export interface SmallPhoto {
	readonly bytes: ArrayBuffer;
	readonly mime: 'image/jpeg';
	/** A data URL. */
	readonly thumb: string;
	/** See photos/likeness.ts. */
	readonly likeness: string;
	readonly width: number;
	readonly height: number;
}

/** Best first, until the photo fits into what the practice takes at once. */
const qualities = [0.82, 0.7, 0.5] as const;
const mostBytes = 1_900_000;
const mime = 'image/jpeg';
/** Longest side and JPEG quality, best first, until the thumbnail fits. */
const thumbTries = [
	[240, 0.6],
	[200, 0.5],
	[160, 0.5],
	[120, 0.4],
	[64, 0.4]
] as const;

/** @throws when the browser cannot read the file as a picture. */
export async function shrinkHere(file: Blob): Promise<SmallPhoto> {
	const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
	try {
		return await smallPhotoOf(picture);
	} finally {
		picture.close();
	}
}

type Picture = ImageBitmap | OffscreenCanvas;

/** Of what is drawn already: a new picture made here. */
export async function smallPhotoOf(picture: Picture): Promise<SmallPhoto> {
	const { blob, width, height } = await fitting(picture);
	const bytes = await blob.arrayBuffer();
	const small = { thumb: await thumbOf(picture), likeness: likenessOf(lightsOf(picture)) };
	return { bytes, mime, ...small, width, height };
}

function lightsOf(picture: Picture): number[] {
	const canvas = new OffscreenCanvas(likenessWidth, likenessHeight);
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('This browser cannot draw pictures.');
	pen.imageSmoothingQuality = 'high';
	pen.drawImage(picture, 0, 0, likenessWidth, likenessHeight);
	const dots = pen.getImageData(0, 0, likenessWidth, likenessHeight).data;
	return Array.from({ length: likenessWidth * likenessHeight }, (_, place) => {
		const [red = 0, green = 0, blue = 0] = dots.subarray(place * 4, place * 4 + 3);
		return Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
	});
}

async function fitting(picture: Picture) {
	for (const quality of qualities) {
		const small = await drawn(picture, maxPhotoSide, quality);
		if (small.blob.size <= mostBytes) return small;
	}
	return drawn(picture, maxPhotoSide / 2, qualities[0]);
}

async function thumbOf(picture: Picture): Promise<string> {
	for (const [side, tryQuality] of thumbTries) {
		const { blob } = await drawn(picture, side, tryQuality);
		const thumb = `data:${mime};base64,${base64(await blob.arrayBuffer())}`;
		if (thumb.length <= maxThumbLength) return thumb;
	}
	throw new Error('No thumbnail is small enough.');
}

async function drawn(picture: Picture, longest: number, jpegQuality: number) {
	const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
	const width = Math.max(1, Math.round(picture.width * scale));
	const height = Math.max(1, Math.round(picture.height * scale));
	const canvas = new OffscreenCanvas(width, height);
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('This browser cannot draw pictures.');
	// JPEG has no see-through parts: on paper they are white.
	pen.fillStyle = '#fff';
	pen.fillRect(0, 0, width, height);
	pen.imageSmoothingQuality = 'high';
	pen.drawImage(picture, 0, 0, width, height);
	return { blob: await canvas.convertToBlob({ type: mime, quality: jpegQuality }), width, height };
}

function base64(bytes: ArrayBuffer): string {
	return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}
