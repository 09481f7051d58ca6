/**
 * What is around the group: places where local people talk already, and bodies that ask the group
 * to share something. Sources: S0-51, S3-19.
 *
 * A body, a page or a board, never a private person.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { webAddressOrNone } from '#domain/web-address.ts';
import * as z from 'zod/mini';

const words = (most: number) =>
	z.string().check(z.trim(), z.maxLength(most, `Use ${most} letters or fewer.`));

export const placeKinds = ['page', 'group', 'board', 'paper', 'meeting', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const placeFields = {
	name: words(120).check(z.minLength(1, 'Enter the name of the place.')),
	kind: z.enum(placeKinds),
	link: webAddressOrNone,
	/** What it allows, and what not: 'No notices from firms. Ask before you post.' */
	rules: words(500),
	/** A job or a role rather than a person, so that it stays true. */
	contact: words(160)
};

export const localPlaceRecord = defineRecord({
	kind: 'local-place',
	noun: 'local place',
	path: '/around',
	schema: z.object({
		...recordFields,
		...placeFields,
		/** The day on which someone of the group was last there. */
		visitedOn: z.nullable(daySchema),
		visitedBy: z.nullable(z.string())
	}),
	indexes: [],
	readers: roles,
	fields: { rules: 'text' },
	title: (place) => place.name,
	words: (place) => `${place.rules} ${place.contact}`,
	labels: {
		name: 'Name',
		kind: 'What it is',
		link: 'Link',
		rules: 'What it allows',
		contact: 'Who looks after it',
		visitedOn: 'Last visit',
		visitedBy: 'Visited by'
	}
});
export type LocalPlace = RowOf<typeof localPlaceRecord>;

export const bodies = ['nhs', 'council', 'charity', 'school', 'firm', 'party', 'other'] as const;
export type Body = (typeof bodies)[number];

export const requestFields = {
	asker: words(120).check(z.minLength(1, 'Enter who asks.')),
	body: z.enum(bodies),
	what: words(500).check(z.minLength(1, 'Enter what they want you to share.')),
	link: webAddressOrNone,
	askedOn: daySchema
};

export const shareRequestRecord = defineRecord({
	kind: 'share-request',
	noun: 'request to share',
	path: '/around',
	schema: z.object({
		...recordFields,
		...requestFields,
		/** Null: nobody has decided yet. */
		decision: z.nullable(z.enum(['yes', 'no'])),
		reason: z.string(),
		decidedOn: z.nullable(daySchema),
		decidedBy: z.nullable(z.string()),
		/** The post that was made from it. */
		postId: z.nullable(z.uuid())
	}),
	indexes: [],
	day: 'askedOn',
	readers: roles,
	fields: {
		decision: 'decided',
		reason: 'decided',
		decidedOn: 'decided',
		decidedBy: 'decided',
		postId: 'decided'
	},
	title: (request) => `${request.asker}: ${request.what}`.slice(0, 120),
	labels: {
		asker: 'Who asks',
		body: 'What kind of body',
		what: 'What they want us to share',
		link: 'Link',
		askedOn: 'Asked on',
		decision: 'Decision',
		reason: 'Why',
		decidedOn: 'Decided on',
		decidedBy: 'Decided by',
		postId: 'The post'
	}
});
export type ShareRequest = RowOf<typeof shareRequestRecord>;
