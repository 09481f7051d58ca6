/**
 * How this group runs its rota: which duties, how many people, and what counts as fair.
 *
 * One record, with the practice's id. A practice without one goes by `firstSettings`.
 */
import * as z from 'zod/mini';
import { daySchema, timeSchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

const whole = (first: number, last: number) =>
	z
		.int(`Enter a whole number from ${first} to ${last}.`)
		.check(z.gte(first, `Enter ${first} or more.`), z.lte(last, `Enter ${last} or fewer.`));

/** People at an event; other duties have one and a backup at most. */
export const mostPeople = 8;

/** What a duty asks: people a day (2 is someone and a backup, 0 is nobody by rule), and time. */
const lineFor = (people: number) =>
	z.strictObject({ isUsed: z.boolean(), people: whole(0, people), minutes: whole(0, 600) });

/** All that a leader can change. */
export const rotaSettingFields = {
	accounts: lineFor(2),
	posts: lineFor(2),
	photos: lineFor(2),
	events: lineFor(mostPeople),
	/** Evenings and weekends in a crisis, for those who want to: nobody is missed (S1-58). */
	crisis: lineFor(0),
	/** Staffed days without a look at an account: after so many it is told (S0-53). */
	amberDays: whole(1, 30),
	redDays: whole(1, 60),
	/** When that is told, if the hours of the day allow (K2). */
	alarmAt: timeSchema,
	/** The backup is told when nobody has looked by then. */
	lookBy: timeSchema,
	/** Days on which the group does not work, besides the holidays. */
	closedOn: z.array(daySchema).check(z.maxLength(60, 'Keep 60 days or fewer.')),
	/** The practice or a coordinator says yes to each swap. */
	swapNeedsYes: z.boolean(),
	/** Turns of one person in four weeks, so that nobody is worn out. */
	mostTurns: whole(1, 28),
	/** After so many days in a row comes a rest. */
	restAfter: whole(1, 14),
	/** Who said that two weeks running are fine for them. */
	twoWeeksIds: z.array(z.uuid()).check(z.maxLength(200))
};

const rarely = { isUsed: false, people: 0, minutes: 60 };

/** As a group starts, and as a record reads that is older than a field. */
export const firstSettings = {
	accounts: { isUsed: true, people: 1, minutes: 20 },
	posts: rarely,
	photos: rarely,
	events: rarely,
	crisis: rarely,
	amberDays: 2,
	redDays: 4,
	alarmAt: '10:00',
	lookBy: '18:00',
	closedOn: [],
	swapNeedsYes: false,
	mostTurns: 10,
	restAfter: 3,
	twoWeeksIds: []
} satisfies z.infer<z.ZodMiniObject<typeof rotaSettingFields>>;

export const rotaSettingsRecord = defineRecord({
	kind: 'rota-settings',
	noun: 'settings of the rota',
	path: '/rota/set-up',
	schema: z.pipe(
		z.transform((stored: unknown) =>
			typeof stored === 'object' ? { ...firstSettings, ...stored } : stored
		),
		z.object({ ...recordFields, ...rotaSettingFields })
	),
	indexes: [],
	readers: roles,
	fields: { twoWeeksIds: 'decided' },
	title: () => 'Settings of the rota',
	labels: {
		accounts: 'Look after accounts',
		posts: 'Write posts',
		photos: 'Take photos',
		events: 'Cover events',
		crisis: 'Help in a crisis',
		amberDays: 'Days without a look before it is told',
		redDays: 'Days without a look before it is urgent',
		alarmAt: 'When that is told',
		lookBy: 'By when someone looks each day',
		closedOn: 'Days when we do not work',
		swapNeedsYes: 'Swaps need a yes',
		mostTurns: 'Most turns in four weeks',
		restAfter: 'Days in a row before a rest',
		twoWeeksIds: 'Two weeks running are fine for'
	}
});
type RotaSettingsRow = RowOf<typeof rotaSettingsRecord>;
export type RotaSettings = Omit<RotaSettingsRow, 'id' | 'createdAt' | 'createdBy'>;
