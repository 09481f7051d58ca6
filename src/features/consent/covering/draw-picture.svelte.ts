/**
 * Burns covers into a picture and cuts it. What was under a cover is not in the new picture at all.
 */
import type { Box, Cover } from './boxes.ts';

/** Of the longer side of a cover: so few that no face is left. */
const mostBlocks = 6;

type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws the whole picture with its covers, as large as the canvas of the pen. */
export function drawCovered(pen: Pen, picture: ImageBitmap, covers: readonly Cover[]): void {
	const { width, height } = pen.canvas;
	pen.fillStyle = '#fff';
	pen.fillRect(0, 0, width, height);
	pen.imageSmoothingEnabled = true;
	pen.imageSmoothingQuality = 'high';
	pen.drawImage(picture, 0, 0, width, height);
	for (const cover of covers) {
		if (cover.look === 'solid') drawSolid(pen, cover);
		else drawBlocks(pen, picture, cover);
	}
}

function drawSolid(pen: Pen, cover: Box): void {
	pen.fillStyle = '#000';
	pen.fillRect(...onCanvas(pen, cover));
}

/** Made of the picture in its first size, so that a preview shows the same blocks. */
function drawBlocks(pen: Pen, picture: ImageBitmap, cover: Box): void {
	const wide = cover.width * picture.width;
	const high = cover.height * picture.height;
	const across = Math.max(1, Math.round((mostBlocks * wide) / Math.max(wide, high)));
	const down = Math.max(1, Math.round((mostBlocks * high) / Math.max(wide, high)));
	const small = new OffscreenCanvas(across, down);
	const smallPen = small.getContext('2d');
	if (!smallPen) throw new Error('This browser cannot draw pictures.');
	smallPen.imageSmoothingQuality = 'high';
	smallPen.drawImage(
		picture,
		cover.x * picture.width,
		cover.y * picture.height,
		...[wide, high, 0, 0, across, down]
	);
	pen.imageSmoothingEnabled = false;
	pen.drawImage(small, ...onCanvas(pen, cover));
	pen.imageSmoothingEnabled = true;
}

function onCanvas({ canvas }: Pen, box: Box): [number, number, number, number] {
	const left = Math.floor(box.x * canvas.width);
	const top = Math.floor(box.y * canvas.height);
	const right = Math.ceil((box.x + box.width) * canvas.width);
	const bottom = Math.ceil((box.y + box.height) * canvas.height);
	return [left, top, right - left, bottom - top];
}

interface Wish {
	readonly covers: readonly Cover[];
	readonly crop: Box;
	/** It is made no larger than this, and never larger than it is. */
	readonly most: { readonly width: number; readonly height: number } | undefined;
}

export function newPicture(picture: ImageBitmap, { covers, crop, most }: Wish): OffscreenCanvas {
	const whole = new OffscreenCanvas(picture.width, picture.height);
	const pen = whole.getContext('2d');
	if (!pen) throw new Error('This browser cannot draw pictures.');
	drawCovered(pen, picture, covers);
	const [left, top] = [Math.round(crop.x * whole.width), Math.round(crop.y * whole.height)];
	const wide = Math.max(1, Math.min(whole.width - left, Math.round(crop.width * whole.width)));
	const high = Math.max(1, Math.min(whole.height - top, Math.round(crop.height * whole.height)));
	const scale = Math.min(1, most ? most.width / wide : 1);
	const made = new OffscreenCanvas(Math.round(wide * scale), Math.round(high * scale));
	const madePen = made.getContext('2d');
	if (!madePen) throw new Error('This browser cannot draw pictures.');
	madePen.imageSmoothingQuality = 'high';
	madePen.drawImage(whole, left, top, wide, high, 0, 0, made.width, made.height);
	return made;
}
