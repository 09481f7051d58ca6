/**
 * Rows of one table, inserted together. What is the same in all of them is said once: handing a
 * value over takes SQLite about as long as keeping it.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { inChunks } from './chunks.ts';
import { onceBuilt } from './once-built.ts';
import type { Tables } from './tables.ts';

type Column<Table extends keyof Tables> = keyof Tables[Table] & string;

interface Inserted<Table extends keyof Tables, Shared extends Column<Table>> {
	readonly table: Table;
	readonly shared: Pick<Tables[Table], Shared>;
	readonly rows: readonly Omit<Tables[Table], Shared>[];
	/** Which columns of the rows hold numbers: PostgreSQL takes them for text otherwise. */
	readonly numbers: readonly Exclude<Column<Table>, Shared>[];
	/** The key by which a row takes the place of one that is there. */
	readonly replacing?: readonly Column<Table>[];
}

export function insertRows<Table extends keyof Tables, Shared extends Column<Table>>(
	trx: Kysely<Tables>,
	{ table, shared, rows, numbers, replacing }: Inserted<Table, Shared>
): Promise<void> {
	const columns = Object.keys(rows[0] ?? {}).filter((name) => !Object.hasOwn(shared, name));
	const names = [...Object.keys(shared), ...columns];
	const shape = `into ${table} (${names.join()}) by ${replacing?.join()}`;
	const once: unknown[] = Object.values(shared);
	return inChunks(rows, (some) => {
		const values: unknown[] = [...once];
		for (const row of some) for (const name of columns) values.push(Reflect.get(row, name));
		return onceBuilt(trx, `${some.length} ${shape}`, values, () => {
			const source =
				some.length === 1
					? sql`values (${sql.join(values)})`
					: picked({ once, columns, numbers }, values.slice(once.length));
			const conflict = replacing ? inPlaceOf(replacing, names) : sql``;
			const text = sql`insert into ${sql.table(table)} (${namesIn(names)}) ${source} ${conflict}`;
			return { compile: () => text.compile(trx) };
		});
	});
}

interface Picked {
	readonly once: readonly unknown[];
	readonly columns: readonly string[];
	readonly numbers: readonly string[];
}

function picked(
	{ once, columns, numbers }: Picked,
	values: readonly unknown[]
): RawBuilder<unknown> {
	const lists: RawBuilder<unknown>[] = [];
	for (let start = 0; start < values.length; start += columns.length) {
		lists.push(sql`(${sql.join(values.slice(start, start + columns.length))})`);
	}
	const own = columns.map((name, index) => {
		// Both engines call the columns of a list of values so.
		const column = sql.ref(`column${index + 1}`);
		return numbers.includes(name) ? sql`cast(${column} as bigint)` : column;
	});
	return sql`select ${sql.join([...once, ...own])} from (values ${sql.join(lists)}) as own where true`;
}

function inPlaceOf(key: readonly string[], names: readonly string[]): RawBuilder<unknown> {
	const fresh = names
		.filter((name) => !key.includes(name))
		.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`);
	return sql`on conflict (${namesIn(key)}) do update set ${sql.join(fresh)}`;
}

function namesIn(names: readonly string[]): RawBuilder<unknown> {
	return sql.join(names.map((name) => sql.ref(name)));
}
