/**
 * The small tables within one transaction of changes: which keys one has is asked once, until
 * something is written to it. Nobody else writes meanwhile, and each question takes most of a millisecond.
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
	const writing =
		<Given extends unknown[]>(write: (...given: Given) => Promise<void>) =>
		(...given: Given) => {
			known = undefined;
			return write(...given);
		};
	const isNothing = (given: readonly unknown[]) => given.length === 0;
	return {
		...table,
		keys,
		all: async () => (known && isNothing(await known) ? [] : table.all()),
		many: async (wanted) => (isNothing(wanted) ? [] : table.many(wanted)),
		put: writing(table.put),
		putAll: async (values) => (isNothing(values) ? undefined : writing(table.putAll)(values)),
		delete: writing(table.delete),
		deleteAll: async (gone) => (isNothing(gone) ? undefined : writing(table.deleteAll)(gone)),
		clear: writing(table.clear)
	};
}
