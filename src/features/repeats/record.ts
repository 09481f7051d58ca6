/**
 * A post that comes again: what it says, and when it comes.
 *
 * Nothing is made ahead of time: its days are counted out when the plan is looked at.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { contentFields } from '#features/posts/record.ts';

/** Enough for one a week for 40 years. */
const maxDays = 2_000;

/** Which of the weekdays of a month. */
export const nths = ['1', '2', '3', '4', 'last'] as const;
export type Nth = (typeof nths)[number];

const wholeNumber = 'Enter a whole number from 1 to 12.';
const every = z.int(wholeNumber).check(z.gte(1, wholeNumber), z.lte(12, wholeNumber));
/** 1 is Monday, 7 is Sunday. */
const weekday = z.int().check(z.gte(1), z.lte(7, 'Choose a day of the week.'));

const patternSchema = z.discriminatedUnion('unit', [
	z.strictObject({ unit: z.literal('week'), every, weekday }),
	z.strictObject({ unit: z.literal('month'), every, weekday, nth: z.enum(nths) }),
	/** On the day of the year of `firstOn`. */
	z.strictObject({ unit: z.literal('year') })
]);
export type Pattern = z.infer<typeof patternSchema>;

const { title, text, accounts, aim, type, plannedTime } = contentFields;
/** What each post of it starts with. */
export const wordFields = { title, text, accounts, aim, type, time: plannedTime };

/** What a writer fills in. */
export const repeatFields = {
	...wordFields,
	pattern: patternSchema,
	firstOn: daySchema,
	/** The last day on which it may come. Null: it goes on. */
	lastOn: z.nullable(daySchema)
};

const days = z._default(z.array(daySchema).check(z.maxLength(maxDays)), []);

export const postRepeatRecord = defineRecord({
	kind: 'post-repeat',
	noun: 'repeating post',
	path: '/repeats/:id',
	schema: z.object({
		...recordFields,
		...repeatFields,
		/** Days on which it does not come. */
		skippedOn: days,
		/** Days for which a post has been made, wherever that post has gone since. */
		writtenOn: days
	}),
	indexes: [],
	readers: roles,
	fields: { text: 'text', skippedOn: 'adds-up', writtenOn: 'adds-up' },
	title: (repeat) => repeat.title,
	words: (repeat) => repeat.text,
	labels: {
		title: 'Name',
		text: 'Text',
		accounts: 'Accounts',
		aim: 'Aim',
		type: 'Kind of post',
		time: 'Time',
		pattern: 'How often',
		firstOn: 'From',
		lastOn: 'Until',
		skippedOn: 'Days left out',
		writtenOn: 'Days with a post'
	}
});
export type PostRepeat = RowOf<typeof postRepeatRecord>;
