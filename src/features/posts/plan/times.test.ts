/** When to post, from what past posts reached. Source: S0-15. */
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar.ts';
import { postResultsRecord } from '#features/insights/results/record.ts';
import { aMoment, idFor, volunteer } from '#tests/support/actors.ts';
import { facebook, xAccount } from '#tests/support/posts.ts';
import { reachOf } from './reach.ts';
import { enoughPosts, suggestTimes, timesWords, type PostReach } from './times.ts';

describe('times to post', () => {
	/** Tuesdays at 6pm and Fridays at 9am by turns. */
	const reached = (count: number): PostReach[] =>
		Array.from({ length: count }, (_, index) => {
			const postedOn = addDays(index % 2 === 0 ? '2026-09-01' : '2026-09-04', index * 7);
			const isTuesday = index % 2 === 0;
			return { postedOn, time: isTuesday ? '18:20' : '09:00', reach: isTuesday ? 300 : 100 };
		});

	test('fewer than 15 posts say nothing: the plain start is called one', () => {
		expect(suggestTimes(reached(enoughPosts - 1))).toEqual([]);
		expect(timesWords([])).toContain('This is a plain start and not from your numbers');
	});

	test('15 posts say when most people were reached', () => {
		const slots = suggestTimes(reached(enoughPosts));

		expect(slots).toEqual([
			{ weekday: 2, hour: 18, medianReach: 300, posts: 8 },
			{ weekday: 5, hour: 9, medianReach: 100, posts: 7 }
		]);
		expect(timesWords(slots)).toBe(
			'Your posts reached most people on Tuesday at 6pm and Friday at 9am.'
		);
	});

	test('one lucky post does not make a good time, nor moves the middle', () => {
		const lucky = { postedOn: '2026-10-11', time: '03:00', reach: 9000 };
		const outlier = { postedOn: '2026-10-16', time: '09:00', reach: 9000 };

		const slots = suggestTimes([...reached(enoughPosts), lucky, outlier]);

		expect(slots.map(({ weekday }) => weekday)).toEqual([2, 5]);
		expect(slots[1]?.medianReach).toBe(100);
	});

	test('each account goes by its own numbers, of the kind that it has most of', () => {
		const result = (number: number, more: object) => ({
			...{ key: String(number), link: '', postedOn: '2026-09-01', postedAtMinute: 18 * 60 + 5 },
			...{ text: '', type: '', postId: null, takenOn: '2026-10-01', importId: idFor(9) },
			...more
		});
		const month = (accountId: string, results: readonly object[]) =>
			postResultsRecord.schema.parse({
				...{ id: idFor(5), createdAt: aMoment, createdBy: volunteer.personId },
				...{ accountId, month: '2026-09', monthOn: '2026-09-01', results }
			});
		const known = reachOf([
			month(facebook, [result(1, { numbers: { views: 80, reach: 50 } })]),
			month(facebook, [
				result(2, { numbers: { reach: 70, views: 90 } }),
				result(3, { numbers: { reach: 60 }, postedAtMinute: null })
			]),
			month(xAccount, [
				result(4, { numbers: { impressions: 9 } }),
				result(5, { numbers: { likes: 3 } })
			])
		]);

		expect(known).toEqual([
			{
				accountId: facebook,
				measure: 'reach',
				posts: [
					{ postedOn: '2026-09-01', time: '18:05', reach: 50 },
					{ postedOn: '2026-09-01', time: '18:05', reach: 70 }
				]
			},
			{
				accountId: xAccount,
				measure: 'impressions',
				posts: [{ postedOn: '2026-09-01', time: '18:05', reach: 9 }]
			}
		]);
		expect(timesWords(suggestTimes(reached(enoughPosts)), 'impressions')).toMatch(
			/^Your posts were seen most often on/
		);
	});
});
