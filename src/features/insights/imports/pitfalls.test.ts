/**
 * Ways in which files go wrong that show only when they are brought in, each with its file. What can
 * be seen while a file is read is tested in reading/.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { momentOf } from '#domain/clock.ts';
import type { Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { facebookFile, posts, read } from '#tests/support/exports.ts';
import {
	accountId,
	bringInAll,
	resultsIn,
	rowsIn,
	transactionWithAccount
} from '#tests/support/imports.ts';
import { figuresOf, type Figures } from '../figures/monthly.ts';
import { periodOf } from '../figures/period.ts';
import { trendsOf } from '../figures/trend.ts';
import { digestOf } from '../results/digest.ts';
import { numberSentences } from '../sentences/numbers.ts';
import { hoursBehind, matchPosts, shifted } from './matching.ts';

const overlapping = 'Sep-15-2026_Oct-15-2026_facebook.csv';
const renamed = 'facebook-impressions-then-views.csv';
const early = 'facebook-eight-hours-behind.csv';
const account = { id: accountId, name: 'Facebook' };
let transaction: Awaited<ReturnType<typeof transactionWithAccount>>;
let imports = 0x300;

beforeEach(async () => {
	transaction = await transactionWithAccount();
});

async function bring(name: string, takenOn: string) {
	const id = idFor((imports += 1));
	const { plan, refusals } = await bringInAll(transaction, posts(read(name)).posts, {
		id,
		takenOn
	});
	expect(refusals).toEqual([]);
	return plan;
}

async function figures(): Promise<Figures> {
	return figuresOf({ notes: [], results: (await rowsIn(transaction)).map(digestOf), posts: [] });
}

async function viewsByPost(): Promise<Record<string, number | undefined>> {
	const results = await resultsIn(transaction);
	return Object.fromEntries(results.map(({ key, numbers }) => [key.slice(-4), numbers.views]));
}

describe('the same post in two files, whose days overlap', () => {
	test('is there once with its newest numbers, whichever file comes first', async () => {
		const newest = { '0101': 1234, '0102': 640, '0103': 401, '0104': 230, '0501': 120 };

		await bring(facebookFile, '2026-10-01');
		const plan = await bring(overlapping, '2026-10-16');
		expect(plan).toMatchObject({ fresh: 1, replaced: 2 });
		expect(await viewsByPost()).toEqual(newest);

		transaction = await transactionWithAccount();
		await bring(overlapping, '2026-10-16');
		await bring(facebookFile, '2026-10-01');
		expect(await viewsByPost()).toEqual(newest);
	});

	test('the same file again changes nothing', async () => {
		await bring(overlapping, '2026-10-16');
		const before = await viewsByPost();
		await bring(overlapping, '2026-10-16');
		expect(await viewsByPost()).toEqual(before);
	});
});

test('A number that the platform renames in the year breaks the line, and keeps its name', async () => {
	await bring(renamed, '2026-09-20');
	await bring(overlapping, '2026-12-16');
	const period = periodOf('quarter', '2026-10', '');

	const { lines, notes } = trendsOf(await figures(), [account], 'views', period);

	expect(lines).toMatchObject([{ values: [701, 631, 120], breaks: [1] }]);
	expect(notes).toEqual([
		'Facebook: from September 2026 the platform counts views, not impressions. ' +
			'The two cannot be compared.'
	]);
});

test('Numbers of posts under a week old can still rise, and it is said', async () => {
	const words = async () =>
		numberSentences(await figures(), account, '2026-10').map((sentence) => sentence.words);

	await bring(overlapping, '2026-10-16');
	expect((await words()).join()).toContain('this can still rise');

	await bring(overlapping, '2026-11-16');
	expect((await words()).join()).not.toContain('this can still rise');
});

test('A file whose clock is 8 hours behind is noticed by posts that we know, and put right', () => {
	const found = posts(read(early)).posts;
	const gone = [
		['2026-10-20', '10:00'],
		['2026-10-22', '06:30'],
		['2026-10-23', '09:15']
	].map(([day = '', time = ''], index): Post => {
		const made = { id: idFor(0x400 + index), createdAt: 0, createdBy: volunteer.personId };
		const text = found[index]?.text ?? '';
		return {
			...newPost(made, { title: `Post ${index}`, text, accounts: [accountId] }),
			...{ status: 'posted', plannedOn: day, plannedTime: time },
			postings: [{ accountId, url: '', at: momentOf(day, time), by: volunteer.personId }]
		};
	});
	const matches = matchPosts(found, gone, accountId);

	expect(hoursBehind(found, matches, { posts: gone, accountId })).toBe(8);
	expect(
		shifted(found, 8).map(({ postedOn, postedAtMinute }) => [postedOn, postedAtMinute])
	).toEqual([
		['2026-10-20', 600],
		['2026-10-22', 390],
		['2026-10-23', 555]
	]);
});
