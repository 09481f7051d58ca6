/**
 * What becomes of a consent later on: how it was confirmed, taken back, ended and let go.
 *
 * All have a first value, so that consents from before these fields can be read.
 */
import { daySchema, monthSchema } from '#domain/calendar.ts';
import * as z from 'zod/mini';

/** What the practice manager looks at before confirming. */
export const deskChecks = ['form', 'person', 'uses', 'behind', 'child', 'health', 'days'] as const;
export type DeskCheck = (typeof deskChecks)[number];

export const laterFields = {
	/** Pictures on which they no longer want to be seen. */
	withdrawnPhotos: z._default(z.array(z.uuid()), []),
	/** They take their yes back for what comes. What has gone out may stay. */
	keepsPosts: z._default(z.boolean(), false),
	confirmChecked: z._default(z.array(z.enum(deskChecks)), []),
	/** The practice manager could not accept the form. */
	turnedDownBy: z._default(z.nullable(z.string()), null),
	turnedDownWhy: z._default(z.nullable(z.string()), null),
	/** Why it ends on another day than is usual here. */
	expiresWhy: z._default(z.string(), ''),
	/** When a child is asked anew, at 13 or 16. A month, never the birthday. */
	reaskIn: z._default(z.nullable(monthSchema), null),
	/** Staff: their last day. Then someone asks what may stay. */
	leavesOn: z._default(z.nullable(daySchema), null),
	/** Someone asked what may stay after they had left. */
	leftReviewedOn: z._default(z.nullable(daySchema), null),
	/** Nothing of it is deleted while there is a reason in law. */
	holdWhy: z._default(z.nullable(z.string()), null),
	/** From this day on only code, days and outcome are left. */
	reducedOn: z._default(z.nullable(daySchema), null)
};

/** As a consent starts. */
export const nothingLater = {
	withdrawnPhotos: [] as string[],
	keepsPosts: false,
	confirmChecked: [] as DeskCheck[],
	turnedDownBy: null as string | null,
	turnedDownWhy: null as string | null,
	expiresWhy: '',
	reaskIn: null as string | null,
	leavesOn: null as string | null,
	leftReviewedOn: null as string | null,
	holdWhy: null as string | null,
	reducedOn: null as string | null
};

export const laterPolicies = {
	withdrawnPhotos: 'decided',
	keepsPosts: 'decided',
	confirmChecked: 'decided',
	turnedDownBy: 'decided',
	turnedDownWhy: 'decided',
	holdWhy: 'decided',
	reducedOn: 'decided'
} as const;

export const laterLabels = {
	withdrawnPhotos: 'Pictures taken back',
	keepsPosts: 'What has gone out may stay',
	confirmChecked: 'Looked at before confirming',
	turnedDownWhy: 'Why the practice said no',
	expiresWhy: 'Why it ends on this day',
	reaskIn: 'Ask the child anew in',
	leavesOn: 'Last day at work',
	leftReviewedOn: 'Asked after they left',
	holdWhy: 'Kept because',
	reducedOn: 'Cut down on'
} as const;
