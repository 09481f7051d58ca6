/**
 * The monthly insight note: one for each month and account, numbers typed in and what was learnt.
 *
 * A number that nobody knows is null, never 0: a blank is not a zero.
 */
import * as z from 'zod/mini';
import { daySchema, firstDayOf, monthSchema, spokenMonth } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

/** Longest texts: the meeting sheet must stay on one page. */
export const maxLearned = 240;
export const maxTold = 600;
const maxNumber = 999_999_999_999;

const wholeNumber = 'Type a whole number like 120, or leave it empty if nobody knows.';
export const numberSchema = z.nullable(
	z
		.int(wholeNumber)
		.check(z.nonnegative(wholeNumber), z.maximum(maxNumber, 'This number is too big.'))
);

const text = z._default(z.string(), '');
const number = z._default(numberSchema, null);

export const numberFields = [
	'followers',
	'reach',
	'views',
	'interactions',
	'linkClicks',
	'postsMade',
	'answered',
	'sameDay'
] as const;
export const textFields = [
	'learned1',
	'learned2',
	'learned3',
	'willChange',
	'cameOfIt',
	'praise',
	'told',
	'didAboutIt'
] as const;
/** What a person fills in. */
export const noteFields = [...numberFields, ...textFields] as const;

export const insightNoteRecord = defineRecord({
	kind: 'insight-note',
	noun: 'monthly note',
	path: '/insights/:id',
	schema: z.object({
		...recordFields,
		month: monthSchema,
		/** The first day of the month, for ranges. */
		monthOn: daySchema,
		accountId: z.uuid(),
		/** At the end of the month; the other numbers are for the month. */
		followers: number,
		reach: number,
		views: number,
		interactions: number,
		linkClicks: number,
		postsMade: number,
		/** Comments and messages that were answered. */
		answered: number,
		/** Of those, how many on the day on which they came (S0-20). */
		sameDay: number,
		learned1: text,
		learned2: text,
		learned3: text,
		/** The one thing to change. */
		willChange: text,
		/** What came of the change that last month's note promised. */
		cameOfIt: text,
		/** What people liked, and what they found hard or asked for (S2-46). No names. */
		praise: text,
		told: text,
		/** What the practice did about it. */
		didAboutIt: text
	}),
	indexes: ['accountId', 'month'],
	day: 'monthOn',
	readers: roles,
	fields: {
		learned1: 'text',
		learned2: 'text',
		learned3: 'text',
		willChange: 'text',
		cameOfIt: 'text',
		praise: 'text',
		told: 'text',
		didAboutIt: 'text'
	},
	title: (note) => `Insights, ${spokenMonth(note.month)}`,
	words: (note) => textFields.map((field) => note[field]).join(' '),
	labels: {
		month: 'Month',
		accountId: 'Account',
		followers: 'Followers',
		reach: 'Reach',
		views: 'Views',
		interactions: 'Interactions',
		linkClicks: 'Link clicks',
		postsMade: 'Posts made',
		answered: 'Comments answered',
		sameDay: 'Answered the same day',
		learned1: 'First thing learned',
		learned2: 'Second thing learned',
		learned3: 'Third thing learned',
		willChange: 'What we will change',
		cameOfIt: 'What came of last month’s change',
		praise: 'What people liked',
		told: 'What people found hard, or asked for',
		didAboutIt: 'What the practice did'
	}
});
export type InsightNote = RowOf<typeof insightNoteRecord>;

/** What a new note holds: nothing known, nothing written. */
export function emptyNote(month: string, accountId: string) {
	return {
		month,
		monthOn: firstDayOf(month),
		accountId,
		followers: null,
		reach: null,
		views: null,
		interactions: null,
		linkClicks: null,
		postsMade: null,
		answered: null,
		sameDay: null,
		learned1: '',
		learned2: '',
		learned3: '',
		willChange: '',
		cameOfIt: '',
		praise: '',
		told: '',
		didAboutIt: ''
	};
}
