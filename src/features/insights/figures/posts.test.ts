/** Which posts did best, why it may be, and when people respond. */
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar.ts';
import type { Post } from '#features/posts/record.ts';
import type { PostResult } from '../results/record.ts';
import { aResult, facebook, instagram, outPost, resultsOf } from '#tests/support/insights.ts';
import { reasonsFrom } from './reasons.ts';
import { digestOf } from '../results/digest.ts';
import { isYoung } from '../results/traits.ts';
import { middle } from './middle.ts';
import { bestAndWeakest, scoresOf, type Score } from './scores.ts';
import { cellName, timesOf } from './times.ts';

const start = '2026-09-01';

/** One a day, with these views. */
function posts(views: readonly number[], rest: Partial<PostResult> = {}): PostResult[] {
	return views.map((seen, index) =>
		aResult(addDays(start, index), { numbers: { views: seen }, ...rest })
	);
}

const ofAccount = (results: readonly PostResult[], { id } = facebook) => ({
	accountId: id,
	results: [digestOf(resultsOf('2026-09', results, id))]
});
const noPlan = new Map<string, Post>();
const score = (results: readonly PostResult[], plan = noPlan) =>
	scoresOf([ofAccount(results)], plan);
const times = (results: readonly PostResult[]) => timesOf([ofAccount(results)]);

/** Of those that a list can show: all, where they are few. In the order of the posts. */
const every = (accounts: ReturnType<typeof scoresOf>): Score[] =>
	accounts.flatMap(({ scores }) => scores);

describe('the score of a post', () => {
	test('is how often it was seen beside a usual post of the same account', () => {
		const [first, , , , last] = every(score(posts([50, 100, 100, 100, 300])));

		expect(first).toMatchObject({ times: 0.5, usual: 100, seenName: 'views' });
		expect(last?.times).toBe(3);
	});

	test('is not given where there are fewer than 5 posts', () => {
		expect(score(posts([1, 2, 3, 900]))).toEqual([]);
	});

	test('never compares impressions with views, nor one account with another', () => {
		const older = posts([1, 1, 1, 1, 1]).map((result) => ({
			...result,
			numbers: { impressions: 1000 }
		}));

		expect(
			every(score([...posts([10, 10, 10, 10, 10]), ...older])).map(({ times }) => times)
		).toEqual(Array(10).fill(1));
		const both = scoresOf(
			[
				ofAccount(posts([1000, 1000, 1000, 1000, 1000])),
				ofAccount(posts([10, 10, 10, 10, 10]), instagram)
			],
			noPlan
		);
		expect(every(both).map(({ times }) => times)).toEqual(Array(10).fill(1));
	});

	test('a usual post that nobody saw makes none better', () => {
		expect(every(score(posts([0, 0, 0, 0, 9]))).map(({ times }) => times)).toEqual([1, 1, 1, 1, 1]);
	});

	test('the middle of an even number of posts lies between two', () => {
		expect(middle([4, 1, 3, 2])).toBe(2.5);
		expect(middle([])).toBeUndefined();
	});
});

describe('best and weakest', () => {
	test('are a few, the best first, the weakest first', () => {
		const found = bestAndWeakest(score(posts([10, 50, 100, 100, 100, 300, 200])), 2);

		expect(found.best.map(({ seen }) => seen)).toEqual([300, 200]);
		expect(found.weakest.map(({ seen }) => seen)).toEqual([10, 50]);
	});

	test('a post whose numbers can still rise is not called weak', () => {
		const young = aResult('2026-10-01', { numbers: { views: 1 }, takenOn: '2026-10-07' });

		expect(isYoung(young)).toBe(true);
		expect(isYoung({ ...young, takenOn: '2026-10-08' })).toBe(false);
		const found = bestAndWeakest(score([...posts([90, 100, 100, 100, 100]), young]), 3);
		expect(found.weakest.map(({ seen }) => seen)).toEqual([90]);
	});

	test('are none where all posts did the same', () => {
		expect(bestAndWeakest(score(posts([5, 5, 5, 5, 5])), 3)).toEqual({ best: [], weakest: [] });
	});
});

describe('why it may be', () => {
	const withPicture = posts([200, 220, 210, 240], { type: 'Photos' });
	const without = posts([90, 100, 80, 110], { type: 'Text' });

	test('a picture, where posts with one were seen more; few posts are said to be few', () => {
		const scores = score([...withPicture, ...without]);
		const reasons = reasonsFrom(scores);
		const best = every(scores).find(({ seen }) => seen === 240);
		const weakest = every(scores).find(({ seen }) => seen === 80);

		expect(best && reasons(best).map(({ words }) => words)).toEqual([
			'It has a picture. Here posts with a picture were seen about 2.3 times as much as others. ' +
				'That is few posts, so it may be chance.'
		]);
		expect(weakest && reasons(weakest)[0]?.words).toMatch(/^It has no picture\. Here posts with/);
	});

	test('nothing is said from fewer than 4 posts with it', () => {
		const scores = score([...withPicture.slice(0, 3), ...without]);
		const reasons = reasonsFrom(scores);

		expect(every(scores).flatMap((each) => reasons(each))).toEqual([]);
	});

	test('what the plan knows of a post counts: its aim, its question, its length', () => {
		const plan = [...withPicture, ...without].map((_, index) =>
			outPost(addDays(start, index), { text: index < 4 ? 'Which day is best?' : 'We are open.' })
		);
		const results = [...withPicture, ...without].map((result, index) => ({
			...result,
			type: '',
			postId: plan[index]?.id ?? null
		}));
		const scores = score(results, new Map(plan.map((post) => [post.id, post])));
		const reasons = reasonsFrom(scores);
		const best = every(scores).find(({ seen }) => seen === 240);

		expect(best && reasons(best)[0]?.words).toMatch(/^It asks a question\./);
	});
});

describe('when people respond', () => {
	/** 2026-09-01 is a Tuesday: posts a week apart are all on one. */
	const weekly = (count: number, minute: number, reactions: number, from = start) =>
		Array.from({ length: count }, (_, index) =>
			aResult(addDays(from, index * 7), {
				...{ postedAtMinute: minute, numbers: { views: 100, reactions } }
			})
		);

	test('needs 15 posts', () => {
		expect(times(weekly(14, 600, 5))).toEqual({ posts: 14, cells: [], best: [] });
	});

	test('tells the part of the week with more responses than usual, never from fewer than 3', () => {
		const results = [
			...weekly(10, 9 * 60, 10),
			...weekly(4, 19 * 60, 30, addDays(start, 1)),
			...weekly(2, 13 * 60, 90, addDays(start, 2))
		];
		const found = times(results);
		const levelAt = (name: string) => found.cells.find((cell) => cellName(cell) === name)?.level;

		expect(found.best).toEqual(['Wednesday, 6pm to 9pm']);
		expect(levelAt('Tuesday, 9am to midday')).toBe('usual');
		expect(levelAt('Wednesday, 6pm to 9pm')).toBe('much-more');
		expect(levelAt('Thursday, midday to 3pm')).toBe('few');
		expect(levelAt('Sunday, 6am to 9am')).toBe('none');
	});

	test('a file without times of day says nothing', () => {
		const untimed = weekly(20, 600, 5).map((result) => ({ ...result, postedAtMinute: null }));

		expect(times(untimed).posts).toBe(0);
	});

	test('3am belongs to the night before', () => {
		const night = weekly(15, 3 * 60, 5);

		expect(times(night).cells.find(({ posts: made }) => made === 15)?.part).toBe(5);
	});
});
