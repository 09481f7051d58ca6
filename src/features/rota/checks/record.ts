/**
 * A look at an account: what one person ticked on one day (S0-19, S1-53).
 *
 * One record for each person, account and day, so that two people never overwrite each other.
 */
import * as z from 'zod/mini';
import { daySchema, spokenDay } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

export const checkThings = ['comments', 'messages', 'mentions', 'reviews'] as const;
export type CheckThing = (typeof checkThings)[number];
export const maxSaw = 200;

export const accountCheckRecord = defineRecord({
	kind: 'account-check',
	noun: 'look at an account',
	path: '/rota',
	schema: z.object({
		...recordFields,
		accountId: z.uuid(),
		checkedOn: daySchema,
		checkedAt: z.int(),
		by: z.uuid(),
		what: z.array(z.enum(checkThings)),
		/** What was going on there, in a line without names (S4-12). */
		saw: z._default(z.string(), '')
	}),
	indexes: ['accountId'],
	day: 'checkedOn',
	readers: roles,
	fields: { saw: 'text', what: 'decided', checkedAt: 'decided' },
	title: (check) => `Look at an account, ${spokenDay(check.checkedOn)}`,
	words: (check) => check.saw,
	labels: {
		accountId: 'Account',
		checkedOn: 'Day',
		checkedAt: 'When',
		by: 'Who',
		what: 'Looked at',
		saw: 'What they saw'
	}
});
export type AccountCheck = RowOf<typeof accountCheckRecord>;
