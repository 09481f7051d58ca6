/**
 * Counts of people: fewer than 5 are never shown, so that nobody can be told from a number.
 *
 * Source: sources.md S2-44.
 */
import { inGroups } from '../rules.ts';

const fewest = 5;
export const fewerWords = 'fewer than 5';

/** From 1 to 4: shown in words only. None at all tells of nobody. */
export function isFew(count: number): boolean {
	return count > 0 && count < fewest;
}

/** '12', 'fewer than 5', 'none'. */
export function peopleWords(count: number): string {
	if (count === 0) return 'none';
	return isFew(count) ? fewerWords : inGroups(count);
}

/** For files: a number, or 'fewer than 5'. */
export function peopleCell(count: number | null): string {
	if (count === null) return '';
	return isFew(count) ? fewerWords : String(count);
}
