/**
 * A made-up campaign with a hashtag and an objective, for the tests of campaigns.
 */
import { runMutation, type Mutation } from '#domain/mutation.ts';
import { addHashtag } from '#features/campaigns/hashtags/mutations.ts';
import { addCampaign } from '#features/campaigns/mutations.ts';
import { addObjective } from '#features/campaigns/objectives/mutations.ts';
import { aMoment, as, coordinator, idFor, volunteer } from './actors.ts';
import { aGroup } from './group.ts';
import type { MemoryTransaction } from './memory-transaction.ts';

export const campaignId = idFor(1);
export const hashtagId = idFor(2);
export const objectiveId = idFor(3);

export const campaign = {
	...{ id: campaignId, title: 'Flu season', wish: 'More vaccines', objectiveId: null },
	...{ firstOn: '2026-12-01', lastOn: '2027-01-31', outcome: '' }
};
export const hashtag = {
	...{ id: hashtagId, tag: '#FluJab', purpose: 'Book a vaccine', campaignId: null },
	isChecked: false
};
export const objective = {
	...{ id: objectiveId, title: 'More people follow us', watch: 'followers' },
	...{ ownWatch: '', goal: 500 }
};

/** The code of the refusal; undefined when it was done. */
export async function does<Args>(
	transaction: MemoryTransaction,
	mutation: Mutation<string, Args>,
	args: object,
	who = volunteer,
	at = aMoment
): Promise<string | undefined> {
	return (await runMutation(mutation, transaction, args, as(who, at)))?.code;
}

export async function withCampaign(): Promise<MemoryTransaction> {
	const transaction = await aGroup();
	await does(transaction, addCampaign, campaign);
	return transaction;
}

export async function withHashtag(more: object = {}): Promise<MemoryTransaction> {
	const transaction = await withCampaign();
	await does(transaction, addHashtag, { ...hashtag, ...more });
	return transaction;
}

export async function withObjective(more: object = {}): Promise<MemoryTransaction> {
	const transaction = await aGroup();
	await does(transaction, addObjective, { ...objective, ...more }, coordinator);
	return transaction;
}
