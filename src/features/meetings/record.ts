/**
 * A meeting of the group, and what was agreed there for someone to do.
 *
 * A meeting looks at the month before it. Source: sources.md S0-47.
 */
import * as z from 'zod/mini';
import { daySchema, spokenDay } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

export const decisionsSchema = z
	.string()
	.check(z.maxLength(1000, 'Keep the decisions under 1,000 letters.'));

export const meetingRecord = defineRecord({
	kind: 'meeting',
	noun: 'meeting',
	path: '/meetings/:id',
	schema: z.object({
		...recordFields,
		heldOn: daySchema,
		/** What was decided, a line each. */
		decisions: decisionsSchema
	}),
	indexes: [],
	day: 'heldOn',
	readers: roles,
	fields: { decisions: 'text' },
	title: (meeting) => `Meeting on ${spokenDay(meeting.heldOn)}`,
	words: (meeting) => meeting.decisions,
	labels: { heldOn: 'Day', decisions: 'What was decided' }
});
export type Meeting = RowOf<typeof meetingRecord>;

export const maxWhat = 160;

export const actionFields = {
	what: z
		.string()
		.check(
			z.trim(),
			z.minLength(1, 'Say what there is to do.'),
			z.maxLength(maxWhat, `Use ${maxWhat} letters or fewer.`)
		),
	/** The person who does it. Null: nobody has said so yet. */
	whoId: z.nullable(z.uuid()),
	dueOn: daySchema
};

export const actionRecord = defineRecord({
	kind: 'meeting-action',
	noun: 'thing to do from a meeting',
	path: '/meetings',
	schema: z.object({
		...recordFields,
		...actionFields,
		meetingId: z.uuid(),
		doneOn: z.nullable(daySchema),
		/** 'yes' once it is done: looked up on Today. */
		isDone: z.enum(['yes', 'no'])
	}),
	indexes: ['meetingId', 'isDone'],
	readers: roles,
	fields: { doneOn: 'decided', isDone: 'decided' },
	title: (action) => action.what,
	labels: {
		what: 'What there is to do',
		whoId: 'Who does it',
		dueOn: 'By',
		meetingId: 'Meeting',
		doneOn: 'Done on',
		isDone: 'Done'
	}
});
export type Action = RowOf<typeof actionRecord>;
