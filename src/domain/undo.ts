/**
 * Undo: puts a record back to how it was before one change, if nothing has happened since.
 *
 * Works for every mutation that is not marked final, without knowing what it does. What a kind's
 * own rules protect is guarded: see put-back.ts.
 */
import * as z from 'zod/mini';
import { defineMutation, type Mutation } from './mutation.ts';
import { putBack, type Guard } from './put-back.ts';
import type { RecordType, RowBase } from './record.ts';
import { refuse, type Refusal } from './refusal.ts';
import { leaders, may, type Actor } from './roles.ts';
import { undoName } from './standard-names.ts';
import type { Effect, Transaction } from './transaction.ts';

interface Known {
	typeOf(kind: string): RecordType | undefined;
	guardOf(kind: string): Guard | undefined;
	mutationNamed(name: string): Mutation | undefined;
}

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
				const guard = known.guardOf(effect.kind);
				const refusal = await undoEffect(transaction, { type, guard, effect, actor });
				if (refusal) return refusal;
			}
			return undefined;
		}
	});
}

interface Undoing {
	readonly type: RecordType;
	readonly guard: Guard | undefined;
	readonly effect: Effect;
	readonly actor: Actor;
}

async function undoEffect(
	transaction: Transaction,
	{ type, guard, effect, actor }: Undoing
): Promise<Refusal | undefined> {
	const { id, before, after } = effect;
	const place = { type, guard, id };
	if (before === null) return putBack(transaction, place, undefined, actor);
	const current: RowBase | undefined = await transaction.get(type, id);
	if (after !== null && !current) {
		return refuse('changed-since', 'This has been removed since. Nothing was changed.');
	}
	const parsed = type.schema.safeParse({ ...current, ...before });
	if (!parsed.success) return refuse('no-longer-fits', 'This change is too old to undo.');
	return putBack(transaction, place, parsed.data, actor);
}
