/**
 * A link for an answer without an account: used, too old, guessed, and of another practice.
 */
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import type { Trouble } from '#domain/protocol.ts';
import { linkedPost } from '#features/posts/links/linked.ts';
import { postRecord } from '#features/posts/record.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, words as groupWords, type Group } from '#tests/support/group-of-people.ts';
import { answerLink, lookAtLink, photoOfLink } from './answer-link.ts';
import { readBody } from './rows.ts';
import { hashOf, makeToken, newSecret } from './secrets.ts';

const day = 86_400_000;
const words = { ...groupWords, ...linkedPost };
const yes = { name: 'Dr Example', isYes: true, reason: '' };
const gone = { error: 'not-found' };

/** A practice with a post that waits for a yes, and a link to it. */
async function withLink(group: Group, plan: { text?: string; days?: number } = {}) {
	const [accountId, postId] = [v7(), v7()];
	await group.does('person.pledge', {});
	await group.does('account.add', {
		...{ id: accountId, name: 'Our page', platform: 'facebook', profileUrl: null },
		...{ purpose: '', group: 'All accounts', ownerId: null, deputyId: null, postsPerWeek: 2 },
		...{ accessNote: '', hasTwoStep: true, showsHours: true }
	});
	await group.does('post.create', {
		id: postId,
		isIdea: false,
		content: {
			title: 'A name inside the group',
			text: plan.text ?? 'Flu jabs start on Saturday.',
			accounts: [accountId]
		}
	});
	await group.does('post.make-ready', { id: postId, looks: [] });
	const secret = newSecret();
	const link = { id: postId, linkHash: hashOf(secret), days: plan.days ?? 3 };
	await group.does('post.make-link', link);
	const token = makeToken(group.practiceId, secret);
	return { postId, token };
}

const ask = (group: Group, token: string) => ({ token, today: dayOf(group.engine.now()) });
const look = (group: Group, token: string) => lookAtLink(group.engine, words, ask(group, token));
const answer = (group: Group, token: string, given: object = {}) =>
	answerLink(group.engine, words, { ...ask(group, token), answer: { ...yes, ...given } });

async function postOf(group: Group, postId: string) {
	const body = await group.engine.database.withPractice(group.practiceId, (trx) =>
		trx
			.selectFrom('record')
			.select('body')
			.where('practice_id', '=', group.practiceId)
			.where('kind', '=', postRecord.kind)
			.where('id', '=', postId)
			.executeTakeFirst()
	);
	return readBody(postRecord, postId, body?.body ?? null);
}

onEveryDatabase('a link for an answer', (open) => {
	test('shows that post and nothing else, as often as it is looked at', async () => {
		const group = await newGroup(open().database);
		const { token } = await withLink(group);

		const seen = await look(group, token);
		expect(seen).toMatchObject({
			practiceName: 'Elm Road Surgery',
			groupName: 'Elm Road Patient Group',
			shown: { texts: [{ account: 'Our page', text: 'Flu jabs start on Saturday.' }] }
		});
		expect(JSON.stringify(seen)).not.toContain('A name inside the group');
		expect(await look(group, token)).toEqual(seen);
	});

	test('approves once, in the name of whoever made it, with who it was', async () => {
		const group = await newGroup(open().database);
		const { token, postId } = await withLink(group);

		expect(await answer(group, token)).toEqual({ practiceId: group.practiceId });
		expect(await postOf(group, postId)).toMatchObject({
			status: 'approved',
			approvedBy: group.manager.who.personId,
			answeredByLink: 'Dr Example',
			linkHash: null
		});
		expect(await answer(group, token)).toMatchObject(gone);
		expect(await look(group, token)).toMatchObject(gone);
	});

	test('counts once when two answers come at the same moment', async () => {
		const group = await newGroup(open().database);
		const { token } = await withLink(group);

		const outcomes = await Promise.all([answer(group, token), answer(group, token)]);

		expect(outcomes.filter((outcome) => 'error' in outcome)).toHaveLength(1);
	});

	test('sends back with a reason, and asks for one', async () => {
		const group = await newGroup(open().database);
		const { token, postId } = await withLink(group);

		expect(await answer(group, token, { isYes: false })).toMatchObject({
			error: 'bad-request',
			field: 'reason'
		});
		await answer(group, token, { isYes: false, reason: 'The day is wrong.' });
		expect(await postOf(group, postId)).toMatchObject({
			status: 'draft',
			sentBack: 'The day is wrong.'
		});
	});

	test('is too old after its days', async () => {
		const group = await newGroup(open().database);
		const { token, postId } = await withLink(group, { days: 2 });
		group.engine.time += 2 * day;

		expect(await look(group, token)).toMatchObject(gone);
		expect(await answer(group, token)).toMatchObject(gone);
		expect((await postOf(group, postId))?.status).toBe('ready');
	});

	test('is not guessed, and not opened with another practice’s name on it', async () => {
		const group = await newGroup(open().database);
		const elsewhere = await newGroup(open().database);
		const { token } = await withLink(group);
		const [, secret = ''] = token.split('.');

		const wrong = [
			makeToken(group.practiceId, newSecret()),
			makeToken(elsewhere.practiceId, secret),
			`${group.practiceId}.${hashOf(secret)}`,
			'',
			'not a link'
		];
		const answers: (object | Trouble)[] = [];
		for (const guess of wrong) {
			answers.push(await look(group, guess), await answer(group, guess));
		}
		for (const outcome of answers) expect(outcome).toMatchObject(gone);
		expect(await look(group, token)).not.toMatchObject(gone);
	});

	test('shows no picture that is not in the post', async () => {
		const group = await newGroup(open().database);
		const { token } = await withLink(group);
		const asked = { ...ask(group, token), hash: 'a'.repeat(64) };

		expect(await photoOfLink(group.engine, words, asked)).toMatchObject(gone);
	});

	test('ends when the post changes', async () => {
		const group = await newGroup(open().database);
		const { token, postId } = await withLink(group);

		await group.does('post.edit', { id: postId, changes: { text: 'Other words.' } });

		expect(await look(group, token)).toMatchObject(gone);
	});

	test('is kept as a hash only', async () => {
		const group = await newGroup(open().database);
		const { token } = await withLink(group);
		const [, secret = ''] = token.split('.');
		const rows = await group.engine.database.withPractice(group.practiceId, async (trx) => [
			...(await trx.selectFrom('record').select('body').execute()),
			...(await trx.selectFrom('history').select('effects').execute())
		]);

		expect(JSON.stringify(rows)).toContain(hashOf(secret));
		expect(JSON.stringify(rows)).not.toContain(secret);
	});
});
