/** What is kept of a month to draw charts from: all that they need, exactly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '#domain/calendar.ts';
import { idFor } from '#tests/support/actors.ts';
import { aResult, facebook, resultsOf } from '#tests/support/insights.ts';
import { addSums, responsesOf, sumsOf } from '../figures/counted.ts';
import { middle } from '../figures/middle.ts';
import { aims, plannedIn, traitsWithPlan } from '../figures/plan-traits.ts';
import { reasonsFrom } from '../figures/reasons.ts';
import { bestAndWeakest, scoresOf } from '../figures/scores.ts';
import { dayParts, timesOf } from '../figures/times.ts';
import { digestOf, digestedResults, seenNames } from './digest.ts';
import { measures, type PostResult } from './record.ts';
import { answers, isYoung, seenIn, traitsIn, traitsOf, traitSpace, withTraits } from './traits.ts';
import { partStart, withPart } from './week.ts';

const postId = idFor(9);
const months = ['2026-08', '2026-09', '2026-10'];
/** Some need more than 32 bits with what is packed beside them. */
const number = fc.oneof(
	{ weight: 9, arbitrary: fc.nat({ max: 40 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 40_000_000, max: 40_000_004 }) }
);
const numbers = fc.dictionary(fc.constantFrom(...measures), number, { maxKeys: 4 });
const oneResult = fc
	.record({
		month: fc.constantFrom(...months),
		day: fc.nat({ max: 27 }),
		postedAtMinute: fc.option(fc.nat({ max: 1439 })),
		numbers,
		taken: fc.nat({ max: 12 })
	})
	.map(({ month, day, taken, ...rest }) => {
		const postedOn = addDays(`${month}-01`, day);
		return { month, result: aResult(postedOn, { takenOn: addDays(postedOn, taken), ...rest }) };
	});

const digestsOf = (posts: readonly { month: string; result: PostResult }[]) =>
	months.map((month) => {
		const own = posts.filter((post) => post.month === month).map(({ result }) => result);
		return digestOf(resultsOf(month, own));
	});
const accountsOf = (posts: readonly { month: string; result: PostResult }[]) => [
	{ accountId: facebook.id, results: digestsOf(posts) }
];
const inOrder = (posts: readonly { month: string; result: PostResult }[]) =>
	months.flatMap((month) =>
		posts.filter((post) => post.month === month).map(({ result }) => result)
	);

const nameOf = (result: PostResult) => seenNames.find((name) => name in result.numbers);

/** Half are larger, half are smaller, by putting all in order. */
function usualOf(all: readonly number[]): number {
	const [half, order] = [Math.floor(all.length / 2), [...all].sort((one, other) => one - other)];
	const upper = order[half] ?? 0;
	return all.length % 2 === 1 ? upper : (upper + (order[half - 1] ?? upper)) / 2;
}

/** Every post with its score, as the whole records tell it. */
function scored(results: readonly PostResult[]) {
	return results.flatMap((result) => {
		const name = nameOf(result);
		const group = results.filter((each) => nameOf(each) === name);
		if (name === undefined || group.length < 5) return [];
		const usual = usualOf(group.map((each) => each.numbers[name] ?? 0));
		const seen = result.numbers[name] ?? 0;
		return [{ result, seen, usual, times: usual === 0 ? 1 : seen / usual }];
	});
}

