/**
 * The bytes of a file, read as what a platform's download says.
 */
import { decode, whyNoTable } from './decode.ts';
import { readTable } from './read.ts';
import type { Circumstances, Reading } from './reading.ts';
import { tableOf } from './table.svelte.ts';

export interface ReadTask {
	readonly bytes: ArrayBuffer;
	readonly circumstances: Circumstances;
}

export function readBytes(
	{ bytes, circumstances }: ReadTask,
	onprogress: (done: number, total: number) => void
): Reading {
	const all = new Uint8Array(bytes);
	const why = whyNoTable(all, circumstances.fileName);
	if (why !== undefined) return { is: 'wrong', message: why };
	const text = decode(all);
	const total = text.length;
	const { remembered } = circumstances;
	const table = tableOf({
		text,
		remembered,
		onprogress: (letters) => onprogress(Math.min(letters, total), total)
	});
	return readTable(table, circumstances);
}
