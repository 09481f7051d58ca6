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

/** What a duty is about; slots from before there were several are about the accounts. */
export const duties = ['accounts', 'posts', 'photos', 'events', 'crisis'] as const;
export type Duty = (typeof duties)[number];
/** People at one event, besides the two places that each day has. */
export const mostAlong = 10;
/** Longer than a day's duty can be. */
export const mostMinutes = 600;

export const groupSchema = z.string().check(z.minLength(1), z.maxLength(80));

export const rotaSlotRecord = defineRecord({
	kind: 'rota-slot',
	noun: 'rota day',
	path: '/rota',
	schema: z.object({
		...recordFields,
		dutyOn: daySchema,
		/** The label that accounts carry, 'All accounts', or the name of another duty: 'Take photos'. */
		group: groupSchema,
		duty: z._default(z.enum(duties), 'accounts'),
		/** Who covers the day; null is a gap. */
		personId: z.nullable(z.uuid()),
		/** Who helps when the first person cannot. Never the same person. */
		backupId: z.nullable(z.uuid()),
		/** Who comes along, for an event that needs more than two. */
		alsoIds: z._default(z.array(z.uuid()).check(z.maxLength(mostAlong)), []),
		/** Handover: what is still open. */
		note: z._default(z.string(), ''),
		/** How long it took, where somebody says so (S0-52). */
		minutes: z._default(z.nullable(z.int().check(z.gte(0), z.lte(mostMinutes))), null)
	}),
	indexes: ['group', 'personId', 'backupId'],
	day: 'dutyOn',
	readers: roles,
	fields: { personId: 'decided', backupId: 'decided', alsoIds: 'decided', note: 'text' },
	title: (slot) => `${slot.group}, ${spokenDay(slot.dutyOn)}`,
	words: (slot) => slot.note,
	labels: {
		dutyOn: 'Day',
		group: 'Accounts',
		duty: 'Duty',
		personId: 'Who covers',
		backupId: 'Backup',
		alsoIds: 'Comes along',
		note: 'Handover note',
		minutes: 'Minutes it took'
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
