/**
 * The simulated server's database: the real one, that can be made to die after any statement of
 * any transaction, the commit among them.
 */
import type { Kysely, KyselyPlugin } from 'kysely';
import type { Database } from '#server/database.ts';
import type { Tables } from '#server/tables.ts';

class Died extends Error {
	override readonly name = 'Died';
}

export class FaultyDatabase implements Database {
	readonly engine: Database['engine'];
	/** Raised by every transaction that may write. */
	writes = 0;
	/** Whether the fault that was asked for has happened. */
	hasDied = false;
	readonly #inner: Database;
	#left: number | undefined;

	constructor(inner: Database) {
		this.#inner = inner;
		this.engine = inner.engine;
	}

	/** Dies when so many statements have run, in whichever transaction that is. */
	dieAfter(statements: number): void {
		this.#left = statements;
		this.hasDied = false;
	}

	heal(): void {
		this.#left = undefined;
	}

	withPractice<Result>(
		practiceId: string,
		work: (trx: Kysely<Tables>) => Promise<Result>,
		mode?: 'reading'
	): Promise<Result> {
		if (mode === undefined) this.writes += 1;
		return this.#inner.withPractice(practiceId, this.#mortal(work), mode);
	}

	asOwner<Result>(work: (trx: Kysely<Tables>) => Promise<Result>): Promise<Result> {
		this.writes += 1;
		return this.#inner.asOwner(this.#mortal(work));
	}

	asReader<Result>(work: (trx: Kysely<Tables>) => Promise<Result>): Promise<Result> {
		return this.#inner.asReader(work);
	}

	compact(): Promise<void> {
		return this.#inner.compact();
	}

	listen(onchange: (practiceId: string) => void): () => void {
		return this.#inner.listen(onchange);
	}

	ping(): Promise<void> {
		return this.#inner.ping();
	}

	close(): Promise<void> {
		return this.#inner.close();
	}

	#mortal<Result>(work: (trx: Kysely<Tables>) => Promise<Result>) {
		if (this.#left === undefined) return work;
		const plugin: KyselyPlugin = {
			transformQuery: ({ node }) => node,
			transformResult: ({ result }) => {
				this.#count();
				return Promise.resolve(result);
			}
		};
		return async (trx: Kysely<Tables>) => {
			const result = await work(trx.withPlugin(plugin));
			// All statements have run, and the commit has not.
			this.#count();
			return result;
		};
	}

	#count(): void {
		if (this.#left === undefined) return;
		this.#left -= 1;
		if (this.#left >= 0) return;
		this.#left = undefined;
		this.hasDied = true;
		throw new Died('The computer stopped.');
	}
}
