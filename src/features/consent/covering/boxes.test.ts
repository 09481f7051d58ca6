/** Boxes over a picture stay inside it, whatever a finger does. */
import { describe, expect, test } from 'vitest';
import { boxBetween, cropFor, moved, resized } from './boxes.ts';
import { shapes } from './shapes.ts';

const cover = { x: 0.4, y: 0.4, width: 0.2, height: 0.2, id: 1, look: 'solid' } as const;

test('A box lies between two corners, in any order, and inside the picture', () => {
	const box = boxBetween({ x: 0.8, y: 1.4 }, { x: 0.5, y: 0.75 });

	expect(box.x).toBeCloseTo(0.5);
	expect(box.y).toBeCloseTo(0.75);
	expect(box.width).toBeCloseTo(0.3);
	expect(box.height).toBeCloseTo(0.25);
});

test('A tap makes a box that can still be taken hold of', () => {
	expect(boxBetween({ x: 1, y: 1 }, { x: 1, y: 1 })).toMatchObject({ width: 0.03, height: 0.03 });
});

test('A box stops at the edges', () => {
	expect(moved(cover, 5, -5)).toMatchObject({ x: 0.8, y: 0, width: 0.2, id: 1 });
	expect(resized(cover, 5, -5)).toMatchObject({ width: 0.6, height: 0.03, look: 'solid' });
});

describe('what is cut out', () => {
	test.each(shapes)('for “$name” has its shape and lies inside', ({ width, height }) => {
		for (const picture of [
			{ width: 2048, height: 1536 },
			{ width: 900, height: 2048 }
		]) {
			for (const place of [0, 0.5, 1]) {
				const crop = cropFor(picture, width / height, { across: place, down: place, closer: 1.5 });
				const ratio = (crop.width * picture.width) / (crop.height * picture.height);
				expect(ratio).toBeCloseTo(width / height);
				expect(crop.x).toBeGreaterThanOrEqual(0);
				expect(crop.x + crop.width).toBeLessThanOrEqual(1.0001);
				expect(crop.y + crop.height).toBeLessThanOrEqual(1.0001);
			}
		}
	});
});
