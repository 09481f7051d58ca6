/**
 * 'Ask first': a post waits for an answer from the coordinator, the practice or the ICB.
 *
 * Source: S0-8. While it waits it cannot be ready.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { askedRoles } from '../details/decided.ts';
import { postRecord } from '../record.ts';
import { asDraft, gone, isOpen, isWaiting, mayAnswer } from '../rules.ts';

const words = (missing: string) =>
	z
		.string()
		.check(
			z.trim(),
			z.minLength(3, missing),
			z.maxLength(1000, 'Use 1,000 letters or fewer. Say it in short.')
		);

export const askFirst = defineMutation({
	name: 'post.ask',
	args: z.strictObject({
		id: z.uuid(),
		to: z.enum(askedRoles),
		question: words('Say what you are not sure about.')
	}),
	allowed: writers,
	says: 'Asked first about the post',
	async run(transaction, { id, to, question }, { actor, actedAt }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (!isOpen(post) || post.postings.length > 0) {
			return refuse('already-posted', 'This has gone out. Correct it, or take it down.');
		}
		if (isWaiting(post)) {
			return refuse('already-asked', 'A question is open already. Wait for its answer.');
		}
		const asked = { to, question, by: actor.personId, at: actedAt };
		const ask = { ...asked, answer: '', answeredBy: null, answeredAt: null };
		await transaction.put(postRecord, {
			...(post.status === 'idea' ? post : asDraft(post)),
			ask
		});
		return undefined;
	}
});

export const answerAsked = defineMutation({
	name: 'post.answer',
	args: z.strictObject({ id: z.uuid(), answer: words('Write the answer.') }),
	allowed: writers,
	says: 'Answered a question about the post',
	async run(transaction, { id, answer }, { actor, actedAt }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.ask === null || !isWaiting(post)) {
			return refuse('nothing-asked', 'There is no open question about this post.');
		}
		if (!mayAnswer(post, actor.role)) {
			return refuse('not-asked', 'This question is for someone else.');
		}
		const answered = { answer, answeredBy: actor.personId, answeredAt: actedAt };
		await transaction.put(postRecord, { ...post, ask: { ...post.ask, ...answered } });
		return undefined;
	}
});

export const takeAskBack = defineMutation({
	name: 'post.take-ask-back',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Took a question about the post back',
	async run(transaction, { id }, { actor }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.ask === null || !isWaiting(post)) {
			return refuse('nothing-asked', 'There is no open question about this post.');
		}
		if (post.ask.by !== actor.personId) {
			return refuse('not-yours', 'Only the person who asked can take the question back.');
		}
		await transaction.put(postRecord, { ...post, ask: null });
		return undefined;
	}
});
