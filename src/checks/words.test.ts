/** The word lists. When the first test fails, raise `wordsVersion` and add a line to `versions`. */
import { expect, test } from 'vitest';
import {
	bornOfMany,
	emailEndings,
	months,
	notMailboxes,
	streetWords,
	wordsVersion
} from './words.ts';

const lists = { bornOfMany, emailEndings, months, notMailboxes, streetWords };
/** How many words and letters each list has, by version. */
const versions: Readonly<
	Record<number, Record<keyof typeof lists, [words: number, letters: number]>>
> = {
	1: {
		bornOfMany: [34, 214],
		emailEndings: [13, 39],
		months: [12, 74],
		notMailboxes: [13, 48],
		streetWords: [25, 120]
	}
};

test('a change of a word list asks for a new version number', () => {
	const sizes = Object.entries(lists).map(([name, list]) => [
		name,
		[list.length, list.join('').length]
	]);
	expect(Object.fromEntries(sizes)).toEqual(versions[wordsVersion]);
});

test.each(Object.entries(lists))('no word is twice in %s', (_, list) => {
	expect(new Set(list).size).toBe(list.length);
});
