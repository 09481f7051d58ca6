/**
 * Where each line of a chart begins and ends, in words. After a break only what comes behind it.
 */
import type { Trends } from '../figures/trend.ts';
import { inGroups } from '../rules.ts';

export function trendWords({ labels, lines }: Pick<Trends, 'labels' | 'lines'>): string {
	return lines
		.map(({ name, values, breaks }) => {
			const begin = breaks.at(-1) ?? 0;
			const known = labels.flatMap((label, index) => {
				const value = values[index] ?? null;
				return value === null || index < begin ? [] : [{ label, value }];
			});
			const [first] = known;
			const last = known.at(-1);
			if (!first || !last) return `${name}: no numbers here.`;
			const start = `${name}: ${inGroups(first.value)} in ${first.label}`;
			if (first === last) return `${start}.`;
			const care = known.length === 2 ? ' Two points are no trend.' : '';
			return `${start}, ${inGroups(last.value)} in ${last.label}.${care}`;
		})
		.join(' ');
}
