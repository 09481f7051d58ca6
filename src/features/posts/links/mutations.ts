/**
 * A link with which someone without an account can answer for the practice, once.
 *
 * Only a practice manager makes one: the answer counts as theirs, with a mark. The secret itself
 * is never kept, only its SHA-256; the server compares it before it lets the answer in.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { gather } from '../readiness/facts.ts';
import { mustBeFixed } from '../readiness/findings.ts';
import { postRecord } from '../record.ts';
import { asDraft, gone, noLink } from '../rules.ts';

const dayMs = 86_400_000;
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'This is not a link.'));
const noSuchLink = refuse('no-such-link', 'This link does not work any more. Ask for a new one.');
const notReady = refuse('not-ready', 'Only a post that waits for a yes can have a link.');

export const makeAnswerLink = defineMutation({
	name: 'post.make-link',
	args: z.strictObject({
		id: z.uuid(),
		linkHash: hashSchema,
		days: z.int().check(z.gte(1), z.lte(14, 'A link lasts 14 days at most.'))
	}),
	allowed: ['practice-manager'],
	says: 'Made a link for an answer',
	async run(transaction, { id, linkHash, days }, { actor, actedAt }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'ready') return notReady;
		await transaction.put(postRecord, {
			...post,
			linkHash,
			linkUntil: actedAt + days * dayMs,
			linkBy: actor.personId
		});
		return undefined;
	}
});

export const endAnswerLink = defineMutation({
	name: 'post.end-link',
	args: z.strictObject({ id: z.uuid() }),
	allowed: ['practice-manager'],
	says: 'Ended the link for an answer',
	async run(transaction, { id }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.linkBy === null) return noSuchLink;
		await transaction.put(postRecord, { ...post, ...noLink });
		return undefined;
	}
});

/** Run by the server in the name of whoever made the link, after it has seen the secret. */
export const answerByLink = defineMutation({
	name: 'post.answer-by-link',
	args: z.strictObject({
		id: z.uuid(),
		linkHash: hashSchema,
		/** As the person typed it: name and job. */
		name: z
			.string()
			.check(z.trim(), z.minLength(2, 'Say who you are.'), z.maxLength(80, 'Use 80 letters.')),
		isYes: z.boolean(),
		reason: z.string().check(z.trim(), z.maxLength(500, 'Use 500 letters or fewer.'))
	}),
	allowed: ['practice-manager'],
	says: 'Answered through a link',
	final: true,
	async run(transaction, { id, linkHash, name, isYes, reason }, context) {
		const { actor, actedAt, today, practiceId } = context;
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		const isGood = post.linkHash === linkHash && post.linkBy === actor.personId;
		if (!isGood || (post.linkUntil ?? 0) <= actedAt) return noSuchLink;
		if (post.status !== 'ready') return notReady;
		if (!isYes && reason.length < 3) {
			return refuse('no-reason', 'Say what should change.', 'reason');
		}
		if (!isYes) {
			const back = { ...asDraft(post), sentBack: reason, answeredByLink: name };
			await transaction.put(postRecord, back);
			return undefined;
		}
		const [stop] = mustBeFixed(await gather(transaction, post, { today, practiceId }));
		if (stop) return refuse('must-be-fixed', `${stop.saw} ${stop.todo}`);
		await transaction.put(postRecord, {
			...post,
			...noLink,
			status: 'approved',
			approvedBy: actor.personId,
			approvedAt: actedAt,
			answeredByLink: name
		});
		return undefined;
	}
});
