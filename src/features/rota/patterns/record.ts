/**
 * A rota that repeats: every so many weeks, on some weekdays, people by turns.
 *
 * No slots are made ahead of time: its days are counted out when the rota is looked at.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { groupSchema } from '../record.ts';

const often = 'Enter a whole number from 1 to 12.';

/** All that a leader fills in. */
export const patternFields = {
	group: groupSchema,
	everyWeeks: z.int(often).check(z.gte(1, often), z.lte(12, often)),
	/** 1 is Monday. */
	weekdays: z
		.array(z.int().check(z.gte(1), z.lte(7)))
		.check(z.minLength(1, 'Choose a day of the week.'), z.maxLength(7)),
	/** In the order of their turns. */
	personIds: z
		.array(z.uuid())
		.check(z.minLength(1, 'Choose who takes turns.'), z.maxLength(30, 'Choose 30 or fewer.')),
	/** Whether the next person comes with each day or with each week that it falls in. */
	turn: z.enum(['day', 'week']),
	/** The next person in the list is the backup. */
	hasBackup: z.boolean(),
	firstOn: daySchema,
	/** The last day on which it may come. Null: it goes on. */
	lastOn: z.nullable(daySchema)
};

export const rotaPatternRecord = defineRecord({
	kind: 'rota-pattern',
	noun: 'repeating rota',
	path: '/rota/set-up',
	schema: z.object({ ...recordFields, ...patternFields }),
	indexes: ['group'],
	readers: roles,
	fields: { lastOn: 'decided' },
	title: (pattern) => `${pattern.group}, repeating`,
	labels: {
		group: 'Duty',
		everyWeeks: 'Every so many weeks',
		weekdays: 'On these days',
		personIds: 'Who takes turns',
		turn: 'Next person',
		hasBackup: 'With a backup',
		firstOn: 'From',
		lastOn: 'Until'
	}
});
export type RotaPattern = RowOf<typeof rotaPatternRecord>;
