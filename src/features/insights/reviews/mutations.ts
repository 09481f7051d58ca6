/**
 * What the group decides about an account after a quarter, and taking it back. One for each account
 * and quarter.
 */
import * as z from 'zod/mini';
import { firstDayOf } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { lastMonthOf } from './rules.ts';
import { accountReviewRecord, quarterSchema, verdicts, whySchema } from './record.ts';

export const reviewAccount = defineMutation({
	name: 'account-review.decide',
	args: z.strictObject({
		id: z.uuid(),
		accountId: z.uuid(),
		quarter: quarterSchema,
		verdict: z.enum(verdicts),
		why: whySchema
	}),
	allowed: leaders,
	says: 'Reviewed an account',
	async run(transaction, { id, accountId, quarter, verdict, why }, { actor, actedAt, today }) {
		if (firstDayOf(lastMonthOf(quarter)) > today) {
			return refuse('not-yet', 'This quarter has not been yet.', 'quarter');
		}
		if (!(await transaction.get(accountRecord, accountId))) {
			return refuse('no-such-account', 'This account is no longer on the list.', 'accountId');
		}
		if (verdict !== 'keep' && why === '') {
			return refuse('needs-why', 'Say in a few words why.', 'why');
		}
		const reviews = await transaction.by(accountReviewRecord, 'accountId', accountId);
		const standing = reviews.find((review) => review.quarter === quarter);
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		const decided = { accountId, quarter, verdict, why, decidedOn: today };
		await transaction.put(accountReviewRecord, { ...(standing ?? made), ...decided });
		return undefined;
	}
});

/** As if nothing had been decided: the quarter is asked about again. */
export const takeBackReview = defineMutation({
	name: 'account-review.takeBack',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Took back an account review',
	async run(transaction, { id }) {
		if (!(await transaction.get(accountReviewRecord, id))) {
			return refuse('no-such-review', 'This has been taken back already.');
		}
		await transaction.remove(accountReviewRecord, id);
		return undefined;
	}
});
