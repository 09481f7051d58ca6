/**
 * Shrinks one picture after the other beside the screen, so that the screen stays quick.
 */
import { shrinkHere, type SmallPhoto } from './shrink-here.svelte.ts';

export interface Shrunk {
	/** Undefined when the browser cannot read the file. */
	readonly photo: SmallPhoto | undefined;
}

addEventListener('message', ({ data: file }: MessageEvent<Blob>) => {
	void shrinkHere(file)
		.then((photo): [Shrunk, Transferable[]] => [{ photo }, [photo.bytes]])
		.catch((): [Shrunk, Transferable[]] => [{ photo: undefined }, []])
		.then(([shrunk, transfer]) => postMessage(shrunk, { transfer }));
});
