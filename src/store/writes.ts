/**
 * What one transaction writes: one after the other, and not waited for one by one. The database does
 * them in their order, before what is read after them; the first that fails gives all of it up.
 */

/** Waits for a write outside a transaction; inside, only at its end. */
export type Written = (write: PromiseLike<unknown>) => Promise<void>;

export class Writes {
	readonly #all: PromiseLike<unknown>[] = [];

	add(write: PromiseLike<unknown>): void {
		this.#all.push(write);
		// It is heard of at the end.
		write.then(undefined, () => undefined);
	}

	/**
	 * Ends when all that the work has written is done.
	 *
	 * @throws {unknown} the failure of the first write that failed, else of the work: it may have
	 * stumbled over what was not written.
	 */
	async allOf<Result>(work: () => Promise<Result>): Promise<Result> {
		try {
			return await work();
		} finally {
			await Promise.all(this.#all);
		}
	}
}
