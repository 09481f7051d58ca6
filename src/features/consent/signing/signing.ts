/**
 * A signature between the pad, which works in parts of the box's width, and the record.
 */
import type { Signature } from '../record.ts';

interface Point {
	readonly x: number;
	readonly y: number;
	readonly pressure: number;
	readonly ms: number;
}

const unit = 10_000;
/** Half of what a record takes, so that a slow hand with many points fits too. */
const mostPoints = 1000;

/** Leaves out every second point, and so on, until it fits. */
export function packed(strokes: readonly (readonly Point[])[]): Signature {
	const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
	const every = Math.ceil(points / mostPoints) || 1;
	return strokes
		.map((stroke) =>
			stroke.filter((_, index) => index % every === 0 || index === stroke.length - 1)
		)
		.map((stroke) =>
			stroke.flatMap(({ x, y, ms }) => [Math.round(x * unit), Math.round(y * unit), Math.round(ms)])
		)
		.filter((stroke) => stroke.length > 0)
		.slice(0, 100);
}

export function unpacked(signature: Signature): Point[][] {
	return signature.map((stroke) =>
		Array.from({ length: Math.floor(stroke.length / 3) }, (_, index) => {
			const [x = 0, y = 0, ms = 0] = stroke.slice(index * 3, index * 3 + 3);
			return { x: x / unit, y: y / unit, ms, pressure: 0.5 };
		})
	);
}
