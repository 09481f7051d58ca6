/**
 * Undo: puts a record back to how it was before one change, if nothing has happened since.
 *
 * Works for every mutation that is not marked final, without knowing what it does.
 */
import * as z from 'zod/mini';
import { defineMutation, type Mutation } from './mutation.ts';
import type { RecordType, RowBase } from './record.ts';
import { refuse, type Refusal } from './refusal.ts';
import { leaders, may } from './roles.ts';
import type { Effect, Transaction } from './transaction.ts';

interface Known {
	typeOf(kind: string): RecordType | undefined;
	mutationNamed(name: string): Mutation | undefined;
}

export const undoName = 'change.undo';

export function undoMutation(known: Known) {
	return defineMutation({
		name: undoName,
		args: z.strictObject({ uuid: z.uuid() }),
		allowed: 'everyone',
		says: 'Undid a change',
		final: true,
		async run(transaction, { uuid }, { actor }) {
			const past = await transaction.past(uuid);
			if (!past) {
				return refuse('not-known-here', 'This change can be undone once you have a signal.');
			}
			const mutation = known.mutationNamed(past.name);
			if (!mutation || mutation.final) {
				return refuse('is-final', 'A signature, an approval or a withdrawal cannot be undone.');
			}
			const isOwn = past.personId === actor.personId;
			if (!may(mutation.allowed, actor.role) || !(isOwn || leaders.includes(actor.role))) {
				return refuse('not-yours', 'Only the person who did this, or a coordinator, can undo it.');
			}
			for (const effect of past.effects) {
				const type = known.typeOf(effect.kind);
				if (!type) return refuse('no-such-kind', 'This change is too old to undo.');
				if (!(await past.isLatest(effect.kind, effect.id))) {
					return refuse('changed-since', 'Something newer has changed this. Change it by hand.');
				}
				const refusal = await putBack(transaction, type, effect);
				if (refusal) return refusal;
			}
			return undefined;
		}
	});
}

async function putBack(
	transaction: Transaction,
	type: RecordType,
	{ id, before, after }: Effect
): Promise<Refusal | undefined> {
	const current: RowBase | undefined = await transaction.get(type, id);
	if (before === null) {
		await transaction.remove(type, id);
		return undefined;
	}
	if (after !== null && !current) {
		return refuse('changed-since', 'This has been removed since. Nothing was changed.');
	}
	const parsed = type.schema.safeParse({ ...current, ...before });
	if (!parsed.success) return refuse('no-longer-fits', 'This change is too old to undo.');
	await transaction.put(type, parsed.data);
	return undefined;
}
