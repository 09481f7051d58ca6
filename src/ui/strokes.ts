/**
 * A signature as data: the strokes of a pen, in parts of the box's width, so that it can be drawn
 * at any size.
 *
 * A tap or a dot is no signature: blank counts as missing.
 */
interface StrokePoint {
	/** Both in parts of the width of the box: y goes from 0 to `boxHeight`. */
	readonly x: number;
	readonly y: number;
	readonly pressure: number;
	/** Since the stroke began; it only shapes how thick the line is. */
	readonly ms: number;
}
export type Stroke = readonly StrokePoint[];

/** The height of the signing box, in parts of its width. */
export const boxHeight = 0.4;

/** As long as a tenth of the box is wide: less is a slip of the finger. */
const shortestInk = 0.1;

export function isSigned(strokes: readonly Stroke[]): boolean {
	return strokes.reduce((total, stroke) => total + lengthOf(stroke), 0) >= shortestInk;
}

/** A path for an SVG of `width`, to show a signature that was kept. */
export function signaturePath(strokes: readonly Stroke[], width: number): string {
	const pixels = (part: number) => Math.round(part * width * 10) / 10;
	return strokes
		.map((stroke) =>
			stroke
				.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${pixels(x)} ${pixels(y)}`)
				.join('')
		)
		.join('');
}

function lengthOf(stroke: Stroke): number {
	return stroke.slice(1).reduce((total, point, index) => {
		const before = stroke[index] ?? point;
		return total + Math.hypot(point.x - before.x, point.y - before.y);
	}, 0);
}
