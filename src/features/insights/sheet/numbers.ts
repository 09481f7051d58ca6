/**
 * The numbers of a month as the sheet shows them: a row for each number, a column for each account.
 *
 * A change is only told against the same number by the same name. The last column is of all accounts:
 * only what may be added up is, and people never are, because the same ones follow several accounts.
 */
import { addMonths } from '#domain/calendar.ts';
import type { Figures } from '../figures/monthly.ts';
import { columnChange, isOfPeople, shownCount } from '../figures/people.ts';
import { inGroups, measures, type Measure } from '../rules.ts';

interface NumberCell {
	/** '1,240', '8 of 9', 'fewer than 5', '–'. */
	readonly value: string;
	/** '40 more', '2 more*' for small numbers; empty where there is nothing to say. */
	readonly change: string;
}
export interface NumberTable {
	/** The account of each column; the last one may be of all of them. */
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
const notAdded: NumberCell = { value: '', change: '' };

export function numberTable(
	figures: Figures,
	accounts: readonly { readonly id: string; readonly name: string }[],
	month: string
): NumberTable {
	const shown = accounts.slice(0, mostColumns);
	const ids = accounts.map(({ id }) => id);
	const rows = measures
		.map(({ field, name }) => ({
			field,
			name: field === 'postsMade' ? 'Posts made, of planned' : name,
			cells: shown.map(({ id }) => cellOf(figures, id, { field, month })),
			all: allOf(figures, ids, { field, month })
		}))
		.filter(({ cells }) => cells.some(({ value }) => value !== unknown.value));
	const columns = shown.map(({ id, name }) => ({ id, name }));
	const hasAll = rows.some(({ all }) => all !== undefined);
	return {
		accounts: hasAll ? [...columns, { id: 'all', name: 'Together' }] : columns,
		rows: rows.map(({ field, name, cells, all = notAdded }) => {
			return { field, name, cells: hasAll ? [...cells, all] : cells };
		}),
		more: accounts.length - shown.length
	};
}

interface Wanted {
	readonly field: Measure;
	readonly month: string;
}

/** These mean something else by another name: views that were seen, impressions that were shown. */
const byName: readonly Measure[] = ['views', 'interactions'];

/** All accounts together; undefined for one account, for people, and where a number is missing. */
function allOf(figures: Figures, ids: readonly string[], { field, month }: Wanted) {
	if (ids.length < 2 || isOfPeople(field)) return undefined;
	const now = addedUp(figures, ids, { field, month });
	if (!now) return undefined;
	const before = addedUp(figures, ids, { field, month: addMonths(month, -1) });
	const planned = field === 'postsMade' && now.planned > 0 ? ` of ${now.planned}` : '';
	const isSame = before && before.names === now.names;
	const change = isSame ? columnChange(field, now.sum, before.sum) : '';
	return { value: `${inGroups(now.sum)}${planned}`, change: starred(change) };
}

function addedUp(figures: Figures, ids: readonly string[], { field, month }: Wanted) {
	const found = ids.map((id) => figures.at(id, month));
	const known = found.flatMap((each) => each.figures[field] ?? []);
	const names = new Set(known.map(({ name }) => (byName.includes(field) ? name : '')));
	if (known.length < ids.length || names.size > 1) return undefined;
	return {
		sum: known.reduce((total, { value }) => total + value, 0),
		planned: found.reduce((total, each) => total + each.planned, 0),
		names: [...names].join()
	};
}

function starred(change: string): string {
	return change.replace(' (small numbers)', '*');
}

export function cellOf(figures: Figures, accountId: string, { field, month }: Wanted): NumberCell {
	const found = figures.at(accountId, month);
	const known = found.figures[field];
	const before = figures.at(accountId, addMonths(month, -1)).figures[field];
	if (!known) return found.changed.includes(field) ? { value: '–', change: 'New name' } : unknown;
	const planned = field === 'postsMade' && found.planned > 0 ? ` of ${found.planned}` : '';
	const value = `${shownCount(field, known.value)}${planned}`;
	if (!before) return { value, change: '' };
	if (before.name !== known.name) return { value, change: 'Counted another way' };
	const change = columnChange(field, known.value, before.value);
	return { value, change: starred(change) };
}
