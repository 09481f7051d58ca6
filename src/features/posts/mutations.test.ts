/** What people can do to a post, who may, and what is refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { facebook, postId, postsOfTests, xAccount } from '#tests/support/posts.ts';
import { runMutation } from '#domain/mutation.ts';
import { createPost } from './mutations.ts';

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

describe('adding a post', () => {
	test('a volunteer who has signed the promise may', async () => {
		expect(await plan.draft()).toBeUndefined();

		expect(await plan.post()).toMatchObject({ status: 'draft', createdBy: volunteer.personId });
	});

	test('it can start as an idea with a name only', async () => {
		const content = { title: 'Something about the garden' };

		await runMutation(
			createPost,
			plan.transaction,
			{ id: postId, isIdea: true, content },
			as(volunteer)
		);

		expect(await plan.post()).toMatchObject({ status: 'idea', text: '', accounts: [] });
	});

	test('someone who has not signed the promise is asked to, and nothing is kept', async () => {
		const args = { id: postId, isIdea: false, content: { title: 'A post' } };

		const outcome = await runMutation(createPost, plan.transaction, args, as(otherVolunteer));

		expect(outcome).toMatchObject({ code: 'pledge-needed' });
		await expect(plan.post()).rejects.toThrow();
	});

	test('a promise of more than a year ago does not count', async () => {
		const args = { id: postId, isIdea: false, content: { title: 'A post' } };
		const later = Date.UTC(2027, 4, 2);

		expect(
			await runMutation(createPost, plan.transaction, args, as(volunteer, later))
		).toMatchObject({
			code: 'pledge-needed'
		});
	});

	test.each([rotaMember, reader])('a $role may not', async (who) => {
		const args = { id: postId, isIdea: false, content: { title: 'A post' } };

		expect(await runMutation(createPost, plan.transaction, args, as(who))).toMatchObject({
			code: 'role-may-not'
		});
	});

	test.each([
		['an empty name', { title: '  ' }, 'content.title'],
		['a day that does not exist', { title: 'A', plannedOn: '2026-02-30' }, 'content.plannedOn'],
		[
			'a link that runs code',
			{ title: 'A', sourceUrl: 'javascript:alert(1)' },
			'content.sourceUrl'
		],
		['a field that is not known', { title: 'A', status: 'approved' }, 'content']
	])('%s is refused at its field', async (_, content, field) => {
		expect(await plan.draft(content)).toMatchObject({ code: 'bad-arguments', field });
	});

	test('an account that is closed or unknown is refused', async () => {
		expect(await plan.draft({ accounts: [idFor(999)] })).toMatchObject({ code: 'no-such-account' });
	});

	test('the same post is not added twice', async () => {
		await plan.draft();

		expect(await plan.draft()).toMatchObject({ code: 'already-there' });
	});
});

describe('changing a post', () => {
	test('any writer may, and only the given fields change', async () => {
		await plan.draft();

		expect(
			await plan.does(coordinator, 'post.edit', { changes: { text: 'New words' } })
		).toBeUndefined();

		expect(await plan.post()).toMatchObject({ text: 'New words', title: 'Flu clinic' });
	});

	test.each([rotaMember, reader])('a $role may not', async (who) => {
		await plan.draft();

		expect(await plan.does(who, 'post.edit', { changes: { text: 'x' } })).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('a change to an approved post makes it a draft again', async () => {
		await approvedPost();

		await plan.does(volunteer, 'post.edit', { changes: { text: 'Other words' } });

		expect(await plan.post()).toMatchObject({ status: 'draft', approvedBy: null, readyBy: null });
	});

	test('an idea stays an idea until somebody writes it', async () => {
		const content = { title: 'Garden' };
		await runMutation(
			createPost,
			plan.transaction,
			{ id: postId, isIdea: true, content },
			as(volunteer)
		);

		await plan.does(volunteer, 'post.edit', { changes: { text: 'Roses' } });
		expect((await plan.post()).status).toBe('idea');

		await plan.does(volunteer, 'post.start-draft');
		expect((await plan.post()).status).toBe('draft');
		expect(await plan.does(volunteer, 'post.start-draft')).toMatchObject({ code: 'not-an-idea' });
	});

	test('a post that is no longer there is refused in words', async () => {
		expect(await plan.does(volunteer, 'post.edit', { changes: {} })).toMatchObject({
			code: 'no-such-post'
		});
	});
});

describe('making a post ready', () => {
	test('a clean draft may', async () => {
		await readyPost();

		expect(await plan.post()).toMatchObject({ status: 'ready', readyBy: volunteer.personId });
	});

	test.each([rotaMember, reader])('a $role may not', async (who) => {
		await plan.draft();

		expect(await plan.does(who, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('an NHS number stops it, whatever is said about it', async () => {
		await plan.draft({ text: 'Her NHS number is 999 000 0018.' });

		const looks = [{ check: 'PC-01', reason: 'It is fine' }];
		expect(await plan.does(volunteer, 'post.make-ready', { looks })).toMatchObject({
			code: 'must-be-fixed'
		});
		expect((await plan.post()).status).toBe('draft');
	});

	test('a warning needs a look with a reason, and the reason is kept without the words', async () => {
		await plan.draft({ text: 'Drop it at 14 Station Road.' });

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'must-be-looked-at'
		});
		const looks = [{ check: 'PC-04', reason: 'It is the address of the surgery' }];
		expect(await plan.does(volunteer, 'post.make-ready', { looks })).toBeUndefined();

		const { looks: kept } = await plan.post();
		expect(kept).toEqual([
			{ check: 'PC-04', reason: 'It is the address of the surgery', by: volunteer.personId }
		]);
	});

	test('words that are too long for one of its accounts stop it', async () => {
		await plan.draft({ text: 'a'.repeat(281), accounts: [facebook, xAccount] });

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'must-be-fixed'
		});
	});

	test('a picture that is not here stops it', async () => {
		await plan.draft({
			pictures: [{ photoId: idFor(500), alt: 'Four volunteers hold leaflets by the door' }]
		});

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'must-be-fixed'
		});
	});

	test('no words, or nowhere to go, stop it', async () => {
		await plan.draft({ text: '', accounts: [] });

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'must-be-fixed'
		});
	});

	test('only a draft can be made ready', async () => {
		await readyPost();

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'not-a-draft'
		});
	});
});

describe('dropping and taking back', () => {
	test('a dropped post can be picked up again', async () => {
		await plan.draft();

		expect(await plan.does(volunteer, 'post.drop')).toBeUndefined();
		expect(await plan.does(volunteer, 'post.edit', { changes: { text: 'x' } })).toMatchObject({
			code: 'is-dropped'
		});
		expect(await plan.does(volunteer, 'post.pick-up')).toBeUndefined();
		expect((await plan.post()).status).toBe('draft');
		expect(await plan.does(volunteer, 'post.pick-up')).toMatchObject({ code: 'not-dropped' });
	});

	test('a ready post can be a draft again, a draft cannot', async () => {
		await readyPost();

		expect(await plan.does(volunteer, 'post.back-to-draft')).toBeUndefined();
		expect(await plan.does(volunteer, 'post.back-to-draft')).toMatchObject({ code: 'not-ready' });
	});

	test.each(['post.drop', 'post.pick-up', 'post.back-to-draft', 'post.start-draft'] as const)(
		'a reader may not do %s',
		async (name) => {
			await plan.draft();

			expect(await plan.does(reader, name)).toMatchObject({ code: 'role-may-not' });
		}
	);
});
