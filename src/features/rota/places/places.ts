/**
 * What the rota's mutations share: finding the one slot of a day, and who may be in its places.
 *
 * A slot that is made here is not kept until the mutation puts it.
 */
import { addDays, spokenDay } from '#domain/calendar.ts';
import type { Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { rotaSlotRecord, type RotaSlot } from '../record.ts';
import { dutyFor, maxDaysAhead, mayCover, type Place } from '../rules.ts';

export interface Wish {
	readonly id: string;
	readonly dutyOn: string;
	readonly group: string;
	readonly place: Place;
}

export function dayRefusal(dutyOn: string, today: string): Refusal | undefined {
	if (dutyOn < today) {
		const day = spokenDay(dutyOn, today);
		return refuse('day-is-past', `${day} has passed. Past days stay as they were.`, 'dutyOn');
	}
	if (dutyOn > addDays(today, maxDaysAhead)) {
		return refuse('too-far', 'Choose a day within the next year.', 'dutyOn');
	}
	return undefined;
}

/** The slot of a day is found by day and group: its id may be one that another phone made. */
export async function slotOf(
	transaction: Transaction,
	group: string,
	dutyOn: string
): Promise<RotaSlot | undefined> {
	return dutyFor(await transaction.between(rotaSlotRecord, dutyOn, dutyOn), group, dutyOn);
}

/** The slot of the day, or a new one that is not kept yet. Never a second one for the same day. */
export async function findOrMake(
	transaction: Transaction,
	{ id, dutyOn, group }: Omit<Wish, 'place'>,
	{ actor, actedAt }: Context
): Promise<RotaSlot | Refusal> {
	const slot = await slotOf(transaction, group, dutyOn);
	if (slot) return slot;
	if (await transaction.get(rotaSlotRecord, id)) {
		return refuse('id-in-use', 'This could not be kept. Please try again.');
	}
	return {
		id,
		createdAt: actedAt,
		createdBy: actor.personId,
		dutyOn,
		group,
		personId: null,
		backupId: null,
		note: ''
	};
}

/** Who is in a place, if they still may be: somebody who left holds no day to come. */
export async function holderOf(transaction: Transaction, slot: RotaSlot, place: Place) {
	const holderId = place === 'duty' ? slot.personId : slot.backupId;
	const holder = holderId === null ? undefined : await transaction.get(personRecord, holderId);
	return mayCover(holder) ? holder : undefined;
}

/** Nobody holds both places: who covers is no longer the backup. */
export function placed(slot: RotaSlot, place: Place, personId: string): RotaSlot {
	if (place === 'backup') return { ...slot, backupId: personId };
	return { ...slot, personId, backupId: slot.backupId === personId ? null : slot.backupId };
}

export async function withoutLeavers(
	transaction: Transaction,
	slots: readonly RotaSlot[]
): Promise<RotaSlot[]> {
	const standing: RotaSlot[] = [];
	for (const slot of slots) {
		const { personId } = slot;
		const holder = personId === null ? undefined : await transaction.get(personRecord, personId);
		standing.push({ ...slot, personId: mayCover(holder) ? personId : null });
	}
	return standing;
}

export async function nameFrom(transaction: Transaction, personId: string): Promise<string> {
	return (await transaction.get(personRecord, personId))?.name ?? 'Someone who has left';
}
