/**
 * Whether the device has a database, which tables and indexes are in it, and which the registry asks
 * for.
 *
 * A database only ever gains: an app that knows fewer kinds must not take another's away.
 */
import Dexie from 'dexie';
import type { Registry } from '#domain/registry.ts';
import { digestTableName, rowTableName } from './table-names.ts';
import { smallTableKeys } from './tables.ts';

/** By table: its key first, then its indexes, as Dexie writes them. */
export type Layout = ReadonlyMap<string, readonly string[]>;

/** Asks the browser where it can tell: opening one that is not there makes it, and deletes it again. */
export async function isThere(name: string): Promise<boolean> {
	const all = 'databases' in indexedDB && (await indexedDB.databases().catch(() => false as const));
	return all ? all.some((found) => found.name === name) : Dexie.exists(name);
}

export function layoutFor(registry: Registry): Layout {
	const layout = new Map<string, string[]>();
	for (const [name, key] of Object.entries(smallTableKeys)) layout.set(name, [key]);
	for (const { kind, indexes, day, digest } of registry.records) {
		const lookedUp = indexes.map((field) => `*row.${field}`);
		const byDay = day ? [`row.${day}`] : [];
		layout.set(rowTableName(kind), ['id', 'version', ...lookedUp, ...byDay]);
		if (digest) layout.set(digestTableName(kind), ['id', 'on']);
	}
	return layout;
}

/** Of an open database. */
export function layoutOf(db: Dexie): Layout {
	return new Map(
		db.tables.map(({ name, schema }) => [
			name,
			[schema.primKey.src, ...schema.indexes.map(({ src }) => src)]
		])
	);
}

export function covers(has: Layout, wanted: Layout): boolean {
	return [...wanted].every(([table, keys]) =>
		keys.every((key) => has.get(table)?.includes(key) ?? false)
	);
}

/** Both together, for Dexie's `stores`. The key of a table that is there stays as it is. */
export function together(has: Layout, wanted: Layout): Record<string, string> {
	const names = new Set([...has.keys(), ...wanted.keys()]);
	return Object.fromEntries(
		[...names].map((name) => [
			name,
			[...new Set([...(has.get(name) ?? []), ...(wanted.get(name) ?? [])])].join(', ')
		])
	);
}
