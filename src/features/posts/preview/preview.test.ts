/** What a feed shows of a post, and what it hides. */
import { describe, expect, test } from 'vitest';
import { limitsFor } from '#checks/platforms.ts';
import { framesFor } from './frames.ts';
import { cutFor, piecesOf } from './preview.ts';

describe('a feed', () => {
	test('hides what comes after its cut-off, and loses nothing', () => {
		const text = 'word '.repeat(60);
		const { shown, hidden } = cutFor(text, limitsFor('instagram'));

		expect(shown + hidden).toBe(text);
		expect(shown.length).toBeLessThanOrEqual(125);
		expect(shown.endsWith('word')).toBe(true);
	});

	test('shows a short text whole, and any text where no cut-off is known', () => {
		expect(cutFor('Short.', limitsFor('facebook')).hidden).toBe('');
		expect(cutFor('a'.repeat(900), limitsFor('bluesky')).hidden).toBe('');
	});

	test('does not cut an emoji in two', () => {
		const family = '👨‍👩‍👧‍👦';
		const { shown } = cutFor(family.repeat(40), limitsFor('instagram'));

		expect(shown.length % family.length).toBe(0);
	});
});

test('links and hashtags stand apart from the words', () => {
	const pieces = piecesOf('Book #FluJab at https://www.nhs.uk/flu now, not at a#b.');

	expect(pieces.filter(({ isLink }) => isLink).map(({ words }) => words)).toEqual([
		'#FluJab',
		'https://www.nhs.uk/flu'
	]);
	expect(pieces.map(({ words }) => words).join('')).toBe(
		'Book #FluJab at https://www.nhs.uk/flu now, not at a#b.'
	);
});

test('a platform that nobody knows gets a square, which is safe everywhere', () => {
	expect(framesFor('nowhere')).toMatchObject([{ ratio: 1 }]);
});
