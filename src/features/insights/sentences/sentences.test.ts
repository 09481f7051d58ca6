/** Sentences made from numbers: each claims no more than the numbers say. */
import { describe, expect, test } from 'vitest';
import { aNote, aResult, facebook, notesWith, outPost } from '#tests/support/insights.ts';
import { figuresOf } from '../figures/monthly.ts';
import type { InsightNote } from '../record.ts';
import { goalSentence } from './goals.ts';
import { inShort, monthSentences } from './month.ts';
import { answeredSentence, askedSentence, audienceSentence, keptSentence } from './plan.ts';
import { fewPostsWords, postWords, timesWords } from './posts.ts';
import { reviewSentences } from './review.ts';
import type { Sentence } from './sentence.ts';
import { trendWords } from './trend.ts';

const month = '2026-10';

describe('the plan in words', () => {
	test.each([
		[{ planned: 0, out: 0 }, undefined],
		[{ planned: 1, out: 1 }, 'The one post that was planned for October 2026 went out.'],
		[{ planned: 8, out: 8 }, 'All 8 posts that were planned for October 2026 went out.'],
		[{ planned: 8, out: 6 }, '6 of 8 posts that we planned for October 2026 went out.']
	])('%o', (kept, words) => {
		expect(keptSentence(kept, 'October 2026')?.words).toBe(words);
	});

	test('fewer than half is bad news', () => {
		expect(keptSentence({ planned: 8, out: 3 }, '')?.tone).toBe('bad');
		expect(keptSentence({ planned: 8, out: 4 }, '')?.tone).toBe('plain');
	});

	test.each([
		[{ asked: 0, closed: 0, answered: 0 }, 'bad', 'We asked people no question.'],
		[{ asked: 2, closed: 0, answered: 0 }, 'plain', 'We asked 2 questions. None has closed yet.'],
		[{ asked: 1, closed: 1, answered: 1 }, 'good', 'We asked 1 question. For 1 of 1 that closed'],
		[{ asked: 3, closed: 2, answered: 1 }, 'bad', 'For 1 of 2 that closed we told people']
	] as const)('questions %o', (asked, tone, words) => {
		expect(askedSentence(asked)).toMatchObject({ tone });
		expect(askedSentence(asked)?.words).toContain(words);
	});

	test('comments answered: what nobody counted is said', () => {
		const nobody = { answered: null, sameDay: null };
		expect(answeredSentence([{ answered: 3, sameDay: null }, nobody])?.words).toBe(
			'We answered 3 comments and messages (1 of the accounts did not say).'
		);
		expect(answeredSentence([nobody])).toBeUndefined();
	});

	test.each([
		[[{ answered: 9, sameDay: 9 }], 'good', /messages\. All on the same day\.$/],
		[[{ answered: 9, sameDay: 7 }], 'plain', /messages\. On the same day: 7\.$/],
		[[{ answered: 9, sameDay: 2 }], 'bad', /messages\. On the same day: 2\.$/],
		[
			[
				{ answered: 9, sameDay: 7 },
				{ answered: 4, sameDay: null }
			],
			'plain',
			/^We answered 13 .*: 7 of the 9 of which we know the day\.$/
		],
		[[{ answered: 0, sameDay: 0 }], 'plain', /^We answered 0 comments and messages\.$/],
		// More than all: a slip, of which nothing is said.
		[[{ answered: 2, sameDay: 5 }], 'plain', /^We answered 2 comments and messages\.$/]
	] as const)('comments answered on the same day: %o', (counts, tone, words) => {
		expect(answeredSentence(counts)).toMatchObject({ tone });
		expect(answeredSentence(counts)?.words).toMatch(words);
	});

	test('names those for whom no post was written', () => {
		const counts = [
			{ audience: 'everyone', name: 'Everyone', posts: 4 },
			{ audience: 'carers', name: 'Carers', posts: 0 },
			{ audience: 'parents', name: 'Parents', posts: 1 }
		] as const;

		expect(audienceSentence(counts)?.words).toBe('No post was written for carers.');
		expect(audienceSentence(counts.map((each) => ({ ...each, posts: 0 })))).toBeUndefined();
		expect(audienceSentence(counts.map((each) => ({ ...each, posts: 1 })))?.tone).toBe('good');
	});
});

