/**
 * Reads a file beside the screen, so that the screen stays quick, and says how far it is.
 */
import { readBytes, type ReadTask } from './read-bytes.svelte.ts';
import type { Reading } from './reading.ts';

/** Letters read so far and in all, or what was found. */
export type ReadNews =
	{ readonly done: number; readonly total: number } | { readonly reading: Reading };

addEventListener('message', ({ data: task }: MessageEvent<ReadTask>) => {
	const say = (news: ReadNews) => postMessage(news);
	say({ reading: readBytes(task, (done, total) => say({ done, total })) });
});
