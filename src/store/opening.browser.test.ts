/** How the phone's database is opened. */
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { newId } from './id.ts';
import { isThere } from './layout.ts';
import { databaseNamed } from './opening.ts';

afterEach(() => vi.restoreAllMocks());

/** Dexie says this nowhere else; a layer that an update names otherwise would come back unseen. */
function layersOf(db: Dexie): string[] {
	const { _middlewares: layers } = db as unknown as {
		_middlewares: { dbcore: { name?: string }[] };
	};
	return layers.dbcore.flatMap(({ name }) => name ?? []).sort();
}

test('does without the layers of Dexie that nothing here uses', () => {
	const usual = layersOf(new Dexie('usual', { cache: 'disabled' }));

	const ours = layersOf(databaseNamed('ours'));

	const left = usual.filter((name) => !ours.includes(name));
	expect(left).toEqual(['Cache', 'HooksMiddleware', 'VirtualIndexMiddleware']);
	expect(ours).toContain('Observability');
});

test.each([
	['that says which there are', undefined],
	['that will not say', () => Promise.reject(new DOMException('Not now.', 'UnknownError'))]
])('finds one that is there, and none that is not, in a browser %s', async (_how, says) => {
	const name = `there-${newId()}`;
	const db = databaseNamed(name);
	db.version(1).stores({ one: 'id' });
	await db.open();
	if (says) vi.spyOn(indexedDB, 'databases').mockImplementation(says);

	expect(await isThere(name)).toBe(true);
	db.close();
	await Dexie.delete(name);
	expect(await isThere(name)).toBe(false);
});
