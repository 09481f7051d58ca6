/**
 * A database that fails while a mutation runs, told apart from a mutation that fails.
 */

/** The database, not the mutation, is at fault: nothing of this transaction may be kept. */
export class StorageFault extends Error {
	override readonly name = 'StorageFault';
	constructor(cause: unknown) {
		super('The database did not answer.', { cause });
	}
}

/** Tells the database's failures from a mutation's own. */
export async function asking<Result>(answer: Promise<Result>): Promise<Result> {
	try {
		return await answer;
	} catch (cause) {
		throw new StorageFault(cause);
	}
}
