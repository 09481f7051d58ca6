/**
 * Something on one of our accounts that waits for an answer: where, since when, what came of it.
 *
 * No name, no words of the person who wrote: the link is enough. Source: comments.md 8.4, K1.
 */
import * as z from 'zod/mini';
import { daySchema, spokenDay } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { webAddressOrNone } from '#domain/web-address.ts';
import { checkThings } from '#features/rota/checks/record.ts';

/** Closing the clock needs one of these. */
export const outcomes = ['answered', 'passed-on', 'hidden', 'none'] as const;
export type Outcome = (typeof outcomes)[number];

export const commentFields = {
	accountId: z.uuid('Choose the account.'),
	thing: z.enum(checkThings),
	link: webAddressOrNone
};

export const commentRecord = defineRecord({
	kind: 'comment',
	noun: 'comment to answer',
	path: '/rota',
	schema: z.object({
		...recordFields,
		...commentFields,
		/** When someone of the group found it: the clock starts here (ms UTC), on this UK day. */
		cameAt: z.int(),
		cameOn: daySchema,
		state: z.enum(['waiting', 'promised', 'ended']),
		/** The first answer, also "we are checking": it is what the same day is measured by (ms). */
		firstAnswerAt: z.nullable(z.int()),
		promisedOn: z.nullable(daySchema),
		outcome: z.nullable(z.enum(outcomes)),
		endedAt: z.nullable(z.int()),
		endedBy: z.nullable(z.uuid())
	}),
	indexes: ['state'],
	day: 'cameOn',
	readers: roles,
	fields: {
		state: 'decided',
		firstAnswerAt: 'decided',
		promisedOn: 'decided',
		outcome: 'decided',
		endedAt: 'decided',
		endedBy: 'decided'
	},
	title: (comment) => `Comment to answer, ${spokenDay(comment.cameOn)}`,
	labels: {
		accountId: 'Account',
		thing: 'What it is',
		link: 'Link',
		cameAt: 'When we found it',
		cameOn: 'Day',
		state: 'How it stands',
		firstAnswerAt: 'First answer',
		promisedOn: 'Promised by',
		outcome: 'What came of it',
		endedAt: 'When that was',
		endedBy: 'Who did it'
	}
});
export type Comment = RowOf<typeof commentRecord>;
