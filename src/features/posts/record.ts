/**
 * A post, from an idea to what went out on each account.
 *
 * The status only moves through mutations; the text is merged when two people write at once.
 */
import * as z from 'zod/mini';
import { daySchema, timeSchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import {
	detailFields,
	detailLabels,
	emptyDetails,
	shortText,
	webAddressSchema
} from './details/fields.ts';
import { decidedFields, decidedLabels, decidedPolicies, undecided } from './details/decided.ts';

export { webAddressSchema };

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

/**
 * What kind of post it is; each kind asks for its own facts.
 *
 * Sources: S1-27, S1-28, S1-31, S0-10, S0-39.
 */
export const postTypes = [
	'own',
	'share',
	'question',
	'service-update',
	'event',
	'news',
	'quote',
	'correction'
] as const;
export type PostType = (typeof postTypes)[number];
export const postTypeNames: Readonly<Record<PostType, string>> = {
	own: 'Our own words',
	share: 'Sharing someone else’s post',
	question: 'A question or survey',
	'service-update': 'News from the practice',
	event: 'An event or meeting',
	news: 'Something in the news',
	quote: 'A fact or a quote',
	correction: 'A correction'
};

/** Whom a post wants to reach. Sources: S1-62, S3-21, S3-36. */
export const audiences = [
	'everyone',
	'carers',
	'older',
	'parents',
	'young-people',
	'long-term-conditions',
	'new-patients',
	'other-languages'
] as const;
export type Audience = (typeof audiences)[number];
export const audienceNames: Readonly<Record<Audience, string>> = {
	everyone: 'Everyone',
	carers: 'Carers',
	older: 'Older people',
	parents: 'Parents',
	'young-people': 'Young people',
	'long-term-conditions': 'People with long-term conditions',
	'new-patients': 'New patients',
	'other-languages': 'People who speak other languages'
};

const statuses = ['idea', 'draft', 'ready', 'approved', 'posted', 'taken-down', 'dropped'] as const;
export type Status = (typeof statuses)[number];
export const statusNames: Readonly<Record<Status, string>> = {
	idea: 'Idea',
	draft: 'Draft',
	ready: 'Ready',
	approved: 'Approved',
	posted: 'Posted',
	'taken-down': 'Taken down',
	dropped: 'Dropped'
};

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
	type: z.enum(postTypes),
	audiences: z.array(z.enum(audiences)).check(z.maxLength(audiences.length)),
	campaignId: z.nullable(z.uuid()),
	/** The person who writes it. Null: nobody has said so. */
	writerId: z.nullable(z.uuid()),
	/** The repeating plan that it was made from. */
	repeatId: z.nullable(z.uuid()),
	/** Where the facts come from. Source: S0-9. */
	sourceUrl: webAddressSchema,
	/** Who checked the facts. */
	checkedBy: shortText(80),
	/** Whose words or pictures these are. Source: S0-43. */
	credit: shortText(200),
	pictures: z
		.array(z.strictObject({ photoId: z.uuid(), alt: shortText(2000) }))
		.check(z.maxLength(maxPictures, 'No platform takes that many pictures.')),
	/** Consents of people whom the words name or tell about. Sources: S0-30, S4-58. */
	wordConsentIds: z.array(z.uuid()).check(z.maxLength(20)),
	/** Other words for some accounts; the rest get the text. */
	variants: z
		.array(z.strictObject({ accountId: z.uuid(), text: shortText(maxTextLength) }))
		.check(z.maxLength(30)),
	...detailFields
};

/** A post as it starts, and what a stored one reads that is older than a field. */
export const emptyContent = {
	title: '',
	text: '',
	accounts: [] as string[],
	plannedOn: null as string | null,
	plannedTime: null as string | null,
	aim: null as Aim | null,
	type: 'own' as PostType,
	audiences: [] as Audience[],
	campaignId: null as string | null,
	writerId: null as string | null,
	repeatId: null as string | null,
	sourceUrl: '',
	checkedBy: '',
	credit: '',
	pictures: [] as { photoId: string; alt: string }[],
	wordConsentIds: [] as string[],
	variants: [] as { accountId: string; text: string }[],
	...emptyDetails
};

const firstValues = { ...emptyContent, ...undecided };

function withFirstValues(stored: unknown): unknown {
	return typeof stored === 'object' ? { ...firstValues, ...stored } : stored;
}

export const postRecord = defineRecord({
	kind: 'post',
	noun: 'post',
	path: '/posts/:id',
	schema: z.pipe(
		z.transform(withFirstValues),
		z.object({ ...recordFields, ...contentFields, status: z.enum(statuses), ...decidedFields })
	),
	indexes: [
		...(['status', 'accounts', 'campaignId', 'type', 'linkHash'] as const),
		...(['correctionOf', 'youSaidOf', 'packOf'] as const)
	],
	day: 'plannedOn',
	readers: roles,
	confidential: { fields: ['linkHash'], readers: ['practice-manager'] },
	fields: {
		text: 'text',
		variants: { eachBy: 'accountId' },
		pictures: { eachBy: 'photoId' },
		status: 'decided',
		...decidedPolicies
	},
	title: (post) => post.title,
	words: ({ text, credit, place, variants }) =>
		[text, credit, place, ...variants.map((variant) => variant.text)].join(' '),
	labels: {
		title: 'Name',
		text: 'Text',
		accounts: 'Accounts',
		plannedOn: 'Day',
		plannedTime: 'Time',
		aim: 'Aim',
		type: 'Kind of post',
		audiences: 'For whom',
		campaignId: 'Campaign',
		writerId: 'Written by',
		repeatId: 'Repeating post',
		sourceUrl: 'Where the facts come from',
		checkedBy: 'Who checked the facts',
		credit: 'Credit',
		pictures: 'Pictures',
		wordConsentIds: 'People in the words who said yes',
		variants: 'Other words for some accounts',
		...detailLabels,
		status: 'State',
		...decidedLabels
	}
});
export type Post = RowOf<typeof postRecord>;
