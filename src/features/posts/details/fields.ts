/**
 * What some kinds of post need besides words: one flat set of fields, each with its own merging.
 *
 * Which kind asks for which stands in types/types.ts. Never rename a field: old posts have it.
 */
import * as z from 'zod/mini';
import { daySchema, timeSchema } from '#domain/calendar.ts';

export const webAddressSchema = z.union([
	z.literal(''),
	z
		.string()
		.check(
			z.maxLength(2000, 'This link is too long.'),
			z.regex(/^https?:\/\/\S+\.\S+$/, 'Enter a whole link, starting with https://')
		)
]);

export const shortText = (most: number) =>
	z.string().check(z.maxLength(most, `Use ${most} letters or fewer.`));

export const detailFields = {
	/** What is passed on, or the story in the news. Sources: S0-10, S0-33. */
	originalUrl: webAddressSchema,
	/** Who wrote or made it first. Source: S0-33. */
	originalAuthor: shortText(120),
	/** The last day to answer a question. Source: S0-45. */
	closesOn: z.nullable(daySchema),
	/** When and where an event is, and how people get in. Source: S1-27. */
	eventOn: z.nullable(daySchema),
	eventTime: z.nullable(timeSchema),
	place: shortText(160),
	access: shortText(300),
	/** Where the practice has said it first. Source: S1-47. */
	announcedUrl: webAddressSchema,
	/** What was wrong in the post that this one puts right. Source: S0-36. */
	wasWrong: shortText(500),
	correctionOf: z.nullable(z.uuid()),
	/** The question that this post tells the answers of. Source: S0-46. */
	youSaidOf: z.nullable(z.uuid()),
	/** The event on whose day this post goes out. Source: S1-33. */
	packOf: z.nullable(z.uuid())
};

export const emptyDetails = {
	originalUrl: '',
	originalAuthor: '',
	closesOn: null as string | null,
	eventOn: null as string | null,
	eventTime: null as string | null,
	place: '',
	access: '',
	announcedUrl: '',
	wasWrong: '',
	correctionOf: null as string | null,
	youSaidOf: null as string | null,
	packOf: null as string | null
};

export const detailLabels = {
	originalUrl: 'The original',
	originalAuthor: 'Who wrote the original',
	closesOn: 'Last day to answer',
	eventOn: 'Day of the event',
	eventTime: 'Time of the event',
	place: 'Where the event is',
	access: 'How people get in',
	announcedUrl: 'Where the practice has said it',
	wasWrong: 'What was wrong',
	correctionOf: 'Corrects the post',
	youSaidOf: 'Answers to the question',
	packOf: 'On the day of the event'
};

// Plain object made here: its keys are those of its type.
export const detailNames = Object.keys(detailFields) as (keyof typeof detailFields)[];
