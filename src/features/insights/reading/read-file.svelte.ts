/**
 * Has a file read beside the screen; where that cannot start, it is read right here.
 */
import { readBytes, type ReadTask } from './read-bytes.svelte.ts';
import type { ReadNews } from './read-worker.svelte.ts';
import type { Reading } from './reading.ts';

/** Larger than any year of posts. */
const mostBytes = 60_000_000;

const tooLarge: Reading = {
	is: 'wrong',
	message: 'This file is too large to be a list of posts. Download fewer months at a time.'
};

export async function readFile(
	file: File,
	circumstances: ReadTask['circumstances'],
	onprogress: (done: number, total: number) => void
): Promise<Reading> {
	if (file.size > mostBytes) return tooLarge;
	const bytes = await file.arrayBuffer().catch(() => undefined);
	if (!bytes) {
		return { is: 'wrong', message: 'This phone could not open the file. Choose it again.' };
	}
	const task: ReadTask = { bytes, circumstances };
	return (await inWorker(task, onprogress)) ?? readBytes(task, onprogress);
}

/** Undefined when the worker did not start. */
function inWorker(
	task: ReadTask,
	onprogress: (done: number, total: number) => void
): Promise<Reading | undefined> {
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./read-worker.svelte.ts', import.meta.url), {
			type: 'module'
		});
		const end = (reading?: Reading) => {
			worker.terminate();
			resolve(reading);
		};
		worker.addEventListener('message', ({ data: news }: MessageEvent<ReadNews>) => {
			if ('reading' in news) end(news.reading);
			else onprogress(news.done, news.total);
		});
		worker.addEventListener('error', () => end());
		worker.addEventListener('messageerror', () => end());
		worker.postMessage(task);
	});
}
