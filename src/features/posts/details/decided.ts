/**
 * What only rules decide about a post: who looked, asked, agreed, posted, took down.
 *
 * Mutations set these fields and nobody types them in; they are never merged.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { shortText } from './fields.ts';

/** Who can be asked first. Source: S0-8. */
export const askedRoles = ['coordinator', 'practice-manager', 'icb'] as const;
export type AskedRole = (typeof askedRoles)[number];

/** What only rules decide, and nobody types in. */
export const decidedFields = {
	/** When the facts were checked. Source: S0-9. */
	checkedOn: z.nullable(daySchema),
	/** Warnings that someone has looked at, with why it is all right. Never the matched text. */
	looks: z.array(z.object({ check: z.string(), reason: z.string(), by: z.string() })),
	/** Blocks that someone with the right role let pass, with why. Cleared when the words change. */
	passes: z.array(z.object({ check: z.string(), reason: z.string(), by: z.string() })),
	/** Someone else than the writer would say it in the waiting room. Sources: S0-55, S4-45. */
	secondLookBy: z.nullable(z.string()),
	/** Looked through the list for photos. Source: S0-25. */
	photoLookBy: z.nullable(z.string()),
	/** The practice says that its facts are right. Source: S1-28. */
	factsConfirmedBy: z.nullable(z.string()),
	factsConfirmedOn: z.nullable(daySchema),
	/** A question before it is ready; it waits while there is no answer. Source: S0-8. */
	ask: z.nullable(
		z.object({
			to: z.enum(askedRoles),
			question: z.string(),
			by: z.string(),
			at: z.int(),
			answer: z.string(),
			answeredBy: z.nullable(z.string()),
			answeredAt: z.nullable(z.int())
		})
	),
	readyBy: z.nullable(z.string()),
	readyAt: z.nullable(z.int()),
	approvedBy: z.nullable(z.string()),
	approvedAt: z.nullable(z.int()),
	/** Who answered through a link, as they typed it; '' when it was done in the app. */
	answeredByLink: z.string(),
	/** SHA-256 of the secret of a link for someone without an account; used once. */
	linkHash: z.nullable(z.string()),
	linkUntil: z.nullable(z.int()),
	linkBy: z.nullable(z.string()),
	/** Why it was sent back, until it is ready again. */
	sentBack: shortText(500),
	/** Where it went out, with the link as proof. */
	postings: z.array(
		z.object({ accountId: z.uuid(), url: z.string(), at: z.int(), by: z.string() })
	),
	/** The post that puts this one right. */
	correctedBy: z.nullable(z.uuid()),
	/** Why it was taken off the accounts again. Source: S0-50. */
	takenDown: z.nullable(z.object({ reason: z.string(), by: z.string(), at: z.int() })),
	/** The practice is asked to share it on its own accounts. Source: S0-12. */
	practiceShare: z.nullable(z.object({ by: z.string(), doneBy: z.nullable(z.string()) })),
	/** The people of the group are asked to pass it on, and who says that they did. Source: S1-24. */
	groupShare: z.nullable(z.object({ by: z.string(), on: daySchema, doneBy: z.array(z.string()) }))
};

/** Nothing has been decided yet. */
export const undecided = {
	checkedOn: null as string | null,
	looks: [] as { check: string; reason: string; by: string }[],
	passes: [] as { check: string; reason: string; by: string }[],
	secondLookBy: null as string | null,
	photoLookBy: null as string | null,
	factsConfirmedBy: null as string | null,
	factsConfirmedOn: null as string | null,
	ask: null as Ask | null,
	readyBy: null as string | null,
	readyAt: null as number | null,
	approvedBy: null as string | null,
	approvedAt: null as number | null,
	answeredByLink: '',
	linkHash: null as string | null,
	linkUntil: null as number | null,
	linkBy: null as string | null,
	sentBack: '',
	postings: [] as { accountId: string; url: string; at: number; by: string }[],
	correctedBy: null as string | null,
	takenDown: null as { reason: string; by: string; at: number } | null,
	practiceShare: null as { by: string; doneBy: string | null } | null,
	groupShare: null as { by: string; on: string; doneBy: string[] } | null
};
export type Ask = NonNullable<z.infer<typeof decidedFields.ask>>;

type Decided = keyof typeof decidedFields;
// Object.fromEntries cannot say which keys it was given.
export const decidedPolicies = Object.fromEntries(
	Object.keys(decidedFields).map((name) => [name, 'decided'])
) as Record<Decided, 'decided'>;

export const decidedLabels = {
	checkedOn: 'Facts checked on',
	looks: 'Checked warnings',
	passes: 'Let pass',
	secondLookBy: 'Second pair of eyes',
	photoLookBy: 'Looked through the pictures',
	factsConfirmedBy: 'Facts confirmed by',
	factsConfirmedOn: 'Facts confirmed on',
	ask: 'Asked first',
	readyBy: 'Made ready by',
	readyAt: 'Made ready at',
	answeredByLink: 'Answered through a link by',
	linkHash: 'Link for an answer',
	linkUntil: 'Link works until',
	linkBy: 'Link made by',
	approvedBy: 'Approved by',
	approvedAt: 'Approved at',
	sentBack: 'Sent back because',
	postings: 'Posted',
	correctedBy: 'Put right by',
	takenDown: 'Taken down',
	practiceShare: 'Practice asked to share',
	groupShare: 'Group asked to share'
};
