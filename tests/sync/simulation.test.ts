/** A few hundred simulated lives. What such a life once found has a test of its own: older-app.test.ts. */
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
