/**
 * Takes pictures that another app shares with this one, and opens the photos.
 *
 * They are only put aside here: the app copies them among the practice's photos. The names of the
 * cache and of its headers are also in features/consent/shrinking/shared.svelte.ts.
 */
declare const self: ServiceWorkerGlobalScope;

const sharePath = '/photos/share';
const cacheName = 'noticeboard-shared';

export function listenForShares(): void {
	self.addEventListener('fetch', (event) => {
		const { method, url } = event.request;
		if (method !== 'POST' || new URL(url).pathname !== sharePath) return;
		event.respondWith(putAside(event.request));
	});
}

/** Whatever happens, the person sees their photos; a picture that was not put aside is not there. */
async function putAside(request: Request): Promise<Response> {
	try {
		const form = await request.formData();
		const cache = await caches.open(cacheName);
		for (const file of form.getAll('photos')) {
			if (typeof file === 'string') continue;
			const headers = {
				'content-type': file.type,
				'x-name': encodeURIComponent(file.name),
				'x-modified-at': String(file.lastModified)
			};
			await cache.put(`/shared/${crypto.randomUUID()}`, new Response(file, { headers }));
		}
	} catch {
		return Response.redirect('/photos#not-shared', 303);
	}
	return Response.redirect('/photos', 303);
}
