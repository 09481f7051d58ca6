/**
 * Boxes over a picture: what is covered, and what is cut out. All numbers are parts of its width
 * and height, from 0 to 1, so that they hold for every size of it.
 */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface Cover extends Box {
	readonly id: number;
	readonly look: 'solid' | 'blocks';
}

export const wholePicture: Box = { x: 0, y: 0, width: 1, height: 1 };
/** Smaller ones cannot be taken hold of. */
const smallest = 0.03;

/** Between two corners, in any order, inside the picture. */
export function boxBetween(from: { x: number; y: number }, to: { x: number; y: number }): Box {
	const [left, right] = [from.x, to.x].map(inside).sort((one, other) => one - other);
	const [top, bottom] = [from.y, to.y].map(inside).sort((one, other) => one - other);
	return fitted({
		x: left ?? 0,
		y: top ?? 0,
		width: (right ?? 0) - (left ?? 0),
		height: (bottom ?? 0) - (top ?? 0)
	});
}

export function moved<Some extends Box>(box: Some, byX: number, byY: number): Some {
	return {
		...box,
		x: Math.min(1 - box.width, Math.max(0, box.x + byX)),
		y: Math.min(1 - box.height, Math.max(0, box.y + byY))
	};
}

/** Its right and lower edges move. */
export function resized<Some extends Box>(box: Some, byX: number, byY: number): Some {
	return {
		...box,
		...fitted({ ...box, width: box.width + byX, height: box.height + byY })
	};
}

/**
 * The largest part of a picture that has this shape. `across` and `down` say where it lies (0 to
 * 1), `closer` (1 and more) makes it smaller.
 */
export function cropFor(
	picture: { readonly width: number; readonly height: number },
	ratio: number,
	{ across, down, closer }: { across: number; down: number; closer: number }
): Box {
	const own = picture.width / picture.height;
	const width = Math.min(1, ratio / own) / closer;
	const height = Math.min(1, own / ratio) / closer;
	return { x: (1 - width) * across, y: (1 - height) * down, width, height };
}

function fitted({ x, y, width, height }: Box): Box {
	const place = { x: Math.min(x, 1 - smallest), y: Math.min(y, 1 - smallest) };
	return {
		...place,
		width: Math.min(1 - place.x, Math.max(smallest, width)),
		height: Math.min(1 - place.y, Math.max(smallest, height))
	};
}

function inside(part: number): number {
	return Math.min(1, Math.max(0, part));
}
