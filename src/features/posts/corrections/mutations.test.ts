/** Putting right what is out, and taking it down. */
import { beforeEach, describe, expect, test } from 'vitest';
import { accountRecord } from '#features/accounts/record.ts';
import { idFor, manager, reader, rotaMember, volunteer } from '#tests/support/actors.ts';
import { facebook, postId, postsOfTests, xAccount } from '#tests/support/posts.ts';
import { postRecord } from '../record.ts';
import { correctionText, correctionTitle } from './words.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const newId = idFor(2);
const words = { wasWrong: 'We gave the wrong day', text: 'The clinic is on Sunday.' };
const corrects = (changes: object = {}) =>
	plan.does(volunteer, 'post.correct', { newId, ...words, ...changes });

beforeEach(async () => {
	plan = await postsOfTests();
	await plan.draft({ accounts: [facebook, xAccount] });
	await plan.does(volunteer, 'post.make-ready', { looks: [] });
	await plan.does(manager, 'post.approve');
});

async function isPosted(...accounts: string[]) {
	for (const accountId of accounts) {
		await plan.does(volunteer, 'post.mark-posted', { accountId, url: '' });
	}
}

describe('a correction', () => {
	test('is a draft of its own that begins with what was wrong, and both know each other', async () => {
		await isPosted(facebook, xAccount);
		expect(await corrects()).toBeUndefined();

		expect(await plan.transaction.get(postRecord, newId)).toMatchObject({
			type: 'correction',
			status: 'draft',
			title: 'Correction: Flu clinic',
			text: 'Correction: We gave the wrong day.\n\nThe clinic is on Sunday.',
			accounts: [facebook, xAccount],
			plannedOn: '2026-11-21',
			correctionOf: postId,
			postings: [],
			approvedBy: null
		});
		expect(await plan.post()).toMatchObject({ correctedBy: newId, status: 'posted' });
	});

	test('goes only where the mistake is, and not to a closed account', async () => {
		await isPosted(facebook, xAccount);
		const account = await plan.transaction.get(accountRecord, xAccount);
		if (account) await plan.transaction.put(accountRecord, { ...account, status: 'closed' });

		await corrects();

		const correction = await plan.transaction.get(postRecord, newId);
		expect(correction?.accounts).toEqual([facebook]);
	});

	test('is made once; a dropped one makes room for another', async () => {
		await isPosted(facebook);
		await corrects();
		expect(await corrects()).toMatchObject({ code: 'already-there' });
		expect(await corrects({ newId: idFor(3) })).toMatchObject({ code: 'already-corrected' });

		await plan.does(volunteer, 'post.drop', { id: newId });
		expect(await corrects({ newId: idFor(3) })).toBeUndefined();
	});

	test('is not needed before it is out, and is nothing for a rota member', async () => {
		expect(await corrects()).toMatchObject({ code: 'not-posted' });
		await isPosted(facebook);
		expect(await plan.does(rotaMember, 'post.correct', { newId, ...words })).toMatchObject({
			code: 'role-may-not'
		});
		expect(await corrects({ wasWrong: '' })).toMatchObject({ field: 'wasWrong' });
		expect(await corrects({ text: ' ' })).toMatchObject({ field: 'text' });
		expect(await corrects({ id: idFor(77) })).toMatchObject({ code: 'no-such-post' });
	});
});

describe('the words of a correction', () => {
	test('end the first line with one full stop', () => {
		expect(correctionText('It was wrong.', 'Right.')).toBe('Correction: It was wrong.\n\nRight.');
	});

	test('fit into a short name', () => {
		expect(correctionTitle('a'.repeat(120))).toHaveLength(120);
	});
});

describe('taking a post down', () => {
	test('needs a reason, which stays with the post', async () => {
		await isPosted(facebook);

		expect(await plan.does(volunteer, 'post.take-down', { reason: ' ' })).toMatchObject({
			field: 'reason'
		});
		expect(
			await plan.does(volunteer, 'post.take-down', { reason: 'A yes was taken back' })
		).toBeUndefined();
		expect(await plan.post()).toMatchObject({
			status: 'taken-down',
			takenDown: { reason: 'A yes was taken back', by: volunteer.personId }
		});
		expect((await plan.post()).postings).toHaveLength(1);
	});

	test('happens once, only to what is out, and not by a reader', async () => {
		const reason = 'Wrong picture';
		expect(await plan.does(volunteer, 'post.take-down', { reason })).toMatchObject({
			code: 'not-posted'
		});
		await isPosted(facebook);
		expect(await plan.does(reader, 'post.take-down', { reason })).toMatchObject({
			code: 'role-may-not'
		});
		await plan.does(volunteer, 'post.take-down', { reason });
		expect(await plan.does(volunteer, 'post.take-down', { reason })).toMatchObject({
			code: 'already-down'
		});
	});

	test('ends all else: it is not posted, edited or picked up again', async () => {
		await isPosted(facebook);
		await plan.does(volunteer, 'post.take-down', { reason: 'Wrong picture' });

		const args = { accountId: xAccount, url: '' };
		expect(await plan.does(volunteer, 'post.mark-posted', args)).toMatchObject({
			code: 'not-ready'
		});
		expect(await plan.does(volunteer, 'post.edit', { changes: { text: 'x' } })).toMatchObject({
			code: 'already-posted'
		});
		expect(await plan.does(volunteer, 'post.pick-up')).toMatchObject({ code: 'not-dropped' });
	});
});
