/**
 * Shows what the practice's server pushes, and opens the right screen on a tap, also with no signal.
 *
 * A message holds words and a path of our own; whatever else it holds is left alone.
 */
declare const self: ServiceWorkerGlobalScope;

interface Message {
	readonly title: string;
	readonly text: string;
	readonly path: string;
	readonly tag: string;
}

const fallback: Message = {
	title: 'Noticeboard',
	text: 'There is something to do. Open the app.',
	path: '/',
	tag: 'noticeboard'
};

export function listenForPush(): void {
	self.addEventListener('push', (event) => {
		const { title, text, path, tag } = messageOf(event.data);
		const shown = {
			body: text,
			tag,
			// eslint-disable-next-line id-denylist -- the platform's own name
			data: { path },
			icon: '/icon-192.png',
			badge: '/icon-192.png'
		};
		event.waitUntil(self.registration.showNotification(title, shown));
	});
	self.addEventListener('notificationclick', (event) => {
		event.notification.close();
		const kept: unknown = event.notification.data;
		event.waitUntil(open(pathIn(kept)));
	});
}

/** A browser wants something shown for every message, so what cannot be read gets words too. */
function messageOf(pushed: PushMessageData | null): Message {
	try {
		const found: unknown = pushed?.json();
		if (typeof found !== 'object' || found === null) return fallback;
		const fields = new Map<string, unknown>(Object.entries(found));
		const words = (name: keyof Message) => {
			const value = fields.get(name);
			return typeof value === 'string' && value !== '' ? value : fallback[name];
		};
		return {
			title: words('title'),
			text: words('text'),
			path: pathIn(found),
			tag: words('tag')
		};
	} catch {
		return fallback;
	}
}

/** Only an address of this app. */
function pathIn(found: unknown): string {
	if (typeof found !== 'object' || found === null || !('path' in found)) return fallback.path;
	const { path } = found;
	if (typeof path !== 'string' || !URL.canParse(path, self.location.origin)) return fallback.path;
	const { origin, pathname } = new URL(path, self.location.origin);
	return origin === self.location.origin ? pathname : fallback.path;
}

/** A window that shows it already comes to the front; nothing that someone types in is moved. */
async function open(path: string): Promise<void> {
	const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const same = windows.find(({ url }) => new URL(url).pathname === path);
	await (same ? same.focus() : self.clients.openWindow(path));
}
