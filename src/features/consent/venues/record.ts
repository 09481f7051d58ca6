/**
 * A place in which photos are taken, and what its owner agreed to.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { leaders, roles } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { answerStatuses } from '../fields/lines.ts';
import { venueAnswerFields, venueAnswerLabels, venueAnswerPolicies } from './answer-fields.ts';

export const venueRecord = defineRecord({
	kind: 'venue',
	noun: 'place',
	path: '/venues/:id',
	schema: z.object({
		...recordFields,
		name: z.string(),
		address: z.string(),
		/** Who may agree, as a job: 'site manager'. */
		whoMayAgree: z.string(),
		contact: z.nullable(z.string()),
		status: z.enum(answerStatuses),
		askedOn: z.nullable(daySchema),
		givenOn: z.nullable(daySchema),
		agreedBy: z.nullable(z.string()),
		/** Parts in which pictures are welcome, and parts in which they are not. */
		areas: z.array(z.string()),
		areasNotAllowed: z.array(z.string()),
		/** What to look out for: 'no patients in view'. */
		conditions: z.string(),
		/** The days on which pictures may be taken; null leaves that end open. */
		firstOn: z.nullable(daySchema),
		expiresOn: z.nullable(daySchema),
		takenBy: z.nullable(z.string()),
		confirmedAt: z.nullable(z.int()),
		confirmedBy: z.nullable(z.string()),
		refusedOn: z.nullable(daySchema),
		withdrawnOn: z.nullable(daySchema),
		/** Nothing of it is deleted while there is a reason in law; it outlasts each answer. */
		holdWhy: z._default(z.nullable(z.string()), null),
		...venueAnswerFields
	}),
	indexes: ['status', 'paperHash'],
	readers: roles,
	confidential: { fields: ['contact', 'agreedBy', 'signature', 'holdWhy'], readers: leaders },
	untold: ['contact', 'agreedBy', 'signature'],
	paper: {
		field: 'paperHash',
		readers: leaders,
		maker: ({ status, takenBy }) => (status === 'given' ? takenBy : null)
	},
	fields: {
		status: 'decided',
		areas: 'decided',
		areasNotAllowed: 'decided',
		firstOn: 'decided',
		expiresOn: 'decided',
		holdWhy: 'decided',
		...venueAnswerPolicies
	},
	title: (venue) => venue.name,
	words: (venue) => venue.address,
	labels: {
		name: 'Name',
		address: 'Address',
		whoMayAgree: 'Who may agree',
		contact: 'How to reach them',
		status: 'State',
		askedOn: 'Asked on',
		givenOn: 'Agreed on',
		agreedBy: 'Agreed by',
		areas: 'Where pictures are welcome',
		areasNotAllowed: 'Where they are not',
		conditions: 'What to look out for',
		firstOn: 'From',
		expiresOn: 'Until',
		confirmedAt: 'Confirmed at',
		confirmedBy: 'Confirmed by',
		refusedOn: 'Said no on',
		withdrawnOn: 'Taken back on',
		holdWhy: 'Kept because',
		...venueAnswerLabels
	}
});
export type Venue = RowOf<typeof venueRecord>;
