import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar.ts';
import { runMutation } from '#domain/mutation.ts';
import { maxPushBytes } from '#domain/protocol.ts';
import { postRecord } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import {
	as,
	coordinator,
	idFor,
	otherVolunteer,
	reader,
	volunteer
} from '#tests/support/actors.ts';
import {
	bringInAll,
	readPost,
	resultsIn,
	rowsIn,
	transactionWithAccount,
	undoAll
} from '#tests/support/imports.ts';
import type { MemoryTransaction } from '#tests/support/memory-transaction.ts';
import { insightImportRecord } from './record.ts';
import { bringIn, matchResult, rememberColumns } from './mutations.ts';

const first = idFor(11);
const second = idFor(12);
const third = idFor(13);

let transaction: MemoryTransaction;

beforeEach(async () => {
	transaction = await transactionWithAccount();
});

const viewsOf = async () =>
	(await resultsIn(transaction)).map(({ key, numbers }) => [key, numbers.views]);

describe('bringing a file in', () => {
	test('keeps each post in its month, and says who brought the file in', async () => {
		const september = readPost(1);
		const october = readPost(2, { postedOn: '2026-10-02' });

		const { refusals } = await bringInAll(transaction, [september, october], { id: first });

		expect(refusals).toEqual([]);
		expect((await rowsIn(transaction)).map(({ month }) => month).sort()).toEqual([
			...['2026-09', '2026-10']
		]);
		expect(await transaction.get(insightImportRecord, first)).toMatchObject({
			...{ status: 'done', createdBy: volunteer.personId, posts: 2, replaced: 0 },
			...{ firstOn: '2026-09-10', lastOn: '2026-10-02', broughtOn: '2026-11-21' }
		});
	});

	test('a file that overlaps replaces and never doubles', async () => {
		await bringInAll(transaction, [readPost(1), readPost(2)], { id: first });

		const { plan } = await bringInAll(
			transaction,
			[readPost(2, { numbers: { views: 90 } }), readPost(3)],
			{ id: second }
		);

		expect(plan).toMatchObject({ fresh: 1, replaced: 1, kept: 0 });
		expect(await viewsOf()).toEqual([
			['post-1', 1],
			['post-2', 90],
			['post-3', 3]
		]);
	});

	test('an older download does not replace newer numbers', async () => {
		await bringInAll(transaction, [readPost(1)], { id: first, takenOn: '2026-10-20' });

		const { plan } = await bringInAll(transaction, [readPost(1, { numbers: { views: 0 } })], {
			...{ id: second, takenOn: '2026-10-01' }
		});

		expect(plan).toMatchObject({ replaced: 0, kept: 1 });
		expect(await viewsOf()).toEqual([['post-1', 1]]);
	});

	test('numbers of single days do not replace those of the whole time', async () => {
		await bringInAll(transaction, [readPost(5)], { id: first });

		await bringInAll(transaction, [readPost(5, { numbers: { views: 2 } }), readPost(6)], {
			...{ id: second, isDaily: true }
		});

		expect(await viewsOf()).toEqual([
			['post-5', 5],
			['post-6', 6]
		]);
	});

	test('a post whose id is spoiled is known by its link, and keeps its id', async () => {
		await bringInAll(transaction, [readPost(1)], { id: first });

		const spoiled = readPost(1, { key: 'facebook.com/ppg/posts/1', numbers: { views: 7 } });
		await bringInAll(transaction, [spoiled], { id: second });

		expect(await viewsOf()).toEqual([['post-1', 7]]);
	});

	test('texts are left out where the person says so, and stay where they stand', async () => {
		await bringInAll(transaction, [readPost(1)], { id: first });
		await bringInAll(transaction, [readPost(1), readPost(2)], { id: second, keepsTexts: false });

		expect((await resultsIn(transaction)).map(({ text }) => text)).toEqual(['Words of post 1', '']);
	});

	test('only the beginning of a text is kept', async () => {
		await bringInAll(transaction, [readPost(1, { text: '💙'.repeat(100) })], { id: first });

		expect((await resultsIn(transaction))[0]?.text).toBe('💙'.repeat(60));
	});

	test('every piece fits into a push, with what stood before, in a month of very many posts', async () => {
		const long = Array.from({ length: 1500 }, (_, number) =>
			readPost(number, { text: 'é'.repeat(120), numbers: { views: number, reach: 1, likes: 2 } })
		);
		await bringInAll(transaction, long, { id: first });

		const { plan, refusals } = await bringInAll(transaction, long, { id: second });

		expect(refusals).toEqual([]);
		expect(plan.replaced).toBe(1500);
		expect(await resultsIn(transaction)).toHaveLength(1500);
		const rows = await rowsIn(transaction);
		for (const piece of plan.pieces) {
			const stood = rows.find(({ id }) => id === piece.rowId);
			const bytes = Buffer.byteLength(JSON.stringify([piece, stood]));
			expect(bytes).toBeLessThan(maxPushBytes - 4096);
		}
	});

	test('two phones that bring in the same file at once do not double it', async () => {
		await bringInAll(transaction, [readPost(1)], { id: first });
		const { numbers, link, postedOn, postedAtMinute, key } = readPost(1);

		await runMutation(
			bringIn,
			transaction,
			{
				...{ importId: first, rowId: idFor(77), fromId: null, month: '2026-09' },
				results: [
					{
						...{ key, link, postedOn, postedAtMinute, numbers, text: '', type: '' },
						...{ postId: null, match: null, takenOn: '2026-10-01' }
					}
				]
			},
			as(otherVolunteer)
		);

		expect(await viewsOf()).toEqual([['post-1', 1]]);
		expect(await rowsIn(transaction)).toHaveLength(1);
	});

	test('a reader may not', async () => {
		const { refusals } = await bringInAll(transaction, [readPost(1)], { id: first, who: reader });

		expect(refusals[0]).toMatchObject({ code: 'role-may-not' });
		expect(await rowsIn(transaction)).toEqual([]);
	});
});

