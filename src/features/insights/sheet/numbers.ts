/**
 * The numbers of a month as the sheet shows them: a row for each number, a column for each account.
 *
 * A change is only told against the same number by the same name. Nothing is added up.
 */
import { addMonths } from '#domain/calendar.ts';
import type { Figures } from '../figures/monthly.ts';
import { columnChange, shownCount } from '../figures/people.ts';
import { measures, type Measure } from '../rules.ts';

interface NumberCell {
	/** '1,240', '8 of 9', 'fewer than 5', '–'. */
	readonly value: string;
	/** '40 more', '2 more*' for small numbers; empty where there is nothing to say. */
	readonly change: string;
}
export interface NumberTable {
	/** The account of each column. */
	readonly accounts: readonly { readonly id: string; readonly name: string }[];
	readonly rows: readonly {
		readonly field: Measure;
		readonly name: string;
		readonly cells: readonly NumberCell[];
	}[];
	/** Accounts for which there is no column. */
	readonly more: number;
}

const mostColumns = 5;
const unknown: NumberCell = { value: '–', change: '' };

export function numberTable(
	figures: Figures,
	accounts: readonly { readonly id: string; readonly name: string }[],
	month: string
): NumberTable {
	const shown = accounts.slice(0, mostColumns);
	const rows = measures
		.map(({ field, name }) => ({
			field,
			name: field === 'postsMade' ? 'Posts made, of planned' : name,
			cells: shown.map(({ id }) => cellOf(figures, id, { field, month }))
		}))
		.filter(({ cells }) => cells.some(({ value }) => value !== unknown.value));
	const columns = shown.map(({ id, name }) => ({ id, name }));
	return { accounts: columns, rows, more: accounts.length - shown.length };
}

export function cellOf(
	figures: Figures,
	accountId: string,
	{ field, month }: { field: Measure; month: string }
): NumberCell {
	const found = figures.at(accountId, month);
	const known = found.figures[field];
	const before = figures.at(accountId, addMonths(month, -1)).figures[field];
	if (!known) return found.changed.includes(field) ? { value: '–', change: 'New name' } : unknown;
	const planned = field === 'postsMade' && found.planned > 0 ? ` of ${found.planned}` : '';
	const value = `${shownCount(field, known.value)}${planned}`;
	if (!before) return { value, change: '' };
	if (before.name !== known.name) return { value, change: 'Counted another way' };
	const change = columnChange(field, known.value, before.value);
	return { value, change: change.replace(' (small numbers)', '*') };
}
