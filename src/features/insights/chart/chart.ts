/**
 * The chart of one number over months: a line for each account, gaps kept as gaps.
 */
import { spokenMonth } from '#domain/calendar.ts';
import type { InsightNote } from '../record.ts';
import { inGroups, monthsFrom, seriesFor, type Measure } from '../rules.ts';

interface Line {
	readonly name: string;
	/** One value for each month; null where the number is not known. */
	readonly values: readonly (number | null)[];
}

interface Chart {
	readonly months: readonly string[];
	readonly series: readonly Line[];
}

/** One line for each account over the same months, at most `most` months back from the newest. */
export function chartFor(
	notes: readonly InsightNote[],
	accounts: readonly { readonly id: string; readonly name: string }[],
	measure: Measure,
	most: number
): Chart {
	const drawn = accounts
		.map(({ id, name }) => ({ name, points: seriesFor(notes, id, measure) }))
		.filter(({ points }) => points.some(({ value }) => value !== null));
	const known = drawn.flatMap(({ points }) => points.map(({ month }) => month)).sort();
	const [first] = known;
	const last = known.at(-1);
	if (first === undefined || last === undefined) return { months: [], series: [] };
	const months = monthsFrom(first, last).slice(-most);
	const series = drawn.map(({ name, points }) => {
		const valueByMonth = new Map(points.map(({ month, value }) => [month, value]));
		return { name, values: months.map((month) => valueByMonth.get(month) ?? null) };
	});
	return { months, series };
}

/** Where each line of a chart begins and ends, in words. */
export function chartWords(months: readonly string[], series: readonly Line[]): string {
	return series
		.map(({ name: account, values }) => {
			const known = months.flatMap((month, index) => {
				const value = values[index] ?? null;
				return value === null ? [] : [{ month, value }];
			});
			const [first] = known;
			const last = known.at(-1);
			if (!first || !last) return `${account}: no numbers in these months.`;
			const start = `${account}: ${inGroups(first.value)} in ${spokenMonth(first.month)}`;
			if (first === last) return `${start}.`;
			return `${start}, ${inGroups(last.value)} in ${spokenMonth(last.month)}.`;
		})
		.join(' ');
}

/** 'Oct ’26', for places with little room. */
export function shortMonth(month: string): string {
	const [name = '', year = ''] = spokenMonth(month).split(' ');
	return `${name.slice(0, 3)} ’${year.slice(2)}`;
}
