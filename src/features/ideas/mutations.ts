/**
 * Using an idea or a template: the posts that the person saw in the preview, all at once.
 *
 * The posts travel whole, not the name of a template, so that what was seen is what is made.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { campaignFields, campaignRecord } from '#features/campaigns/record.ts';
import * as z from 'zod/mini';
import { newPostSchema, putNewPosts } from './rules.ts';

/** More than this at once is more than a group can look after (S0-52). */
const mostPosts = 12;

export const planPosts = defineMutation({
	name: 'idea.plan',
	args: z.strictObject({
		posts: z.array(newPostSchema).check(z.minLength(1, 'Choose a post.'), z.maxLength(mostPosts)),
		/** A campaign that is made with them. */
		campaign: z.nullable(
			z.strictObject({
				id: z.uuid(),
				title: campaignFields.title,
				wish: campaignFields.wish,
				firstOn: campaignFields.firstOn,
				lastOn: campaignFields.lastOn
			})
		)
	}),
	allowed: writers,
	says: 'Added posts to the plan',
	async run(transaction, { posts, campaign }, context) {
		if (campaign) {
			if (await transaction.get(campaignRecord, campaign.id)) {
				return refuse('already-there', 'This campaign has already been added.');
			}
			await transaction.put(campaignRecord, {
				...campaign,
				createdAt: context.actedAt,
				createdBy: context.actor.personId,
				objectiveId: null,
				outcome: '',
				endedOn: null
			});
		}
		return putNewPosts(transaction, posts, context);
	}
});
