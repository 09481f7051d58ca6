/**
 * Adding, changing, hiding and adopting awareness days. Leaders look after the list.
 *
 * One record for each day that came with the app: when someone else made it first, it is changed.
 */
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { newPostSchema, putNewPosts } from '#features/ideas/rules.ts';
import * as z from 'zod/mini';
import { awarenessDayRecord, dayFields, dayIdSchema, type OwnDay } from './record.ts';

const gone = () => refuse('no-such-day', 'This day is no longer on the list.');

export const addDay = defineMutation({
	name: 'day.add',
	args: z.strictObject({ id: z.uuid(), ...dayFields }),
	allowed: leaders,
	says: 'Added an awareness day',
	async run(transaction, { id, ...fields }, context) {
		if (await transaction.get(awarenessDayRecord, id)) {
			return refuse('already-here', 'This day is on the list already.');
		}
		const refusal = problemWith(fields);
		if (refusal) return refusal;
		const checkedOn = context.today;
		await transaction.put(awarenessDayRecord, {
			...firstOf(id, null, context),
			...fields,
			checkedOn
		});
		return undefined;
	}
});

const which = {
	/** Of the group's own record; used for a new one when there is none yet. */
	id: z.uuid(),
	dayId: z.nullable(dayIdSchema)
};

/** The dates as someone has just looked them up. */
export const changeDay = defineMutation({
	name: 'day.change',
	args: z.strictObject({ ...which, ...dayFields }),
	allowed: leaders,
	says: 'Changed an awareness day',
	async run(transaction, { id, dayId, ...fields }, context) {
		const own = await ownDay(transaction, { id, dayId }, context);
		if (!own) return gone();
		const refusal = problemWith(fields);
		if (refusal) return refusal;
		await transaction.put(awarenessDayRecord, { ...own, ...fields, checkedOn: context.today });
		return undefined;
	}
});

export const hideDay = defineMutation({
	name: 'day.hide',
	args: z.strictObject(which),
	allowed: leaders,
	says: 'Hid an awareness day',
	async run(transaction, wanted, context) {
		const own = await ownDay(transaction, wanted, context);
		if (!own) return gone();
		await transaction.put(awarenessDayRecord, { ...own, isHidden: true });
		return undefined;
	}
});

export const showDay = defineMutation({
	name: 'day.show',
	args: z.strictObject(which),
	allowed: leaders,
	says: 'Showed an awareness day',
	async run(transaction, wanted, context) {
		const own = await ownDay(transaction, wanted, context);
		if (!own) return gone();
		await transaction.put(awarenessDayRecord, { ...own, isHidden: false });
		return undefined;
	}
});

export const removeDay = defineMutation({
	name: 'day.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Removed an awareness day',
	async run(transaction, { id }) {
		const own = await transaction.get(awarenessDayRecord, id);
		if (!own) return gone();
		if (own.dayId !== null) {
			return refuse('came-with-the-app', 'This day came with the app. You can hide it.');
		}
		await transaction.remove(awarenessDayRecord, id);
		return undefined;
	}
});

/** Makes a draft for it. Source: S1-22. */
export const adoptDay = defineMutation({
	name: 'day.adopt',
	args: newPostSchema,
	allowed: writers,
	says: 'Made a draft for an awareness day',
	run: (transaction, post, context) => putNewPosts(transaction, [post], context)
});

/** Undefined for a day of the group's own that has been removed. */
async function ownDay(
	transaction: Transaction,
	{ id, dayId }: Pick<OwnDay, 'id' | 'dayId'>,
	context: Context
): Promise<OwnDay | undefined> {
	if (dayId === null) return transaction.get(awarenessDayRecord, id);
	const [known] = await transaction.by(awarenessDayRecord, 'dayId', dayId);
	return known ?? firstOf(id, dayId, context);
}

function firstOf(id: string, dayId: string | null, { actor, actedAt }: Context): OwnDay {
	return {
		...{ id, createdAt: actedAt, createdBy: actor.personId, dayId, title: null },
		...{ firstOn: null, lastOn: null, sourceUrl: null, checkedOn: null, isHidden: false }
	};
}

function problemWith({
	firstOn,
	lastOn
}: {
	firstOn: string;
	lastOn: string;
}): Refusal | undefined {
	if (lastOn >= firstOn) return undefined;
	return refuse('ends-early', 'The last day must not be before the first.', 'lastOn');
}

export const dayMutations = [addDay, changeDay, hideDay, showDay, removeDay, adoptDay];
