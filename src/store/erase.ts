/**
 * Leaves nothing of the practice on this device: databases, cached app, everything.
 */
import Dexie from 'dexie';

/** Deletes every database of this app, its caches and its service worker. */
export async function eraseDevice(): Promise<void> {
	for (const name of await Dexie.getDatabaseNames()) {
		if (name.startsWith('noticeboard-')) await Dexie.delete(name);
	}
	localStorage.clear();
	for (const name of await caches.keys()) await caches.delete(name);
	for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}
