/**
 * The phone's database by its name, and how Dexie opens it.
 */
import Dexie from 'dexie';

/** Layers of Dexie that every call would go through: its cache, indexes of several fields, its hooks. */
const unusedLayers = ['Cache', 'VirtualIndexMiddleware', 'HooksMiddleware'];

/** One database for each person and practice, so that nobody sends another's changes. */
export function databaseName(practiceId: string, personId: string): string {
	return `noticeboard-${practiceId}-${personId}`;
}

/** Undefined where there is none. */
export function openAsItStands(name: string): PromiseLike<Dexie | undefined> {
	return databaseNamed(name)
		.open()
		.catch('NoSuchDatabaseError', () => undefined);
}

export function databaseNamed(name: string): Dexie {
	const db = new Dexie(name, { cache: 'disabled' });
	for (const layer of unusedLayers) db.unuse({ stack: 'dbcore', name: layer });
	// Another tab with a newer app: let go, so that its upgrade can run.
	db.on('versionchange', () => db.close());
	return db;
}
