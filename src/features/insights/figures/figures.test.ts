/** Figures from notes, results and the plan: what is added up, what is never, where lines break. */
import { describe, expect, test } from 'vitest';
import {
	aNote,
	aResult,
	facebook,
	instagram,
	outPost,
	resultsOf
} from '#tests/support/insights.ts';
import { digestOf } from '../results/digest.ts';
import { figuresOf, type Facts } from './monthly.ts';
import { columnChange, peopleCell, peopleWords, shownChange, shownCount } from './people.ts';
import { monthsIn, periodOf } from './period.ts';
import { quarterBefore, quarterOf, quarterWords } from '../reviews/rules.ts';
import { askedAndAnswered, audienceCounts, keptPlan } from './plan.ts';
import { trendsOf } from './trend.ts';

const nothing: Facts = { notes: [], results: [], posts: [] };

describe('the figures of a month', () => {
	test('what a person typed stands before what is counted', () => {
		const results = [resultsOf('2026-10', [aResult('2026-10-01', { numbers: { views: 100 } })])];
		const notes = [aNote('2026-10', { views: 900 })];

		const { at } = figuresOf({ ...nothing, notes, results: results.map(digestOf) });

		expect(at(facebook.id, '2026-10').figures.views).toMatchObject({ value: 900, from: 'typed' });
		expect(at(facebook.id, '2026-10').figures.reach).toBeUndefined();
	});

	test('a month in several records is one month', () => {
		const part = () => resultsOf('2026-10', [aResult('2026-10-01', { numbers: { views: 10 } })]);

		const { at, first } = figuresOf({ ...nothing, results: [part(), part()].map(digestOf) });

		expect(at(facebook.id, '2026-10').figures.views?.value).toBe(20);
		expect(at(facebook.id, '2026-10').figures.postsMade).toMatchObject({ value: 2, from: 'posts' });
		expect(at(instagram.id, '2026-10').figures).toEqual({});
		expect(first).toBe('2026-10');
	});

	test('posts of the plan are counted for each account, ideas and dropped ones are not', () => {
		const posts = [
			outPost('2026-10-02'),
			outPost('2026-10-09', { postings: [], status: 'approved' }),
			outPost('2026-10-12', { status: 'dropped', postings: [] })
		];

		expect(figuresOf({ ...nothing, posts }).at(facebook.id, '2026-10')).toMatchObject({
			planned: 2,
			out: 1,
			figures: { postsMade: { value: 1, from: 'plan' } }
		});
	});
});

describe('a line over months', () => {
	const period = periodOf('quarter', '2026-11', '');
	const trend = (facts: Partial<Facts>, measure: 'views' | 'followers' = 'views') =>
		trendsOf(figuresOf({ ...nothing, ...facts }), [facebook], measure, period);

	test('breaks where impressions become views, and says so', () => {
		const results = [
			resultsOf('2026-09', [aResult('2026-09-01', { numbers: { impressions: 130 } })]),
			resultsOf('2026-10', [aResult('2026-10-01', { numbers: { views: 100 } })]),
			resultsOf('2026-11', [aResult('2026-11-01', { numbers: { views: 110 } })])
		];

		const { lines, notes } = trend({ results: results.map(digestOf) });

		expect(lines).toMatchObject([{ values: [130, 100, 110], breaks: [1] }]);
		expect(notes).toEqual([
			'Facebook: from October 2026 the platform counts views, not impressions. ' +
				'The two cannot be compared.'
		]);
	});

	test('breaks where typed numbers give way to counted ones', () => {
		const results = [resultsOf('2026-11', [aResult('2026-11-01', { numbers: { views: 100 } })])];

		const { lines, notes } = trend({
			results: results.map(digestOf),
			notes: [aNote('2026-10', { views: 400 })]
		});

		expect(lines).toMatchObject([{ values: [null, 400, 100], breaks: [2] }]);
		expect(notes[0]).toContain('added up from single posts (views)');
	});

	test('is a gap in the month of the change itself', () => {
		const mixed = [
			aResult('2026-10-01', { numbers: { impressions: 100 } }),
			aResult('2026-10-20', { numbers: { views: 50 } })
		];

		const { lines, notes } = trend({
			notes: [aNote('2026-09', { views: 9 })],
			results: [digestOf(resultsOf('2026-10', mixed))]
		});

		expect(lines).toMatchObject([{ values: [9, null, null] }]);
		expect(notes).toEqual(['Facebook: the number got another name in October 2026.']);
	});

	test('never shows fewer than 5 people', () => {
		const notes = [aNote('2026-10', { followers: 4 }), aNote('2026-11', { followers: 5 })];

		const found = trend({ notes }, 'followers');

		expect(found.lines).toMatchObject([{ values: [null, null, 5] }]);
		expect(found.notes).toEqual(['Fewer than 5 people are not drawn.']);
	});

	test('of ten years has a point for each quarter', () => {
		const notes = [
			aNote('2017-01', { views: 10, followers: 10 }),
			aNote('2017-03', { views: 31, followers: 30 }),
			aNote('2026-12', { views: 50, followers: 90 })
		];
		const years = periodOf('all', '2026-12', '2017-01');
		const figures = figuresOf({ ...nothing, notes });
		const views = trendsOf(figures, [facebook], 'views', years);

		expect(views.labels).toHaveLength(40);
		expect(views.labels[0]).toBe('Jan–Mar ’17');
		// A usual month of the quarter, never a sum in which a month is missing.
		expect(views.lines[0]?.values[0]).toBe(21);
		expect(trendsOf(figures, [facebook], 'followers', years).lines[0]?.values[0]).toBe(30);
	});

	test('is left out for an account without numbers', () => {
		expect(trend({}).lines).toEqual([]);
	});
});

