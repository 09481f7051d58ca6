/**
 * Noting that something waits for an answer, promising one, and saying what came of it.
 *
 * Anyone on the team may: whoever is there first answers. Sources: S0-20, S3-23.
 */
import * as z from 'zod/mini';
import { addDays, daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { isActive } from '#features/accounts/rules.ts';
import { commentFields, commentRecord, outcomes } from './record.ts';

/** The furthest day that a promise may name. */
const mostPromiseDays = 30;

const gone = refuse('no-such-comment', 'This comment is no longer on the list.');
const ended = refuse('already-ended', 'Someone has dealt with this already. Nothing is lost.');

export const noteComment = defineMutation({
	name: 'comment.note',
	args: z.strictObject({ id: z.uuid(), ...commentFields }),
	allowed: members,
	says: 'Noted something to answer',
	async run(transaction, fields, { actor, actedAt, today }) {
		if (await transaction.get(commentRecord, fields.id)) {
			return refuse('already-here', 'This is on the list already.');
		}
		const account = await transaction.get(accountRecord, fields.accountId);
		if (!account || !isActive(account)) {
			return refuse('no-such-account', 'This account is no longer in use.', 'accountId');
		}
		await transaction.put(commentRecord, {
			...fields,
			...{ createdAt: actedAt, createdBy: actor.personId, cameAt: actedAt, cameOn: today },
			...{ state: 'waiting', firstAnswerAt: null, promisedOn: null },
			...{ outcome: null, endedAt: null, endedBy: null }
		});
		return undefined;
	}
});

/** A first reply went out: "we are checking and will come back to you by …". It meets the clock. */
export const promiseAnswer = defineMutation({
	name: 'comment.promise',
	args: z.strictObject({ id: z.uuid(), promisedOn: daySchema }),
	allowed: members,
	says: 'Promised an answer',
	async run(transaction, { id, promisedOn }, { actedAt, today }) {
		const comment = await open(transaction, id);
		if ('code' in comment) return comment;
		if (promisedOn < today || promisedOn > addDays(today, mostPromiseDays)) {
			const words = `Choose a day from today to ${mostPromiseDays} days ahead.`;
			return refuse('not-then', words, 'promisedOn');
		}
		const firstAnswerAt = comment.firstAnswerAt ?? actedAt;
		await transaction.put(commentRecord, {
			...comment,
			...{ state: 'promised', promisedOn, firstAnswerAt }
		});
		return undefined;
	}
});

export const endComment = defineMutation({
	name: 'comment.end',
	args: z.strictObject({ id: z.uuid(), outcome: z.enum(outcomes) }),
	allowed: members,
	says: 'Dealt with a comment',
	async run(transaction, { id, outcome }, { actor, actedAt }) {
		const comment = await open(transaction, id);
		if ('code' in comment) return comment;
		const firstAnswerAt = comment.firstAnswerAt ?? (outcome === 'none' ? null : actedAt);
		await transaction.put(commentRecord, {
			...comment,
			...{ state: 'ended', outcome, firstAnswerAt, endedAt: actedAt, endedBy: actor.personId }
		});
		return undefined;
	}
});

async function open(transaction: Transaction, id: string) {
	const comment = await transaction.get(commentRecord, id);
	if (!comment) return gone;
	return comment.state === 'ended' ? ended : comment;
}

export const commentMutations = [noteComment, promiseAnswer, endComment];
