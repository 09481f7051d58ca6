/**
 * Takes a file from the camera or the gallery and makes it small enough to keep and send.
 *
 * Works with no signal: where the worker cannot start, the picture is shrunk right here.
 */
import type { Refusal } from '#domain/refusal.ts';
import { refuse } from '#domain/refusal.ts';
import { shrinkHere, type SmallPhoto } from './shrinking/shrink-here.svelte.ts';
import type { Shrunk } from './shrinking/shrink-worker.svelte.ts';

export type { SmallPhoto };

/** A small photo, or why there is none. */
export async function shrink(
	file: File
): Promise<{ photo: SmallPhoto } | { refusal: Refusal; photo?: undefined }> {
	const photo = (await inWorker(file)) ?? (await shrinkHere(file).catch(() => undefined));
	return photo ? { photo } : { refusal: await unreadable(file) };
}

/** Undefined when the worker did not start or could not read the file. */
function inWorker(file: Blob): Promise<SmallPhoto | undefined> {
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./shrinking/shrink-worker.svelte.ts', import.meta.url), {
			type: 'module'
		});
		const end = (photo?: SmallPhoto) => {
			worker.terminate();
			resolve(photo);
		};
		worker.addEventListener('message', ({ data: shrunk }: MessageEvent<Shrunk>) =>
			end(shrunk.photo)
		);
		worker.addEventListener('error', () => end());
		worker.addEventListener('messageerror', () => end());
		worker.postMessage(file);
	});
}

async function unreadable(file: File): Promise<Refusal> {
	const { name } = file;
	if (await isHeic(file)) {
		return refuse(
			'heic',
			`This browser cannot read “${name}”. It is a HEIC picture from an iPhone. Take the photo from here instead, or save it as JPEG first. It was not added.`
		);
	}
	return refuse(
		'unreadable',
		`“${name}” cannot be read as a picture. Choose a photo, like a JPEG or PNG. It was not added.`
	);
}

/** By its first bytes too: on its way through other apps a file loses its name and its type. */
async function isHeic(file: File): Promise<boolean> {
	if (/hei[cf]/i.test(`${file.name} ${file.type}`)) return true;
	const start = await file
		.slice(4, 12)
		.text()
		.catch(() => '');
	return /^ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(start);
}
