/** "Please share this": who asks, who says that they did, and for how long it is asked. */
import { beforeEach, expect, test } from 'vitest';
import { coordinator, reader, rotaMember, volunteer } from '#tests/support/actors.ts';
import { postsOfTests } from '#tests/support/posts.ts';
import { postRecord } from '../record.ts';
import { isGroupAsked } from '../rules.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const today = '2026-11-21';

beforeEach(async () => {
	plan = await postsOfTests();
	await plan.draft();
	await plan.transaction.put(postRecord, { ...(await plan.post()), status: 'posted' });
});

test('a writer asks, and everyone, a reader too, can say that they shared it', async () => {
	expect(await plan.does(volunteer, 'post.ask-group-to-share')).toBeUndefined();
	await plan.does(reader, 'post.have-shared');
	await plan.does(rotaMember, 'post.have-shared');
	await plan.does(reader, 'post.have-shared');

	const post = await plan.post();
	expect(post.groupShare).toEqual({
		by: volunteer.personId,
		on: today,
		doneBy: [reader.personId, rotaMember.personId]
	});
	expect(isGroupAsked(post, today)).toBe(true);
	expect(isGroupAsked(post, '2026-11-28')).toBe(true);
	expect(isGroupAsked(post, '2026-11-29')).toBe(false);
});

test('nobody is asked twice in a week, and a rota member does not ask', async () => {
	expect(await plan.does(rotaMember, 'post.ask-group-to-share')).toMatchObject({
		code: 'role-may-not'
	});
	await plan.does(volunteer, 'post.ask-group-to-share');
	expect(await plan.does(coordinator, 'post.ask-group-to-share')).toMatchObject({
		code: 'already-asked'
	});

	const post = await plan.post();
	const groupShare = { by: volunteer.personId, on: '2026-11-13', doneBy: [reader.personId] };
	await plan.transaction.put(postRecord, { ...post, groupShare });
	expect(await plan.does(coordinator, 'post.ask-group-to-share')).toBeUndefined();
	expect((await plan.post()).groupShare?.doneBy).toEqual([]);
});

test('what is not out, or was not asked for, cannot be shared', async () => {
	expect(await plan.does(reader, 'post.have-shared')).toMatchObject({ code: 'not-asked' });
	await plan.transaction.put(postRecord, { ...(await plan.post()), status: 'approved' });
	expect(await plan.does(volunteer, 'post.ask-group-to-share')).toMatchObject({
		code: 'not-posted'
	});
});