describe('undoing a file', () => {
	test('brings back the numbers that it replaced, and takes out what it brought', async () => {
		await bringInAll(transaction, [readPost(1)], { id: first });
		const before = await rowsIn(transaction);
		await bringInAll(transaction, [readPost(1, { numbers: { views: 50 } }), readPost(2)], {
			id: second
		});

		expect(await undoAll(transaction, second)).toEqual([]);

		expect(await rowsIn(transaction)).toEqual(before);
		expect(await transaction.get(insightImportRecord, second)).toMatchObject({
			...{ status: 'undone', undoneBy: volunteer.personId }
		});
	});

	test('of posts that were on other days before puts them back on those days', async () => {
		await bringInAll(transaction, [readPost(1, { postedOn: '2026-04-03' })], { id: first });
		const { plan } = await bringInAll(transaction, [readPost(1, { postedOn: '2026-03-04' })], {
			id: second
		});
		expect(plan.moved).toBe(1);
		expect((await resultsIn(transaction)).map(({ postedOn }) => postedOn)).toEqual(['2026-03-04']);

		expect(await undoAll(transaction, second)).toEqual([]);

		expect((await rowsIn(transaction)).map(({ month }) => month)).toEqual(['2026-04']);
	});

	test('an earlier file can be undone under a later one', async () => {
		await bringInAll(transaction, [readPost(1)], { id: first });
		await bringInAll(transaction, [readPost(1, { numbers: { views: 50 } })], { id: second });

		await undoAll(transaction, first);
		expect(await viewsOf()).toEqual([['post-1', 50]]);

		await undoAll(transaction, second);
		expect(await viewsOf()).toEqual([]);
	});

	test('is for who brought it in and for coordinators', async () => {
		await bringInAll(transaction, [readPost(1)], { id: first });

		expect(await undoAll(transaction, first, otherVolunteer)).toMatchObject([
			{ code: 'not-yours' },
			{ code: 'not-yours' }
		]);
		expect(await undoAll(transaction, first, coordinator)).toEqual([]);
		expect(await rowsIn(transaction)).toEqual([]);
	});

	test('whatever was brought in: each post is there once, and undoing the latest puts all back', async () => {
		const post = fc.record({ number: fc.nat(8), ago: fc.nat(80), views: fc.nat(999) });
		const file = fc.uniqueArray(post, { selector: ({ number }) => number, minLength: 1 });
		await fc.assert(
			fc.asyncProperty(fc.tuple(file, file, file), async (files) => {
				transaction = await transactionWithAccount();
				const ids = [first, second, third];
				const stood: string[] = [];
				for (const [index, posts] of files.entries()) {
					stood.push(JSON.stringify(await resultsIn(transaction)));
					const read = posts.map(({ number, ago, views }) =>
						readPost(number, { postedOn: addDays('2026-10-31', -ago), numbers: { views } })
					);
					const id = ids[index] ?? first;
					expect((await bringInAll(transaction, read, { id })).refusals).toEqual([]);
					const rows = await rowsIn(transaction);
					const keys = rows.flatMap(({ results }) => results.map(({ key }) => key));
					expect(new Set(keys).size).toBe(keys.length);
				}
				for (const id of ids.toReversed()) {
					expect(await undoAll(transaction, id)).toEqual([]);
					expect(JSON.stringify(await resultsIn(transaction))).toBe(stood.pop());
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('what a person says', () => {
	test('which planned post it is stays when the file comes again', async () => {
		const postId = idFor(40);
		const made = { id: postId, createdAt: 0, createdBy: volunteer.personId };
		await transaction.put(postRecord, newPost(made, { title: 'Flu clinic' }));
		await bringInAll(transaction, [readPost(1)], { id: first });
		const [row] = await rowsIn(transaction);
		const args = { rowId: row?.id ?? '', key: 'post-1', postId };

		expect(await runMutation(matchResult, transaction, args, as(volunteer))).toBeUndefined();
		await bringInAll(transaction, [readPost(1)], { id: second });

		expect((await resultsIn(transaction))[0]).toMatchObject({ postId, match: 'hand' });
		const gone = { ...args, postId: idFor(41) };
		expect(await runMutation(matchResult, transaction, gone, as(volunteer))).toMatchObject({
			code: 'no-such-post'
		});
	});

	test('what columns mean is kept once for each kind of file', async () => {
		const remember = (id: string, means: 'views' | 'reach') =>
			runMutation(
				rememberColumns,
				transaction,
				{ id, signature: '0123456789abcdef', columns: [{ header: 'visningar', means }] },
				as(volunteer)
			);

		await remember(idFor(50), 'reach');
		await remember(idFor(51), 'views');

		const kept = [...transaction.rows].filter(([key]) => key.startsWith('import-columns/'));
		expect(kept.map(([, row]) => row)).toMatchObject([
			{ id: idFor(50), columns: [{ header: 'visningar', means: 'views' }] }
		]);
	});
});
