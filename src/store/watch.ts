/**
 * Reads that are made again when what they read has changed.
 *
 * A read is known by the tables that were asked through its session while it ran. Reads of one
 * session that run at the same time are taken for each other: one of them may be made again for
 * nothing, and none is ever missed.
 */

/** Names of tables, or all of them. */
export type Changed = ReadonlySet<string> | 'all';

/** Calls back after each change that was kept, in any tab; returns what ends that. */
export type Changes = (call: (changed: Changed) => void) => () => void;

/** While changes keep coming, something is shown at least after so many reads. */
const mostAgain = 5;
/** The database was closed, or its transaction given up: for an update of the app, or at its end. */
const atTheEnd = ['DatabaseClosedError', 'AbortError'];

export class Watch {
	readonly #changes: Changes;
	/** The tables that each read that is running has asked so far. */
	readonly #running = new Set<Set<string>>();

	constructor(changes: Changes) {
		this.#changes = changes;
	}

	/** A table is asked. */
	note(table: string): void {
		for (const asked of this.#running) asked.add(table);
	}

	/** Reads at once, so that its caller sees what the query itself looks at. */
	observe<Result>(
		query: () => Promise<Result>,
		onvalue: (result: Result) => void,
		onerror: (error: unknown) => void
	): () => void {
		let asked: ReadonlySet<string> = new Set();
		let isRunning = false;
		let isOld = false;
		let isOver = false;

		const read = async () => {
			isOld = false;
			const now = new Set<string>();
			asked = now;
			this.#running.add(now);
			try {
				return { result: await query() };
			} catch (error) {
				return { error };
			} finally {
				this.#running.delete(now);
			}
		};
		const run = async () => {
			isRunning = true;
			let again = 0;
			do {
				const answer = await read();
				again += 1;
				if (isOver || (isOld && again < mostAgain)) continue;
				if ('result' in answer) onvalue(answer.result);
				else if (!isEnd(answer.error)) onerror(answer.error);
			} while (isOld && !isOver);
			isRunning = false;
		};
		const stop = this.#changes((changed) => {
			if (changed !== 'all' && ![...changed].some((table) => asked.has(table))) return;
			isOld = true;
			if (!isRunning) void run();
		});
		void run();
		return () => {
			isOver = true;
			stop();
		};
	}
}

function isEnd(error: unknown): boolean {
	return error instanceof Error && atTheEnd.includes(error.name);
}
