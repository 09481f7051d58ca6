/**
 * Everything a person can do to the rota: take a day, be the backup, give back, assign, be away.
 *
 * A day that someone holds is never taken from them in silence: who comes second is told who has it.
 */
import * as z from 'zod/mini';
import { addDays, daySchema } from '#domain/calendar.ts';
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, may, members } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import {
	dayRefusal,
	findOrMake,
	holderOf,
	keptSlot,
	nameFrom,
	placed,
	slotsIn,
	workDaysFrom,
	type Wish
} from './places/places.ts';
import { awayRecord, groupSchema, maxNote, rotaSlotRecord } from './record.ts';
import { awayThen, mayCover } from './rules.ts';
import { nextFreeDay } from './fair/rules.ts';
import { awayWords, takenWords } from './words/more-words.ts';

export { addAway, editAway, removeAway } from './away/mutations.ts';

const dayArgs = z.strictObject({ id: z.uuid(), dutyOn: daySchema, group: groupSchema });
const placeSchema = z.enum(['duty', 'backup']);

/** A member takes a free day. The backup of a day may step up in the same way. */
export const signUp = defineMutation({
	name: 'rota.signUp',
	args: dayArgs,
	allowed: members,
	says: 'Took a day on the rota',
	run: (transaction, args, context) => takePlace(transaction, { ...args, place: 'duty' }, context)
});

export const signUpAsBackup = defineMutation({
	name: 'rota.signUpAsBackup',
	args: dayArgs,
	allowed: members,
	says: 'Signed up as backup',
	run: (transaction, args, context) => takePlace(transaction, { ...args, place: 'backup' }, context)
});

/** A leader puts someone on the rota. `insteadOf` is whom they saw in that place. */
export const assignDuty = defineMutation({
	name: 'rota.assign',
	args: z.strictObject({
		id: z.uuid(),
		dutyOn: daySchema,
		group: groupSchema,
		place: placeSchema,
		personId: z.uuid(),
		insteadOf: z.nullable(z.uuid())
	}),
	allowed: leaders,
	says: 'Put someone on the rota',
	async run(transaction, { id, dutyOn, group, place, personId, insteadOf }, context) {
		const { today } = context;
		const wrongDay = dayRefusal(dutyOn, today);
		if (wrongDay) return wrongDay;
		const person = await transaction.get(personRecord, personId);
		if (!mayCover(person)) {
			return refuse('may-not-cover', 'This person is not on the rota team. Choose someone else.');
		}
		const away = awayThen(await transaction.by(awayRecord, 'personId', personId), personId, dutyOn);
		if (away) {
			const when = awayWords(away, today);
			return refuse('is-away', `${person.name} is away ${when}. Choose someone else.`, 'personId');
		}
		const slot = await findOrMake(transaction, { id, dutyOn, group }, context);
		if ('code' in slot) return slot;
		const holder = await holderOf(transaction, slot, place);
		if (holder?.id === personId) {
			return refuse('already-theirs', `${person.name} is down for this already.`);
		}
		if ((holder?.id ?? null) !== insteadOf) {
			const now = `${holder?.name ?? 'Nobody'} is down for this now.`;
			return refuse('changed-since', `${now} It has changed since you looked. Look again.`);
		}
		if (place === 'backup' && slot.personId === personId) {
			return refuse('covers-already', `${person.name} covers this day. Choose another backup.`);
		}
		await transaction.put(rotaSlotRecord, placed(slot, place, personId));
		return undefined;
	}
});

/**
 * The person who holds a place, or a leader for them, gives it back.
 *
 * The backup only steps up when `backupAgreed`: someone has asked them, and they said yes.
 */
