/**
 * Guards over what comes back: why an earlier version of a record must not stand again.
 *
 * Undo and the choice between two versions change records without asking a mutation's own rules.
 * What those rules protect is asked here, kind by kind, on the device and on the server.
 */
import { readRow, type RecordType, type RowBase } from './record.ts';
import type { Refusal } from './refusal.ts';
import type { Actor } from './roles.ts';
import type { Transaction } from './transaction.ts';

interface Return<Row extends RowBase> {
	/** As it stands; undefined where there is none. */
	readonly now: Row | undefined;
	/** As it would be; undefined where it would be taken away. */
	readonly then: Row | undefined;
	readonly actor: Actor;
}

export interface Guard {
	readonly kind: string;
	whyNot(transaction: Transaction, change: Return<RowBase>): Promise<Refusal | undefined>;
}

export function defineGuard<Row extends RowBase>(
	type: RecordType<string, Row>,
	whyNot: (transaction: Transaction, change: Return<Row>) => Promise<Refusal | undefined>
): Guard {
	const typed = (row: RowBase | undefined) => row && readRow(type, row.id, row);
	return {
		kind: type.kind,
		whyNot: (transaction, { now, then, actor }) =>
			whyNot(transaction, { now: typed(now), then: typed(then), actor })
	};
}

/** Puts `then` in the place of what stands, unless a guard says no. */
export async function putBack(
	transaction: Transaction,
	{ type, guard, id }: { type: RecordType; guard: Guard | undefined; id: string },
	then: RowBase | undefined,
	actor: Actor
): Promise<Refusal | undefined> {
	const now: RowBase | undefined = await transaction.get(type, id);
	const refusal = await guard?.whyNot(transaction, { now, then, actor });
	if (refusal) return refusal;
	await (then ? transaction.put(type, then) : transaction.remove(type, id));
	return undefined;
}
