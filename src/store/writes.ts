/**
 * What one transaction writes: one after the other, and not waited for one by one. The database does
 * them in their order, before what is read after them; the first that fails gives all of it up.
 */

/** Waits for a write outside a transaction; inside, only at its end. */
export type Written = (write: PromiseLike<unknown>) => Promise<void>;

export class Writes {
	readonly #all: Promise<void>[] = [];
	#failure: { error: unknown } | undefined;

	add(write: PromiseLike<unknown>): void {
		const note = (error: unknown) => {
			this.#failure ??= { error };
		};
		this.#all.push(Promise.resolve(write).then(() => undefined, note));
	}

	/**
	 * Ends when all that the work has written is done.
	 *
	 * @throws {unknown} what went wrong first: work that goes on after a failed write may stumble over
	 * what is not there.
	 */
	async allOf<Result>(work: () => Promise<Result>): Promise<Result> {
		try {
			const result = await work();
			await Promise.all(this.#all);
			if (this.#failure) throw this.#failure.error;
			return result;
		} catch (error) {
			throw this.#failure ? this.#failure.error : error;
		}
	}
}
