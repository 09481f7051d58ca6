/**
 * Ticking off what was looked at, a line on what was seen, and how long it took.
 *
 * Anyone on the team may look: it is never wrong to have looked.
 */
import * as z from 'zod/mini';
import { addDays, daySchema } from '#domain/calendar.ts';
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, may, members } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { isActive } from '#features/accounts/rules.ts';
import { keptSlot } from '../places/places.ts';
import { groupSchema, mostMinutes, rotaSlotRecord } from '../record.ts';
import { accountCheckRecord, checkThings, maxSaw, type AccountCheck } from './record.ts';

export const tickCheck = defineMutation({
	name: 'account-check.tick',
	args: z.strictObject({
		id: z.uuid(),
		accountId: z.uuid(),
		what: z.array(z.enum(checkThings)).check(z.minLength(1)),
		isDone: z.boolean()
	}),
	allowed: members,
	says: 'Ticked off a look at an account',
	async run(transaction, { id, accountId, what, isDone }, context) {
		const check = await ownCheck(transaction, { id, accountId }, context);
		if ('code' in check) return check;
		const rest = check.what.filter((each) => !what.includes(each));
		const ticked = isDone ? checkThings.filter((each) => [...rest, ...what].includes(each)) : rest;
		const checkedAt = isDone ? context.actedAt : check.checkedAt;
		return keep(transaction, { ...check, what: ticked, checkedAt });
	}
});

/** A line on what was going on there, for the week's summary (S4-12). */
export const sayWhatWasSeen = defineMutation({
	name: 'account-check.saw',
	args: z.strictObject({
		id: z.uuid(),
		accountId: z.uuid(),
		saw: z.string().check(z.trim(), z.maxLength(maxSaw, `Use ${maxSaw} letters or fewer.`))
	}),
	allowed: members,
	says: 'Wrote what they saw on an account',
	async run(transaction, { id, accountId, saw }, context) {
		const check = await ownCheck(transaction, { id, accountId }, context);
		if ('code' in check) return check;
		return keep(transaction, { ...check, saw });
	}
});

/** How long a duty took, up to a week later. Source: S0-52. */
export const noteMinutes = defineMutation({
	name: 'rota.minutes',
	args: z.strictObject({
		id: z.uuid(),
		dutyOn: daySchema,
		group: groupSchema,
		minutes: z.nullable(
			z
				.int('Enter whole minutes.')
				.check(z.gte(0, 'Enter 0 or more.'), z.lte(mostMinutes, `Enter ${mostMinutes} or fewer.`))
		)
	}),
	allowed: members,
	says: 'Noted how long a duty took',
	async run(transaction, { id, dutyOn, group, minutes }, context) {
		const { actor, today } = context;
		if (dutyOn > today || dutyOn < addDays(today, -7)) {
			return refuse('not-then', 'Minutes can be noted on the day, and for a week after.');
		}
		const slot = await keptSlot(transaction, { id, dutyOn, group }, context);
		if (!slot) return refuse('no-such-slot', 'Nobody was down for this day.');
		const isTheirs = [slot.personId, slot.backupId].includes(actor.personId);
		if (!isTheirs && !may(leaders, actor.role)) {
			return refuse('not-yours', 'Only who covered the day or a coordinator can do this.');
		}
		await transaction.put(rotaSlotRecord, { ...slot, minutes });
		return undefined;
	}
});

/** The person's own look at an account today, or a new one that is not kept yet. */
async function ownCheck(
	transaction: Transaction,
	{ id, accountId }: { readonly id: string; readonly accountId: string },
	{ actor, actedAt, today }: Context
): Promise<AccountCheck | Refusal> {
	const account = await transaction.get(accountRecord, accountId);
	if (!account || !isActive(account)) {
		return refuse('no-such-account', 'This account is no longer in use.');
	}
	const { personId: by } = actor;
	const todays = await transaction.between(accountCheckRecord, today, today);
	const own = todays.find((check) => check.accountId === accountId && check.by === by);
	if (own) return own;
	if (await transaction.get(accountCheckRecord, id)) {
		return refuse('id-in-use', 'This could not be kept. Please try again.');
	}
	const made = { id, createdAt: actedAt, createdBy: by };
	return { ...made, accountId, checkedOn: today, checkedAt: actedAt, by, what: [], saw: '' };
}

/** A look without a tick or a word is none. */
async function keep(transaction: Transaction, check: AccountCheck): Promise<undefined> {
	const isNothing = check.what.length === 0 && check.saw === '';
	await (isNothing
		? transaction.remove(accountCheckRecord, check.id)
		: transaction.put(accountCheckRecord, check));
	return undefined;
}

export const checkMutations = [tickCheck, sayWhatWasSeen, noteMinutes];
