/**
 * A signature on its way into the record and back.
 */
import { describe, expect, test } from 'vitest';
import { signatureSchema } from '../record.ts';
import { packed, unpacked } from './signing.ts';

const stroke = [
	{ x: 0.1, y: 0.2, pressure: 0.4, ms: 0 },
	{ x: 0.1234, y: 0.3, pressure: 0.6, ms: 16.4 }
];

describe('a signature', () => {
	test('comes back as it was drawn, without the pressure', () => {
		expect(unpacked(packed([stroke]))).toEqual([
			[
				{ x: 0.1, y: 0.2, pressure: 0.5, ms: 0 },
				{ x: 0.1234, y: 0.3, pressure: 0.5, ms: 16 }
			]
		]);
	});

	test('fits into a record, however slow the hand', () => {
		const slow = Array.from({ length: 40 }, () =>
			Array.from({ length: 300 }, (_, index) => ({
				x: index / 300,
				y: 0.2,
				pressure: 0.5,
				ms: index
			}))
		);

		const signature = packed(slow);

		expect(signatureSchema.safeParse(signature).success).toBe(true);
		expect(signature).toHaveLength(40);
		expect(unpacked(signature)[0]?.at(-1)?.x).toBeCloseTo(299 / 300, 3);
	});

	test('of nothing is no signature', () => {
		expect(signatureSchema.safeParse(packed([])).success).toBe(false);
	});
});
