/**
 * Offering a day, taking it over, saying no, and passing it on in one step.
 *
 * The giver keeps the day until somebody has said yes: an offer alone never leaves a gap.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, may, members } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { dayRefusal, keptSlot, nameFrom, placed, settingsFrom } from '../places/places.ts';
import { awayRecord, groupSchema, rotaSlotRecord, type RotaSlot } from '../record.ts';
import { awayThen, mayCover } from '../rules.ts';
import { awayWords } from '../words/more-words.ts';
import { rotaSwapRecord, type RotaSwap } from './record.ts';
import { isForMe, isOpen } from './rules.ts';

const offerSchemas = { id: z.uuid(), dutyOn: daySchema, group: groupSchema };
/** `slotId` is for a day that comes by a pattern and has no slot of its own yet. */
const answerSchema = z.strictObject({ id: z.uuid(), slotId: z.uuid() });

/** Asks one person, or everyone, to take my day. */
export const offerSwap = defineMutation({
	name: 'rota-swap.offer',
	args: z.strictObject({ ...offerSchemas, toId: z.nullable(z.uuid()) }),
	allowed: members,
	says: 'Offered a day on the rota',
	async run(transaction, { id, dutyOn, group, toId }, context) {
		const me = context.actor.personId;
		const slot = await keptSlot(transaction, { id, dutyOn, group }, context);
		const refusal =
			dayRefusal(dutyOn, context.today) ??
			heldRefusal(slot, me) ??
			(await offeredAlready(transaction, { id, dutyOn, group })) ??
			(toId === null ? undefined : await takerRefusal(transaction, toId, { dutyOn, me }, context));
		if (refusal) return refusal;
		const offer = { fromId: me, toId, takerId: null, state: 'offered' as const };
		await transaction.put(rotaSwapRecord, { ...madeBy(id, context), dutyOn, group, ...offer });
		return undefined;
	}
});

/** “I can’t, but Sam can”: for a person who has been asked and said yes. */
export const passOn = defineMutation({
	name: 'rota-swap.pass-on',
	args: z.strictObject({
		...offerSchemas,
		slotId: z.uuid(),
		toId: z.uuid(),
		hasAgreed: z.literal(true)
	}),
	allowed: members,
	says: 'Passed on a day on the rota',
	async run(transaction, { id, slotId, dutyOn, group, toId }, context) {
		const me = context.actor.personId;
		const slot = await keptSlot(transaction, { id: slotId, dutyOn, group }, context);
		const refusal =
			dayRefusal(dutyOn, context.today) ??
			heldRefusal(slot, me) ??
			(await offeredAlready(transaction, { id, dutyOn, group })) ??
			(await takerRefusal(transaction, toId, { dutyOn, me }, context));
		if (refusal) return refusal;
		const offer = { fromId: me, toId, takerId: null, state: 'offered' as const };
		const swap = { ...madeBy(id, context), dutyOn, group, ...offer };
		return handOver(transaction, { swap, slot, takerId: toId }, context);
	}
});

export const acceptSwap = defineMutation({
	name: 'rota-swap.accept',
	args: answerSchema,
	allowed: members,
	says: 'Took over a day on the rota',
	async run(transaction, { id, slotId }, context) {
		const me = context.actor.personId;
		const swap = await transaction.get(rotaSwapRecord, id);
		if (!swap) return gone;
		if (!isForMe(swap, me)) return answered(transaction, swap);
		const { dutyOn, group, fromId } = swap;
		const slot = await keptSlot(transaction, { id: slotId, dutyOn, group }, context);
		const refusal =
			dayRefusal(dutyOn, context.today) ??
			(await movedRefusal(transaction, slot, fromId)) ??
			(await takerRefusal(transaction, me, { dutyOn, me }, context));
		if (refusal) return refusal;
		return handOver(transaction, { swap, slot, takerId: me }, context);
	}
});

/** The leader's yes, where the group wants one. */
export const confirmSwap = defineMutation({
	name: 'rota-swap.confirm',
	args: answerSchema,
	allowed: leaders,
	says: 'Said yes to a swap',
	async run(transaction, { id, slotId }, context) {
		const swap = await transaction.get(rotaSwapRecord, id);
		if (!swap) return gone;
		const { dutyOn, group, fromId, takerId, state } = swap;
		if (state !== 'accepted' || takerId === null) return answered(transaction, swap);
		const slot = await keptSlot(transaction, { id: slotId, dutyOn, group }, context);
		const refusal =
			dayRefusal(dutyOn, context.today) ??
			(await movedRefusal(transaction, slot, fromId)) ??
			(await takerRefusal(transaction, takerId, { dutyOn, me: fromId }, context));
		if (refusal) return refusal;
		return handOver(transaction, { swap, slot, takerId }, context);
	}
});

