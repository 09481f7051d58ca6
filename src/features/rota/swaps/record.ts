/**
 * A day that someone offers to another person, or to all, and what became of it.
 *
 * The day changes hands only when the other has said yes, and a leader too where the group wants it.
 */
import * as z from 'zod/mini';
import { daySchema, spokenDay } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { members } from '#domain/roles.ts';
import { groupSchema } from '../record.ts';

const swapStates = ['offered', 'accepted', 'done', 'declined', 'withdrawn'] as const;

export const rotaSwapRecord = defineRecord({
	kind: 'rota-swap',
	noun: 'swap',
	path: '/rota',
	schema: z.object({
		...recordFields,
		dutyOn: daySchema,
		group: groupSchema,
		fromId: z.uuid(),
		/** Whom it is offered to; null is everyone on the team. */
		toId: z.nullable(z.uuid()),
		/** Who said yes. */
		takerId: z.nullable(z.uuid()),
		/** `accepted`: waits for a leader's yes. */
		state: z.enum(swapStates)
	}),
	indexes: ['fromId', 'toId'],
	day: 'dutyOn',
	readers: members,
	fields: { state: 'decided', takerId: 'decided' },
	title: (swap) => `Swap of ${spokenDay(swap.dutyOn)}`,
	labels: {
		dutyOn: 'Day',
		group: 'Duty',
		fromId: 'Whose day',
		toId: 'Offered to',
		takerId: 'Who takes it',
		state: 'State'
	}
});
export type RotaSwap = RowOf<typeof rotaSwapRecord>;
