/**
 * Counts of people: fewer than 5 are never shown, so that nobody can be told from a number.
 *
 * Source: sources.md S2-44.
 */
import { inGroups, shortChange } from '../rules.ts';

const fewest = 5;
const fewerWords = 'fewer than 5';

/** From 1 to 4: shown in words only. None at all tells of nobody. */
export function isFew(count: number): boolean {
	return count > 0 && count < fewest;
}

const namesOfPeople: readonly string[] = ['followers', 'reach', 'viewers'];

/** True of a number by this name; views and likes may be several of one person. */
export function isOfPeople(name: string): boolean {
	return namesOfPeople.includes(name);
}

/** A number by its name, as it may be shown: '1,240', 'fewer than 5', '0'. */
export function shownCount(name: string, count: number): string {
	return isOfPeople(name) && isFew(count) ? fewerWords : inGroups(count);
}

/** How two numbers by one name differ: '40 more', 'fewer than 5 more'. Nothing can be worked out. */
export function shownChange(name: string, count: number, before: number): string {
	const isMore = count > before;
	const by = Math.abs(count - before);
	if (!isOfPeople(name)) return `${inGroups(by)} ${isMore ? 'more' : 'fewer'}`;
	if (isFew(count) || isFew(before)) return isMore ? 'more' : 'fewer';
	if (isFew(by)) return `${fewerWords} ${isMore ? 'more' : 'less'}`;
	return `${inGroups(by)} ${isMore ? 'more' : 'fewer'}`;
}

/** The change for a narrow column; empty beside fewer than 5 people. */
export function columnChange(name: string, count: number | null, before: number | null): string {
	const words = shortChange(count, before);
	if (count === null || before === null || !isOfPeople(name)) return words;
	if (isFew(count) || isFew(before)) return '';
	return words.replace(/^[\d,]+ (?:more|fewer)/, shownChange(name, count, before));
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
