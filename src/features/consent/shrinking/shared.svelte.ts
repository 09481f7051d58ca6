/**
 * Pictures that another app shared with this one. The service worker has put them aside, since it
 * never touches the practice's records: see service-worker/share.ts, which has these names too.
 */
const sharedCache = 'noticeboard-shared';

interface Shared {
	readonly name: string;
	readonly modifiedAt: number;
	readonly file: Blob;
}

/** What could be copied is put aside no longer. */
export async function takeShared(
	copy: (files: readonly Shared[]) => Promise<'staged' | 'full'>
): Promise<void> {
	if (!('caches' in globalThis) || !(await caches.has(sharedCache))) return;
	const cache = await caches.open(sharedCache);
	for (const request of await cache.keys()) {
		const answer = await cache.match(request);
		const file = await answer?.blob();
		const name = decodeURIComponent(answer?.headers.get('x-name') ?? 'Picture');
		const modifiedAt = Number(answer?.headers.get('x-modified-at') ?? 0);
		if (file) await copy([{ name, modifiedAt, file }]);
		await cache.delete(request);
	}
}