describe('an objective in words', () => {
	const goal = {
		...{ id: 'one', title: 'More followers', watch: 'Followers', measure: 'followers' },
		...{ when: 'October 2026', count: 120, goal: 200, before: 100, beforeWhen: 'July 2026' },
		isLeast: false
	};

	test.each([
		[
			{},
			'good',
			'“More followers”: 120 in October 2026, 20 more than in July 2026. We hope for 200.'
		],
		[
			{ count: 80 },
			'bad',
			'“More followers”: 80 in October 2026, 20 fewer than in July 2026. We hope for 200.'
		],
		[
			{ count: 102 },
			'plain',
			'“More followers”: 102 in October 2026, about the same as in July 2026. We hope for 200.'
		],
		[{ count: 200 }, 'good', '“More followers”: 200 in October 2026. We hoped for 200: reached.'],
		[
			{ count: 4, before: 9 },
			'bad',
			'“More followers”: fewer than 5 in October 2026, fewer than in July 2026. We hope for 200.'
		],
		[
			{ measure: 'views', count: 4, before: 9 },
			'bad',
			'“More followers”: 4 in October 2026, 5 fewer than in July 2026. We hope for 200.'
		],
		[{ before: null }, 'plain', '“More followers”: 120 in October 2026. We hope for 200.'],
		[{ count: null }, 'bad', '“More followers”: nobody has noted the number (followers).']
	] as const)('%o', (changes, tone, words) => {
		expect(goalSentence({ ...goal, ...changes })).toMatchObject({ tone, words });
	});
});

describe('posts in words', () => {
	const score = {
		...{ accountId: facebook.id, result: aResult('2026-10-02'), seen: 300, seenName: 'views' },
		...{ usual: 99.5, times: 3, responses: undefined, isYoung: true }
	};

	test('a post has its name, its number beside a usual one, and why it may be', () => {
		expect(postWords(score, 'Flu clinic', [{ words: 'It has a picture.', strength: 2 }])).toEqual({
			name: 'Flu clinic',
			count: '300 views. A usual post here has 100. It was under a week old: this can still rise.',
			why: 'It has a picture.'
		});
		expect(postWords(score, undefined, []).name).toBe('Flu jabs');
		const untold = { ...score, result: aResult('2026-10-02', { text: '' }) };
		expect(postWords(untold, undefined, [])).toMatchObject({
			name: 'Post of Friday 2 October 2026',
			why: ''
		});
	});

	test('fewer than 5 people who saw a post are never a number', () => {
		const few = { ...score, seen: 3, usual: 4.4, isYoung: false };

		for (const seenName of ['viewers', 'reach']) {
			expect(postWords({ ...few, seenName }, undefined, []).count).toBe(
				`Fewer than 5 ${seenName}. A usual post here has fewer than 5.`
			);
		}
		expect(postWords(few, undefined, []).count).toBe('3 views. A usual post here has 4.');
	});

	test.each([
		[0, 0, /^No post has numbers/],
		[0, 3, /^Only 3 posts have numbers\. We need 5/],
		[8, 8, /^This is from 8 posts only\. Do not judge on so few\.$/]
	])('%d compared of %d', (compared, all, words) => {
		expect(fewPostsWords(compared, all)).toMatch(words);
	});

	test('many posts need no warning', () => {
		expect(fewPostsWords(40, 40)).toBeUndefined();
	});

	test('when people respond is a hint, never a promise', () => {
		expect(timesWords({ posts: 4, cells: [], best: [] })).toBe(
			'4 posts have a time and numbers. We need 15 to say when people respond.'
		);
		expect(timesWords({ posts: 20, cells: [], best: [] })).toContain(
			'no time of the week stands out'
		);
		const best = ['Tuesday, 6pm to 9pm', 'Friday, 6am to 9am'];
		expect(timesWords({ posts: 20, cells: [], best })).toBe(
			'From 20 posts: people respond more than usual on Tuesday, 6pm to 9pm and Friday, 6am to 9am. ' +
				'It may be the posts, not the time: try it.'
		);
	});
});

