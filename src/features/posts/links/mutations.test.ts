/** A link for an answer, as the records know it. The secret and the network: server/answer-link. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import { aMoment, as, coordinator, deputy, manager, volunteer } from '#tests/support/actors.ts';
import { postId, postsOfTests } from '#tests/support/posts.ts';
import { answerByLink } from './mutations.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const linkHash = 'a'.repeat(64);
const dayMs = 86_400_000;
const yes = { linkHash, name: 'Dr Example, partner', isYes: true, reason: '' };

beforeEach(async () => {
	plan = await postsOfTests();
	await plan.draft();
	await plan.does(volunteer, 'post.make-ready', { looks: [] });
});

const makes = (changes: object = {}) =>
	plan.does(manager, 'post.make-link', { linkHash, days: 3, ...changes });
const answers = (who = manager, changes: object = {}, at = aMoment) =>
	runMutation(answerByLink, plan.transaction, { id: postId, ...yes, ...changes }, as(who, at));

describe('making a link', () => {
	test('is for a practice manager, for some days', async () => {
		expect(await makes()).toBeUndefined();
		expect(await plan.post()).toMatchObject({
			linkHash,
			linkBy: manager.personId,
			linkUntil: aMoment + 3 * dayMs
		});
	});

	test.each([coordinator, volunteer])('is not for a $role', async (who) => {
		expect(await plan.does(who, 'post.make-link', { linkHash, days: 3 })).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('needs a post that waits for a yes, a hash, and an end', async () => {
		expect(await makes({ linkHash: 'secret' })).toMatchObject({ field: 'linkHash' });
		expect(await makes({ days: 15 })).toMatchObject({ field: 'days' });
		await plan.does(volunteer, 'post.back-to-draft');
		expect(await makes()).toMatchObject({ code: 'not-ready' });
	});

	test('ends when it is ended, or when the post changes', async () => {
		await makes();
		expect(await plan.does(manager, 'post.end-link')).toBeUndefined();
		expect(await answers()).toMatchObject({ code: 'no-such-link' });
		expect(await plan.does(manager, 'post.end-link')).toMatchObject({ code: 'no-such-link' });
		expect(await plan.does(volunteer, 'post.end-link')).toMatchObject({ code: 'role-may-not' });

		await makes();
		await plan.does(volunteer, 'post.edit', { changes: { text: 'Other words' } });
		expect(await plan.post()).toMatchObject({ linkHash: null, linkBy: null, linkUntil: null });
	});
});

describe('an answer through a link', () => {
	test('approves the post in the name of whoever made the link, with who it was', async () => {
		await makes();
		expect(await answers()).toBeUndefined();

		expect(await plan.post()).toMatchObject({
			status: 'approved',
			approvedBy: manager.personId,
			answeredByLink: 'Dr Example, partner',
			linkHash: null
		});
		expect(await answers()).toMatchObject({ code: 'no-such-link' });
	});

	test('sends it back with a reason', async () => {
		await makes();
		expect(await answers(manager, { isYes: false })).toMatchObject({ field: 'reason' });
		expect(await answers(manager, { isYes: false, reason: 'The day is wrong' })).toBeUndefined();

		expect(await plan.post()).toMatchObject({
			status: 'draft',
			sentBack: 'The day is wrong',
			answeredByLink: 'Dr Example, partner',
			linkHash: null
		});
	});

	test.each([
		['another secret', manager, { linkHash: 'b'.repeat(64) }, aMoment],
		['another person than who made it', deputy, {}, aMoment],
		['a link that is too old', manager, {}, aMoment + 3 * dayMs]
	])('is refused for %s', async (_, who, changes, at) => {
		await makes();

		expect(await answers(who, changes, at)).toMatchObject({ code: 'no-such-link' });
		expect((await plan.post()).status).toBe('ready');
	});

	test('is refused without a name, and for a role that could not approve', async () => {
		await makes();

		expect(await answers(manager, { name: '' })).toMatchObject({ field: 'name' });
		expect(await answers(volunteer)).toMatchObject({ code: 'role-may-not' });
	});
});