describe('periods', () => {
	test.each([
		['month', ['2026-02'], 'February 2026'],
		['quarter', ['2025-12', '2026-01', '2026-02'], 'December 2025 to February 2026'],
		['all', ['2026-01', '2026-02'], 'January 2026 to February 2026']
	] as const)('%s', (span, months, words) => {
		const period = periodOf(span, '2026-02', '2026-01');

		expect(monthsIn(period)).toEqual(months);
		expect(period.words).toBe(words);
	});

	test('a quarter is named by its months', () => {
		expect(quarterOf('2026-09')).toBe('2026-Q3');
		expect(quarterBefore('2026-11')).toBe('2026-Q3');
		expect(quarterBefore('2027-01')).toBe('2026-Q4');
		expect(quarterWords('2026-Q3')).toBe('July to September 2026');
	});
});

describe('the plan', () => {
	const october = periodOf('month', '2026-10', '');
	const today = '2026-11-21';

	test('what was planned for days to come is not held against anyone', () => {
		const posts = [
			outPost('2026-10-02'),
			outPost('2026-10-09', { postings: [], status: 'approved' }),
			outPost('2026-10-20', { postings: [], status: 'draft' })
		];

		expect(keptPlan(posts, october, '2026-10-15')).toEqual({ planned: 2, out: 1 });
	});

	test('a question is answered once a post that says what people said has gone out', () => {
		const question = outPost('2026-10-02', { type: 'question', closesOn: '2026-10-20' });
		const open = outPost('2026-10-09', { type: 'question', closesOn: '2026-12-01' });
		const told = outPost('2026-11-05', { youSaidOf: question.id });

		expect(askedAndAnswered([question, open], october, today)).toEqual({
			...{ asked: 2, closed: 1, answered: 0 }
		});
		expect(askedAndAnswered([question, open, told], october, today).answered).toBe(1);
	});

	test('posts are counted for each audience, also those without any', () => {
		const posts = [
			outPost('2026-10-02', { audiences: ['carers', 'parents'] }),
			outPost('2026-10-03', { audiences: ['carers'], postings: [] })
		];
		const counts = audienceCounts(posts, october);

		expect(counts.find(({ audience }) => audience === 'carers')?.posts).toBe(1);
		expect(counts.find(({ audience }) => audience === 'older')?.posts).toBe(0);
	});
});

describe('counts of people', () => {
	test.each([
		[0, 'none', '0'],
		[1, 'fewer than 5', 'fewer than 5'],
		[4, 'fewer than 5', 'fewer than 5'],
		[5, '5', '5'],
		[1240, '1,240', '1240']
	])('%d is shown as %s', (count, words, cell) => {
		expect(peopleWords(count)).toBe(words);
		expect(peopleCell(count)).toBe(cell);
	});

	test.each([
		['followers', 4, 'fewer than 5'],
		['viewers', 1, 'fewer than 5'],
		['reach', 0, '0'],
		['reach', 1240, '1,240'],
		['views', 4, '4']
	])('%s of %d is shown as %s', (name, count, words) => {
		expect(shownCount(name, count)).toBe(words);
	});

	test.each([
		['followers', 142, 140, 'fewer than 5 more', 'fewer than 5 more'],
		['followers', 136, 140, 'fewer than 5 less', 'fewer than 5 less'],
		['followers', 145, 140, '5 more', '5 more'],
		['followers', 9, 4, 'more', ''],
		['reach', 0, 3, 'fewer', ''],
		['reach', 12, 10, 'fewer than 5 more', 'fewer than 5 more (small numbers)'],
		['views', 142, 140, '2 more', '2 more']
	])('%s of %d after %d: “%s”', (name, count, before, words, column) => {
		expect(shownChange(name, count, before)).toBe(words);
		expect(columnChange(name, count, before)).toBe(column);
	});
});
