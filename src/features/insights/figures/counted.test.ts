/** What the numbers of single posts add up to, and what never does. */
import { describe, expect, test } from 'vitest';
import { aResult } from '#tests/support/insights.ts';
import { isYoung } from '../results/traits.ts';
import { countedFrom, responsesOf, sumsOf } from './counted.ts';

describe('what single posts add up to', () => {
	test('views add up; people do not', () => {
		const results = [
			aResult('2026-10-01', { numbers: { views: 100, reach: 80 } }),
			aResult('2026-10-05', { numbers: { views: 50, reach: 40 } })
		];

		expect(countedFrom(sumsOf(results, isYoung), 'views')).toEqual({
			value: 150,
			name: 'views',
			from: 'posts'
		});
		expect(countedFrom(sumsOf(results, isYoung), 'reach')).toBeUndefined();
		expect(countedFrom(sumsOf(results, isYoung), 'followers')).toBeUndefined();
	});

	test('a number that changed its name within the month is none', () => {
		const results = [
			aResult('2026-10-01', { numbers: { impressions: 100 } }),
			aResult('2026-10-20', { numbers: { views: 50 } })
		];

		expect(countedFrom(sumsOf(results, isYoung), 'views')).toBe('changed');
	});

	test('what the platform does not give is nothing, not 0', () => {
		const results = [aResult('2026-10-01'), aResult('2026-10-02', { numbers: { views: 0 } })];

		expect(countedFrom(sumsOf([aResult('2026-10-01')], isYoung), 'views')).toBeUndefined();
		expect(countedFrom(sumsOf(results, isYoung), 'views')).toMatchObject({ value: 0 });
	});

	test.each([
		[{ interactions: 9, reactions: 5 }, 9],
		[{ reactions: 5, comments: 2, shares: 1 }, 8],
		[{ likes: 4, saves: 1 }, 5],
		[{ engagements: 7 }, 7],
		[{ views: 100 }, undefined]
	])('responses in %o are %s', (numbers, sum) => {
		expect(responsesOf(numbers)).toBe(sum);
	});
});
