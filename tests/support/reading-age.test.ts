/**
 * The reading grade tells plain words from hard ones.
 */
import { describe, expect, test } from 'vitest';
import { readingGrade } from './reading-age.ts';

describe('the reading grade', () => {
	test('is low for short words and short sentences', () => {
		expect(readingGrade('The dog ran up the hill. It sat in the sun.')).toBeLessThan(2);
	});

	test('is high for a sentence of an office', () => {
		const text =
			'Immunisation eligibility criteria are determined nationally and communicated accordingly.';

		expect(readingGrade(text)).toBeGreaterThan(12);
	});

	test('rises when two sentences are made into one', () => {
		const apart = readingGrade('We look each day. We tell you what we see.');
		const joined = readingGrade('We look each day and we tell you what we see.');

		expect(joined).toBeGreaterThan(apart);
	});

	test('is nought where there are no words', () => {
		expect(readingGrade('…')).toBe(0);
	});
});
