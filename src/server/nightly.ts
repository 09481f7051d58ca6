/**
 * The nightly round inside the server: a backup first, then what practices want done, then
 * forgetting what nobody needs.
 *
 * It looks every quarter of an hour whether a night has passed since the last round, so a server
 * that was off at night catches up when it starts. Of several processes one does it: claims.ts.
 */
import { backupFile, forgetOldBackups } from './backup-folder.ts';
import { writeBackup } from './backup.ts';
import { doChores } from './chores.ts';
import { claimJob, finishJob, freeJob } from './claims.ts';
import { practicesOf } from './command-line.ts';
import type { Engine } from './engine.ts';
import { tidyPractice } from './tidy.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** UTC: two or three o'clock in the UK, before anyone is up. */
const roundAtMs = 120 * minuteMs;
const lookEveryMs = 15 * minuteMs;
/** A start is busy enough. */
const firstLookMs = 10_000;
/** Also the wait after a failure. */
const claimMs = 60 * minuteMs;

export const backupJob = 'backup';
export const tidyJob = 'tidy';

export class NightlyRound {
	readonly #engine: Engine;
	readonly #dataDir: string;
	readonly #ending = new AbortController();
	#timer: NodeJS.Timeout | undefined;
	#running: Promise<void> | undefined;

	constructor(engine: Engine, dataDir: string) {
		this.#engine = engine;
		this.#dataDir = dataDir;
	}

	start(): void {
		this.#lookIn(firstLookMs);
	}

	/** Ends what is under way at the next good moment, and waits for it. */
	async stop(): Promise<void> {
		this.#ending.abort();
		clearTimeout(this.#timer);
		await this.#running;
	}

	/** Does what is due. It never fails: a failure is logged and tried again an hour later. */
	async run(): Promise<void> {
		const dueSince = lastNight(this.#engine.now());
		await this.#once(backupJob, dueSince, () => this.#backUp());
		await this.#once(tidyJob, dueSince, () => this.#tidy());
	}

	#lookIn(ms: number): void {
		if (this.#isEnding()) return;
		this.#timer = setTimeout(() => {
			this.#running = this.run().finally(() => this.#lookIn(lookEveryMs));
		}, ms);
		this.#timer.unref();
	}

	async #once(name: string, dueSince: number, work: () => Promise<void>): Promise<void> {
		if (this.#isEnding()) return;
		const begunAt = this.#engine.now();
		try {
			if (!(await claimJob(this.#engine, { name, dueSince, forMs: claimMs }))) return;
			try {
				await work();
			} finally {
				if (this.#isEnding()) await freeJob(this.#engine, name);
			}
			if (!this.#isEnding()) await finishJob(this.#engine, name, begunAt);
		} catch (error) {
			if (this.#isEnding()) return;
			this.#engine.log.error({ error, job: name }, 'Nightly work failed.');
		}
	}

	#isEnding(): boolean {
		return this.#ending.signal.aborted;
	}

	async #backUp(): Promise<void> {
		if ((await practicesOf(this.#engine)).length === 0) return;
		const file = backupFile(this.#dataDir, 'nightly', this.#engine.now());
		const { rows, bytes } = await writeBackup(this.#engine, file, this.#ending.signal);
		await forgetOldBackups(this.#dataDir);
		this.#engine.log.info({ job: backupJob, count: rows, bytes }, 'The nightly backup is made.');
	}

	/** One practice that fails does not keep the others from their turn. */
	async #tidy(): Promise<void> {
		const failures: unknown[] = [];
		for (const { id } of await practicesOf(this.#engine)) {
			if (this.#isEnding()) return;
			try {
				await doChores(this.#engine, id);
				await tidyPractice(this.#engine, id);
			} catch (error) {
				failures.push(error);
			}
		}
		if (failures.length > 0) throw failures[0];
	}
}

/** The latest moment at which a round was to begin. */
export function lastNight(now: number): number {
	return Math.floor((now - roundAtMs) / dayMs) * dayMs + roundAtMs;
}
