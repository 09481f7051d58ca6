/**
 * Turns a phone's database back into that of an older app: kinds that it has nothing of are unknown,
 * and records have fewer indexes. What it holds and what waits to be sent stays as it is.
 */
import type { Page } from 'playwright';

/** On a page of the app's address on which the app does not run. */
export function makePhoneOlder(page: Page): Promise<void> {
	return page.evaluate(async () => {
		const done = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('It failed.'));
			});
		const known = await indexedDB.databases();
		const { name } = known.find((one) => /^noticeboard-[0-9a-f-]{73}$/.test(one.name ?? '')) ?? {};
		if (name === undefined) throw new Error('This phone has no database.');
		const now = await done(indexedDB.open(name));
		const tables: {
			table: string;
			options: IDBObjectStoreParameters;
			indexes: { index: string; path: string | string[]; options: IDBIndexParameters }[];
			rows: unknown[];
		}[] = [];
		for (const table of now.objectStoreNames) {
			const store = now.transaction(table).objectStore(table);
			const rows = (await done(store.getAll())) as unknown[];
			const isRecord = table.startsWith('row-');
			if ((isRecord || table.startsWith('digest-')) && rows.length === 0) continue;
			const { keyPath, autoIncrement } = store;
			const indexes = [...store.indexNames]
				.filter((index) => !isRecord || index === 'version')
				.map((index) => {
					const { keyPath: path, unique, multiEntry } = store.index(index);
					return { index, path, options: { unique, multiEntry } };
				});
			tables.push({ table, options: { keyPath, autoIncrement }, indexes, rows });
		}
		now.close();
		await done(indexedDB.deleteDatabase(name));
		// Dexie's version 1.
		const opening = indexedDB.open(name, 10);
		opening.onupgradeneeded = () => {
			for (const { table, options, indexes, rows } of tables) {
				const store = opening.result.createObjectStore(table, options);
				for (const { index, path, options: how } of indexes) store.createIndex(index, path, how);
				for (const row of rows) store.put(row);
				if (table === 'device') store.put({ name: 'openedBy', value: 'an older build' });
			}
		};
		(await done(opening)).close();
	});
}

/**
 * From now on this page stands still in the middle of the upgrade of its database; what is given
 * back waits until it does.
 */
export async function stopInUpgrade(page: Page): Promise<() => Promise<unknown>> {
	const upgrading = Promise.withResolvers<undefined>();
	// A page that is opened before it is there would fail in its upgrade and not stand still.
	await page.exposeFunction('isUpgrading', () => upgrading.resolve(undefined));
	await page.addInitScript(() => {
		const open = Reflect.get(IDBFactory.prototype, 'open') as (
			...asked: unknown[]
		) => IDBOpenDBRequest;
		IDBFactory.prototype.open = function (name: string, ...version) {
			const opening = open.call(this, name, ...version);
			opening.addEventListener('upgradeneeded', () => {
				if (!/^noticeboard-[0-9a-f-]{73}$/.test(name)) return;
				(Reflect.get(window, 'isUpgrading') as () => void)();
				for (;;);
			});
			return opening;
		};
	});
	return () => upgrading.promise;
}
