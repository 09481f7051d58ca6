/**
 * The shape of a platform's limits, and of what a practice may set instead.
 *
 * Apart from the facts in platforms.ts: the practice's record needs the shape only.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { countingRules } from './counting-rules.ts';

const limit = z.int().check(z.positive());
const countedAs = z.enum(countingRules);

export const platformLimits = z.strictObject({
	id: z.string(),
	name: z.string(),
	/** All of them hold at once. Empty: no limit is known. */
	text: z.array(z.strictObject({ max: limit, countedAs })),
	/** For a platform that asks for a title of its own. */
	maxTitle: z.nullable(limit),
	/** The feed shows about `after` and hides the rest; what matters goes into the `opening`. */
	cutOff: z.nullable(z.strictObject({ after: limit, opening: limit, countedAs })),
	/** `max`: the platform takes no more. `advised`: more does not help. `null`: not known. */
	hashtags: z.strictObject({ max: z.nullable(limit), advised: z.nullable(z.int()) }),
	/** `max`: `null` when it is not known or there is none. */
	altText: z.strictObject({ max: z.nullable(limit) }),
	/** Where the numbers come from, and where sources disagree. */
	source: z.string(),
	/** SURE: published. LIKELY: several others say so. CONFIG: please check. OWN: the practice's. */
	mark: z.enum(['SURE', 'LIKELY', 'CONFIG', 'OWN']),
	checkedOn: daySchema
});
export type PlatformLimits = z.infer<typeof platformLimits>;

/** What a practice may set. What is left out stays; `null` means: no limit. */
const limitsOverride = z.strictObject({
	maxText: z.optional(z.nullable(limit)),
	cutOffAfter: z.optional(z.nullable(limit)),
	maxHashtags: z.optional(z.nullable(limit)),
	maxAltText: z.optional(z.nullable(limit)),
	checkedOn: z.optional(daySchema)
});
export type LimitsOverride = z.infer<typeof limitsOverride>;

/** By the id of a platform, or of one account: a Mastodon server sets its own limit. */
export const limitsOverrides = z.record(z.string(), limitsOverride);
export type LimitsOverrides = Readonly<Record<string, LimitsOverride>>;
