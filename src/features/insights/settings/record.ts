/**
 * How this group looks back: until when the notes are due, and what is asked once a year or twice.
 *
 * One record, with the practice's id. A practice without one goes by `firstSettings`.
 * Sources: S2-45, S2-47, S4-62, S4-72.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

const whole = (first: number, last: number) =>
	z
		.int(`Enter a whole number from ${first} to ${last}.`)
		.check(z.gte(first, `Enter ${first} or more.`), z.lte(last, `Enter ${last} or fewer.`));

/** What the practice's website tells of complaints. Source: S2-47. */
export const complaintAnswers = ['not-asked', 'yes', 'no'] as const;

/** All that a leader can change. */
export const insightSettingFields = {
	/** A month's notes are due by this day of the next month (S4-62). */
	dueDay: whole(1, 28),
	/** Or so many days before the meeting, if that is earlier. */
	daysBeforeMeeting: whole(0, 14),
	/** What people told us stands on the sheet (S2-45). */
	showsTold: z.boolean(),
	/** Months between two looks at how the rules are kept (S4-72). */
	checkMonths: whole(1, 24),
	/** What the last of them found, for the sheet. */
	checkSays: z.string().check(z.trim(), z.maxLength(240, 'Use 240 letters or fewer.')),
	checkedOn: z.nullable(daySchema),
	complaintNumbers: z.enum(complaintAnswers),
	complaintsAskedOn: z.nullable(daySchema)
};

/** As a group starts, and as a record reads that is older than a field. */
export const firstSettings = {
	dueDay: 7,
	daysBeforeMeeting: 3,
	showsTold: true,
	checkMonths: 6,
	checkSays: '',
	checkedOn: null,
	complaintNumbers: 'not-asked',
	complaintsAskedOn: null
} satisfies z.infer<z.ZodMiniObject<typeof insightSettingFields>>;

export const insightSettingsRecord = defineRecord({
	kind: 'insight-settings',
	noun: 'settings of the insights',
	path: '/insights/settings',
	schema: z.pipe(
		z.transform((stored: unknown) =>
			typeof stored === 'object' ? { ...firstSettings, ...stored } : stored
		),
		z.object({ ...recordFields, ...insightSettingFields })
	),
	indexes: [],
	readers: roles,
	title: () => 'Settings of the insights',
	labels: {
		dueDay: 'Notes due by this day of the next month',
		daysBeforeMeeting: 'Or so many days before the meeting',
		showsTold: 'What people told us stands on the sheet',
		checkMonths: 'Months between two checks of our rules',
		checkSays: 'What the last check found',
		checkedOn: 'Day of the last check',
		complaintNumbers: 'The practice’s website shows numbers of complaints',
		complaintsAskedOn: 'Asked on'
	}
});
type InsightSettingsRow = RowOf<typeof insightSettingsRecord>;
export type InsightSettings = Omit<InsightSettingsRow, 'id' | 'createdAt' | 'createdBy'>;
