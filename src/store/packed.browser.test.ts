/** Packing is seen by nobody, over the browser's own database too. */
import { expect, onTestFinished, test } from 'vitest';
import { openTables } from '#store/database.ts';
import { newId } from '#store/id.ts';
import { livePacked } from '#tests/support/packed-life.ts';
import { registry } from '#tests/sync/kinds.ts';

test.each([2, 6])(
	'A phone that packs old records reads the same as one that does not (%i)',
	async (seed) => {
		const packs = await livePacked(
			seed,
			async (name) => {
				const tables = await openTables(`${name}-${newId()}`, registry);
				onTestFinished(() => tables.destroy());
				return tables;
			},
			(what, packed, rows) => expect(packed, what).toEqual(rows)
		);

		expect(packs).toBeGreaterThan(0);
	}
);
