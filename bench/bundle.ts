/** Puts a module together with Vite, as the app's own modules are, to be run inside a page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { dexieForToday } from '../dexie.config.ts';

/** One script without imports. `entry` is a file of this folder. */
export async function bundled(entry: string): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: [dexieForToday] },
		build: {
			write: false,
			lib: {
				entry: fileURLToPath(new URL(entry, import.meta.url)),
				formats: ['iife'],
				name: 'bench'
			},
			rolldownOptions: { output: { codeSplitting: false } }
		}
	});
	const [first] = Array.isArray(built) ? built : [built];
	const [chunk] = 'output' in first ? first.output : [];
	if (chunk?.type !== 'chunk') throw new Error(`${entry} could not be put together.`);
	return chunk.code;
}
