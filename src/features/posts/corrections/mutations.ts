/**
 * Putting a posted post right, or taking it down. Nothing of it is hidden afterwards.
 *
 * Sources: S0-36, S0-50. The correction is a post of its own, linked both ways.
 */
import * as z from 'zod/mini';
import { accountRecord } from '#features/accounts/record.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { postRecord } from '../record.ts';
import { gone, newPost } from '../rules.ts';
import { correctionText, correctionTitle } from './words.ts';

const notOut = refuse('not-posted', 'This has not gone out yet. You can simply change it.');

export const correctPost = defineMutation({
	name: 'post.correct',
	args: z.strictObject({
		id: z.uuid(),
		/** Of the post that puts it right. */
		newId: z.uuid(),
		wasWrong: z
			.string()
			.check(
				z.trim(),
				z.minLength(3, 'Say what was wrong.'),
				z.maxLength(500, 'Use 500 letters or fewer.')
			),
		text: z
			.string()
			.check(
				z.trim(),
				z.minLength(3, 'Write what is right.'),
				z.maxLength(20_000, 'This text is too long.')
			)
	}),
	allowed: writers,
	says: 'Started a correction',
	async run(transaction, { id, newId, wasWrong, text }, { actor, actedAt, today }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.postings.length === 0) return notOut;
		if (await transaction.get(postRecord, newId)) {
			return refuse('already-there', 'This correction has already been added.');
		}
		const earlier = post.correctedBy && (await transaction.get(postRecord, post.correctedBy));
		if (earlier && earlier.status !== 'dropped') {
			return refuse('already-corrected', 'There is a correction already. Open it and change it.');
		}
		const accounts: string[] = [];
		for (const { accountId } of post.postings) {
			const account = await transaction.get(accountRecord, accountId);
			if (account?.status === 'active') accounts.push(accountId);
		}
		const made = { id: newId, createdAt: actedAt, createdBy: actor.personId };
		const content = {
			type: 'correction' as const,
			title: correctionTitle(post.title),
			text: correctionText(wasWrong, text),
			accounts,
			plannedOn: today,
			aim: post.aim,
			campaignId: post.campaignId,
			writerId: actor.personId,
			wasWrong,
			correctionOf: id
		};
		await transaction.put(postRecord, newPost(made, content));
		await transaction.put(postRecord, { ...post, correctedBy: newId });
		return undefined;
	}
});

/** It is gone from the accounts; here it stays, with the reason. */
export const takeDownPost = defineMutation({
	name: 'post.take-down',
	args: z.strictObject({
		id: z.uuid(),
		reason: z
			.string()
			.check(
				z.trim(),
				z.minLength(3, 'Say why it was taken down.'),
				z.maxLength(500, 'Use 500 letters or fewer.')
			)
	}),
	allowed: writers,
	says: 'Took the post down',
	final: true,
	async run(transaction, { id, reason }, { actor, actedAt }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.takenDown !== null) {
			return refuse('already-down', 'Somebody has already taken this down.');
		}
		if (post.postings.length === 0) return notOut;
		await transaction.put(postRecord, {
			...post,
			status: 'taken-down',
			takenDown: { reason, by: actor.personId, at: actedAt }
		});
		return undefined;
	}
});
