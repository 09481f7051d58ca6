/**
 * What a mutation is, and the one way to run it, on the device and on the server.
 *
 * Same input, same output: time, person and ids are handed in.
 */
import type * as z from 'zod/mini';
import { dayOf } from './calendar.ts';
import { refuse, type Refusal } from './refusal.ts';
import { may, type Actor, type Role } from './roles.ts';
import type { Transaction } from './transaction.ts';

export interface Context {
	readonly actor: Actor;
	/** When the person did it (ms since 1970, UTC), put right by the server's clock. */
	readonly actedAt: number;
	/** The calendar day of `actedAt` in Europe/London. */
	readonly today: string;
	/** The practice in which it happens; also the id of the practice's own record. */
	readonly practiceId: string;
}

export interface Mutation<Name extends string = string, Args = unknown> {
	/** On the wire: 'noun.verb'. Never changes its meaning. */
	readonly name: Name;
	readonly args: z.ZodMiniType<Args>;
	readonly allowed: readonly Role[] | 'everyone';
	/** What the person did, for lists of changes: 'Changed the post'. */
	readonly says: string;
	/** A signature, an approval or a withdrawal: asked for first, and never undone. */
	readonly final?: true;
	run(transaction: Transaction, args: Args, context: Context): Promise<Refusal | undefined>;
}

export function defineMutation<const Name extends string, Args>(
	mutation: Mutation<Name, Args>
): Mutation<Name, Args> {
	return mutation;
}

export function contextFor(actor: Actor, actedAt: number, practiceId: string): Context {
	return { actor, actedAt, today: dayOf(actedAt), practiceId };
}

/** Checks arguments and role, then runs. A refusal may leave half a change: roll it back. */
export async function runMutation<Args>(
	mutation: Mutation<string, Args>,
	transaction: Transaction,
	args: unknown,
	context: Context
): Promise<Refusal | undefined> {
	const parsed = mutation.args.safeParse(args);
	if (!parsed.success) return badArguments(parsed.error);
	if (!may(mutation.allowed, context.actor.role)) {
		return refuse('role-may-not', 'Your role cannot do this. Ask your coordinator to do it.');
	}
	return await mutation.run(transaction, parsed.data, context);
}

export function badArguments(error: z.core.$ZodError): Refusal {
	const issue = error.issues[0];
	const field = issue?.path.map(String).join('.');
	return refuse('bad-arguments', issue ? wordsOf(issue) : 'This cannot be read.', field);
}

/** Of 'empty, or a link' it is the link that someone tried to type: the last choice has the words. */
function wordsOf(issue: z.core.$ZodIssue): string {
	if (issue.code !== 'invalid_union') return issue.message;
	const tried = issue.errors.at(-1)?.[0];
	return tried ? wordsOf(tried) : issue.message;
}
