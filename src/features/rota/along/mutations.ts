/**
 * On which days there is an event, coming along to one, and stepping out again.
 *
 * Who covers and the backup have their own places: rota/mutations.ts.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, may, members } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { dayRefusal, findOrMake, keptSlot } from '../places/places.ts';
import { awayRecord, groupSchema, mostAlong, rotaSlotRecord } from '../record.ts';
import { awayThen, mayCover, peopleOn } from '../rules.ts';
import { dutyOfGroup } from '../settings/rules.ts';
import { awayWords } from '../words/more-words.ts';

/** `personId` is oneself, or for a leader anyone on the team. */
const args = z.strictObject({
	id: z.uuid(),
	dutyOn: daySchema,
	group: groupSchema,
	personId: z.uuid()
});
type Args = z.infer<typeof args>;

export const comeAlong = defineMutation({
	name: 'rota.come-along',
	args,
	allowed: members,
	says: 'Came along to an event',
	async run(transaction, wish, context) {
		const refusal = await whyNot(transaction, wish, context);
		if (refusal) return refusal;
		const slot = await findOrMake(transaction, wish, context);
		if ('code' in slot) return slot;
		const { personId } = wish;
		if (peopleOn(slot).includes(personId)) {
			return refuse('already-there', 'This person is down for the event already.');
		}
		if (slot.alsoIds.length >= mostAlong) {
			return refuse('full', 'Enough people come along already. Thank you for offering.');
		}
		await transaction.put(rotaSlotRecord, { ...slot, alsoIds: [...slot.alsoIds, personId] });
		return undefined;
	}
});

export const stepOut = defineMutation({
	name: 'rota.step-out',
	args,
	allowed: members,
	says: 'Stepped out of an event',
	async run(transaction, { id, dutyOn, group, personId }, context) {
		const refusal = dayRefusal(dutyOn, context.today) ?? ownRefusal(personId, context);
		if (refusal) return refusal;
		const slot = await keptSlot(transaction, { id, dutyOn, group }, context);
		if (!slot?.alsoIds.includes(personId)) {
			return refuse('not-there', 'This person is not down to come along any more.');
		}
		const alsoIds = slot.alsoIds.filter((each) => each !== personId);
		await transaction.put(rotaSlotRecord, { ...slot, alsoIds });
		return undefined;
	}
});

/** On which days there is an event. Taking one away takes everyone off it. */
export const planEvent = defineMutation({
	name: 'rota.event',
	args: z.strictObject({ id: z.uuid(), dutyOn: daySchema, group: groupSchema, isOn: z.boolean() }),
	allowed: leaders,
	says: 'Changed on which days there is an event',
	async run(transaction, { isOn, ...wish }, context) {
		const refusal = dayRefusal(wish.dutyOn, context.today) ?? eventRefusal(wish.group);
		if (refusal) return refusal;
		const slot = await findOrMake(transaction, wish, context);
		if ('code' in slot) return slot;
		const kept = await transaction.get(rotaSlotRecord, slot.id);
		if (isOn) await transaction.put(rotaSlotRecord, slot);
		else if (kept) await transaction.remove(rotaSlotRecord, kept.id);
		else return refuse('no-event', 'There is no event on this day.');
		return undefined;
	}
});

async function whyNot(
	transaction: Transaction,
	{ dutyOn, group, personId }: Args,
	context: Context
): Promise<Refusal | undefined> {
	const refusal =
		dayRefusal(dutyOn, context.today) ?? ownRefusal(personId, context) ?? eventRefusal(group);
	if (refusal) return refusal;
	const person = await transaction.get(personRecord, personId);
	if (!mayCover(person)) {
		return refuse('may-not-cover', 'This person is not on the rota team. Choose someone else.');
	}
	const aways = await transaction.by(awayRecord, 'personId', personId);
	const away = awayThen(aways, personId, dutyOn);
	if (!away) return undefined;
	return refuse('is-away', `${person.name} is away ${awayWords(away, context.today)}.`);
}

function eventRefusal(group: string): Refusal | undefined {
	if (dutyOfGroup(group) === 'events') return undefined;
	return refuse('no-event', 'Only events need more than two people.');
}

function ownRefusal(personId: string, { actor }: Context): Refusal | undefined {
	if (personId === actor.personId || may(leaders, actor.role)) return undefined;
	return refuse('not-yours', 'Only this person or a coordinator can do this.');
}

export const alongMutations = [comeAlong, stepOut, planEvent];
