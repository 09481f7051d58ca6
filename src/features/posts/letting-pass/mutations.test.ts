/** Letting a block pass: only where the check names someone, and never for good. */
import { beforeEach, expect, test } from 'vitest';
import { coordinator, manager, reader, volunteer } from '#tests/support/actors.ts';
import { postsOfTests } from '#tests/support/posts.ts';
import { mayPass } from '../readiness/findings.ts';
import { unsyncedCheck, unsyncedStop } from '../readiness/unsynced.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const reason = 'The practice told us by phone';
const block = { check: 'PC-25', level: 'block', saw: '', why: '', todo: '' } as const;

beforeEach(async () => {
	plan = await postsOfTests();
});

test('a block that nobody may pass stays', async () => {
	await plan.draft({ text: 'Her NHS number is 999 000 0018.' });

	expect(await plan.does(manager, 'post.pass', { check: 'PC-01', reason })).toMatchObject({
		code: 'may-not-pass'
	});
	expect(await plan.does(reader, 'post.pass', { check: 'PC-01', reason })).toMatchObject({
		code: 'role-may-not'
	});
	expect(await plan.does(manager, 'post.pass', { check: 'PC-23', reason })).toMatchObject({
		code: 'nothing-to-pass'
	});
	expect(await plan.does(manager, 'post.pass', { check: 'PC-01', reason: '' })).toMatchObject({
		field: 'reason'
	});
});

test('the check says which roles, and whether the writer may', async () => {
	await plan.draft();
	const post = await plan.post();
	const forBoth = {
		...block,
		override: { roles: ['coordinator', 'volunteer'], someoneElse: true }
	} as const;

	expect(mayPass(forBoth, post, coordinator)).toBe(true);
	expect(mayPass(forBoth, post, volunteer)).toBe(false);
	expect(mayPass(forBoth, post, manager)).toBe(false);
	expect(mayPass({ ...block, override: null }, post, coordinator)).toBe(false);
});

test('only the coordinator goes on with a phone that has not synced for 7 days', async () => {
	await plan.draft();
	const check = unsyncedCheck;

	expect(await plan.does(manager, 'post.pass', { check, reason })).toMatchObject({
		code: 'may-not-pass'
	});
	expect(await plan.does(coordinator, 'post.pass', { check, reason })).toBeUndefined();
	expect((await plan.post()).passes).toEqual([{ check, reason, by: coordinator.personId }]);

	await plan.does(volunteer, 'post.edit', { changes: { text: 'Other words' } });
	expect((await plan.post()).passes).toEqual([]);
});

test('a phone that has not synced for 7 days stops a post with pictures, not one with words', async () => {
	await plan.draft();
	const post = await plan.post();
	const withPicture = { ...post, pictures: [{ photoId: post.id, alt: '' }] };
	const now = 100 * 86_400_000;
	const stale = { now, lastSyncedAt: now - 7 * 86_400_000 - 1 };

	expect(unsyncedStop({ post }, stale)).toBeUndefined();
	expect(unsyncedStop({ post: withPicture }, stale)?.saw).toContain('7 days');
	expect(unsyncedStop({ post: withPicture }, { now, lastSyncedAt: now })).toBeUndefined();
	const passes = [{ check: unsyncedCheck, reason, by: coordinator.personId }];
	expect(unsyncedStop({ post: { ...withPicture, passes } }, stale)).toBeUndefined();
});
