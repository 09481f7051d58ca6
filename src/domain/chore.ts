/**
 * What the server does by itself at night, by the same mutations as people. Features hand in what
 * is due; the engine names none.
 */
import type { Transaction } from './transaction.ts';

/** The records of one practice, to be read only. */
export type Records = Pick<Transaction, 'get' | 'by' | 'between'>;

/** One step: a mutation, about one record, of which nothing may be left in history either. */
export interface Chore {
	readonly kind: string;
	readonly id: string;
	readonly name: string;
	readonly args: unknown;
}

/** A pure question to the records: what is due on this day? */
export type ChoresDue = (
	records: Records,
	when: { readonly practiceId: string; readonly today: string }
) => Promise<readonly Chore[]>;
