/**
 * Campaigns, the group's objectives, and the bank of hashtags.
 *
 * Up to three objectives, each with a number to watch (S0-13). A hashtag is known by `key`, its
 * text in small letters, so that #FluJab and #flujab are one.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

const words = (most: number) =>
	z.string().check(z.trim(), z.maxLength(most, `Use ${most} letters or fewer.`));
const name = (missing: string, most = 120) =>
	z
		.string()
		.check(z.trim(), z.minLength(1, missing), z.maxLength(most, `Use ${most} letters or fewer.`));

/** Numbers of the monthly note that an objective can watch; `own` is counted by hand. */
export const watches = [
	'followers',
	'reach',
	'views',
	'interactions',
	'linkClicks',
	'postsMade',
	'answered',
	'own'
] as const;
export type Watch = (typeof watches)[number];

const wholeNumber = 'Type a whole number like 120, or leave it empty.';
const countSchema = z.nullable(
	z.int(wholeNumber).check(z.nonnegative(wholeNumber), z.maximum(999_999_999, wholeNumber))
);

/** Source: S0-13. */
export const objectiveFields = {
	title: name('Say what you want to reach.', 160),
	watch: z.enum(watches),
	/** What is counted, where it is none of the numbers of the monthly note. */
	ownWatch: words(80),
	/** The number you hope for. */
	goal: countSchema,
	/** The number as counted by hand, and the day; for `own` only. */
	ownCount: countSchema,
	ownCountOn: z.nullable(daySchema)
};

export const objectiveRecord = defineRecord({
	kind: 'objective',
	noun: 'objective',
	path: '/campaigns',
	schema: z.object({ ...recordFields, ...objectiveFields }),
	indexes: ['watch'],
	readers: roles,
	title: (objective) => objective.title,
	labels: {
		title: 'What we want to reach',
		watch: 'Number to watch',
		ownWatch: 'What we count',
		goal: 'Number we hope for',
		ownCount: 'Counted',
		ownCountOn: 'Counted on'
	}
});
export type Objective = RowOf<typeof objectiveRecord>;

export const campaignFields = {
	title: name('Give the campaign a short name.'),
	/** What should come of it. */
	wish: words(400),
	/** The objective of the group that it serves. */
	objectiveId: z.nullable(z.uuid()),
	firstOn: z.nullable(daySchema),
	lastOn: z.nullable(daySchema),
	/** What came of it, written at the end. */
	outcome: words(600)
};

export const campaignRecord = defineRecord({
	kind: 'campaign',
	noun: 'campaign',
	path: '/campaigns/:id',
	schema: z.object({
		...recordFields,
		...campaignFields,
		/** The day someone said that it is over; null while it runs or is to come. */
		endedOn: z.nullable(daySchema)
	}),
	indexes: ['objectiveId'],
	readers: roles,
	fields: { wish: 'text', outcome: 'text', endedOn: 'decided' },
	title: (campaign) => campaign.title,
	words: (campaign) => `${campaign.wish} ${campaign.outcome}`,
	labels: {
		title: 'Name',
		wish: 'What should come of it',
		objectiveId: 'Objective',
		firstOn: 'First day',
		lastOn: 'Last day',
		outcome: 'What came of it',
		endedOn: 'Ended on'
	}
});
export type Campaign = RowOf<typeof campaignRecord>;

/** '#FluJab': letters, digits and underscores, and at least one letter. */
const tagSchema = z
	.string()
	.check(
		z.trim(),
		z.maxLength(60, 'Use 60 letters or fewer.'),
		z.regex(
			/^#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+$/u,
			'Start with # and leave out spaces and stops, like #FluJab.'
		)
	);

/** Sources: S0-40, S0-41. */
export const hashtagFields = {
	tag: tagSchema,
	purpose: name('Say what it is for.', 160),
	campaignId: z.nullable(z.uuid())
};

export const hashtagRecord = defineRecord({
	kind: 'hashtag',
	noun: 'hashtag',
	path: '/hashtags',
	schema: z.object({
		...recordFields,
		...hashtagFields,
		key: z.string(),
		/** The day someone looked at what is posted under it, and who (S0-42). Null: nobody yet. */
		checkedCleanOn: z.nullable(daySchema),
		checkedBy: z.nullable(z.string())
	}),
	indexes: ['key', 'campaignId'],
	readers: roles,
	fields: { checkedCleanOn: 'decided', checkedBy: 'decided' },
	title: (hashtag) => hashtag.tag,
	words: (hashtag) => hashtag.purpose,
	labels: {
		tag: 'Hashtag',
		purpose: 'What it is for',
		campaignId: 'Campaign',
		checkedCleanOn: 'Checked clean on',
		checkedBy: 'Checked by'
	}
});
export type Hashtag = RowOf<typeof hashtagRecord>;
