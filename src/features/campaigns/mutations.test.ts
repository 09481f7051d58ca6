/**
 * Campaigns: who may do what, and what is refused.
 */
import { describe, expect, test } from 'vitest';
import { plainPost } from '#features/ideas/rules.ts';
import { postRecord } from '#features/posts/record.ts';
import {
	coordinator,
	idFor,
	manager,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import {
	campaign,
	campaignId as id,
	does,
	hashtagId,
	objectiveId,
	withCampaign,
	withHashtag,
	withObjective
} from '#tests/support/campaigns.ts';
import { aGroup, keepPerson } from '#tests/support/group.ts';
import {
	addCampaign,
	addPostToCampaign,
	editCampaign,
	endCampaign,
	removeCampaign,
	reopenCampaign
} from './mutations.ts';
import { removeObjective } from './objectives/mutations.ts';
import { campaignRecord, hashtagRecord } from './record.ts';

describe('a campaign', () => {
	test.each([manager, coordinator, volunteer])('is added by a $role', async (who) => {
		const transaction = await aGroup();

		expect(await does(transaction, addCampaign, campaign, who)).toBeUndefined();
		expect(await transaction.get(campaignRecord, id)).toMatchObject({
			...campaign,
			createdBy: who.personId,
			endedOn: null
		});
	});

	test.each([rotaMember, reader])('is neither added nor changed by a $role', async (who) => {
		const transaction = await withCampaign();
		const changes = { title: 'Winter' };

		expect(await does(transaction, addCampaign, { ...campaign, id: idFor(9) }, who)).toBe(
			'role-may-not'
		);
		expect(await does(transaction, editCampaign, { id, changes }, who)).toBe('role-may-not');
	});

	test.each([
		['a name that is empty', { title: ' ' }, 'bad-arguments'],
		['a last day before the first', { lastOn: '2026-11-30' }, 'ends-early'],
		['a day that is none', { firstOn: '2026-02-30' }, 'bad-arguments'],
		['an objective that is not there', { objectiveId: idFor(77) }, 'no-such-objective'],
		['a field that we do not have', { colour: 'red' }, 'bad-arguments']
	])('is refused with %s', async (_what, wrong, code) => {
		expect(await does(await aGroup(), addCampaign, { ...campaign, ...wrong })).toBe(code);
	});

	test('is changed field by field, and other people’s words stay', async () => {
		const transaction = await withCampaign();

		const outcome = await does(transaction, editCampaign, {
			id,
			changes: { outcome: 'It worked' }
		});

		expect(outcome).toBeUndefined();
		expect(await transaction.get(campaignRecord, id)).toMatchObject({
			outcome: 'It worked',
			wish: 'More vaccines'
		});
	});

	test('cannot be changed so that it ends before it begins', async () => {
		const transaction = await withCampaign();

		const code = await does(transaction, editCampaign, { id, changes: { firstOn: '2027-02-01' } });

		expect(code).toBe('ends-early');
	});

	test('can still be changed when its objective has gone', async () => {
		const transaction = await withObjective();
		await does(transaction, addCampaign, { ...campaign, objectiveId: objectiveId });
		await does(transaction, removeObjective, { id: objectiveId }, coordinator);

		const code = await does(transaction, editCampaign, { id, changes: { title: 'Winter' } });

		expect(code).toBeUndefined();
	});

	test('is ended once, and opened again', async () => {
		const transaction = await withCampaign();

		expect(await does(transaction, reopenCampaign, { id })).toBe('not-ended');
		expect(await does(transaction, endCampaign, { id })).toBeUndefined();
		expect(await transaction.get(campaignRecord, id)).toMatchObject({ endedOn: '2026-11-21' });
		expect(await does(transaction, endCampaign, { id })).toBe('already-ended');
		expect(await does(transaction, reopenCampaign, { id })).toBeUndefined();
		expect(await transaction.get(campaignRecord, id)).toMatchObject({ endedOn: null });
	});

	test('is removed by a leader while it has no posts; its hashtags stay', async () => {
		const transaction = await withHashtag({ campaignId: id });

		expect(await does(transaction, removeCampaign, { id })).toBe('role-may-not');
		expect(await does(transaction, removeCampaign, { id }, coordinator)).toBeUndefined();
		expect(await transaction.get(campaignRecord, id)).toBeUndefined();
		expect(await transaction.get(hashtagRecord, hashtagId)).toMatchObject({ campaignId: null });
	});

	test('with posts is not removed', async () => {
		const transaction = await withCampaign();
		await keepPerson(transaction, volunteer.personId, 'volunteer', { pledgedOn: '2026-11-01' });
		const post = { ...plainPost, id: idFor(20), title: 'Who can have one?', campaignId: id };

		expect(await does(transaction, addPostToCampaign, post)).toBeUndefined();
		expect(await transaction.get(postRecord, idFor(20))).toMatchObject({
			campaignId: id,
			status: 'draft'
		});
		expect(await does(transaction, removeCampaign, { id }, coordinator)).toBe('has-posts');
	});

	test('takes no post from someone who has not signed the pledge, nor for one that has gone', async () => {
		const transaction = await withCampaign();
		const post = { ...plainPost, id: idFor(20), title: 'Who can have one?', campaignId: id };
		expect(await does(transaction, addPostToCampaign, post)).toBe('pledge-needed');
		await keepPerson(transaction, volunteer.personId, 'volunteer', { pledgedOn: '2026-11-01' });

		const lost = { ...post, campaignId: idFor(66) };

		expect(await does(transaction, addPostToCampaign, lost)).toBe('no-such-campaign');
	});
});
