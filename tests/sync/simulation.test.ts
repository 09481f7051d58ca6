/** A few hundred simulated lives, and those seeds that once found something. */
import { describe, expect, test } from 'vitest';
import { simulate } from './simulation.ts';

const batches = 10;
const perBatch = 30;

describe('devices, server and a bad network', () => {
	test.each(Array.from({ length: batches }, (_, batch) => batch * perBatch + 1))(
		'keep every promise from seed %i on',
		async (first) => {
			for (let seed = first; seed < first + perBatch; seed++) {
				expect(await simulate(seed)).not.toHaveProperty('failure');
			}
		}
	);

	test('the same seed lives the same life', async () => {
		const one = await simulate(7);
		const other = await simulate(7);

		expect(other.print).toBe(one.print);
	});
});

describe('seeds that once broke a promise', () => {
	test.each([
		['a copied device renumbers what was answered but not yet pulled', 85],
		['a record that was written as it was is not held as changed', 88],
		['what waited behind a refused change is not carried out by a later push', 44]
	])('%s (seed %i)', async (_, seed) => {
		expect(await simulate(seed)).not.toHaveProperty('failure');
	});
});
