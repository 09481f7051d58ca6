/** Packing is seen by nobody: all reads give the same, whatever has happened. */
import { expect, test } from 'vitest';
import { MemoryTables } from '#tests/support/memory-tables.ts';
import { livePacked } from '#tests/support/packed-life.ts';
import { registry } from './kinds.ts';

const kinds = registry.records.map(({ kind }) => kind);
const lives = 40;

test('A phone that packs old records reads the same as one that does not', async () => {
	let packs = 0;
	for (let seed = 1; seed <= lives; seed++) {
		packs += await livePacked(
			seed,
			() => Promise.resolve(new MemoryTables(kinds)),
			(what, packed, rows) => expect(packed, `seed ${seed}: ${what}`).toEqual(rows)
		);
	}

	expect(packs).toBeGreaterThan(lives);
});
