/**
 * What one person wants to be reminded of, when, and how. Its id is the person's id.
 *
 * Where a person is reached (phones, e-mail address) is no record: only the server knows it.
 */
import * as z from 'zod/mini';
import { timeSchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

export const topics = [
	'duty',
	'swap',
	'gap',
	'look',
	'answer',
	'post',
	'approval',
	'consent',
	'takedown',
	'ending',
	'numbers'
] as const;
export type Topic = (typeof topics)[number];

/** How long before a turn on the rota. */
export const dutyLeads = ['morning', 'evening', 'two-days', 'week'] as const;
export type DutyLead = (typeof dutyLeads)[number];

/** How many minutes before the time of a post. */
export const postLeads = ['0', '15', '60', '1440'] as const;

export const choiceFields = {
	/** Left out, not chosen: what the app learns to remind of later is on for everyone. */
	topicsOff: z.array(z.enum(topics)).check(z.maxLength(topics.length)),
	dutyLead: z.enum(dutyLeads),
	postLead: z.enum(postLeads),
	quietFrom: timeSchema,
	quietUntil: timeSchema,
	byPush: z.boolean(),
	byMail: z.boolean()
};

export const firstChoice = {
	topicsOff: [] as Topic[],
	dutyLead: 'evening' as const,
	postLead: '15' as const,
	quietFrom: '21:00',
	quietUntil: '08:00',
	byPush: true,
	byMail: true
};

export const reminderChoiceRecord = defineRecord({
	kind: 'reminder-choice',
	noun: 'choice of reminders',
	path: '/reminders',
	schema: z.object({ ...recordFields, ...choiceFields }),
	indexes: [],
	readers: roles,
	title: () => 'Reminders',
	labels: {
		topicsOff: 'Not reminded of',
		dutyLead: 'Before a turn',
		postLead: 'Before a post',
		quietFrom: 'Quiet from',
		quietUntil: 'Quiet until',
		byPush: 'On phones and computers',
		byMail: 'By e-mail'
	}
});
export type ReminderChoice = RowOf<typeof reminderChoiceRecord>;
