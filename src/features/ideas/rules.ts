/**
 * Putting new posts into the plan, as ideas, awareness days and campaigns do; and gaps to fill in.
 *
 * Who starts a post has signed the yearly pledge. Source: sources.md S0-29.
 */
import type { Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Transaction } from '#domain/transaction.ts';
import { campaignRecord } from '#features/campaigns/record.ts';
import { personRecord } from '#features/people/record.ts';
import { hasPledged } from '#features/people/rules.ts';
import {
	contentFields,
	postRecord,
	type Aim,
	type Audience,
	type PostType
} from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import * as z from 'zod/mini';

/** A post as it comes out of the bank: enough to start from, the rest is for the writer. */
export const newPostSchema = z.strictObject({
	id: z.uuid(),
	/** An idea has no day of its own and is not on anyone's list. */
	isIdea: z.boolean(),
	title: contentFields.title,
	text: contentFields.text,
	plannedOn: contentFields.plannedOn,
	aim: contentFields.aim,
	type: contentFields.type,
	audiences: contentFields.audiences,
	campaignId: contentFields.campaignId,
	sourceUrl: contentFields.sourceUrl
});
export type NewPost = z.infer<typeof newPostSchema>;

/** What most of them leave as it is. */
export const plainPost = {
	isIdea: false,
	text: '',
	plannedOn: null as string | null,
	aim: null as Aim | null,
	type: 'own' as PostType,
	audiences: [] as Audience[],
	campaignId: null as string | null,
	sourceUrl: ''
};

/** Puts them all into the plan as drafts or ideas, or none. */
export async function putNewPosts(
	transaction: Transaction,
	posts: readonly NewPost[],
	{ actor, actedAt, today }: Context
): Promise<Refusal | undefined> {
	const person = await transaction.get(personRecord, actor.personId);
	if (!person || !hasPledged(person, today)) {
		return refuse('pledge-needed', 'Read and sign the yearly pledge before your first post.');
	}
	for (const { id, isIdea, ...content } of posts) {
		if (await transaction.get(postRecord, id)) {
			return refuse('already-there', 'This post has already been added.');
		}
		const { campaignId } = content;
		if (campaignId !== null && !(await transaction.get(campaignRecord, campaignId))) {
			return refuse('no-such-campaign', 'This campaign is no longer here.', 'campaignId');
		}
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(postRecord, newPost(made, content, isIdea ? 'idea' : 'draft'));
	}
	return undefined;
}

/** What still has to be filled in: '[day]', '[place]'. */
export function gapsIn(text: string): string[] {
	return [
		...new Set([...text.matchAll(/\[[\p{L}][\p{L}\p{N} ’,-]{0,40}\]/gu)].map(([gap]) => gap))
	];
}
