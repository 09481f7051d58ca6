/**
 * What a phone's own database holds, read beside the app: the records, each with its version.
 */
import type { Page } from 'playwright';

/** 'post/0190… 12' for every record on the phone; none where there is no database yet. */
export function recordsOnPhone(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const known = await indexedDB.databases();
		const { name } = known.find((one) => /^noticeboard-[0-9a-f-]{73}$/.test(one.name ?? '')) ?? {};
		if (name === undefined) return [];
		return new Promise<string[]>((resolve) => {
			const opening = indexedDB.open(name);
			opening.onerror = () => resolve([]);
			opening.onsuccess = () => {
				const db = opening.result;
				const tables = [...db.objectStoreNames].filter((table) => table.startsWith('row-'));
				if (tables.length === 0) {
					resolve([]);
					return;
				}
				const found: string[] = [];
				const reading = db.transaction(tables);
				for (const table of tables) {
					const asking: IDBRequest<unknown[]> = reading.objectStore(table).getAll();
					asking.onsuccess = () => {
						for (const row of asking.result) {
							const { id, version } = row as { id: string; version: number };
							found.push(`${table.slice('row-'.length)}/${id} ${version}`);
						}
					};
				}
				reading.oncomplete = () => {
					db.close();
					resolve(found.sort());
				};
			};
		});
	});
}
