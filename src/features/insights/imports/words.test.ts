/** What the import screen says of a post's numbers before they are brought in. */
import { expect, test } from 'vitest';
import { numbersWords } from './words.ts';

test('a post in a file has its numbers by name, and fewer than 5 people only in words', () => {
	expect(numbersWords({ views: 3, reach: 2 })).toBe('views 3, reach fewer than 5');
	expect(numbersWords({ viewers: 4, likes: 4 })).toBe('viewers fewer than 5, likes 4');
	expect(numbersWords({ reach: 1200 })).toBe('reach 1,200');
});
