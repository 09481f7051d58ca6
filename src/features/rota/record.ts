/**
 * The rota: one slot is one calendar day for one group of accounts, held by one person.
 *
 * A slot may have nobody; a day without a slot is a gap all the same. Days are Europe/London.
 */
import * as z from 'zod/mini';
import { daySchema, spokenDay } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { members, roles } from '#domain/roles.ts';

export const maxNote = 1000;

export const groupSchema = z.string().check(z.minLength(1), z.maxLength(80));

export const rotaSlotRecord = defineRecord({
	kind: 'rota-slot',
	noun: 'rota day',
	path: '/rota',
	schema: z.object({
		...recordFields,
		dutyOn: daySchema,
		/** The label that accounts carry: 'All accounts'. */
		group: groupSchema,
		/** Who covers the day; null is a gap. */
		personId: z.nullable(z.uuid()),
		/** Who helps when the first person cannot. Never the same person. */
		backupId: z.nullable(z.uuid()),
		/** Handover: what is still open. */
		note: z._default(z.string(), '')
	}),
	indexes: ['group', 'personId', 'backupId'],
	day: 'dutyOn',
	readers: roles,
	fields: { personId: 'decided', backupId: 'decided', note: 'text' },
	title: (slot) => `${slot.group}, ${spokenDay(slot.dutyOn)}`,
	words: (slot) => slot.note,
	labels: {
		dutyOn: 'Day',
		group: 'Accounts',
		personId: 'Who covers',
		backupId: 'Backup',
		note: 'Handover note'
	}
});
export type RotaSlot = RowOf<typeof rotaSlotRecord>;

export const awayRecord = defineRecord({
	kind: 'away',
	noun: 'away dates',
	path: '/rota',
	schema: z.object({
		...recordFields,
		personId: z.uuid(),
		firstOn: daySchema,
		/** The last day away, itself included. */
		lastOn: daySchema
	}),
	indexes: ['personId'],
	day: 'firstOn',
	readers: members,
	title: (away) => `Away, ${spokenDay(away.firstOn)} to ${spokenDay(away.lastOn)}`,
	labels: { personId: 'Who', firstOn: 'First day away', lastOn: 'Last day away' }
});
export type Away = RowOf<typeof awayRecord>;
