/** Asking first: who is asked, who answers, and that the post waits. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	manager,
	otherVolunteer,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { facebook, postsOfTests } from '#tests/support/posts.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const question = 'May we name the pharmacy?';

beforeEach(async () => {
	plan = await postsOfTests();
});

const asks = (to: string) => plan.does(volunteer, 'post.ask', { to, question });

describe('asking first', () => {
	test('makes the post wait until there is an answer', async () => {
		await plan.draft();
		expect(await asks('coordinator')).toBeUndefined();

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'ask-left'
		});
		expect(await plan.does(coordinator, 'post.answer', { answer: 'Yes, fine.' })).toBeUndefined();
		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toBeUndefined();
		expect((await plan.post()).ask).toMatchObject({
			question,
			answer: 'Yes, fine.',
			answeredBy: coordinator.personId
		});
	});

	test('takes a ready post back to a draft', async () => {
		await plan.draft();
		await plan.does(volunteer, 'post.make-ready', { looks: [] });

		await asks('practice-manager');

		expect((await plan.post()).status).toBe('draft');
	});

	test('is for writers, about one thing at a time, and in words', async () => {
		await plan.draft();
		await asks('coordinator');

		expect(await asks('practice-manager')).toMatchObject({ code: 'already-asked' });
		const args = { to: 'coordinator', question: ' ' };
		expect(await plan.does(volunteer, 'post.ask', args)).toMatchObject({ field: 'question' });
		expect(await plan.does(volunteer, 'post.ask', { to: 'mayor', question })).toMatchObject({
			field: 'to'
		});
		expect(await plan.does(rotaMember, 'post.ask', { to: 'coordinator', question })).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('is too late once it has gone out', async () => {
		await plan.draft();
		await plan.does(volunteer, 'post.make-ready', { looks: [] });
		await plan.does(manager, 'post.approve');
		await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url: '' });

		expect(await asks('coordinator')).toMatchObject({ code: 'already-posted' });
	});
});

describe('answering', () => {
	const answer = 'Go ahead.';

	test.each([
		['coordinator', coordinator, undefined],
		['coordinator', manager, undefined],
		['coordinator', otherVolunteer, 'not-asked'],
		['practice-manager', coordinator, 'not-asked'],
		['practice-manager', manager, undefined],
		['icb', otherVolunteer, undefined]
	])('what the %s was asked', async (to, who, code) => {
		await plan.draft();
		await asks(to);

		const outcome = await plan.does(who, 'post.answer', { answer });

		expect(outcome?.code).toBe(code);
	});

	test('happens once, and only where something was asked', async () => {
		await plan.draft();
		expect(await plan.does(manager, 'post.answer', { answer })).toMatchObject({
			code: 'nothing-asked'
		});
		await asks('coordinator');
		await plan.does(manager, 'post.answer', { answer });

		expect(await plan.does(manager, 'post.answer', { answer })).toMatchObject({
			code: 'nothing-asked'
		});
		expect(await asks('icb')).toBeUndefined();
	});
});

test('only the person who asked takes the question back', async () => {
	await plan.draft();
	await asks('icb');

	expect(await plan.does(coordinator, 'post.take-ask-back')).toMatchObject({ code: 'not-yours' });
	expect(await plan.does(volunteer, 'post.take-ask-back')).toBeUndefined();
	expect(await plan.does(volunteer, 'post.take-ask-back')).toMatchObject({
		code: 'nothing-asked'
	});
	expect(await plan.does(rotaMember, 'post.take-ask-back')).toMatchObject({
		code: 'role-may-not'
	});
});
