/**
 * Using ideas and ready-made plans: all the posts that were seen, or none.
 */
import { describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import { campaignRecord } from '#features/campaigns/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { as, coordinator, everyRole, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { aGroup, keepPerson } from '#tests/support/group.ts';
import { planPosts } from './mutations.ts';
import { gapsIn, plainPost } from './rules.ts';

const campaign = {
	...{ id: idFor(50), title: 'Flu season', wish: 'More vaccines' },
	...{ firstOn: '2026-12-01', lastOn: null }
};

function aPost(number: number, more: object = {}) {
	return { ...plainPost, id: idFor(number), title: `Post ${number}`, ...more };
}

async function pledged() {
	const transaction = await aGroup();
	for (const { personId, role } of [manager, coordinator, volunteer]) {
		await keepPerson(transaction, personId, role, { pledgedOn: '2026-11-01' });
	}
	return transaction;
}

describe('putting posts into the plan', () => {
	test.each([manager, coordinator, volunteer])('a $role may, as drafts and ideas', async (who) => {
		const transaction = await pledged();
		const posts = [
			aPost(1, { plannedOn: '2026-12-03', aim: 'listening', type: 'question' }),
			aPost(2, { isIdea: true })
		];

		const outcome = await runMutation(planPosts, transaction, { posts, campaign: null }, as(who));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(postRecord, idFor(1))).toMatchObject({
			...{ title: 'Post 1', status: 'draft', plannedOn: '2026-12-03', type: 'question' },
			...{ createdBy: who.personId, approvedBy: null, postings: [] }
		});
		expect(await transaction.get(postRecord, idFor(2))).toMatchObject({ status: 'idea' });
	});

	test.each(everyRole.slice(3))('a $role may not', async (who) => {
		const args = { posts: [aPost(1)], campaign: null };

		expect(await runMutation(planPosts, await pledged(), args, as(who))).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('can bring the campaign that keeps them together', async () => {
		const transaction = await pledged();
		const posts = [aPost(1, { campaignId: campaign.id }), aPost(2, { campaignId: campaign.id })];

		const outcome = await runMutation(planPosts, transaction, { posts, campaign }, as(volunteer));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(campaignRecord, campaign.id)).toMatchObject({
			...{ title: 'Flu season', endedOn: null, objectiveId: null }
		});
		expect(await transaction.by(postRecord, 'campaignId', campaign.id)).toHaveLength(2);
	});

	test('needs this year’s pledge', async () => {
		const args = { posts: [aPost(1)], campaign: null };

		expect(await runMutation(planPosts, await aGroup(), args, as(volunteer))).toMatchObject({
			code: 'pledge-needed'
		});
	});

	test.each([
		['no post', [], 'bad-arguments'],
		['thirteen posts', Array.from({ length: 13 }, (_, index) => aPost(index + 1)), 'bad-arguments'],
		['the same post twice', [aPost(1), aPost(1)], 'already-there'],
		['a campaign that is not there', [aPost(1, { campaignId: idFor(77) })], 'no-such-campaign'],
		['a state of its own', [aPost(1, { status: 'approved' })], 'bad-arguments']
	])('is refused with %s', async (_what, posts, code) => {
		const outcome = await runMutation(
			planPosts,
			await pledged(),
			{ posts, campaign: null },
			as(volunteer)
		);

		expect(outcome).toMatchObject({ code });
	});
});

test('gaps are what stands in brackets, each once', () => {
	expect(gapsIn('On [day] at [time], [day]. [1] and [a link](x) and []')).toEqual([
		'[day]',
		'[time]',
		'[a link]'
	]);
});