export const giveBack = defineMutation({
	name: 'rota.giveBack',
	args: z.strictObject({
		/** For a day that comes by a pattern and has no slot of its own yet. */
		id: z.exactOptional(z.uuid()),
		dutyOn: daySchema,
		group: groupSchema,
		place: placeSchema,
		/** Whose place it is, as the screen showed it. */
		personId: z.uuid(),
		backupAgreed: z.boolean()
	}),
	allowed: members,
	says: 'Gave back a day on the rota',
	async run(transaction, { id, dutyOn, group, place, personId, backupAgreed }, context) {
		const { actor, today } = context;
		const slot = await keptSlot(transaction, { id: id ?? '', dutyOn, group }, context);
		if (!slot) return refuse('no-such-slot', 'This day is free already. Nobody is down for it.');
		const wrongDay = dayRefusal(dutyOn, today);
		if (wrongDay) return wrongDay;
		if (personId !== actor.personId && !may(leaders, actor.role)) {
			const name = await nameFrom(transaction, personId);
			return refuse('not-yours', `Only ${name} or a coordinator can give this back.`);
		}
		const holder = place === 'duty' ? slot.personId : slot.backupId;
		if (holder !== personId) {
			const now =
				holder === null ? 'It is free now.' : `${await nameFrom(transaction, holder)} has it now.`;
			return refuse('changed-since', `This day has changed since you looked. ${now}`);
		}
		if (place === 'backup') {
			await transaction.put(rotaSlotRecord, { ...slot, backupId: null });
			return undefined;
		}
		if (!backupAgreed) {
			await transaction.put(rotaSlotRecord, { ...slot, personId: null });
			return undefined;
		}
		const backup = await holderOf(transaction, slot, 'backup');
		if (!backup) {
			return refuse('no-backup', 'There is no backup any more. You still have this day.');
		}
		await transaction.put(rotaSlotRecord, { ...slot, personId: backup.id, backupId: null });
		return undefined;
	}
});

/**
 * What is still open, for whoever covers next. May be written until the day after.
 *
 * `slotId` is the slot that the person saw: a note that they have not seen is never written over.
 */
export const writeHandover = defineMutation({
	name: 'rota.note',
	args: z.strictObject({
		slotId: z.uuid(),
		dutyOn: daySchema,
		group: groupSchema,
		note: z.string().check(z.maxLength(maxNote, `Keep the note under ${maxNote} letters.`))
	}),
	allowed: members,
	says: 'Wrote a handover note',
	async run(transaction, { slotId, dutyOn, group, note }, context) {
		const { actor, today } = context;
		const slot = await keptSlot(transaction, { id: slotId, dutyOn, group }, context);
		if (!slot) return refuse('no-such-slot', 'This day is no longer on the rota.');
		if (dutyOn < addDays(today, -1)) {
			return refuse('day-is-past', 'A note can be changed until the day after. That has passed.');
		}
		const isTheirs = [slot.personId, slot.backupId].includes(actor.personId);
		if (!isTheirs && !may(leaders, actor.role)) {
			return refuse(
				'not-yours',
				'Only who covers the day, the backup or a coordinator can do this.'
			);
		}
		if (slot.id !== slotId && slot.note !== '' && slot.note !== note) {
			return refuse('written-too', 'Someone else wrote a note too. Add yours to theirs.', 'note');
		}
		await transaction.put(rotaSlotRecord, { ...slot, note });
		return undefined;
	}
});

async function takePlace(
	transaction: Transaction,
	wish: Wish,
	context: Context
): Promise<Refusal | undefined> {
	const { actor, today } = context;
	const { dutyOn, group, place } = wish;
	const me = actor.personId;
	const wrongDay = dayRefusal(dutyOn, today);
	if (wrongDay) return wrongDay;
	const aways = await transaction.by(awayRecord, 'personId', me);
	const away = awayThen(aways, me, dutyOn);
	if (away) {
		const when = awayWords(away, today);
		return refuse('you-are-away', `You are away ${when}. Change your away dates first.`);
	}
	const slot = await findOrMake(transaction, wish, context);
	if ('code' in slot) return slot;
	if (slot.personId === me) {
		const already = 'You cover this day already.';
		const hint = place === 'duty' ? '' : ' The backup is someone else.';
		return refuse('already-yours', already + hint);
	}
	const holder = await holderOf(transaction, slot, place);
	if (holder?.id === me) return refuse('already-yours', 'You are the backup already.');
	if (holder) {
		const to = addDays(dutyOn, 60);
		const { practiceId } = context;
		const standing = await slotsIn(transaction, { group, from: dutyOn, to }, practiceId);
		const workDays = await workDaysFrom(transaction, practiceId);
		const freeOn = nextFreeDay(standing, group, dutyOn, aways, me, workDays);
		return refuse('taken', takenWords(holder.name, place, dutyOn, today, freeOn), 'dutyOn');
	}
	await transaction.put(rotaSlotRecord, placed(slot, place, me));
	return undefined;
}
