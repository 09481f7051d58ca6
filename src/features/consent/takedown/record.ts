/**
 * What has to come down after someone took their yes back: each post and place, and what became
 * of it. Its id is that of the consent, or of the place whose owner took their yes back: so two
 * phones can never make two lists.
 *
 * It names nobody: the code leads to the consent, which not everyone may read. Source: clock K7.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { members } from '#domain/roles.ts';
import * as z from 'zod/mini';

/** Where pictures hide besides the posts themselves. Source: consent record, 'Take-down duties'. */
export const takeDownPlaces = [
	'albums',
	'cover',
	'pinned',
	'stories',
	'scheduled',
	'partners',
	'website',
	'newsletter',
	'posters',
	'screens',
	'library',
	'cloud',
	'phones'
] as const;
export type TakeDownPlace = (typeof takeDownPlaces)[number];

/** 'hidden' is good for today only; 'cannot' needs a reason. */
export const takeDownOutcomes = ['open', 'hidden', 'removed', 'not-there', 'cannot'] as const;
export type TakeDownOutcome = (typeof takeDownOutcomes)[number];

/** What they want: never to be seen, not on some accounts, not in some pictures, old posts gone. */
const takeDownScopes = ['all', 'accounts', 'photos', 'posts'] as const;
export type TakeDownScope = (typeof takeDownScopes)[number];

const itemSchema = z.object({
	/** 'post/<post>/<account>' or 'place/<place>'. */
	key: z.string(),
	postId: z.nullable(z.uuid()),
	accountId: z.nullable(z.uuid()),
	/** Where it can be seen, as it was noted when it went out. */
	url: z.string(),
	place: z.nullable(z.enum(takeDownPlaces)),
	askedOn: daySchema,
	outcome: z.enum(takeDownOutcomes),
	/** Why it cannot be removed. */
	why: z.string(),
	/** When it was first out of sight, and when it was settled. */
	hiddenAt: z.nullable(z.int()),
	doneAt: z.nullable(z.int()),
	by: z.nullable(z.string())
});
export type TakeDownItem = z.infer<typeof itemSchema>;

export const takeDownRecord = defineRecord({
	kind: 'take-down',
	noun: 'take-down list',
	path: '/consents/down/:id',
	schema: z.object({
		...recordFields,
		/** Of the consent, as it was known then; the name of the place. */
		code: z.string(),
		scope: z.enum(takeDownScopes),
		/** The latest day on which they asked. */
		askedOn: daySchema,
		items: z.array(itemSchema),
		/** Posts on the list, to be found by. */
		postIds: z.array(z.uuid()),
		/** What could not be undone, like printed copies. */
		leftOver: z.string(),
		/** 'open': something is left. 'settled': the person has to be told. 'told': all is done. */
		state: z.enum(['open', 'settled', 'told']),
		settledAt: z.nullable(z.int()),
		toldOn: z.nullable(daySchema),
		toldBy: z.nullable(z.string())
	}),
	indexes: ['state', 'postIds'],
	readers: members,
	fields: {
		items: 'decided',
		postIds: 'decided',
		scope: 'decided',
		askedOn: 'decided',
		state: 'decided',
		settledAt: 'decided',
		toldOn: 'decided',
		toldBy: 'decided'
	},
	title: ({ code }) => `Take down what shows ${code}`,
	labels: {
		scope: 'What they asked for',
		askedOn: 'Asked on',
		items: 'Places',
		leftOver: 'What could not be undone',
		state: 'State',
		settledAt: 'Finished at',
		toldOn: 'The person was told on',
		toldBy: 'Told by'
	}
});
export type TakeDown = RowOf<typeof takeDownRecord>;
