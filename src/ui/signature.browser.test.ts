/** A signature is kept as strokes: it survives turning the phone, and blank counts as missing. */
import { find, show } from '#tests/support/mounted.ts';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import SignaturePad from './SignaturePad.svelte';
import { isSigned, type Stroke } from './strokes.ts';

const line: Stroke = [
	{ x: 0.1, y: 0.1, pressure: 0.5, ms: 0 },
	{ x: 0.5, y: 0.3, pressure: 0.5, ms: 120 },
	{ x: 0.9, y: 0.1, pressure: 0.5, ms: 240 }
];

/** How much of the box is inked, in thousandths, whatever its size. */
function ink(): number {
	const canvas = find('canvas');
	if (!(canvas instanceof HTMLCanvasElement)) throw new Error('No canvas.');
	const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
	const inked = pixels?.filter((value, index) => index % 4 === 3 && value > 0).length ?? 0;
	return (inked * 1000) / (canvas.width * canvas.height);
}

/** Where the ink is, in parts of the width: left edge and right edge. */
function inkedFromTo(): [number, number] {
	const canvas = find('canvas');
	if (!(canvas instanceof HTMLCanvasElement)) throw new Error('No canvas.');
	const { width, height } = canvas;
	const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
	const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
		Array.from({ length: height }, (_, y) => y).some(
			(y) => (pixels[(y * width + x) * 4 + 3] ?? 0) > 0
		)
	);
	return [(columns[0] ?? 0) / width, (columns.at(-1) ?? 0) / width];
}

/** The library looks at a finger once a frame, so the finger waits for it. */
async function drawAcross() {
	const canvas = find('canvas');
	const { left, top, width, height } = canvas.getBoundingClientRect();
	const send = (type: string, part: number) =>
		canvas.dispatchEvent(
			new PointerEvent(type, {
				bubbles: true,
				cancelable: true,
				pointerId: 1,
				pointerType: 'touch',
				buttons: type === 'pointerup' ? 0 : 1,
				pressure: 0.5,
				clientX: left + width * part,
				clientY: top + height * (0.3 + 0.4 * part)
			})
		);
	send('pointerdown', 0.1);
	for (const part of [0.2, 0.35, 0.5, 0.65, 0.8]) {
		send('pointermove', part);
		await new Promise(requestAnimationFrame);
		await new Promise(requestAnimationFrame);
	}
	send('pointerup', 0.8);
}

describe('signing', () => {
	test('a finger across the box is a signature, kept as strokes', async () => {
		const kept: (readonly Stroke[])[] = [];
		show(SignaturePad, {
			id: 'sign',
			label: 'Your name',
			onchange: (strokes: readonly Stroke[]) => void kept.push(strokes)
		});

		await vi.waitFor(async () => {
			await drawAcross();
			expect(kept.length).toBeGreaterThan(0);
		});

		const strokes = kept.at(-1) ?? [];
		expect(isSigned(strokes)).toBe(true);
		expect(strokes.flat().every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 0.4)).toBe(true);
		expect(find('[role=status]').textContent.trim()).toBe('Signed');
	});

	test('the strokes stay where they are when the phone is turned', async () => {
		show(SignaturePad, { id: 'sign', label: 'Your name', strokes: [line] });
		await vi.waitFor(() => expect(ink()).toBeGreaterThan(1));
		const before = inkedFromTo();
		const widthBefore = find('canvas').clientWidth;

		await page.viewport(500, 320);
		await vi.waitFor(() => {
			expect(find('canvas').clientWidth).toBeGreaterThan(widthBefore + 100);
			expect(ink()).toBeGreaterThan(1);
		});

		const after = inkedFromTo();
		expect(after[0]).toBeCloseTo(before[0], 1);
		expect(after[1]).toBeCloseTo(before[1], 1);
	});

	test('clearing it makes it missing again', async () => {
		let kept: readonly Stroke[] = [line];
		show(SignaturePad, {
			id: 'sign',
			label: 'Your name',
			strokes: kept,
			onchange: (strokes: readonly Stroke[]) => void (kept = strokes)
		});
		await vi.waitFor(() => expect(ink()).toBeGreaterThan(1));

		await userEvent.click(find('button'));

		expect(kept).toEqual([]);
		await vi.waitFor(() => expect(ink()).toBe(0));
		expect(find('[role=status]').textContent.trim()).toBe('Not signed yet');
	});
});
