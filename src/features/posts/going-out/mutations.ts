/**
 * From ready to posted: the practice's yes, or its question, and what went out where.
 *
 * People, places and words are checked again at each step: a yes may have been taken back since.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders, writers } from '#domain/roles.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { gather } from '../readiness/facts.ts';
import { postRecord, webAddressSchema } from '../record.ts';
import { mustBeFixed, mustNotGoOut } from '../readiness/findings.ts';
import { asDraft, gone, isReadyToGoOut, noLink, partlyOut, writerOf } from '../rules.ts';

/** The practice has read it and says it may go out. */
export const approvePost = defineMutation({
	name: 'post.approve',
	args: z.strictObject({ id: z.uuid() }),
	allowed: ['practice-manager'],
	says: 'Approved the post',
	final: true,
	async run(transaction, { id }, { actor, actedAt, today, practiceId }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'ready') return refuse('not-ready', 'This post is not ready to approve.');
		if (writerOf(post) === actor.personId && post.secondLookBy === null) {
			return refuse('second-look-left', 'You wrote this one. Ask someone else to read it first.');
		}
		const [stop] = mustBeFixed(await gather(transaction, post, { today, practiceId }));
		if (stop) return refuse('must-be-fixed', `${stop.saw} ${stop.todo}`);
		await transaction.put(postRecord, {
			...post,
			...noLink,
			status: 'approved',
			approvedBy: actor.personId,
			approvedAt: actedAt
		});
		return undefined;
	}
});

export const sendBackPost = defineMutation({
	name: 'post.send-back',
	args: z.strictObject({
		id: z.uuid(),
		reason: z.string().check(z.trim(), z.minLength(3, 'Say what should change.'), z.maxLength(500))
	}),
	allowed: leaders,
	says: 'Sent the post back',
	async run(transaction, { id, reason }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'ready' && post.status !== 'approved') {
			return refuse('not-ready', 'Only a post that is ready can be sent back.');
		}
		if (post.postings.length > 0) return partlyOut;
		await transaction.put(postRecord, { ...asDraft(post), sentBack: reason });
		return undefined;
	}
});

/** The person has put it on the account by hand; the link is the proof. */
export const markPosted = defineMutation({
	name: 'post.mark-posted',
	args: z.strictObject({ id: z.uuid(), accountId: z.uuid(), url: webAddressSchema }),
	allowed: writers,
	says: 'Marked the post as posted',
	async run(transaction, { id, accountId, url }, { actor, actedAt, today, practiceId }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		const practice = await transaction.get(practiceRecord, practiceId);
		if (!isReadyToGoOut(post, practice)) {
			return refuse('not-ready', 'Make the post ready, and have it approved, before it goes out.');
		}
		if (!post.accounts.includes(accountId)) {
			return refuse('other-account', 'This post is not meant for that account.');
		}
		if (post.postings.some((posting) => posting.accountId === accountId)) {
			return refuse('already-posted', 'Somebody has already marked this as posted there.');
		}
		const [stop] = mustNotGoOut(await gather(transaction, post, { today, practiceId }));
		if (stop) return refuse('must-be-fixed', `${stop.saw} ${stop.todo}`);
		const posting = { accountId, url, at: actedAt, by: actor.personId };
		const postings = [...post.postings, posting];
		const isEverywhere = post.accounts.every((account) =>
			postings.some((done) => done.accountId === account)
		);
		const status = isEverywhere ? 'posted' : post.status;
		await transaction.put(postRecord, { ...post, postings, status });
		return undefined;
	}
});

/** Would the practice pass it on to its own followers? Source: S0-12. */
export const askPracticeToShare = defineMutation({
	name: 'post.ask-practice-to-share',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Asked the practice to share the post',
	async run(transaction, { id }, { actor }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'posted') {
			return refuse('not-posted', 'Ask once it is posted everywhere.');
		}
		if (post.practiceShare) return refuse('already-asked', 'The practice has been asked.');
		const practiceShare = { by: actor.personId, doneBy: null };
		await transaction.put(postRecord, { ...post, practiceShare });
		return undefined;
	}
});

export const practiceHasShared = defineMutation({
	name: 'post.practice-shared',
	args: z.strictObject({ id: z.uuid() }),
	allowed: ['practice-manager'],
	says: 'Shared the post for the practice',
	async run(transaction, { id }, { actor }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.practiceShare?.doneBy !== null) {
			return refuse('not-asked', 'Nobody has asked for this, or it is done.');
		}
		const practiceShare = { ...post.practiceShare, doneBy: actor.personId };
		await transaction.put(postRecord, { ...post, practiceShare });
		return undefined;
	}
});
