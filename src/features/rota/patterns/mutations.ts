/**
 * Making, changing and ending a rota that repeats. Only leaders.
 *
 * Days that have passed stay as they were: a change ends the old pattern and begins a new one.
 */
import * as z from 'zod/mini';
import { addDays, daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { mayCover } from '../rules.ts';
import { patternFields, rotaPatternRecord } from './record.ts';

const contentSchema = z.strictObject(patternFields);
type PatternContent = z.infer<typeof contentSchema>;

const gone = refuse('no-such-pattern', 'This repeating rota is no longer here.');

export const addPattern = defineMutation({
	name: 'rota-pattern.add',
	args: z.strictObject({ id: z.uuid(), content: contentSchema }),
	allowed: leaders,
	says: 'Added a repeating rota',
	async run(transaction, { id, content }, { actor, actedAt, today }) {
		if (await transaction.get(rotaPatternRecord, id)) {
			return refuse('already-there', 'This repeating rota has already been added.');
		}
		const refusal = await contentRefusal(transaction, content, today);
		if (refusal) return refusal;
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(rotaPatternRecord, { ...made, ...content });
		return undefined;
	}
});

/** Another rhythm or other people from a day on; before that day nothing changes. */
export const changePatternFrom = defineMutation({
	name: 'rota-pattern.change-from',
	args: z.strictObject({ id: z.uuid(), newId: z.uuid(), content: contentSchema }),
	allowed: leaders,
	says: 'Changed a repeating rota',
	async run(transaction, { id, newId, content }, { actor, actedAt, today }) {
		const pattern = await transaction.get(rotaPatternRecord, id);
		if (!pattern) return gone;
		if (await transaction.get(rotaPatternRecord, newId)) {
			return refuse('already-there', 'This change has already been made.');
		}
		const refusal = await contentRefusal(transaction, content, today);
		if (refusal) return refusal;
		const { firstOn } = content;
		if (pattern.lastOn !== null && pattern.lastOn < firstOn) {
			return refuse('has-ended', 'It ends before that day. Add a new one instead.', 'firstOn');
		}
		const made = { id: newId, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(rotaPatternRecord, { ...made, ...content, group: pattern.group });
		if (firstOn <= pattern.firstOn) await transaction.remove(rotaPatternRecord, id);
		else await transaction.put(rotaPatternRecord, { ...pattern, lastOn: addDays(firstOn, -1) });
		return undefined;
	}
});

/** The last day on which it comes. One that has not begun is removed when it ends before. */
export const endPattern = defineMutation({
	name: 'rota-pattern.end',
	args: z.strictObject({ id: z.uuid(), lastOn: daySchema }),
	allowed: leaders,
	says: 'Ended a repeating rota',
	async run(transaction, { id, lastOn }, { today }) {
		const pattern = await transaction.get(rotaPatternRecord, id);
		if (!pattern) return gone;
		if (lastOn < addDays(today, -1)) return dayIsPast('lastOn');
		if (lastOn < pattern.firstOn) await transaction.remove(rotaPatternRecord, id);
		else await transaction.put(rotaPatternRecord, { ...pattern, lastOn });
		return undefined;
	}
});

function dayIsPast(field: string): Refusal {
	return refuse('day-is-past', 'This day is over. Past days stay as they were.', field);
}

async function contentRefusal(
	transaction: Transaction,
	{ firstOn, lastOn, personIds }: PatternContent,
	today: string
): Promise<Refusal | undefined> {
	if (firstOn < today) return dayIsPast('firstOn');
	if (lastOn !== null && lastOn < firstOn) {
		return refuse('ends-before-start', 'The last day must not come before the first.', 'lastOn');
	}
	for (const personId of personIds) {
		if (!mayCover(await transaction.get(personRecord, personId))) {
			return refuse('may-not-cover', 'Someone here is not on the rota team.', 'personIds');
		}
	}
	return undefined;
}

export const patternMutations = [addPattern, changePatternFrom, endPattern];
