/**
 * Everything that can be done to campaigns: writers make and change them.
 *
 * A campaign that has posts is ended and not removed, so that the posts keep their story.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { newPostSchema, putNewPosts } from '#features/ideas/rules.ts';
import { postRecord } from '#features/posts/record.ts';
import { eachOptional } from '#features/practice/record.ts';
import * as z from 'zod/mini';
import { hashtagMutations } from './hashtags/mutations.ts';
import { objectiveMutations } from './objectives/mutations.ts';
import { campaignFields, campaignRecord, hashtagRecord, objectiveRecord } from './record.ts';

const gone = () => refuse('no-such-campaign', 'This campaign is no longer here.');

export const addCampaign = defineMutation({
	name: 'campaign.add',
	args: z.strictObject({ id: z.uuid(), ...campaignFields }),
	allowed: writers,
	says: 'Added a campaign',
	async run(transaction, fields, { actor, actedAt }) {
		if (await transaction.get(campaignRecord, fields.id)) {
			return refuse('already-here', 'This campaign is already on the list.');
		}
		const refusal = await problemWith(transaction, fields);
		if (refusal) return refusal;
		await transaction.put(campaignRecord, {
			...fields,
			createdAt: actedAt,
			createdBy: actor.personId,
			endedOn: null
		});
		return undefined;
	}
});

export const editCampaign = defineMutation({
	name: 'campaign.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(campaignFields)) }),
	allowed: writers,
	says: 'Changed a campaign',
	async run(transaction, { id, changes }) {
		const campaign = await transaction.get(campaignRecord, id);
		if (!campaign) return gone();
		const edited = { ...campaign, ...changes };
		const refusal = await problemWith(transaction, {
			...edited,
			// One that was removed since does not stop the rest of the change.
			objectiveId: changes.objectiveId ?? null
		});
		if (!refusal) await transaction.put(campaignRecord, edited);
		return refusal;
	}
});

export const endCampaign = defineMutation({
	name: 'campaign.end',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Ended a campaign',
	async run(transaction, { id }, { today }) {
		const campaign = await transaction.get(campaignRecord, id);
		if (!campaign) return gone();
		if (campaign.endedOn !== null) {
			return refuse('already-ended', 'This campaign has ended already.');
		}
		await transaction.put(campaignRecord, { ...campaign, endedOn: today });
		return undefined;
	}
});

export const reopenCampaign = defineMutation({
	name: 'campaign.reopen',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Opened a campaign again',
	async run(transaction, { id }) {
		const campaign = await transaction.get(campaignRecord, id);
		if (!campaign) return gone();
		if (campaign.endedOn === null) return refuse('not-ended', 'This campaign has not ended.');
		await transaction.put(campaignRecord, { ...campaign, endedOn: null });
		return undefined;
	}
});

export const removeCampaign = defineMutation({
	name: 'campaign.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Removed a campaign',
	async run(transaction, { id }) {
		if (!(await transaction.get(campaignRecord, id))) return gone();
		const posts = await transaction.by(postRecord, 'campaignId', id);
		if (posts.length > 0) {
			return refuse('has-posts', 'Posts belong to this campaign. End it instead.');
		}
		for (const hashtag of await transaction.by(hashtagRecord, 'campaignId', id)) {
			await transaction.put(hashtagRecord, { ...hashtag, campaignId: null });
		}
		await transaction.remove(campaignRecord, id);
		return undefined;
	}
});

/** A draft of a post in the campaign, from its own screen. */
export const addPostToCampaign = defineMutation({
	name: 'campaign.addPost',
	args: newPostSchema,
	allowed: writers,
	says: 'Added a post',
	run: (transaction, post, context) => putNewPosts(transaction, [post], context)
});

interface Wanted {
	readonly firstOn: string | null;
	readonly lastOn: string | null;
	readonly objectiveId: string | null;
}

async function problemWith(
	transaction: Transaction,
	{ firstOn, lastOn, objectiveId }: Wanted
): Promise<Refusal | undefined> {
	if (firstOn !== null && lastOn !== null && lastOn < firstOn) {
		return refuse('ends-early', 'The last day must not be before the first.', 'lastOn');
	}
	if (objectiveId !== null && !(await transaction.get(objectiveRecord, objectiveId))) {
		return refuse('no-such-objective', 'This objective is no longer on the list.', 'objectiveId');
	}
	return undefined;
}

export const campaignMutations = [
	addCampaign,
	editCampaign,
	endCampaign,
	reopenCampaign,
	removeCampaign,
	addPostToCampaign,
	...objectiveMutations,
	...hashtagMutations
];
