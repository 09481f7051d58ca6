/**
 * What taking an import out again needs: the records that hold something of it, one by one.
 */
import { monthOf } from '#domain/calendar.ts';
import { isPartOf, withoutImport } from '../results/merging.ts';
import type { PostResults } from '../results/record.ts';

export function rowsOfImport(rows: readonly PostResults[], importId: string): PostResults[] {
	return rows.filter(({ results }) => results.some((result) => isPartOf(result, importId)));
}

/** A new id for each month to which posts go back, should that month have no record by then. */
export function homesFor(
	row: PostResults,
	importId: string,
	newId: () => string
): { month: string; id: string }[] {
	const months = row.results
		.flatMap((result) => withoutImport(result, importId) ?? [])
		.map(({ postedOn }) => monthOf(postedOn))
		.filter((month) => month !== row.month);
	return [...new Set(months)].map((month) => ({ month, id: newId() }));
}
