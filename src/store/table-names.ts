/** The names of the tables of each kind, and the kinds behind them. */
const rowPrefix = 'row-';
const digestPrefix = 'digest-';

export function rowTableName(kind: string): string {
	return rowPrefix + kind;
}

/** Where the digests of a kind are, for kinds that have any. */
export function digestTableName(kind: string): string {
	return digestPrefix + kind;
}

/** The kinds that these tables are for. */
export function kindsIn(tables: readonly string[]): string[] {
	return kindsBehind(rowPrefix, tables);
}

/** Those of them that have digests. */
export function digestedKindsIn(tables: readonly string[]): string[] {
	return kindsBehind(digestPrefix, tables);
}

function kindsBehind(prefix: string, tables: readonly string[]): string[] {
	return tables
		.filter((table) => table.startsWith(prefix))
		.map((table) => table.slice(prefix.length));
}
