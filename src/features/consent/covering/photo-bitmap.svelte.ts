/**
 * A photo as dots to draw with; given back when it is no longer shown.
 */
import type { Store } from '#store/store.ts';
import { photoBlob } from '#store/photos.ts';

interface Shown {
	readonly current: ImageBitmap | undefined;
	/** It is not on this phone and cannot be had now. */
	readonly isMissing: boolean;
}

export function photoBitmap(store: Store, hashOf: () => string): Shown {
	let current = $state.raw<ImageBitmap>();
	let isMissing = $state(false);

	// Outside Svelte: memory of the browser, many times the size of the file.
	$effect(() => {
		const hash = hashOf();
		if (hash === '') return;
		let isGone = false;
		let made: ImageBitmap | undefined;
		const get = async () => {
			const blob = await photoBlob(store.parts, hash);
			made = blob && (await createImageBitmap(blob));
			if (isGone) made?.close();
			else if (made) current = made;
			else isMissing = true;
		};
		get().catch(() => (isMissing = true));
		return () => {
			isGone = true;
			made?.close();
		};
	});

	return {
		get current() {
			return current;
		},
		get isMissing() {
			return isMissing;
		}
	};
}
