/**
 * Numbers of one month that do not fit together: perhaps one slipped into the wrong box.
 *
 * Only a question back. The number that was typed is kept as it is.
 */
import type { Measure } from '../rules.ts';

type Known = (field: Measure) => number | null | undefined;

/** The first cannot well be more than the second. */
const pairs: readonly (readonly [less: Measure, more: Measure, words: string])[] = [
	['reach', 'views', 'This is more than the views. Did the two change places?'],
	['interactions', 'views', 'This is more than the views. Is one of them in the wrong box?'],
	['linkClicks', 'views', 'This is more than the views. Is one of them in the wrong box?'],
	['sameDay', 'answered', 'This is more than all that were answered. Did the two change places?']
];

/** A question back beside this number; undefined where it fits with the others. */
export function misfit(field: Measure, known: Known): string | undefined {
	const number = known(field);
	if (typeof number !== 'number') return undefined;
	return pairs.find(([less, more]) => {
		const other = known(more);
		return less === field && typeof other === 'number' && number > other;
	})?.[2];
}
