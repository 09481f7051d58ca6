/**
 * What the owner of a place agreed to, over and above parts and days, and how that can be proved.
 *
 * All have a first value, so that places from before these fields can be read.
 */
import { daySchema } from '#domain/calendar.ts';
import * as z from 'zod/mini';
import {
	copyWays,
	mediums,
	purposes,
	venueLooks,
	venueMethods,
	type CopyWay,
	type Medium,
	type Purpose,
	type VenueLook,
	type VenueMethod
} from '../fields/kinds.ts';
import { signatureSchema, type Signature } from '../fields/signature.ts';

const perhaps = <Item extends z.ZodMiniType>(item: Item) => z._default(z.nullable(item), null);

export const venueAnswerFields = {
	/** What for, and on which accounts. Null: from before these were asked, so all of ours. */
	purposes: perhaps(z.array(z.enum(purposes))),
	accounts: perhaps(z.array(z.string())),
	media: z._default(z.array(z.enum(mediums)), ['photo']),
	/** Pictures from here may be in a post that someone pays for. */
	mayPromote: z._default(z.boolean(), false),
	/** When pictures are welcome: 'before 8am, and at weekends'. */
	times: z._default(z.string(), ''),
	/** What was looked at together: no patients in view, screens, notes … */
	looks: z._default(z.array(z.enum(venueLooks)), []),
	method: perhaps(z.enum(venueMethods)),
	signature: perhaps(signatureSchema),
	/** The moment of the answer. On which device: the history says. */
	signedAt: perhaps(z.int()),
	wordingVersion: perhaps(z.string()),
	/** The photo of the signed paper. Who may see it: `paper`. */
	paperHash: perhaps(z.string()),
	copyOn: perhaps(daySchema),
	copyHow: perhaps(z.enum(copyWays)),
	/** What the practice manager noted on confirming. */
	confirmNote: perhaps(z.string()),
	withdrawnBy: perhaps(z.string()),
	withdrawnHow: perhaps(z.string()),
	/** What has gone out may stay. */
	keepsPosts: z._default(z.boolean(), false),
	/** From this day on only parts, days and outcome of the answer are left. */
	reducedOn: perhaps(daySchema)
};

/** As a place starts, and as each new answer starts. */
export const nothingAnsweredThere = {
	purposes: null as Purpose[] | null,
	accounts: null as string[] | null,
	media: ['photo'] as Medium[],
	mayPromote: false,
	times: '',
	looks: [] as VenueLook[],
	method: null as VenueMethod | null,
	signature: null as Signature | null,
	signedAt: null as number | null,
	wordingVersion: null as string | null,
	paperHash: null as string | null,
	copyOn: null as string | null,
	copyHow: null as CopyWay | null,
	confirmNote: null as string | null,
	withdrawnBy: null as string | null,
	withdrawnHow: null as string | null,
	keepsPosts: false,
	reducedOn: null as string | null
};

export const venueAnswerPolicies = {
	purposes: 'decided',
	accounts: 'decided',
	media: 'decided',
	mayPromote: 'decided',
	times: 'decided',
	looks: 'decided',
	signature: 'decided',
	wordingVersion: 'decided',
	paperHash: 'decided',
	keepsPosts: 'decided',
	reducedOn: 'decided'
} as const;

export const venueAnswerLabels = {
	purposes: 'What for',
	accounts: 'Which accounts',
	media: 'What it is about',
	mayPromote: 'In posts that we pay for',
	times: 'At which times',
	looks: 'Looked at together',
	method: 'How they answered',
	signature: 'Signature',
	signedAt: 'Signed at',
	wordingVersion: 'Words of the form',
	copyOn: 'Copy given on',
	copyHow: 'How the copy was given',
	confirmNote: 'Note',
	withdrawnHow: 'How they told us',
	keepsPosts: 'What has gone out may stay',
	reducedOn: 'Cut down on'
} as const;
