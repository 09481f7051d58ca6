/**
 * A theme of a month: what several people told us, how many, and whom it was passed to. No names.
 *
 * Fewer than 5 people are never shown as a number. Sources: S2-17, S2-44, S2-45, S2-46.
 */
import * as z from 'zod/mini';
import { daySchema, monthSchema, spokenMonth } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

export const themeSorts = ['praise', 'concern', 'idea', 'question'] as const;
export type ThemeSort = (typeof themeSorts)[number];
export const themeSortNames: Readonly<Record<ThemeSort, string>> = {
	praise: 'Praise',
	concern: 'Concern or complaint',
	idea: 'Idea',
	question: 'Question'
};

const words = (most: number) =>
	z.string().check(z.trim(), z.maxLength(most, `Use ${most} letters or fewer.`));
const wholeNumber = 'Type a whole number like 12, or leave it empty if nobody counted.';

export const themeFields = {
	theme: z
		.string()
		.check(
			z.trim(),
			z.minLength(1, 'Say in a few words what it is about.'),
			z.maxLength(80, 'Use 80 letters or fewer.')
		),
	sort: z.enum(themeSorts),
	/** How many people told us. Null: nobody counted. */
	count: z.nullable(z.int(wholeNumber).check(z.gte(1, wholeNumber), z.lte(100_000, wholeNumber))),
	/** A job or a team, never a person's name. */
	passedTo: words(80),
	passedOn: z.nullable(daySchema),
	/** What came of it: 'you said, we did'. */
	cameOfIt: words(240)
};

export const themeRecord = defineRecord({
	kind: 'theme',
	noun: 'theme of what people told us',
	path: '/insights/told',
	schema: z.object({
		...recordFields,
		...themeFields,
		month: monthSchema,
		/** The first day of the month, for ranges. */
		monthOn: daySchema
	}),
	indexes: ['month'],
	day: 'monthOn',
	readers: roles,
	fields: { cameOfIt: 'text' },
	title: (theme) => `${theme.theme}, ${spokenMonth(theme.month)}`,
	words: (theme) => theme.cameOfIt,
	labels: {
		theme: 'What it is about',
		sort: 'Praise, concern, idea or question',
		count: 'How many people',
		passedTo: 'Passed to',
		passedOn: 'Passed on the day',
		cameOfIt: 'What came of it',
		month: 'Month'
	}
});
export type Theme = RowOf<typeof themeRecord>;
