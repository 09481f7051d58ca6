/**
 * When to sync: at the start, after a change, on a poke, when online or shown again, every 30 s
 * while visible, and with growing pauses after a failure. One tab does it.
 *
 * `navigator.onLine` is never asked: a round is the only proof of a signal.
 */
import { fromWire } from '#domain/wire.ts';
import { isStorageFull } from '#store/full-phone.ts';
import type { SyncPort } from '#store/sync-port.ts';
import type { SyncState } from '#store/tables.ts';
import { listen, type Stream } from './stream.ts';
import { syncRound, type RoundParts, type RoundResult } from './sync.ts';

const everyMs = 30_000;
const longestPauseMs = 30_000;
const shortPauseMs = 150;

export interface ScheduleParts extends RoundParts {
	/** The person or this device was removed: delete everything. */
	readonly onwipe: () => Promise<void>;
	readonly lockName: string;
}

export class Schedule {
	readonly #parts: ScheduleParts;
	readonly #stop = new AbortController();
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** When the timer is due, by `performance.now()`: the clock of the phone may be turned. */
	#dueAt = Infinity;
	#running: Promise<void> | undefined;
	#isWanted = false;
	#failures = 0;
	/** Streams in a row that never came about: something on the way may not let them through. */
	#deadStreams = 0;
	#stream: Stream | undefined;

	constructor(parts: ScheduleParts) {
		this.#parts = parts;
	}

	/** Waits to be the one tab that syncs, then does so until stopped. */
	start(): void {
		const { signal } = this.#stop;
		const lead = () =>
			new Promise<void>((resolve) => {
				this.#lead();
				signal.addEventListener('abort', () => resolve());
			});
		navigator.locks.request(this.#parts.lockName, { signal }, lead).catch(() => undefined);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#stream?.close();
		this.#stop.abort();
	}

	/**
	 * Syncs soon; calls that come close together make one round. A sooner round stands: whoever
	 * plans the next look must not put off what was done in the meantime.
	 */
	wake(pauseMs: number = shortPauseMs): void {
		if (this.#stop.signal.aborted) return;
		const now = performance.now();
		this.#dueAt = Math.min(this.#dueAt, now + pauseMs);
		clearTimeout(this.#timer);
		const begin = () => {
			this.#dueAt = Infinity;
			void this.#run();
		};
		this.#timer = setTimeout(begin, this.#dueAt - now);
	}

	#lead(): void {
		const { signal } = this.#stop;
		const now = () => this.wake(0);
		addEventListener('online', now, { signal });
		addEventListener('focus', now, { signal });
		addEventListener('pagehide', () => void this.#run(), { signal });
		document.addEventListener(
			'visibilitychange',
			() => {
				if (document.visibilityState === 'visible') now();
			},
			{ signal }
		);
		const stopWatching = this.#parts.port.onWaiting((count) => {
			if (count > 0) this.wake();
		});
		signal.addEventListener('abort', stopWatching);
		this.wake(0);
	}

	async #run(): Promise<void> {
		if (this.#running) {
			this.#isWanted = true;
			return;
		}
		this.#running = this.#round()
			.catch((error: unknown) => this.#failed(error))
			.catch((error: unknown) => {
				// Whatever went wrong, there is a next round.
				reportError(error);
				this.wake(longestPauseMs);
			});
		await this.#running;
		this.#running = undefined;
		const isWanted = this.#isWanted;
		this.#isWanted = false;
		if (isWanted) this.wake(0);
	}

	async #round(): Promise<void> {
		const { port } = this.#parts;
		// That the phone is full stays in plain sight until something could be kept again.
		if (!(await this.#isFull())) await this.#note(port, { phase: 'syncing' });
		await this.#after(await syncRound(this.#parts));
	}

	/** What is in the outbox stays there. */
	async #failed(error: unknown): Promise<void> {
		// The database closes under a round that is stopped.
		if (this.#stop.signal.aborted) return;
		const isFull = isStorageFull(error);
		if (!isFull) reportError(error);
		await this.#after(isFull ? 'storage-full' : 'try-again');
	}

	async #after(result: RoundResult): Promise<void> {
		if (this.#stop.signal.aborted) return;
		if (result === 'wipe') {
			this.stop();
			await this.#parts.onwipe();
			return;
		}
		const isDone = result === 'done';
		const isSilent = result === 'offline' || result === 'try-again';
		const phase = isSilent && (await this.#isFull()) ? 'storage-full' : phaseAfter[result];
		this.#failures = isDone ? 0 : this.#failures + 1;
		await this.#note(this.#parts.port, {
			phase,
			...(isDone && { syncedAt: this.#parts.now(), progress: null })
		});
		if (isDone) {
			await this.#openStream();
			// Once everything is here and shown: it takes a moment.
			void this.#writeWords();
		} else {
			this.#stream?.close();
			this.#stream = undefined;
		}
		this.wake(isDone ? everyMs : pauseAfter(this.#failures));
	}

	/** A search works without, only more slowly. */
	async #writeWords(): Promise<void> {
		try {
			await this.#parts.port.writeWords();
		} catch (error) {
			if (!this.#stop.signal.aborted) reportError(error);
		}
	}

	async #openStream(): Promise<void> {
		if (this.#stream?.isOpen) return;
		this.#stream?.close();
		const { point } = await this.#parts.port.next();
		if (!point.cookie) return;
		this.#stream = listen(point, {
			onpoke: (found) => void this.#poked(found),
			onsilence: (wasOpen) => {
				this.#deadStreams = wasOpen ? 0 : this.#deadStreams + 1;
				this.wake(wasOpen ? 0 : pauseAfter(this.#deadStreams));
			}
		});
	}

	async #poked(found: unknown): Promise<void> {
		const patch = fromWire(found);
		if (!patch) {
			this.wake(0);
			return;
		}
		const asked = { cookie: patch.from, resume: null };
		const taken = await this.#parts.port.take(patch, asked);
		if (taken === 'full') await this.#note(this.#parts.port, { phase: 'storage-full' });
		else if (taken === 'elsewhere') this.wake(0);
		else await this.#note(this.#parts.port, { syncedAt: this.#parts.now() });
	}

	async #isFull(): Promise<boolean> {
		return (await this.#parts.port.state()).phase === 'storage-full';
	}

	async #note(port: SyncPort, change: Partial<SyncState>): Promise<void> {
		try {
			await port.note(change);
		} catch {
			// A full phone cannot even keep this; what is in the outbox stays.
		}
	}
}

/** Growing, with a little chance, so that a whole group does not come back in the same second. */
function pauseAfter(failures: number): number {
	const pause = Math.min(longestPauseMs, 1000 * 2 ** Math.min(failures, 5));
	return pause * (0.75 + Math.random() / 2);
}

const phaseAfter: Readonly<Record<Exclude<RoundResult, 'wipe'>, SyncState['phase']>> = {
	done: 'idle',
	offline: 'offline',
	'signed-out': 'signed-out',
	'too-old': 'too-old',
	'try-again': 'trouble',
	'storage-full': 'storage-full',
	refused: 'trouble'
};
