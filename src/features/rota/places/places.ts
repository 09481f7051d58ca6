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
import { practiceRecord } from '#features/practice/record.ts';
import { rotaPatternRecord } from '../patterns/record.ts';
import { isPlannedId, plannedSlot, withPatterns } from '../patterns/rules.ts';
import { rotaSlotRecord, type RotaSlot } from '../record.ts';
import { rotaSettingsRecord, type RotaSettings } from '../settings/record.ts';
import {
	dutyOfGroup,
	isDutyDay,
	settingsOf,
	workDaysOf,
	type WorkDays
} from '../settings/rules.ts';
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

export async function settingsFrom(
	transaction: Transaction,
	practiceId: string
): Promise<RotaSettings> {
	return settingsOf(await transaction.get(rotaSettingsRecord, practiceId));
}

export async function workDaysFrom(
	transaction: Transaction,
	practiceId: string
): Promise<WorkDays | undefined> {
	const practice = await transaction.get(practiceRecord, practiceId);
	const { closedOn } = await settingsFrom(transaction, practiceId);
	return practice && workDaysOf(practice.staffedHours, closedOn);
}

/**
 * The slot of a day, by day and group: its id may be one that another phone made. Without one it is
 * what the patterns say; that has an id of its own kind and must not be put as it is.
 */
export async function slotOf(
	transaction: Transaction,
	{ group, dutyOn }: Pick<Wish, 'group' | 'dutyOn'>,
	practiceId: string
): Promise<RotaSlot | undefined> {
	const stored = dutyFor(await transaction.between(rotaSlotRecord, dutyOn, dutyOn), group, dutyOn);
	if (stored) return stored;
	const patterns = await transaction.by(rotaPatternRecord, 'group', group);
	const planned = plannedSlot(patterns, group, dutyOn);
	if (!planned || !isDutyDay(dutyOn, await workDaysFrom(transaction, practiceId))) return undefined;
	return planned;
}

/** The slot of the day with an id under which it can be put; undefined when the day has none. */
export async function keptSlot(
	transaction: Transaction,
	{ id, dutyOn, group }: Omit<Wish, 'place'>,
	{ actor, actedAt, practiceId }: Context
): Promise<RotaSlot | undefined> {
	const slot = await slotOf(transaction, { group, dutyOn }, practiceId);
	if (!slot || !isPlannedId(slot.id)) return slot;
	if (id === '' || (await transaction.get(rotaSlotRecord, id))) return undefined;
	return { ...slot, id, createdAt: actedAt, createdBy: actor.personId };
}

/** The slot of the day, or a new one that is not kept yet. Never a second one for the same day. */
export async function findOrMake(
	transaction: Transaction,
	wish: Omit<Wish, 'place'>,
	context: Context
): Promise<RotaSlot | Refusal> {
	const slot = await keptSlot(transaction, wish, context);
	if (slot) return slot;
	const { id, dutyOn, group } = wish;
	if (await transaction.get(rotaSlotRecord, id)) {
		return refuse('id-in-use', 'This could not be kept. Please try again.');
	}
	const made = { id, createdAt: context.actedAt, createdBy: context.actor.personId };
	const empty = { personId: null, backupId: null, alsoIds: [], note: '', minutes: null };
	return { ...made, dutyOn, group, duty: dutyOfGroup(group), ...empty };
}

/** Slots of one line in a stretch of days, with what repeats; people who left hold none. */
export async function slotsIn(
	transaction: Transaction,
	{ group, from, to }: { readonly group: string; readonly from: string; readonly to: string },
	practiceId: string
): Promise<RotaSlot[]> {
	const stored = await transaction.between(rotaSlotRecord, from, to);
	const patterns = await transaction.by(rotaPatternRecord, 'group', group);
	const workDays = await workDaysFrom(transaction, practiceId);
	return withoutLeavers(transaction, withPatterns(stored, patterns, { from, to, workDays }));
}

/** Who is in a place, if they still may be: somebody who left holds no day to come. */
export async function holderOf(transaction: Transaction, slot: RotaSlot, place: Place) {
	const holderId = place === 'duty' ? slot.personId : slot.backupId;
	const holder = holderId === null ? undefined : await transaction.get(personRecord, holderId);
	return mayCover(holder) ? holder : undefined;
}

/** Nobody holds two places: who covers is no longer the backup. */
export function placed(slot: RotaSlot, place: Place, personId: string): RotaSlot {
	const alsoIds = slot.alsoIds.filter((id) => id !== personId);
	if (place === 'backup') return { ...slot, alsoIds, backupId: personId };
	const backupId = slot.backupId === personId ? null : slot.backupId;
	return { ...slot, alsoIds, personId, backupId };
}

async function withoutLeavers(
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
