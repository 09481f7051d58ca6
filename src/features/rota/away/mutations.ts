/**
 * Away dates: added, changed and removed by the person, or by a leader for them.
 *
 * They never take anyone off the rota. A day that they meet is a clash, shown at once.
 */
import * as z from 'zod/mini';
import { daySchema, daysBetween } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, may, members, type Actor } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { awayRecord } from '../record.ts';
import { maxDaysAway, mayCover } from '../rules.ts';
import { awayWords } from '../words/more-words.ts';

export const addAway = defineMutation({
	name: 'away.add',
	args: z.strictObject({
		id: z.uuid(),
		firstOn: daySchema,
		lastOn: daySchema,
		/** Whose dates; left out, the person's own. */
		personId: z.exactOptional(z.uuid())
	}),
	allowed: members,
	says: 'Added away dates',
	async run(transaction, { id, firstOn, lastOn, personId }, { actor, actedAt, today }) {
		const whose = personId ?? actor.personId;
		const refusal = spanRefusal(firstOn, lastOn, today) ?? ownRefusal(whose, actor);
		if (refusal) return refusal;
		if (!mayCover(await transaction.get(personRecord, whose))) {
			return refuse('may-not-cover', 'This person is not on the rota team.', 'personId');
		}
		if (await transaction.get(awayRecord, id)) {
			return refuse('id-in-use', 'This could not be kept. Please try again.');
		}
		const inside = await around(transaction, { personId: whose, firstOn, lastOn });
		if (inside) {
			const who = whose === actor.personId ? 'You are' : 'They are';
			return refuse('already-away', `${who} down as away ${awayWords(inside, today)} already.`);
		}
		await transaction.put(awayRecord, {
			id,
			createdAt: actedAt,
			createdBy: actor.personId,
			personId: whose,
			firstOn,
			lastOn
		});
		return undefined;
	}
});

export const editAway = defineMutation({
	name: 'away.edit',
	args: z.strictObject({
		id: z.uuid(),
		changes: z.strictObject({
			firstOn: z.exactOptional(daySchema),
			lastOn: z.exactOptional(daySchema)
		})
	}),
	allowed: members,
	says: 'Changed away dates',
	async run(transaction, { id, changes }, { actor, today }) {
		const away = await transaction.get(awayRecord, id);
		if (!away) return refuse('no-such-away', 'These away dates have been removed.');
		if (away.lastOn < today) {
			return refuse('already-past', 'These days have passed. Past days stay as they were.');
		}
		const firstOn = changes.firstOn ?? away.firstOn;
		const lastOn = changes.lastOn ?? away.lastOn;
		const refusal = ownRefusal(away.personId, actor) ?? spanRefusal(firstOn, lastOn, today);
		if (refusal) return refusal;
		await transaction.put(awayRecord, { ...away, firstOn, lastOn });
		return undefined;
	}
});

export const removeAway = defineMutation({
	name: 'away.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Removed away dates',
	async run(transaction, { id }, { actor }) {
		const away = await transaction.get(awayRecord, id);
		if (!away) return refuse('no-such-away', 'These away dates have been removed already.');
		const refusal = ownRefusal(away.personId, actor);
		if (refusal) return refusal;
		await transaction.remove(awayRecord, id);
		return undefined;
	}
});

function ownRefusal(personId: string, actor: Actor): Refusal | undefined {
	if (personId === actor.personId || may(leaders, actor.role)) return undefined;
	return refuse('not-yours', 'Only the person who is away, or a coordinator, can do this.');
}

function spanRefusal(firstOn: string, lastOn: string, today: string): Refusal | undefined {
	if (lastOn < firstOn) {
		return refuse('ends-before-start', 'The last day must not come before the first.', 'lastOn');
	}
	if (lastOn < today) return refuse('already-past', 'These days have passed already.', 'lastOn');
	if (daysBetween(firstOn, lastOn) >= maxDaysAway) {
		return refuse('too-long', 'Put in a year at most. You can add more later.', 'lastOn');
	}
	return undefined;
}

/** Away dates that hold these days already, so that two phones do not note the same stay twice. */
async function around(
	transaction: Transaction,
	{ personId, firstOn, lastOn }: { personId: string; firstOn: string; lastOn: string }
) {
	const aways = await transaction.by(awayRecord, 'personId', personId);
	return aways.find((away) => away.firstOn <= firstOn && lastOn <= away.lastOn);
}
