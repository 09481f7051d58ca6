/**
 * What is made of the numbers of single posts: sums for the notes, times, and files to take along.
 */
import { describe, expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { readPost } from '#tests/support/imports.ts';
import { changesIn, proposalsFor, totalsOf } from '../imports/boxes.ts';
import { emptyNote, type InsightNote } from '../record.ts';
import { linkKey } from './links.ts';
import { resultsOf } from './merging.ts';
import { interactionsOf, numbersOfMonth, timesWithReach } from './numbers.ts';
import { resultsCsv, resultsJson } from './out.ts';
import type { PostResult } from './record.ts';

function result(number: number, more: Partial<PostResult> = {}): PostResult {
	const { key, link, postedOn, postedAtMinute, text, type, numbers } = readPost(number);
	return {
		...{ key, link, postedOn, postedAtMinute, text, type, numbers, postId: null, match: null },
		...{ takenOn: '2026-10-01', importId: idFor(60), earlier: [] },
		...more
	};
}

describe('links', () => {
	test.each([
		['https://www.facebook.com/ppg/posts/1/', 'facebook.com/ppg/posts/1'],
		['http://m.facebook.com/ppg/posts/1?utm_source=x#y', 'facebook.com/ppg/posts/1'],
		['https://twitter.com/ppg/status/9', 'x.com/ppg/status/9'],
		[
			'https://www.facebook.com/permalink.php?story_fbid=7&id=8',
			'facebook.com/permalink.php?id=8&story_fbid=7'
		],
		['javascript:alert(1)', ''],
		['', '']
	])('“%s” is known as “%s”', (link, key) => {
		expect(linkKey(link)).toBe(key);
	});
});

describe('numbers of a month', () => {
	test('are added up; who was reached is not; what nobody gave stays unknown', () => {
		const results = [
			result(1, { numbers: { views: 10, reach: 8, likes: 2, comments: 1 } }),
			result(2, { numbers: { views: 20, reach: 9, interactions: 5 } }),
			result(3, { postedOn: '2026-08-31', numbers: { views: 400 } })
		];

		expect(numbersOfMonth(results, '2026-09')).toEqual({
			...{ postsMade: 2, views: 30, interactions: 8, linkClicks: null }
		});
	});

	test('views and impressions are never added up together', () => {
		const results = [
			result(1, { numbers: { views: 10 } }),
			result(2, { numbers: { impressions: 20 } })
		];

		expect(numbersOfMonth(results, '2026-09').views).toBeNull();
	});

	test('interactions go by the platform’s own sum first', () => {
		expect(interactionsOf({ interactions: 5, likes: 9 })).toBe(5);
		expect(interactionsOf({ reactions: 3, likes: 2, shares: 1 })).toBe(4);
		expect(interactionsOf({ engagements: 7 })).toBe(7);
		expect(interactionsOf({ views: 7 })).toBeUndefined();
	});
});

describe('boxes of the monthly note', () => {
	const accountId = idFor(1);
	const note: InsightNote = {
		...{ id: idFor(70), createdAt: 0, createdBy: '' },
		...{ ...emptyNote('2026-09', accountId), views: 99 }
	};
	const totals = totalsOf([result(1), result(2)], ['2026-09']);

	test('are offered with what stands in them, and not where it is the same', () => {
		const proposals = proposalsFor(totals, [{ ...note, postsMade: 2 }], {
			...{ accountId, today: '2026-11-21' }
		});

		expect(proposals).toEqual([{ month: '2026-09', box: 'views', now: 99, then: 3 }]);
		expect([...changesIn(proposals)]).toEqual([['2026-09', { views: 3 }]]);
	});

	test('are not offered for a month that has not begun', () => {
		expect(proposalsFor(totals, [], { accountId, today: '2026-08-21' })).toEqual([]);
	});
});

describe('all results', () => {
	test('are each post once with its newest numbers, in the order of their days', () => {
		const rows = [
			{ results: [result(2), result(1, { numbers: { views: 1 } })] },
			{ results: [result(1, { numbers: { views: 9 }, takenOn: '2026-11-01' })] },
			{ results: [result(3, { postedOn: '2026-01-01' })] }
		];

		expect(resultsOf(rows).map(({ key, numbers }) => [key, numbers.views])).toEqual([
			['post-3', 3],
			['post-1', 9],
			['post-2', 2]
		]);
	});

	test('give times with reach only where the platform says both', () => {
		const results = [
			result(1, { numbers: { reach: 50 }, postedAtMinute: 18 * 60 + 59 }),
			result(2, { numbers: { viewers: 40 }, postedAtMinute: 0 }),
			result(3, { numbers: { reach: 30 }, postedAtMinute: null }),
			result(4, { numbers: { views: 20 } })
		];

		// 10 September 2026 is a Thursday.
		expect(timesWithReach(results)).toEqual([
			{ weekday: 4, hour: 18, reach: 50 },
			{ weekday: 4, hour: 0, reach: 40 }
		]);
	});
});

describe('taking the numbers out', () => {
	const titles = new Map([[idFor(5), 'Flu clinic']]);
	const accounts = [
		{
			account: 'Our page',
			results: [result(1, { text: '=1+1', postId: idFor(5), postedAtMinute: 65 })]
		}
	];

	test('as a table: an empty cell for what is not known, and no formulas', () => {
		const [heading, row] = resultsCsv(accounts, titles).replace('\uFEFF', '').split('\r\n');

		expect(heading).toMatch(/^Account,Day,Time,Post,Text,Kind,Link,Views,Impressions,/);
		expect(row).toBe(
			`Our page,10/09/2026,01:05,Flu clinic,"'=1+1",Photos,https://www.facebook.com/ppg/posts/1,1,,,,,,,,,,,,,,,,01/10/2026`
		);
	});

	test('as JSON: what is not known is not there', () => {
		expect(JSON.parse(resultsJson(accounts, titles))).toEqual({
			posts: [
				{
					...{ account: 'Our page', day: '2026-09-10', time: '01:05', post: 'Flu clinic' },
					...{ text: '=1+1', kind: 'Photos', link: 'https://www.facebook.com/ppg/posts/1' },
					...{ numbers: { views: 1 }, numbersOf: '2026-10-01' }
				}
			]
		});
	});
});
