/**
 * Many days at once: gaps filled, or a table brought in. One deed, so that one undo takes it back.
 *
 * Only free places are filled: nobody is taken off a day.
 */
import * as z from 'zod/mini';
import { daySchema, spokenDay } from '#domain/calendar.ts';
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { dayRefusal, findOrMake, holderOf, placed } from '../places/places.ts';
import { awayRecord, groupSchema, rotaSlotRecord } from '../record.ts';
import { awayThen, mayCover } from '../rules.ts';

export const mostDaysAtOnce = 400;

const daySchemas = z.strictObject({
	id: z.uuid(),
	dutyOn: daySchema,
	group: groupSchema,
	personId: z.nullable(z.uuid()),
	backupId: z.nullable(z.uuid())
});
type FilledDay = z.infer<typeof daySchemas>;

export const fillRota = defineMutation({
	name: 'rota.fill',
	args: z.strictObject({
		days: z.array(daySchemas).check(z.minLength(1), z.maxLength(mostDaysAtOnce))
	}),
	allowed: leaders,
	says: 'Filled days on the rota',
	async run(transaction, { days }, context) {
		let filled = 0;
		for (const day of days) {
			const outcome = await fillDay(transaction, day, context);
			if (typeof outcome === 'object') return outcome;
			filled += outcome;
		}
		if (filled > 0) return undefined;
		return refuse('nothing-free', 'These days have been taken meanwhile. Nothing was changed.');
	}
});

async function fillDay(
	transaction: Transaction,
	day: FilledDay,
	context: Context
): Promise<number | Refusal> {
	const wrongDay = dayRefusal(day.dutyOn, context.today);
	if (wrongDay) return wrongDay;
	let slot = await findOrMake(transaction, day, context);
	if ('code' in slot) return slot;
	let filled = 0;
	for (const place of ['duty', 'backup'] as const) {
		const personId = place === 'duty' ? day.personId : day.backupId;
		const isFree = !(await holderOf(transaction, slot, place));
		if (personId === null || !isFree) continue;
		if (place === 'backup' && slot.personId === personId) continue;
		const refusal = await personRefusal(transaction, personId, day.dutyOn, context.today);
		if (refusal) return refusal;
		slot = placed(slot, place, personId);
		filled += 1;
	}
	if (filled > 0) await transaction.put(rotaSlotRecord, slot);
	return filled;
}

async function personRefusal(
	transaction: Transaction,
	personId: string,
	dutyOn: string,
	today: string
): Promise<Refusal | undefined> {
	const person = await transaction.get(personRecord, personId);
	if (!mayCover(person)) return refuse('may-not-cover', 'Someone here is not on the rota team.');
	if (!awayThen(await transaction.by(awayRecord, 'personId', personId), personId, dutyOn)) {
		return undefined;
	}
	return refuse('is-away', `${person.name} is away on ${spokenDay(dutyOn, today)}. Look again.`);
}
