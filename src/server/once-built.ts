/**
 * Statements that are put together once and then run with other values: building one takes longer
 * than SQLite takes to run it, and a push runs sixteen.
 */
import { CompiledQuery, sql, type Compilable, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** By connection pool, then by shape. */
const built = new WeakMap<object, Map<string, CompiledQuery>>();

/**
 * The rows of a statement. `shape` names its text: two statements that read differently (also in
 * how many values they take) need different names. `values` in the order of the text.
 *
 * @throws when the values are not in the order of the text. A defect.
 */
export async function onceBuilt<Row>(
	trx: Kysely<Tables>,
	shape: string,
	values: readonly unknown[],
	build: () => Compilable<Row>
): Promise<Row[]> {
	const pool = trx.getExecutor().adapter;
	const shapes = built.get(pool) ?? new Map<string, CompiledQuery>();
	built.set(pool, shapes);
	const known = shapes.get(shape);
	if (known) {
		const { rows } = await trx.executeQuery<Row>({ ...known, parameters: values });
		return rows;
	}
	const fresh = build().compile();
	const isInOrder =
		fresh.parameters.length === values.length &&
		fresh.parameters.every((value, index) => Object.is(value, values[index]));
	if (!isInOrder) throw new Error(`The values of '${shape}' are not in the order of its text.`);
	// Its text alone: the tree that it was built from holds the values.
	shapes.set(shape, CompiledQuery.raw(fresh.sql));
	const { rows } = await trx.executeQuery(fresh);
	return rows;
}

/**
 * A text to compare with, in a statement that joins, orders or limits. Where SQLite can look at a
 * value as it plans one of those, it plans anew at each run; behind a cast it does not look.
 */
export function unseen(text: string): RawBuilder<string> {
	return sql<string>`cast(${text} as text)`;
}