describe('a chart in words', () => {
	const line = { accountId: '', name: 'Facebook', breaks: [] };

	test('tells where each line begins and ends', () => {
		expect(
			trendWords({
				labels: ['Sep ’26', 'Oct ’26', 'Nov ’26'],
				lines: [
					{ ...line, values: [1000, 1100, 1140] },
					{ ...line, name: 'X', values: [null, 9, null] }
				]
			})
		).toBe('Facebook: 1,000 in Sep ’26, 1,140 in Nov ’26. X: 9 in Oct ’26.');
	});

	test('begins behind the last break, and two points are no trend', () => {
		const lines = [{ ...line, values: [900, 100, 110], breaks: [1] }];

		expect(trendWords({ labels: ['a', 'b', 'c'], lines })).toBe(
			'Facebook: 100 in b, 110 in c. Two points are no trend.'
		);
	});
});

describe('a quarter of an account in words', () => {
	const account = { ...facebook, postsPerWeek: 2 };
	const words = (notes: readonly InsightNote[]) =>
		reviewSentences(figuresOf({ notes, results: [], posts: [] }), account, '2026-Q3');

	test('tells posts beside what was meant, and how it moved', () => {
		const notes = [
			aNote('2026-06', { followers: 100, reach: 300 }),
			aNote('2026-08', { postsMade: 8, reach: 420 }),
			aNote('2026-09', { followers: 130, postsMade: 12, reach: 380 })
		];

		expect(words(notes)).toEqual([
			'20 posts in the quarter. About 26 were meant.',
			'130 followers, 30 more than a quarter before.',
			'400 people reached in a usual month, 100 more than in the quarter before.'
		]);
	});

	test('names no change of fewer than 5 people', () => {
		const notes = [
			aNote('2026-06', { followers: 128, reach: 4 }),
			aNote('2026-09', { followers: 130, reach: 380 })
		];

		expect(words(notes).slice(1)).toEqual([
			'130 followers, fewer than 5 more than a quarter before.',
			'380 people reached in a usual month, more than in the quarter before.'
		]);
	});

	test('says what nobody knows', () => {
		expect(words([])).toEqual([
			'Nobody knows how many posts were made.',
			'Nobody knows how many followers it has, or too few to say.'
		]);
	});
});

describe('the month in short', () => {
	const sentence = (tone: Sentence['tone'], weight: number): Sentence => ({
		...{ id: `${tone}${weight}`, tone, words: '', weight }
	});

	test('something bad is told however much is good', () => {
		const goods = [9, 8, 7, 6, 5].map((weight) => sentence('good', weight));

		expect(inShort([...goods, sentence('bad', 1)], 4).map(({ id }) => id)).toEqual([
			...['good9', 'good8', 'good7', 'bad1']
		]);
	});

	test('plain sentences fill what is left', () => {
		expect(inShort([sentence('bad', 2), sentence('plain', 1)], 4).map(({ id }) => id)).toEqual([
			...['bad2', 'plain1']
		]);
		expect(inShort([], 4)).toEqual([]);
	});

	test('comes from numbers, plan and objectives together', () => {
		const notes = notesWith('reach', [100, 110, 100, 200]);
		const posts = [outPost('2026-10-02')];
		const figures = figuresOf({ notes, results: [], posts });
		const found = monthSentences({
			...{ month, today: '2026-11-21', figures, accounts: [facebook], notes, posts },
			objectives: []
		});

		expect(found.map(({ id }) => id)).toContain('kept');
		expect(found.map(({ id }) => id)).toContain('asked');
		expect(found[0]?.words).toContain('200 people reached');
	});
});
