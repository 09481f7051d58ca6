/**
 * What device and server say to each other. One patch shape answers push, pull and poke.
 *
 * What travels up is what people did; what travels down is how things are.
 */
import * as z from 'zod/mini';
import { refusalSchema } from './refusal.ts';

/**
 * Raised when a message changes its shape so that an older side cannot read it. 1: the first.
 * 2: answers say less of what the phone knows: see wire.ts.
 */
export const protocolVersion = 2;
/** An app that was loaded before the last such change is still served. */
export const oldestAccepted = oldestAcceptedBy(protocolVersion);

/** The number before, so that a phone has until the change after the next one to update itself. */
export function oldestAcceptedBy(current: number): number {
	return Math.max(1, current - 1);
}

/** A refusal with this code: the change waits for an earlier one of its author. */
export const heldCode = 'held';

/** The most mutations in one push. */
export const maxMutations = 200;
/** The most bytes in the body of a push. */
export const maxPushBytes = 256 * 1024;
/** A poke carries its patch when that is no larger than this, else only news of it. */
export const maxPokeBytes = 4096;

/** How far a device has pulled, and what it was allowed to see. Opaque to the device. */
export const cookieSchema = z.strictObject({
	epoch: z.string().check(z.maxLength(64)),
	version: z.int().check(z.nonnegative()),
	scope: z.string().check(z.maxLength(64)),
	protocol: z.int()
});
export type Cookie = z.infer<typeof cookieSchema>;

export function sameCookie(one: Cookie | null, other: Cookie | null): boolean {
	if (one === null || other === null) return one === other;
	return one.epoch === other.epoch && one.version === other.version && one.scope === other.scope;
}

/** What the author saw: record key → field → value (a fingerprint for long text). */
const wasSchema = z.record(
	z.string().check(z.maxLength(120)),
	z.record(z.string().check(z.maxLength(60)), z.unknown())
);
export type Was = z.infer<typeof wasSchema>;

const mutationMessageSchema = z.strictObject({
	/** 1, 2, 3 … in this outbox, without gaps. */
	seq: z.int().check(z.positive()),
	uuid: z.uuid(),
	name: z.string().check(z.minLength(1), z.maxLength(60)),
	args: z.unknown(),
	was: wasSchema,
	/** The device's clock when the person did it (ms since 1970, UTC). For display only. */
	at: z.int().check(z.nonnegative()),
	/**
	 * True when its author made it on top of a change that has been refused since: it waits for
	 * them, and is not carried out.
	 */
	isHeld: z.exactOptional(z.boolean())
});
export type MutationMessage = z.infer<typeof mutationMessageSchema>;

const requestFields = {
	protocol: z.int(),
	/** Whose changes these are: another person who signed in on this device must not send them. */
	personId: z.exactOptional(z.uuid()),
	/** The outbox whose numbers `seq` and `ack` are: one per browser profile and person. */
	outboxId: z.uuid(),
	/** The highest `seq` up to which the device has every outcome. */
	ack: z.int().check(z.nonnegative()),
	cookie: z.nullable(cookieSchema)
};

export const pushRequestSchema = z.strictObject({
	...requestFields,
	/** The device's clock now; tells how wrong it is. */
	sentAt: z.int().check(z.nonnegative()),
	mutations: z.array(mutationMessageSchema).check(z.maxLength(maxMutations))
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

export const pullRequestSchema = z.strictObject({
	...requestFields,
	/** Where to go on with a pull of several pages. */
	resume: z.nullable(z.string().check(z.maxLength(400)))
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** Looking at every field of ten years of records would take a phone seconds; its kind does that. */
export function isFields(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const changeSchema = z.object({
	kind: z.string(),
	id: z.string(),
	version: z.int(),
	/** Null when the record is gone, or may no longer be seen. */
	row: z.nullable(z.custom<Record<string, unknown>>(isFields)),
	/** The row has only the fields that changed after `from`: the others are as they were. */
	isPart: z.exactOptional(z.literal(true))
});
export type Change = z.infer<typeof changeSchema>;

/** So much of the end of a uuid tells it from that of another mutation with the same `seq`. */
export const uuidDigits = 6;

export const outcomeSchema = z.object({
	seq: z.int(),
	/** Of the mutation, or its end. */
	uuid: z.string().check(z.minLength(uuidDigits)),
	result: z.enum(['applied', 'overlap', 'refused']),
	/** The practice's version after this mutation. */
	version: z.int(),
	refusal: z.optional(refusalSchema)
});
export type Outcome = z.infer<typeof outcomeSchema>;

export function isOutcomeOf(outcome: Outcome, { seq, uuid }: { seq: number; uuid: string }) {
	return outcome.seq === seq && uuid.endsWith(outcome.uuid);
}

export const patchSchema = z.object({
	protocol: z.int(),
	/** The server's life that speaks: another one than before means that a backup was restored. */
	epoch: z.string(),
	/** The cookie that the changes build on; null when they are part of a snapshot. */
	from: z.nullable(cookieSchema),
	/**
	 * The cookie after the changes. It holds once `resume` is null. Null when a push brings
	 * outcomes only: then the device pulls.
	 */
	to: z.nullable(cookieSchema),
	/** With `to`: the highest `seq` that the server has answered. */
	lastSeq: z.int(),
	changes: z.array(changeSchema),
	/** Outcomes after the device's `ack`. Complete up to `lastSeq` where `to` is not null. */
	outcomes: z.array(outcomeSchema),
	/** Not null: there are more pages; ask with this. */
	resume: z.nullable(z.string()),
	/** Records sent so far, and in all, while there are pages. */
	progress: z.nullable(z.object({ done: z.int(), of: z.int() }))
});
export type Patch = z.infer<typeof patchSchema>;

/** What the server says when it does not answer with a patch. */
export const troubleSchema = z.object({
	error: z.enum([
		'bad-request',
		'signed-out',
		'too-old',
		'too-much',
		'too-many',
		'gap',
		'forked',
		'cross-site',
		'not-found',
		'may-not',
		'try-again'
	]),
	message: z.string(),
	field: z.optional(z.string()),
	/** With 'signed-out': this device was removed and must delete what it holds. */
	wipe: z.optional(z.boolean()),
	/** With 'gap': the number that the server waits for. */
	expected: z.optional(z.int())
});
export type Trouble = z.infer<typeof troubleSchema>;

/** HTTP status of each trouble. */
export const troubleStatus: Readonly<Record<Trouble['error'], number>> = {
	'bad-request': 400,
	'signed-out': 401,
	'may-not': 403,
	'cross-site': 403,
	'not-found': 404,
	gap: 409,
	forked: 409,
	'too-much': 413,
	'too-old': 426,
	'too-many': 429,
	'try-again': 503
};
