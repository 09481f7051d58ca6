/**
 * One of the small tables, over IndexedDB.
 *
 * Each write makes all its requests when it is called, so that what is read after it sees it: see
 * `Writes`.
 */
import type { Table } from 'dexie';
import type { SmallTable } from './tables.ts';
import type { Written } from './writes.ts';

export function smallTable<Value>(
	open: () => Table<Value, string | number>,
	written: Written
): SmallTable<Value> {
	const found = (keys: readonly (string | number)[]) =>
		isRun(keys)
			? open().where(':id').between(keys[0], keys.at(-1), true, true).toArray()
			: open().bulkGet([...keys]);
	return {
		get: (key) => open().get(key),
		many: async (keys) => (await found(keys)).filter((value) => value !== undefined),
		all: () => open().toArray(),
		keys: () => open().toCollection().primaryKeys(),
		range: (begin) => open().where(':id').startsWith(begin).toArray(),
		rangeKeys: async (begin) =>
			(await open().where(':id').startsWith(begin).primaryKeys()).map(String),
		keysBelow: async (end) => (await open().where(':id').below(end).primaryKeys()).map(String),
		put: (value) => written(open().put(value)),
		putAll: (values) => written(open().bulkPut(values)),
		delete: (key) => written(open().delete(key)),
		deleteAll: (keys) => written(open().bulkDelete([...keys])),
		clear: () => written(open().clear())
	};
}

/** One number after the other: then they are read at once. */
function isRun(keys: readonly (string | number)[]): boolean {
	return keys.length > 1 && keys.every((key, at) => at === 0 || key === Number(keys[at - 1]) + 1);
}
