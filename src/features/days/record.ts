/**
 * The group's own hand in the awareness days: added, changed, hidden or shown.
 *
 * A day that came with the app is never lost: a record with its `dayId` says only what differs.
 * Sources: sources.md S1-22, S3-17.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { webAddressOrNone } from '#domain/web-address.ts';

export const dayIdSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/, 'Choose a day.'));

export const dayFields = {
	title: z
		.string()
		.check(
			z.trim(),
			z.minLength(1, 'Enter the name of the day.'),
			z.maxLength(120, 'Use 120 letters or fewer.')
		),
	firstOn: daySchema,
	/** The same day again for a single one. */
	lastOn: daySchema,
	sourceUrl: webAddressOrNone
};

export const awarenessDayRecord = defineRecord({
	kind: 'awareness-day',
	noun: 'awareness day',
	path: '/days',
	schema: z.object({
		...recordFields,
		/** The day that came with the app; null for one that the group added. */
		dayId: z.nullable(dayIdSchema),
		/** Null: as it came with the app. */
		title: z.nullable(dayFields.title),
		firstOn: z.nullable(daySchema),
		lastOn: z.nullable(daySchema),
		sourceUrl: z.nullable(dayFields.sourceUrl),
		/** The day someone looked the dates up. */
		checkedOn: z.nullable(daySchema),
		isHidden: z.boolean()
	}),
	indexes: ['dayId'],
	day: 'firstOn',
	readers: roles,
	title: (day) => day.title ?? 'An awareness day that was changed',
	labels: {
		title: 'Name',
		firstOn: 'First day',
		lastOn: 'Last day',
		sourceUrl: 'Where the dates come from',
		checkedOn: 'Dates checked on',
		isHidden: 'Hidden'
	}
});
export type OwnDay = RowOf<typeof awarenessDayRecord>;
