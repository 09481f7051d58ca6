/**
 * How much code the app loads for storage and syncing, with the libraries that it needs, put
 * together and compressed with gzip; and how much of it the libraries are by themselves.
 */
import { gzipSync } from 'node:zlib';
import { bundled } from './bundle.ts';
import type { Figure } from './figures.ts';

const mostKb = 40;

export async function benchClientSize(): Promise<Figure[]> {
	const what = 'code for storage and syncing, gzip';
	const value = await sizeOf('sync-client.ts');
	const libraries = await sizeOf('sync-libraries.ts');
	return [
		{
			...{ bench: 'client-size', what, unit: 'kB', value },
			...{ floor: mostKb, floorIs: 'at most', most: 1 },
			note: 'with Dexie, zod, node-diff3, uuid'
		},
		{
			...{ bench: 'client-size', what: 'the same beside its libraries alone', unit: 'kB', value },
			...{ floor: libraries, floorIs: 'Dexie, zod as used, node-diff3, uuid' }
		}
	];
}

async function sizeOf(entry: string): Promise<number> {
	return gzipSync(await bundled(entry), { level: 9 }).length / 1000;
}
