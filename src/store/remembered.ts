/**
 * The small tables within one transaction of changes: which keys one has is asked once, until
 * something is put into it. Nobody else writes meanwhile, and each question takes most of a millisecond.
 */
import type { SmallTable, SmallTables, TableSession } from './tables.ts';

export function remembered(small: TableSession['small']): TableSession['small'] {
	const tables = new Map<string, unknown>();
	return <Name extends keyof SmallTables>(name: Name) => {
		const known = tables.get(name) ?? remembering(small(name));
		tables.set(name, known);
		// Kept under its own name.
		return known as SmallTable<SmallTables[Name]>;
	};
}

function remembering<Value>(table: SmallTable<Value>): SmallTable<Value> {
	let known: Promise<(string | number)[]> | undefined;
	const keys = () => (known ??= table.keys());
	const isNothing = (given: readonly unknown[]) => given.length === 0;
	const putting = (put: () => Promise<void>) => {
		known = undefined;
		return put();
	};
	const deleting = (gone: readonly (string | number)[]) => {
		const are = new Set(gone);
		known = known?.then((before) => before.filter((key) => !are.has(key)));
		// Whoever asks for them hears of it.
		known?.catch(() => undefined);
		return table.deleteAll(gone);
	};
	return {
		...table,
		keys,
		all: async () => (known && isNothing(await known) ? [] : table.all()),
		many: async (wanted) => (isNothing(wanted) ? [] : table.many(wanted)),
		put: (value) => putting(() => table.put(value)),
		putAll: async (values) => (isNothing(values) ? undefined : putting(() => table.putAll(values))),
		delete: (key) => deleting([key]),
		deleteAll: async (gone) => (isNothing(gone) ? undefined : deleting(gone)),
		clear: () => {
			known = Promise.resolve([]);
			return table.clear();
		}
	};
}
