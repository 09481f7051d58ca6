/**
 * A file of an account's days: no posts, but totals for the boxes of each month.
 */
import { monthOf } from '#domain/calendar.ts';
import { isUnclear, orderOf, rangeInName, readWhen, settled } from './dates.ts';
import { readCount } from './numbers.ts';
import type { Heading } from './headers.ts';
import { orderAsked, twoWays } from './read-posts.ts';
import type { Circumstances, MonthTotal, Reading, Table } from './reading.ts';
import type { Field } from './sources.ts';

/** As the box for it says: likes, comments, shares and saves, added up. */
const interactions: readonly Field[] = ['likes', 'comments', 'shares', 'reposts', 'saves'];

export function readDays(
	table: Table,
	{ source, columns, at }: Heading,
	{ fileName, today, order: said }: Circumstances
): Reading {
	const rows = table.slice(at + 1);
	const cellOf = (cells: readonly string[], field: Field) => cells[columns.get(field) ?? -1] ?? '';
	const whens = rows.map((cells) => readWhen(cellOf(cells, 'day')));
	const known = whens.flatMap((when) => when ?? []);
	const order = said ?? orderOf(known, { range: rangeInName(fileName), today });
	if (order === 'mixed') return twoWays;
	if (order === 'unclear') return orderAsked(known);
	const months = new Map<string, MonthTotal>();
	rows.forEach((cells, index) => {
		const when = whens[index];
		const on = when && settled(when, order)?.on;
		if (on === undefined) return;
		const month = monthOf(on);
		const before = months.get(month);
		const add = (before: number | null | undefined, ...given: Field[]) => {
			const counts = given
				.map((field) => readCount(cellOf(cells, field)))
				.filter((count) => typeof count === 'number');
			return counts.length === 0
				? (before ?? null)
				: counts.reduce((sum, count) => sum + count, before ?? 0);
		};
		months.set(month, {
			month,
			days: (before?.days ?? 0) + 1,
			views: add(before?.views, 'impressions'),
			interactions: add(before?.interactions, ...interactions),
			postsMade: add(before?.postsMade, 'postsMade')
		});
	});
	if (months.size === 0) {
		return { is: 'wrong', message: 'No day in this file can be read. Download it again.' };
	}
	const { id, name, platforms } = source;
	return {
		...{ is: 'days', source: id, name, platforms, rows: rows.length },
		notes: known.some(isUnclear) ? ['We read the days by the other days in the file.'] : [],
		months: [...months.values()].sort((one, other) => (one.month < other.month ? -1 : 1))
	};
}
