/** An account's number of a month in words: never more than the numbers before it allow. */
import { describe, expect, test } from 'vitest';
import { aNote, aResult, facebook, notesWith, resultsOf } from '#tests/support/insights.ts';
import { figuresOf } from '../figures/monthly.ts';
import { digestOf } from '../results/digest.ts';
import type { InsightNote } from '../record.ts';
import { numberSentences } from './numbers.ts';
import type { Sentence } from './sentence.ts';

const month = '2026-10';

function said(notes: readonly InsightNote[]): Sentence[] {
	return numberSentences(figuresOf({ notes, results: [], posts: [] }), facebook, month);
}

describe('a number of a month', () => {
	test('that is the first has nothing to be compared with', () => {
		expect(said(notesWith('reach', [300]))).toMatchObject([
			{
				tone: 'plain',
				words:
					'Facebook: 300 people reached. It is the first number, so there is nothing to compare it with.'
			}
		]);
	});

	test('two months are no trend', () => {
		const [sentence] = said(notesWith('reach', [100, 900]));

		expect(sentence).toMatchObject({
			tone: 'plain',
			words: 'Facebook: 900 people reached, 800 more than in September. Two months are no trend.'
		});
	});

	test('clearly above a usual month is good, clearly below is bad', () => {
		expect(said(notesWith('reach', [100, 110, 100, 200]))).toMatchObject([
			{ tone: 'good', words: 'Facebook: 200 people reached. A usual month has 100.' }
		]);
		expect(said(notesWith('reach', [100, 110, 100, 50]))).toMatchObject([{ tone: 'bad' }]);
	});

	test('small numbers are said to be small, and are neither good nor bad', () => {
		expect(said(notesWith('reach', [6, 7, 6, 14]))).toMatchObject([
			{
				tone: 'plain',
				words: expect.stringContaining('These numbers are small, so it may be chance.') as string
			}
		]);
	});

	test('followers that rise three months in a row are told as such', () => {
		expect(said(notesWith('followers', [100, 104, 109]))).toMatchObject([
			{
				tone: 'good',
				words: 'Facebook: 109 followers. They went up three months in a row, from 100.'
			}
		]);
		expect(said(notesWith('followers', [109, 104, 100]))[0]?.tone).toBe('bad');
	});

	test('a month that is missing makes no row', () => {
		const notes = [
			aNote('2026-07', { followers: 100 }),
			aNote('2026-08', { followers: 104 }),
			aNote('2026-10', { followers: 109 })
		];

		expect(said(notes)[0]?.words).not.toContain('in a row');
	});

	test('about as usual is said so', () => {
		expect(said(notesWith('reach', [100, 110, 104, 102]))[0]?.words).toBe(
			'Facebook: 102 people reached, about as in other months.'
		);
	});

	test('names no number of fewer than 5 people before it', () => {
		expect(said(notesWith('reach', [3, 4, 3, 60]))[0]?.words).toBe(
			'Facebook: 60 people reached. A usual month has fewer than 5.'
		);
		expect(said(notesWith('followers', [4, 30, 60]))[0]?.words).toBe(
			'Facebook: 60 followers. They went up three months in a row, from fewer than 5.'
		);
		expect(said(notesWith('reach', [4, 60]))[0]?.words).toContain(
			'reached, more than in September'
		);
		expect(said(notesWith('reach', [60, 58]))[0]?.words).toContain(
			'reached, fewer than 5 less than in September'
		);
	});

	test('of fewer than 5 people is not told at all', () => {
		expect(said(notesWith('followers', [4]))).toEqual([]);
	});

	test('is not compared with what had another name', () => {
		const results = [
			resultsOf('2026-08', [aResult('2026-08-01', { numbers: { impressions: 900 } })]),
			resultsOf('2026-09', [aResult('2026-09-01', { numbers: { impressions: 900 } })]),
			resultsOf(month, [aResult('2026-10-01', { numbers: { views: 100 } })])
		];
		const [sentence] = numberSentences(
			figuresOf({ notes: [], results: results.map(digestOf), posts: [] }),
			facebook,
			month
		);

		expect(sentence?.words).toMatch(/^Facebook: 100 views of our posts\. It is the first number/);
	});

	test('of posts under a week old can still rise, so it is no bad news', () => {
		const of = (ofMonth: string, views: number, takenOn: string) =>
			resultsOf(ofMonth, [aResult(`${ofMonth}-28`, { numbers: { views }, takenOn })]);
		const results = [
			...['2026-06', '2026-07', '2026-08', '2026-09'].map((each) => of(each, 500, '2026-12-01')),
			of(month, 50, '2026-10-31')
		];
		const [sentence] = numberSentences(
			figuresOf({ notes: [], results: results.map(digestOf), posts: [] }),
			facebook,
			month
		);

		expect(sentence?.tone).toBe('plain');
		expect(sentence?.words).toContain('this can still rise');
	});
});
