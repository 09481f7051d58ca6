/**
 * The look at an account after each quarter: keep it, mend it, or close it. Source: S0-54.
 *
 * It only says what the group decided; the account is closed on its own page.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { quarterWords } from './rules.ts';

export const verdicts = ['keep', 'fix', 'close'] as const;
export type Verdict = (typeof verdicts)[number];
export const verdictNames: Readonly<Record<Verdict, string>> = {
	keep: 'Keep it',
	fix: 'Fix it',
	close: 'Close it'
};

export const quarterSchema = z
	.string()
	.check(z.regex(/^\d{4}-Q[1-4]$/, 'Choose a quarter of a year.'));
export const whySchema = z.string().check(z.trim(), z.maxLength(240, 'Use 240 letters or fewer.'));

export const accountReviewRecord = defineRecord({
	kind: 'account-review',
	noun: 'account review',
	path: '/insights/review',
	schema: z.object({
		...recordFields,
		accountId: z.uuid(),
		quarter: quarterSchema,
		verdict: z.enum(verdicts),
		why: whySchema,
		decidedOn: daySchema
	}),
	indexes: ['accountId', 'quarter'],
	readers: roles,
	title: (review) => `Account review, ${quarterWords(review.quarter)}`,
	words: (review) => review.why,
	labels: {
		accountId: 'Account',
		quarter: 'Quarter',
		verdict: 'Keep, fix or close',
		why: 'Why',
		decidedOn: 'Decided on'
	}
});
export type AccountReview = RowOf<typeof accountReviewRecord>;
