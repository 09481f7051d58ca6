/**
 * The register of social media accounts: what they are for and who looks after them.
 *
 * Never a password. Where access is kept is a note in words ('in the practice safe').
 */
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { webAddress } from '#domain/web-address.ts';
import * as z from 'zod/mini';

const words = (most: number) =>
	z.string().check(z.trim(), z.maxLength(most, `Use ${most} letters or fewer.`));

/** All that can be typed in. */
export const accountFields = {
	name: z
		.string()
		.check(
			z.trim(),
			z.minLength(1, 'Enter the name of the account.'),
			z.maxLength(120, 'Use 120 letters or fewer for the name.')
		),
	/** The id of a platform of the checks; one that they do not know gets plain text and no limit. */
	platform: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'Choose where the account is.')),
	profileUrl: z.nullable(webAddress('Use 400 letters or fewer for the link.')),
	purpose: words(300),
	/** The accounts that one duty covers together: 'All accounts'. */
	group: z
		.string()
		.check(
			z.trim(),
			z.minLength(1, 'Enter a name for the duty.'),
			z.maxLength(60, 'Use 60 letters or fewer for the duty.')
		),
	ownerId: z.nullable(z.uuid()),
	deputyId: z.nullable(z.uuid()),
	postsPerWeek: z.int().check(z.gte(0), z.lte(50, 'Enter 50 or fewer.')),
	/** Where the way in is kept and who can get it back. Never the way in itself. */
	accessNote: words(200),
	hasTwoStep: z.boolean(),
	/** The page itself says when someone looks at it. */
	showsHours: z.boolean()
};

/** For records that are older than a field. */
const firstValues = {
	group: 'All accounts',
	postsPerWeek: 2,
	accessNote: '',
	hasTwoStep: false,
	showsHours: false,
	checkedOn: null,
	closedOn: null
};

export const accountRecord = defineRecord({
	kind: 'account',
	noun: 'account',
	path: '/accounts/:id',
	schema: z.pipe(
		z.transform((stored: unknown) =>
			typeof stored === 'object' ? { ...firstValues, ...stored } : stored
		),
		z.object({
			...recordFields,
			...accountFields,
			status: z.enum(['active', 'closed']),
			closedOn: z.nullable(daySchema),
			/** The day of the latest look at whether it is used and safe. */
			checkedOn: z.nullable(daySchema)
		})
	),
	indexes: ['status', 'platform', 'group'],
	readers: roles,
	fields: { status: 'decided', purpose: 'text' },
	title: (account) => account.name,
	words: (account) => `${account.platform} ${account.purpose}`,
	labels: {
		name: 'Name',
		platform: 'Where it is',
		profileUrl: 'Link to the page',
		purpose: 'What it is for',
		group: 'Duty on the rota',
		ownerId: 'Who looks after it',
		deputyId: 'Who stands in',
		status: 'In use',
		postsPerWeek: 'Posts a week',
		accessNote: 'Where the way in is kept',
		hasTwoStep: 'Two-step sign-in is on',
		showsHours: 'The page shows our hours',
		checkedOn: 'Checked on',
		closedOn: 'Closed on'
	}
});
export type Account = RowOf<typeof accountRecord>;
