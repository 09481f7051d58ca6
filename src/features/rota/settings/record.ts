/**
 * How this group runs its rota: which duties, how many people, and what counts as fair.
 *
 * One record, with the practice's id. A practice without one goes by `firstSettings`.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';

const whole = (first: number, last: number) =>
	z
		.int(`Enter a whole number from ${first} to ${last}.`)
		.check(z.gte(first, `Enter ${first} or more.`), z.lte(last, `Enter ${last} or fewer.`));

/** What a duty asks: people a day (2 is someone and a backup, 0 is nobody by rule), and time. */
const lineSchema = z.strictObject({
	isUsed: z.boolean(),
	people: whole(0, 2),
	minutes: whole(0, 600)
});

/** All that a leader can change. */
export const rotaSettingFields = {
	accounts: lineSchema,
	posts: lineSchema,
	photos: lineSchema,
	events: lineSchema,
	/** Staffed days without a look at an account: after so many it is told (S0-53). */
	amberDays: whole(1, 30),
	redDays: whole(1, 60),
	/** Days on which the group does not work, besides the holidays. */
	closedOn: z.array(daySchema).check(z.maxLength(60, 'Keep 60 days or fewer.')),
	/** The practice or a coordinator says yes to each swap. */
	swapNeedsYes: z.boolean(),
	/** Turns of one person in four weeks, so that nobody is worn out. */
	mostTurns: whole(1, 28),
	/** After so many days in a row comes a rest. */
	restAfter: whole(1, 14)
};

const rarely = { isUsed: false, people: 0, minutes: 60 };

/** As a group starts, and as a record reads that is older than a field. */
export const firstSettings = {
	accounts: { isUsed: true, people: 1, minutes: 20 },
	posts: rarely,
	photos: rarely,
	events: rarely,
	amberDays: 2,
	redDays: 4,
	closedOn: [],
	swapNeedsYes: false,
	mostTurns: 10,
	restAfter: 3
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
	title: () => 'Settings of the rota',
	labels: {
		accounts: 'Look after accounts',
		posts: 'Write posts',
		photos: 'Take photos',
		events: 'Cover events',
		amberDays: 'Days without a look before it is told',
		redDays: 'Days without a look before it is urgent',
		closedOn: 'Days when we do not work',
		swapNeedsYes: 'Swaps need a yes',
		mostTurns: 'Most turns in four weeks',
		restAfter: 'Days in a row before a rest'
	}
});
type RotaSettingsRow = RowOf<typeof rotaSettingsRecord>;
export type RotaSettings = Omit<RotaSettingsRow, 'id' | 'createdAt' | 'createdBy'>;
