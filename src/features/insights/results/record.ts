/**
 * What the platforms' own numbers say of single posts: one record for each account and month.
 *
 * A number that the platform does not give is not there, never 0. Numbers keep the platform's name
 * for them: views are not impressions.
 */
import * as z from 'zod/mini';
import { daySchema, monthSchema, spokenMonth } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

/** Every number that an export may give of a post, by the platform's own name for it. */
export const measures = [
	'views',
	'impressions',
	'plays',
	'reach',
	'viewers',
	'engagements',
	'interactions',
	'reactions',
	'likes',
	'comments',
	'shares',
	'saves',
	'clicks',
	'linkClicks',
	'follows'
] as const;
export type Measure = (typeof measures)[number];

/** Longest beginning of a post's text that is kept, to know it again by. */
export const maxResultText = 120;
/** The most posts of one account in one month. */
export const maxResults = 2000;

const count = z.int().check(z.nonnegative(), z.maximum(999_999_999_999));

export const resultSchema = z.object({
	/** What tells this post from others of the account: the platform's id, else its link. */
	key: z.string().check(z.minLength(1), z.maxLength(500)),
	link: z.string().check(z.maxLength(500)),
	postedOn: daySchema,
	/** Minutes since midnight in the UK; null where the file gives no time of day. */
	postedAtMinute: z.nullable(z.int().check(z.nonnegative(), z.maximum(1439))),
	/** The beginning of its text. Empty where the person left texts out. */
	text: z.string().check(z.maxLength(maxResultText)),
	/** 'Photos', 'IG reel': the platform's word. */
	type: z.string().check(z.maxLength(40)),
	/** The planned post that it is, where it was known again. */
	postId: z.nullable(z.uuid()),
	numbers: z.partialRecord(z.enum(measures), count),
	/** The day on which the platform gave these numbers. */
	takenOn: daySchema,
	importId: z.uuid()
});
export type PostResult = z.infer<typeof resultSchema>;

export const postResultsRecord = defineRecord({
	kind: 'post-results',
	noun: 'month of results',
	schema: z.object({
		...recordFields,
		accountId: z.uuid(),
		month: monthSchema,
		/** The first day of the month, for ranges. */
		monthOn: daySchema,
		results: z.array(resultSchema).check(z.maxLength(maxResults))
	}),
	indexes: ['accountId'],
	day: 'monthOn',
	readers: roles,
	fields: { results: 'adds-up' },
	title: (row) => `Results, ${spokenMonth(row.month)}`,
	labels: { accountId: 'Account', month: 'Month', results: 'Posts with numbers' }
});
export type PostResults = RowOf<typeof postResultsRecord>;
