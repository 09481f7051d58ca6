/**
 * Things to do from a meeting: who does what by when, and the tick when it is done.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { belongs } from '#features/people/rules.ts';
import { actionFields, actionRecord, meetingRecord } from '../record.ts';
import { mayTick } from '../rules.ts';

const gone = () => refuse('no-such-action', 'This is no longer on the list.');

export const addAction = defineMutation({
	name: 'meeting-action.add',
	args: z.strictObject({ id: z.uuid(), meetingId: z.uuid(), ...actionFields }),
	allowed: writers,
	says: 'Added a thing to do',
	async run(transaction, fields, { actor, actedAt }) {
		if (await transaction.get(actionRecord, fields.id)) {
			return refuse('already-here', 'This is already on the list.');
		}
		if (!(await transaction.get(meetingRecord, fields.meetingId))) {
			return refuse('no-such-meeting', 'This meeting is no longer on the list.');
		}
		const refusal = await strangerIn(transaction, fields.whoId);
		if (refusal) return refusal;
		const made = { createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(actionRecord, { ...fields, ...made, doneOn: null, isDone: 'no' });
		return undefined;
	}
});

export const editAction = defineMutation({
	name: 'meeting-action.edit',
	args: z.strictObject({
		id: z.uuid(),
		changes: z.strictObject({
			what: z.exactOptional(actionFields.what),
			whoId: z.exactOptional(actionFields.whoId),
			dueOn: z.exactOptional(actionFields.dueOn)
		})
	}),
	allowed: writers,
	says: 'Changed a thing to do',
	async run(transaction, { id, changes }) {
		const action = await transaction.get(actionRecord, id);
		if (!action) return gone();
		const refusal = await strangerIn(transaction, changes.whoId ?? null);
		if (!refusal) await transaction.put(actionRecord, { ...action, ...changes });
		return refusal;
	}
});

/** Whoever has it ticks it off, also someone who writes no posts. */
export const tickAction = defineMutation({
	name: 'meeting-action.tick',
	args: z.strictObject({ id: z.uuid(), isDone: z.boolean() }),
	allowed: 'everyone',
	says: 'Ticked a thing to do',
	async run(transaction, { id, isDone }, { actor, today }) {
		const action = await transaction.get(actionRecord, id);
		if (!action) return gone();
		if (!mayTick(action, actor)) {
			return refuse('not-yours', 'Whoever does it ticks it off, or someone who writes posts.');
		}
		const tick = isDone
			? { isDone: 'yes' as const, doneOn: action.doneOn ?? today }
			: { isDone: 'no' as const, doneOn: null };
		await transaction.put(actionRecord, { ...action, ...tick });
		return undefined;
	}
});

export const removeAction = defineMutation({
	name: 'meeting-action.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Removed a thing to do',
	async run(transaction, { id }) {
		if (!(await transaction.get(actionRecord, id))) return gone();
		await transaction.remove(actionRecord, id);
		return undefined;
	}
});

async function strangerIn(transaction: Transaction, whoId: string | null) {
	if (whoId === null) return undefined;
	const person = await transaction.get(personRecord, whoId);
	if (person && belongs(person)) return undefined;
	return refuse('not-in-group', 'Choose someone who is in the group.', 'whoId');
}
