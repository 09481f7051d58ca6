/**
 * Reads and writes tables row by row, whatever they hold: for backups, exports and imports.
 *
 * Names of tables and columns come from kept-tables.ts, never from a file.
 */
import { sql, type Kysely } from 'kysely';
import { keptTables, type AnyRow, type KeptTable } from './kept-tables.ts';
import type { Tables } from './tables.ts';

/** Every row in the order of its key, of one practice or of all. */
export async function* rowsOfTable(
	trx: Kysely<Tables>,
	table: KeptTable,
	practiceId?: string
): AsyncGenerator<AnyRow> {
	const { atOnce } = keptTables[table];
	const columns: readonly string[] = Object.keys(keptTables[table].columns);
	const key: readonly string[] = keptTables[table].key;
	const keyColumns = sql.join(key.map((column) => sql.ref(column)));
	const owner = sql.ref(table === 'practice' ? 'id' : 'practice_id');
	const isOwn = practiceId === undefined ? sql`1 = 1` : sql`${owner} = ${practiceId}`;
	let last: AnyRow | undefined;
	for (;;) {
		const values = key.map((column) => sql`${last?.[column]}`);
		const isNext = last ? sql`(${keyColumns}) > (${sql.join(values)})` : sql`1 = 1`;
		const { rows } = await sql<AnyRow>`
			select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
			where ${isOwn} and ${isNext} order by ${keyColumns} limit ${atOnce}`.execute(trx);
		yield* rows;
		last = rows.at(-1);
		if (rows.length < atOnce || !last) return;
		// Reading must not keep requests waiting.
		await new Promise((resolve) => setImmediate(resolve));
	}
}

async function insertRows(
	trx: Kysely<Tables>,
	table: KeptTable,
	rows: readonly AnyRow[]
): Promise<void> {
	if (rows.length === 0) return;
	const columns: readonly string[] = Object.keys(keptTables[table].columns);
	const names = sql.join(columns.map((column) => sql.ref(column)));
	const values = rows.map(
		(row) => sql`(${sql.join(columns.map((column) => sql`${row[column] ?? null}`))})`
	);
	await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(trx);
}

/** Collects rows of a table and writes them a few at a time. */
export class RowWriter {
	readonly #trx: Kysely<Tables>;
	#table: KeptTable = 'practice';
	#rows: AnyRow[] = [];

	constructor(trx: Kysely<Tables>) {
		this.#trx = trx;
	}

	async add(table: KeptTable, row: AnyRow): Promise<void> {
		if (table !== this.#table || this.#rows.length >= keptTables[table].atOnce) await this.flush();
		this.#table = table;
		this.#rows.push(row);
	}

	async flush(): Promise<void> {
		await insertRows(this.#trx, this.#table, this.#rows);
		this.#rows = [];
	}
}
