/**
 * What the platforms' own numbers say of single posts: one record for each account and month,
 * or several where a month has very many.
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
	'reposts',
	'saves',
	'clicks',
	'linkClicks',
	'follows'
] as const;
export type Measure = (typeof measures)[number];

/** Longest beginning of a post's text that is kept, to know it again by. */
export const maxResultText = 120;
/** The most posts in one record. A month with more of them has several records. */
const maxResults = 1000;
/** How many earlier numbers of a post are kept, to come back when an import is undone. */
export const maxEarlier = 3;

const count = z.int().check(z.nonnegative(), z.maximum(999_999_999_999));

const numbersSchema = z.partialRecord(z.enum(measures), count);

/** What a file that is brought in says of a post. */
export const broughtFields = {
	/** What tells this post from others of the account: the platform's id, else its link. */
	key: z.string().check(z.minLength(1), z.maxLength(300)),
	/** Only a web address, so that it can never run code; '' where there is none. */
	link: z.string().check(z.maxLength(300), z.regex(/^(https?:\/\/\S*)?$/i, 'This is no link.')),
	postedOn: daySchema,
	/** Minutes since midnight in the UK; null where the file gives no time of day. */
	postedAtMinute: z.nullable(z.int().check(z.nonnegative(), z.maximum(1439))),
	/** The beginning of its text. Empty where the person left texts out. */
	text: z.string().check(z.maxLength(maxResultText)),
	/** 'Photos', 'IG reel': the platform's word. */
	type: z.string().check(z.maxLength(40)),
	/** The planned post that it is, where it was known again. */
	postId: z.nullable(z.uuid()),
	/** How it was known again. 'hand': a person said so, also that it is none of ours. */
	match: z._default(z.nullable(z.enum(['link', 'text', 'hand'])), null),
	numbers: numbersSchema,
	/** The day on which the platform gave these numbers. */
	takenOn: daySchema
};

const resultSchema = z.object({
	...broughtFields,
	importId: z.uuid(),
	/** The numbers that these took the place of, newest first. */
	earlier: z._default(
		z
			.array(
				z.object({
					postedOn: daySchema,
					postedAtMinute: broughtFields.postedAtMinute,
					numbers: numbersSchema,
					takenOn: daySchema,
					importId: z.uuid()
				})
			)
			.check(z.maxLength(maxEarlier)),
		[]
	)
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
