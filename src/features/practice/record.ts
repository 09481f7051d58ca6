/**
 * The practice and its group: one record, whose id is the practice's id; and who to call for help.
 *
 * What may be public (phones, emails, postcodes) is here; the post checks go by these lists.
 */
import { limitsOverrides } from '#checks/limits.ts';
import { daySchema, timeSchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { webAddress } from '#domain/web-address.ts';
import * as z from 'zod/mini';

const tooLong = (letters: number) => `Use ${letters} letters or fewer.`;
const words = (most: number) => z.string().check(z.trim(), z.maxLength(most, tooLong(most)));
const listOf = <Item extends z.ZodMiniType>(item: Item, most: number) =>
	z.array(item).check(z.maxLength(most, `Keep ${most} or fewer.`));

export const nameSchema = z
	.string()
	.check(z.trim(), z.minLength(1, 'Enter a name.'), z.maxLength(120, tooLong(120)));
const phoneSchema = z
	.string()
	.check(z.trim(), z.regex(/^\+?[\d ()-]{3,24}$/, 'Enter a phone number, like 01632 960001.'));
const emailSchema = z
	.string()
	.check(
		z.trim(),
		z.maxLength(200, tooLong(200)),
		z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, 'Enter an email address, like name@example.com.')
	);
const postcodeSchema = z
	.string()
	.check(
		z.trim(),
		z.regex(/^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i, 'Enter a full postcode, like ZZ99 1AA.')
	);
const linkSchema = webAddress(tooLong(400));

const hoursSchema = z
	.strictObject({ from: timeSchema, to: timeSchema })
	.check(z.refine(({ from, to }) => from < to, 'The end must be later than the start.'));
export type Hours = z.infer<typeof hoursSchema>;

/** Weekday (1 is Monday, 7 is Sunday) → hours, or null when nobody is there. */
const weekSchema = z.record(
	z.string().check(z.regex(/^[1-7]$/, 'Choose a day of the week.')),
	z.nullable(hoursSchema)
);
export type Week = z.infer<typeof weekSchema>;

/** A body with a link to the NHS that posts may speak well of. Sources: S0-6, S1-5. */
const allowedBodySchema = z.strictObject({
	name: nameSchema,
	why: z
		.string()
		.check(
			z.trim(),
			z.minLength(3, 'Say in a few words what links it to the NHS.'),
			z.maxLength(200, tooLong(200))
		),
	addedOn: daySchema
});
/** Plain words, or the start of one with `*`: other signs of the lists could make a check slow. */
const addedPhraseSchema = z
	.string()
	.check(
		z.trim(),
		z.maxLength(60, tooLong(60)),
		z.regex(
			/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’-]*\*?$/u,
			'Use letters, numbers and spaces. A * may stand at the end.'
		)
	);

/** How old a person must be to have an account, as the group found it on a platform (S3-36). */
const minimumAgeSchema = z.strictObject({
	age: z.int().check(z.gte(0), z.lte(21, 'Enter 21 or less.')),
	checkedOn: daySchema
});

const months = z.int().check(z.gte(1, 'Enter 1 month or more.'), z.lte(120, 'Enter 120 or fewer.'));
const officeHours = { from: '09:00', to: '17:00' };

/** All that a leader can change. No defaults here: what is absent from an edit stays as it is. */
export const settingFields = {
	practiceName: nameSchema,
	groupName: nameSchema,
	values: words(400),
	/** Two or three aims, each with a number to watch. */
	aims: listOf(words(160), 3),
	needsApproval: z.boolean(),
	/** After so many days without an answer, whoever wrote the post hears of it too. */
	approvalDays: z.int().check(z.gte(1, 'Enter 1 day or more.'), z.lte(30, 'Enter 30 or fewer.')),
	staffedHours: weekSchema,
	officialPhones: listOf(phoneSchema, 40),
	officialEmails: listOf(emailSchema, 40),
	officialPostcodes: listOf(postcodeSchema, 40),
	officialAddresses: listOf(words(160), 40),
	altTextLevel: z.enum(['warn', 'block']),
	mutedChecks: listOf(z.string().check(z.maxLength(12)), 60),
	allowedBodies: listOf(allowedBodySchema, 60),
	/** Staff whom the practice names itself: 'Dr Okafor' (PC-06). */
	staffNames: listOf(words(120), 60),
	/** More words for a check, by its id. */
	addedWords: z.record(
		z.string().check(z.regex(/^PC-\d\d$/, 'Choose a check.')),
		listOf(addedPhraseSchema, 100)
	),
	gapWarningDays: z.int().check(z.gte(1, 'Enter 1 day or more.'), z.lte(60, 'Enter 60 or fewer.')),
	consentMonthsAdult: months,
	consentMonthsChild: months,
	privacyContact: words(200),
	/** Who answers for people's details: the practice, the group, or both. */
	controller: z.enum(['practice', 'group', 'both']),
	/** The talk with the practice before starting: when, and with whom (a role). */
	talkedOn: z.nullable(daySchema),
	talkedWith: words(120),
	icbName: words(120),
	nationalBodyName: words(120),
	regulatorName: words(120),
	hasHealthwatch: z.boolean(),
	/** The weeks before a vote, when posts keep to service news. In force once both are there. */
	electionFirstOn: z.nullable(daySchema),
	electionLastOn: z.nullable(daySchema),
	/** The day someone in the group found out that these dates hold here. Null: only suggested. */
	electionCheckedOn: z.nullable(daySchema),
	/** In a crisis nothing that was planned goes out until this is over (S2-37, PC-35). */
	isPaused: z.boolean(),
	/** Why, in a few words for the group. */
	pausedWhy: words(200),
	/** Where the group knows better than the limits that came with the app. */
	platformLimits: limitsOverrides,
	minimumAges: z.record(z.string().check(z.maxLength(40)), minimumAgeSchema)
};

