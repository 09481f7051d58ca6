/**
 * A post, from an idea to what went out on each account.
 *
 * The status only moves through mutations; the text is merged when two people write at once.
 */
import * as z from 'zod/mini';
import { daySchema, timeSchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

/** Enough for the longest platform text, and small enough to sync at once. */
const maxTextLength = 70_000;
const maxPictures = 20;

/** One aim a post. Source: S0-1, S1-15. */
export const aims = ['ppg-work', 'practice-services', 'listening', 'health-campaign'] as const;
export type Aim = (typeof aims)[number];
export const aimNames: Readonly<Record<Aim, string>> = {
	'ppg-work': 'The group’s work',
	'practice-services': 'What the practice offers',
	listening: 'Listening to patients',
	'health-campaign': 'A health campaign'
};

const statuses = ['idea', 'draft', 'ready', 'approved', 'posted', 'dropped'] as const;
export type Status = (typeof statuses)[number];
export const statusNames: Readonly<Record<Status, string>> = {
	idea: 'Idea',
	draft: 'Draft',
	ready: 'Ready',
	approved: 'Approved',
	posted: 'Posted',
	dropped: 'Dropped'
};

export const webAddressSchema = z.union([
	z.literal(''),
	z
		.string()
		.check(
			z.maxLength(2000, 'This link is too long.'),
			z.regex(/^https?:\/\/\S+\.\S+$/, 'Enter a whole link, starting with https://')
		)
]);

const shortText = (most: number) =>
	z.string().check(z.maxLength(most, `Use ${most} letters or fewer.`));

/** What a writer fills in. */
export const contentFields = {
	/** What the group calls it; never shown outside. */
	title: z
		.string()
		.check(
			z.trim(),
			z.minLength(1, 'Give the post a short name.'),
			z.maxLength(120, 'Use 120 letters or fewer.')
		),
	text: z.string().check(z.maxLength(maxTextLength, 'This text is too long for any platform.')),
	/** Ids of accounts. */
	accounts: z.array(z.uuid()).check(z.maxLength(30)),
	plannedOn: z.nullable(daySchema),
	/** UK clock. */
	plannedTime: z.nullable(timeSchema),
	aim: z.nullable(z.enum(aims)),
	/** Where the facts come from. Source: S0-9. */
	sourceUrl: webAddressSchema,
	/** Who checked the facts. */
	checkedBy: shortText(80),
	/** Whose words or pictures these are. Source: S0-43. */
	credit: shortText(200),
	pictures: z
		.array(z.strictObject({ photoId: z.uuid(), alt: shortText(2000) }))
		.check(z.maxLength(maxPictures, 'No platform takes that many pictures.'))
};

export const postRecord = defineRecord({
	kind: 'post',
	noun: 'post',
	path: '/posts/:id',
	schema: z.object({
		...recordFields,
		...contentFields,
		status: z.enum(statuses),
		/** Warnings that someone has looked at, with why it is all right. Never the matched text. */
		looks: z.array(z.object({ check: z.string(), reason: z.string(), by: z.string() })),
		readyBy: z.nullable(z.string()),
		approvedBy: z.nullable(z.string()),
		approvedAt: z.nullable(z.int()),
		/** Why it was sent back, until it is ready again. */
		sentBack: shortText(500),
		/** Where it went out, with the link as proof. */
		postings: z.array(
			z.object({ accountId: z.uuid(), url: z.string(), at: z.int(), by: z.string() })
		)
	}),
	indexes: ['status', 'accounts'],
	day: 'plannedOn',
	readers: roles,
	fields: {
		text: 'text',
		status: 'decided',
		looks: 'decided',
		readyBy: 'decided',
		approvedBy: 'decided',
		approvedAt: 'decided',
		sentBack: 'decided',
		postings: 'decided'
	},
	title: (post) => post.title,
	words: (post) => `${post.text} ${post.credit}`,
	labels: {
		title: 'Name',
		text: 'Text',
		accounts: 'Accounts',
		plannedOn: 'Day',
		plannedTime: 'Time',
		aim: 'Aim',
		sourceUrl: 'Where the facts come from',
		checkedBy: 'Who checked the facts',
		credit: 'Credit',
		pictures: 'Pictures',
		status: 'State',
		looks: 'Checked warnings',
		readyBy: 'Made ready by',
		approvedBy: 'Approved by',
		approvedAt: 'Approved at',
		sentBack: 'Sent back because',
		postings: 'Posted'
	}
});
export type Post = RowOf<typeof postRecord>;

/** A post as it starts. */
export const emptyContent = {
	title: '',
	text: '',
	accounts: [] as string[],
	plannedOn: null as string | null,
	plannedTime: null as string | null,
	aim: null as Aim | null,
	sourceUrl: '',
	checkedBy: '',
	credit: '',
	pictures: [] as { photoId: string; alt: string }[]
};
