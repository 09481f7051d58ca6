import { describe, expect, test } from 'vitest';
import { momentOf } from '#domain/clock.ts';
import type { Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { accountId, readPost } from '#tests/support/imports.ts';
import { hoursBehind, matchPosts, shifted } from './matching.ts';
import { openMatches } from './open.ts';

const clinic = 'The flu clinic is open on Saturday from 9am. No need to book: just walk in.';
const meeting = 'Our next meeting is on Thursday at 6pm in the library. All are welcome.';

function gone(number: number, day: string, time: string, more: Partial<Post> = {}): Post {
	const made = { id: idFor(number), createdAt: 0, createdBy: volunteer.personId };
	const at = momentOf(day, time);
	return {
		...newPost(made, { title: `Post ${number}`, text: clinic, accounts: [accountId] }),
		...{ status: 'posted', plannedOn: day, plannedTime: time },
		postings: [{ accountId, url: '', at, by: volunteer.personId }],
		...more
	};
}

const found = (read: ReturnType<typeof readPost>[], posts: Post[]) =>
	Object.fromEntries(matchPosts(read, posts, accountId));

describe('finding posts of a file in the plan', () => {
	test('by the link, however it is written', () => {
		const url = 'http://m.facebook.com/ppg/posts/1/?utm_source=share';
		const at = momentOf('2026-01-01', '09:00');
		const post = gone(1, '2026-01-01', '09:00', {
			postings: [{ accountId, url, at, by: volunteer.personId }]
		});

		expect(found([readPost(1, { text: '' })], [post])).toEqual({
			'post-1': { postId: idFor(1), match: 'link' }
		});
	});

	test('else by its words, near its day', () => {
		const read = [
			readPost(1, { text: meeting }),
			readPost(2, { text: `${clinic} #flu https://example.org` })
		];
		const posts = [
			gone(5, '2026-09-11', '10:00'),
			gone(6, '2026-09-09', '10:00', { text: meeting }),
			gone(7, '2026-06-09', '10:00')
		];

		expect(found(read, posts)).toEqual({
			'post-1': { postId: idFor(6), match: 'text' },
			'post-2': { postId: idFor(5), match: 'text' }
		});
	});

	test('never the same one twice, nor one of another account, nor one that never went out', () => {
		const read = [readPost(1, { text: clinic }), readPost(2, { text: clinic })];
		const elsewhere = gone(6, '2026-09-10', '10:00', { accounts: [idFor(9)], postings: [] });
		const idea = gone(7, '2026-09-10', '10:00', { status: 'idea', postings: [] });

		expect(Object.values(found(read, [gone(5, '2026-09-10', '10:00'), elsewhere, idea]))).toEqual([
			{ postId: idFor(5), match: 'text' }
		]);
	});

	test('words that differ are another post', () => {
		expect(found([readPost(1, { text: meeting })], [gone(5, '2026-09-10', '10:00')])).toEqual({});
	});
});

describe('the clock of a file', () => {
	const words = [clinic, meeting, 'Wash your hands, please, and open a window when you can.'];
	const at = (minute: number) =>
		words.map((text, number) => readPost(number, { text, postedAtMinute: minute }));
	const posts = words.map((text, number) => gone(number, '2026-09-10', '10:00', { text }));
	const behind = (read: ReturnType<typeof readPost>[]) =>
		hoursBehind(read, matchPosts(read, posts, accountId), { posts, accountId });

	test('that is 8 hours behind is noticed, and can be put right over midnight', () => {
		const early = at(2 * 60 + 5);
		expect(behind(early)).toBe(8);
		expect(shifted([readPost(1, { postedAtMinute: 17 * 60 })], 8)).toMatchObject([
			{ postedOn: '2026-09-11', postedAtMinute: 60 }
		]);
	});

	test('that is right, or of which too little is known, is left alone', () => {
		expect(behind(at(10 * 60 - 3))).toBeUndefined();
		expect(behind(at(2 * 60).slice(0, 2))).toBeUndefined();
		expect(shifted([readPost(1, { postedAtMinute: null })], 8)[0]?.postedOn).toBe('2026-09-10');
	});
});

describe('posts that were not found', () => {
	const importId = idFor(60);
	const { key, link, postedOn, postedAtMinute, text, type, numbers } = readPost(1);
	const result = {
		...{ key, link, postedOn, postedAtMinute, text, type, numbers, postId: null, match: null },
		...{ takenOn: '2026-10-01', importId, earlier: [] }
	};
	const row = { id: idFor(61), createdAt: 0, createdBy: '', accountId, month: '2026-09' };
	const rows = (more: object = {}) => [
		{ ...row, monthOn: '2026-09-01', results: [{ ...result, ...more }] }
	];
	const about = { importId, accountId };

	test('are offered with the posts that went out near their day, nearest first', () => {
		const posts = [gone(5, '2026-09-16', '10:00'), gone(6, '2026-09-11', '10:00')];

		expect(openMatches(rows(), posts, about)).toMatchObject([
			{ key: 'post-1', near: [{ id: idFor(6) }, { id: idFor(5) }] }
		]);
	});

	test('are not asked about again once answered, nor when nothing went out near', () => {
		const posts = [gone(5, '2026-09-16', '10:00')];

		expect(openMatches(rows({ match: 'hand' }), posts, about)).toEqual([]);
		expect(openMatches(rows(), [gone(5, '2026-12-16', '10:00')], about)).toEqual([]);
		expect(openMatches(rows(), posts, { ...about, importId: idFor(62) })).toEqual([]);
	});
});
