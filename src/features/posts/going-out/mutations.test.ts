/** From ready to posted: the practice's yes, and what went out where. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	deputy,
	everyRole,
	manager,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { facebook, postsOfTests, xAccount } from '#tests/support/posts.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;

beforeEach(async () => {
	plan = await postsOfTests();
});

async function readyPost() {
	await plan.draft();
	expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toBeUndefined();
}

async function approvedPost() {
	await readyPost();
	expect(await plan.does(manager, 'post.approve')).toBeUndefined();
}

describe('the practice’s yes', () => {
	test('the practice manager approves', async () => {
		await approvedPost();

		expect(await plan.post()).toMatchObject({ status: 'approved', approvedBy: manager.personId });
	});

	test.each(everyRole.filter(({ role }) => role !== 'practice-manager'))(
		'a $role may not',
		async (who) => {
			await readyPost();

			expect(await plan.does(who, 'post.approve')).toMatchObject({ code: 'role-may-not' });
		}
	);

	test('a draft cannot be approved', async () => {
		await plan.draft();

		expect(await plan.does(manager, 'post.approve')).toMatchObject({ code: 'not-ready' });
	});

	test('it can be sent back with a reason, which stands until it is ready again', async () => {
		await readyPost();

		expect(await plan.does(coordinator, 'post.send-back', { reason: 'Wrong day' })).toBeUndefined();
		expect(await plan.post()).toMatchObject({ status: 'draft', sentBack: 'Wrong day' });

		await plan.does(volunteer, 'post.make-ready', { looks: [] });
		expect((await plan.post()).sentBack).toBe('');
	});

	test('a volunteer may not send back, nor anyone without a reason', async () => {
		await readyPost();

		expect(await plan.does(volunteer, 'post.send-back', { reason: 'No' })).toMatchObject({
			code: 'bad-arguments'
		});
		expect(await plan.does(volunteer, 'post.send-back', { reason: 'Wrong' })).toMatchObject({
			code: 'role-may-not'
		});
		expect(await plan.does(manager, 'post.send-back', { reason: ' ' })).toMatchObject({
			field: 'reason'
		});
	});
});

describe('a post that a practice manager wrote', () => {
	test('is not approved by the same person before someone else has read it', async () => {
		await plan.draft({ writerId: manager.personId });
		await plan.does(volunteer, 'post.make-ready', { looks: [] });

		expect(await plan.does(manager, 'post.approve')).toMatchObject({ code: 'second-look-left' });
		expect(await plan.does(volunteer, 'post.look-over')).toBeUndefined();
		expect(await plan.does(manager, 'post.approve')).toBeUndefined();
	});

	test('can be approved by the deputy', async () => {
		await plan.draft({ writerId: manager.personId });
		await plan.does(volunteer, 'post.make-ready', { looks: [] });

		expect(await plan.does(deputy, 'post.approve')).toBeUndefined();
	});
});

describe('asking the practice to share it', () => {
	async function postedPost() {
		await approvedPost();
		await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url: '' });
	}

	test('a writer asks once, and the practice manager says that it is done', async () => {
		await postedPost();

		expect(await plan.does(volunteer, 'post.ask-practice-to-share')).toBeUndefined();
		expect(await plan.does(volunteer, 'post.ask-practice-to-share')).toMatchObject({
			code: 'already-asked'
		});
		expect(await plan.does(volunteer, 'post.practice-shared')).toMatchObject({
			code: 'role-may-not'
		});
		expect(await plan.does(manager, 'post.practice-shared')).toBeUndefined();
		expect(await plan.does(manager, 'post.practice-shared')).toMatchObject({ code: 'not-asked' });
		expect((await plan.post()).practiceShare).toEqual({
			by: volunteer.personId,
			doneBy: manager.personId
		});
	});

	test('waits until it is posted, and is nothing for a rota member', async () => {
		await approvedPost();

		expect(await plan.does(volunteer, 'post.ask-practice-to-share')).toMatchObject({
			code: 'not-posted'
		});
		expect(await plan.does(rotaMember, 'post.ask-practice-to-share')).toMatchObject({
			code: 'role-may-not'
		});
	});
});

describe('going out', () => {
	const url = 'https://facebook.example/1';

	test('an approved post is marked as posted, account by account', async () => {
		await plan.draft({ accounts: [facebook, xAccount] });
		await plan.does(volunteer, 'post.make-ready', { looks: [] });
		await plan.does(manager, 'post.approve');

		await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url });
		expect((await plan.post()).status).toBe('approved');

		await plan.does(volunteer, 'post.mark-posted', { accountId: xAccount, url: '' });
		expect(await plan.post()).toMatchObject({ status: 'posted', postings: [{ url }, { url: '' }] });
	});

	test('it waits for approval where the practice wants that', async () => {
		await readyPost();

		expect(
			await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url })
		).toMatchObject({
			code: 'not-ready'
		});
	});

	test('it does not wait where the practice does not want that', async () => {
		await plan.settings({ needsApproval: false });
		await plan.draft();
		await plan.does(coordinator, 'post.look-over');
		await plan.does(volunteer, 'post.make-ready', { looks: [] });

		expect(
			await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url })
		).toBeUndefined();
	});

	test('the same account twice, another account, and another role are refused', async () => {
		await approvedPost();
		await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url });

		expect(
			await plan.does(rotaMember, 'post.mark-posted', { accountId: facebook, url })
		).toMatchObject({ code: 'role-may-not' });
		expect(
			await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url })
		).toMatchObject({ code: 'not-ready' });
		expect(await plan.does(volunteer, 'post.edit', { changes: { text: 'x' } })).toMatchObject({
			code: 'already-posted'
		});
		expect(await plan.does(volunteer, 'post.drop')).toMatchObject({ code: 'already-posted' });
	});

	test('what has gone out in part is not taken back, only corrected or taken down', async () => {
		await plan.draft({ accounts: [facebook, xAccount] });
		await plan.does(volunteer, 'post.make-ready', { looks: [] });
		await plan.does(manager, 'post.approve');
		await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url });

		const code = 'already-posted';
		expect(await plan.does(volunteer, 'post.back-to-draft')).toMatchObject({ code });
		expect(await plan.does(manager, 'post.send-back', { reason: 'Wrong' })).toMatchObject({ code });
	});

	test('an account that the post is not meant for is refused', async () => {
		await approvedPost();

		expect(
			await plan.does(volunteer, 'post.mark-posted', { accountId: xAccount, url })
		).toMatchObject({
			code: 'other-account'
		});
	});
});
