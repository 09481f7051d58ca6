/**
 * Makes a picture small: longest side 2048 pixels, JPEG, and a thumbnail that fits into a record.
 *
 * Drawing it anew leaves behind all that the camera wrote into the file: place, time, phone.
 */
import { maxPhotoSide, maxThumbLength } from '../photos/record.ts';

export interface SmallPhoto {
	readonly bytes: ArrayBuffer;
	readonly mime: 'image/jpeg';
	/** A data URL. */
	readonly thumb: string;
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
		const { blob, width, height } = await fitting(picture);
		return { bytes: await blob.arrayBuffer(), mime, thumb: await thumbOf(picture), width, height };
	} finally {
		picture.close();
	}
}

async function fitting(picture: ImageBitmap) {
	for (const quality of qualities) {
		const small = await drawn(picture, maxPhotoSide, quality);
		if (small.blob.size <= mostBytes) return small;
	}
	return drawn(picture, maxPhotoSide / 2, qualities[0]);
}

async function thumbOf(picture: ImageBitmap): Promise<string> {
	for (const [side, tryQuality] of thumbTries) {
		const { blob } = await drawn(picture, side, tryQuality);
		const thumb = `data:${mime};base64,${base64(await blob.arrayBuffer())}`;
		if (thumb.length <= maxThumbLength) return thumb;
	}
	throw new Error('No thumbnail is small enough.');
}

async function drawn(picture: ImageBitmap, longest: number, jpegQuality: number) {
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