/** No, from whom it was offered to, or from a leader where their yes is asked. */
export const declineSwap = defineMutation({
	name: 'rota-swap.decline',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Said no to a swap',
	async run(transaction, { id }, { actor }) {
		const swap = await transaction.get(rotaSwapRecord, id);
		if (!swap) return gone;
		if (!isOpen(swap)) return answered(transaction, swap);
		const isMine = swap.state === 'offered' && swap.toId === actor.personId;
		const isLeaders = swap.state === 'accepted' && may(leaders, actor.role);
		if (!isMine && !isLeaders) {
			return refuse('not-yours', 'Only the person who was asked can say no.');
		}
		await transaction.put(rotaSwapRecord, { ...swap, state: 'declined' });
		return undefined;
	}
});

export const withdrawSwap = defineMutation({
	name: 'rota-swap.withdraw',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Took back an offer of a day',
	async run(transaction, { id }, { actor }) {
		const swap = await transaction.get(rotaSwapRecord, id);
		if (!swap) return gone;
		if (!isOpen(swap)) return answered(transaction, swap);
		if (swap.fromId !== actor.personId && !may(leaders, actor.role)) {
			return refuse('not-yours', 'Only the person who made the offer can take it back.');
		}
		await transaction.put(rotaSwapRecord, { ...swap, state: 'withdrawn' });
		return undefined;
	}
});

const gone = refuse('no-such-swap', 'This offer is no longer here.');

function madeBy(id: string, { actor, actedAt }: Context) {
	return { id, createdAt: actedAt, createdBy: actor.personId };
}

function heldRefusal(slot: RotaSlot | undefined, me: string): Refusal | undefined {
	if (slot?.personId === me) return undefined;
	return refuse('not-yours', 'You do not have this day any more. There is nothing to swap.');
}

async function movedRefusal(
	transaction: Transaction,
	slot: RotaSlot | undefined,
	fromId: string
): Promise<Refusal | undefined> {
	if (slot?.personId === fromId) return undefined;
	const now = slot?.personId ? `${await nameFrom(transaction, slot.personId)} has` : 'Nobody has';
	return refuse('changed-since', `${now} this day now. It has changed since it was offered.`);
}

async function offeredAlready(
	transaction: Transaction,
	{ id, dutyOn, group }: { readonly id: string; readonly dutyOn: string; readonly group: string }
): Promise<Refusal | undefined> {
	const swaps = await transaction.between(rotaSwapRecord, dutyOn, dutyOn);
	if (swaps.some((swap) => swap.id === id || (swap.group === group && isOpen(swap)))) {
		return refuse('already-offered', 'This day is on offer already. Take the offer back first.');
	}
	return undefined;
}

async function takerRefusal(
	transaction: Transaction,
	takerId: string,
	{ dutyOn, me }: { readonly dutyOn: string; readonly me: string },
	{ actor, today }: Context
): Promise<Refusal | undefined> {
	const isSelf = takerId === actor.personId;
	if (takerId === me && !isSelf) return gone;
	const person = await transaction.get(personRecord, takerId);
	if (!mayCover(person)) {
		return refuse('may-not-cover', 'This person is not on the rota team.', 'toId');
	}
	const away = awayThen(await transaction.by(awayRecord, 'personId', takerId), takerId, dutyOn);
	if (!away) return undefined;
	const who = isSelf ? 'You are' : `${person.name} is`;
	return refuse('is-away', `${who} away ${awayWords(away, today)}.`, 'toId');
}

async function answered(transaction: Transaction, swap: RotaSwap): Promise<Refusal> {
	const { state, takerId } = swap;
	if (takerId !== null && state !== 'declined') {
		const name = await nameFrom(transaction, takerId);
		return refuse('already-answered', `${name} said yes before you. Thank you for offering.`);
	}
	return refuse('already-answered', 'This offer is closed. Nothing has changed.');
}

/** The day changes hands, or waits for the leader's yes where the group wants one. */
async function handOver(
	transaction: Transaction,
	{
		swap,
		slot,
		takerId
	}: { readonly swap: RotaSwap; readonly slot: RotaSlot | undefined; readonly takerId: string },
	{ actor, practiceId }: Context
): Promise<undefined> {
	const { swapNeedsYes } = await settingsFrom(transaction, practiceId);
	const waits = swapNeedsYes && !may(leaders, actor.role);
	const state = waits ? 'accepted' : 'done';
	await transaction.put(rotaSwapRecord, { ...swap, takerId, state });
	if (!waits && slot) await transaction.put(rotaSlotRecord, placed(slot, 'duty', takerId));
	return undefined;
}

export const swapMutations = [
	...[offerSwap, passOn, acceptSwap, confirmSwap],
	...[declineSwap, withdrawSwap]
];