describe('what is made from the digests of some months', () => {
	test('is what the whole records tell: each score, the best and the weakest', () => {
		fc.assert(
			fc.property(fc.array(oneResult, { maxLength: 60 }), (posts) => {
				const whole = scored(inOrder(posts));
				const accounts = scoresOf(accountsOf(posts), new Map());

				const compared = accounts.flatMap((account) => account.compared);
				const inAll = ({ usual, seen, traits }: Record<'usual' | 'seen' | 'traits', number>) =>
					`${usual} ${seen} ${traits}`;
				expect(
					compared
						.flatMap(({ usual, posts: all }) =>
							Array.from(all, (post) =>
								inAll({ usual, seen: seenIn(post), traits: traitsIn(post) })
							)
						)
						.sort()
				).toEqual(
					whole.map(({ result, ...each }) => inAll({ ...each, traits: traitsOf(result) })).sort()
				);
				for (const { scores } of accounts) {
					expect(scores).toEqual(
						scores.map(({ named }): unknown => {
							const own = whole.find(({ result }) => result.key === named.key);
							const { seen, usual, times } = own ?? {};
							return expect.objectContaining({ seen, usual, times });
						})
					);
				}
				const byTimes = (sign: 1 | -1) =>
					[...whole].sort(
						(one, other) =>
							sign * (other.times - one.times) ||
							sign *
								(other.result.postedOn > one.result.postedOn ? 1 : -1) *
								Number(other.result.postedOn !== one.result.postedOn)
					);
				const keys = (all: typeof whole) => all.slice(0, 3).map(({ result }) => result.key);
				const { best, weakest } = bestAndWeakest(accounts);
				expect(best.map(({ named }) => named.key)).toEqual(
					keys(byTimes(1).filter(({ times }) => times > 1))
				);
				expect(weakest.map(({ named }) => named.key)).toEqual(
					keys(byTimes(-1).filter(({ times, result }) => times < 1 && !isYoung(result)))
				);
			})
		);
	});

	test('tells when people respond as the whole records do: each field of the week', () => {
		fc.assert(
			fc.property(fc.array(oneResult, { minLength: 20, maxLength: 60 }), (posts) => {
				const known = inOrder(posts).flatMap((result) => {
					const responses = responsesOf(result.numbers);
					return responses === undefined ? [] : [{ result, responses }];
				});
				const usualResponse = usualOf(known.map(({ responses }) => responses));
				const timed = known.flatMap(({ result, responses }) => {
					const { postedAtMinute, postedOn } = result;
					if (postedAtMinute === null || isYoung(result) || usualResponse === 0) return [];
					const hour = Math.floor(postedAtMinute / 60);
					// Before 6am belongs to the night.
					const part = dayParts.filter(({ from }) => from <= hour).length || dayParts.length;
					return [
						{ field: `${part - 1}/${weekdayOf(postedOn)}`, responses: responses / usualResponse }
					];
				});
				const times = timesOf(accountsOf(posts));

				expect(times.posts).toBe(timed.length);
				for (const { part, weekday, posts: count, level } of times.cells) {
					const own = timed.filter(({ field }) => field === `${part}/${weekday}`);
					const usual = middle(own.map(({ responses }) => responses)) ?? 0;
					expect(count).toBe(own.length);
					if (count >= 3) expect(level.includes('more')).toBe(usual >= 1.2);
				}
			})
		);
	});

	test('tells why it may be as the whole records do: the weekend', () => {
		fc.assert(
			fc.property(fc.array(oneResult, { minLength: 10, maxLength: 60 }), (posts) => {
				const settled = scored(inOrder(posts)).filter(({ result }) => !isYoung(result));
				const timesOfThose = (isIt: (result: PostResult) => boolean) =>
					settled.filter(({ result }) => isIt(result)).map(({ times }) => times);
				const isWeekend = ({ postedOn }: PostResult) => weekdayOf(postedOn) > 5;
				const [those, others] = [
					timesOfThose(isWeekend),
					timesOfThose((result) => !isWeekend(result))
				];
				const ratio = (middle(those) ?? 0) / (middle(others) ?? 0);
				const isTold = Math.min(those.length, others.length) >= 4 && ratio >= 1.25;
				const accounts = scoresOf(accountsOf(posts), new Map());
				const reasons = reasonsFrom(accounts);

				const best = accounts
					.flatMap(({ scores }) => scores)
					.find(({ times, traits }) => times >= 1 && (traits & answers.weekend) !== 0);
				const words = best ? reasons(best).map((reason) => reason.words) : [];
				expect(words.some((each) => each.startsWith('It went out at the weekend'))).toBe(
					best !== undefined && isTold && Number.isFinite(ratio)
				);
			})
		);
	});

	test('adds up to what all posts together add up to', () => {
		fc.assert(
			fc.property(fc.array(oneResult, { maxLength: 40 }), (posts) => {
				const sums = digestsOf(posts).map((digest) => digest.sums);

				expect(sums.reduce(addSums)).toEqual(sumsOf(inOrder(posts), isYoung));
			})
		);
	});
});

test('the number in the middle is exact', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 50 }), (all) => {
			const order = [...all].sort((one, other) => one - other);
			const half = (order.length - 1) / 2;
			const expected = ((order[Math.floor(half)] ?? 0) + (order[Math.ceil(half)] ?? 0)) / 2;

			expect(middle(all)).toBe(expected);
		})
	);
});

test('a digest of another shape has another number: raise it with this', () => {
	const result = aResult('2026-10-02', {
		...{ key: 'k', type: 'Photos', text: 'Why?', postId, takenOn: '2026-11-02' },
		numbers: { views: 120, likes: 3 }
	});
	const digest = digestOf(resultsOf('2026-10', [result]));

	expect(digestedResults.digest.shape).toBe(4);
	const post = withTraits(120, 0b0_01_1_0_1_1_0);
	expect(digest).toMatchObject({
		seen: new Map([
			['views', { posts: new Int32Array([]), kinds: new Map(), planned: [{ postId, post }] }]
		]),
		responses: new Int32Array([3]),
		timed: new Int32Array([(1 * 7 + 4) * 2 ** 25 + 3]),
		sums: { posts: 1, young: 0, seen: 1, responses: { sum: 3, posts: 1 } },
		named: [{ key: 'k', text: 'Why?', postedOn: '2026-10-02', name: 'views', post, postId }]
	});
});

test('the largest number of a platform keeps its traits and what the plan knows', () => {
	const most = 999_999_999_999;
	const long = {
		...{ id: postId, type: 'share', aim: 'health-campaign' as const },
		...{ text: 'Why? '.repeat(100), pictures: [1] }
	};
	const traits = traitsWithPlan(0b1111_1111, long);
	const post = withTraits(most, traits);

	expect(traits).toBeLessThan(traitSpace);
	expect([seenIn(post), traitsIn(post)]).toEqual([most, traits]);
	expect(plannedIn(traits)).toEqual({ isLong: true, isShare: true, aim: aims.length - 1 });
});

test('the last part of a week fits into 32 bits with as many responses as are counted', () => {
	const [some, most] = [33_000_000, 3 * 999_999_999_999].map((responses) =>
		withPart(responses, '2026-11-22', 0)
	);

	expect(some).toBe(partStart(5, 7) + 33_000_000);
	expect(most).toBe(partStart(5, 8) - 1);
	expect(most).toBeLessThan(2 ** 31);
});
