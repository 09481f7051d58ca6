/**
 * How much code the app loads for storage and syncing, with the libraries that it needs, put
 * together and compressed with gzip.
 */
import { gzipSync } from 'node:zlib';
import { bundled } from './bundle.ts';
import type { Figure } from './figures.ts';

const mostKb = 40;

export async function benchClientSize(): Promise<Figure[]> {
	const code = await bundled('sync-client.ts');
	return [
		{
			...{ bench: 'client-size', what: 'code for storage and syncing, gzip', unit: 'kB' },
			value: gzipSync(code, { level: 9 }).length / 1000,
			...{ floor: mostKb, floorIs: 'at most', most: 1 },
			note: 'with Dexie, zod, node-diff3'
		}
	];
}