/** As a practice starts, and as a record reads that is older than a field. */
export const firstSettings = {
	values: '',
	aims: [],
	needsApproval: true,
	approvalDays: 2,
	staffedHours: {
		...{ '1': officeHours, '2': officeHours, '3': officeHours, '4': officeHours, '5': officeHours },
		...{ '6': null, '7': null }
	},
	officialPhones: [],
	officialEmails: [],
	officialPostcodes: [],
	officialAddresses: [],
	altTextLevel: 'warn',
	mutedChecks: [],
	allowedBodies: [],
	staffNames: [],
	addedWords: {},
	gapWarningDays: 14,
	consentMonthsAdult: 24,
	consentMonthsChild: 12,
	privacyContact: '',
	controller: 'practice',
	talkedOn: null,
	talkedWith: '',
	icbName: '',
	nationalBodyName: 'NHS England',
	regulatorName: 'Information Commissioner’s Office',
	hasHealthwatch: true,
	electionFirstOn: null,
	electionLastOn: null,
	electionCheckedOn: null,
	isPaused: false,
	pausedWhy: '',
	platformLimits: {},
	minimumAges: {}
} satisfies Omit<z.infer<z.ZodMiniObject<typeof settingFields>>, 'practiceName' | 'groupName'>;

function withFirstSettings(stored: unknown): unknown {
	return typeof stored === 'object' ? { ...firstSettings, ...stored } : stored;
}

/** The same fields, each of which may be left out. */
export function eachOptional<Fields extends Record<string, z.ZodMiniType>>(fields: Fields) {
	const entries = Object.entries(fields).map(([name, field]) => [name, z.exactOptional(field)]);
	// Same keys, each schema wrapped; Object.fromEntries cannot say so.
	return Object.fromEntries(entries) as {
		[Name in keyof Fields]: z.ZodMiniExactOptional<Fields[Name]>;
	};
}

export const practiceRecord = defineRecord({
	kind: 'practice',
	noun: 'settings of the practice',
	path: '/settings',
	schema: z.pipe(z.transform(withFirstSettings), z.object({ ...recordFields, ...settingFields })),
	indexes: [],
	readers: roles,
	fields: { values: 'text' },
	title: (practice) => practice.practiceName,
	labels: {
		practiceName: 'Name of the practice',
		groupName: 'Name of the group',
		values: 'What the group stands for',
		aims: 'Aims',
		needsApproval: 'Posts need a yes from the practice',
		approvalDays: 'Days that the practice has for its yes',
		staffedHours: 'Hours when someone looks at the accounts',
		officialPhones: 'Public phone numbers',
		officialEmails: 'Public email addresses',
		officialPostcodes: 'Public postcodes',
		officialAddresses: 'Public addresses',
		mutedChecks: 'Post checks that are switched off',
		allowedBodies: 'Bodies that posts may speak well of',
		staffNames: 'Staff whom posts may name',
		addedWords: 'Words added to the post checks',
		gapWarningDays: 'Days ahead to warn of a gap in the rota or the plan',
		consentMonthsAdult: 'Months that a photo consent of an adult lasts',
		consentMonthsChild: 'Months that a photo consent of a child lasts',
		privacyContact: 'Who to ask about privacy',
		controller: 'Who looks after people’s details',
		electionFirstOn: 'First day of the weeks before a vote',
		electionLastOn: 'Last day of the weeks before a vote',
		electionCheckedOn: 'Dates of the vote checked on',
		isPaused: 'Planned posts are paused',
		pausedWhy: 'Why they are paused',
		platformLimits: 'Limits of the platforms',
		minimumAges: 'Ages from which the platforms may be used'
	}
});
export type Practice = RowOf<typeof practiceRecord>;

export const contactRoles = [
	'practice-route',
	'complaints',
	'safeguarding',
	'children-team',
	'adults-team',
	'out-of-hours',
	'foi',
	'data-protection',
	'press',
	'icb',
	'pals',
	'ombudsman',
	'healthwatch',
	'crisis',
	'support',
	'other'
] as const;
export type ContactRole = (typeof contactRoles)[number];

export const contactFields = {
	/** What this contact is for. */
	role: z.enum(contactRoles),
	/** A job or a team rather than a person, so that it stays true: 'Duty manager'. */
	name: nameSchema,
	phone: z.nullable(phoneSchema),
	email: z.nullable(emailSchema),
	url: z.nullable(linkSchema)
};

export const contactRecord = defineRecord({
	kind: 'contact',
	noun: 'contact for help',
	path: '/settings',
	schema: z.object({
		...recordFields,
		...contactFields,
		/** The day on which someone last made sure that it is right. */
		checkedOn: z.nullable(daySchema)
	}),
	indexes: ['role'],
	readers: roles,
	title: (contact) => contact.name,
	labels: {
		role: 'What it is for',
		name: 'Name',
		phone: 'Phone number',
		email: 'Email address',
		url: 'Web page',
		checkedOn: 'Checked on'
	}
});
export type Contact = RowOf<typeof contactRecord>;
