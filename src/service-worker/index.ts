/**
 * Keeps the app itself on the device, so that every address opens with no signal.
 *
 * Records never pass through here: no API answer is ever put into a cache.
 */
import { build, files, version } from '$service-worker';
import {
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	precacheAndRoute
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { listenForPush } from './push.ts';
import { listenForRenewal } from './renew.ts';
import { listenForShares } from './share.ts';

declare const self: ServiceWorkerGlobalScope;

/** Built files carry a hash in their name; the others change with the version. */
const built = build.map((url) => ({ url, revision: null }));
const still = files
	.filter((url) => !url.endsWith('robots.txt'))
	.map((url) => ({ url, revision: version }));
/** One shell for every address; it holds nothing personal. */
const shell = { url: '/', revision: version };

listenForShares();
precacheAndRoute([...built, ...still, shell]);
cleanupOutdatedCaches();
registerRoute(
	new NavigationRoute(createHandlerBoundToURL('/'), {
		denylist: [/^\/(api|feed)\//, /^\/(setup|join|sign-in|healthz|readyz)(\/|$|\?)/]
	})
);

listenForPush();
listenForRenewal();

self.addEventListener('message', (event) => {
	const message: unknown = event.data;
	const isSkip =
		typeof message === 'object' &&
		message !== null &&
		'type' in message &&
		message.type === 'SKIP_WAITING';
	if (isSkip) void self.skipWaiting();
});
