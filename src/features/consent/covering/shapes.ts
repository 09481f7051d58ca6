/**
 * Shapes that platforms show pictures in. Sizes change often: they are an offer, never a rule.
 *
 * The square is published; the others are what several posting tools say. Checked 2026-11-21.
 */
export interface Shape {
	readonly id: string;
	readonly name: string;
	readonly width: number;
	readonly height: number;
	/** The part of the height, in the middle, where words are not covered by the app. */
	readonly safeHeight?: number;
}

export const shapes: readonly Shape[] = [
	{ id: 'square', name: 'Square, fits everywhere', width: 1080, height: 1080 },
	{ id: 'portrait', name: 'Upright, for a Facebook or Instagram feed', width: 1080, height: 1350 },
	{ id: 'landscape', name: 'Wide, for Facebook, LinkedIn and links', width: 1200, height: 630 },
	{ id: 'x', name: 'Wide, for X', width: 1600, height: 900 },
	{
		id: 'story',
		name: 'Story or status, the whole phone',
		width: 1080,
		height: 1920,
		safeHeight: 1420 / 1920
	}
];

export function shapeNamed(id: string): Shape | undefined {
	return shapes.find((shape) => shape.id === id);
}
