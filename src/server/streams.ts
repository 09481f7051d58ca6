/**
 * The open event streams: after a change, every device of the practice hears of it.
 *
 * On PostgreSQL other servers change practices too. They announce it; a look every two seconds
 * makes up for announcements that get lost.
 */
import type { Cookie, Patch } from '#domain/protocol.ts';
import type { Engine, Who } from './engine.ts';
import { pokesFor, type Listener, type News, type Poke } from './pokes.ts';

const lookEveryMs = 2000;

/** Where the device stands as it opens its stream. */
export interface StreamStart {
	readonly outboxId: string;
	readonly protocol: number;
	readonly ack: number;
	readonly cookie: Cookie | null;
}

interface Open extends Listener {
	readonly send: (found: Patch | News) => void;
	readonly onclose: () => void;
}

export class Streams {
	readonly #engine: Engine;
	readonly #open = new Map<string, Set<Open>>();
	/** Practices being looked at; true when there is a reason to look once more. */
	readonly #looking = new Map<string, boolean>();
	readonly #versions = new Map<string, number>();
	#timer: NodeJS.Timeout | undefined;
	#stopListening: (() => void) | undefined;
	#isOver = false;

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	/**
	 * Sends what the device has missed, then every change. `onclose` is called once, when the
	 * server ends the stream: the person left, sees other things now, or the device was removed.
	 */
	open(
		who: Who,
		start: StreamStart,
		send: (found: Patch | News) => void,
		onclose: () => void = () => undefined
	): { close(): void } {
		if (this.#isOver) {
			// Not before whoever opens it knows that it is open.
			queueMicrotask(onclose);
			return { close: () => undefined };
		}
		const told = start.cookie?.version ?? -1;
		const stream: Open = { who, ...start, scope: start.cookie?.scope, told, send, onclose };
		const streams = this.#open.get(who.practiceId) ?? new Set();
		this.#open.set(who.practiceId, streams.add(stream));
		this.#watchOthers();
		this.poke(who.practiceId);
		return { close: () => this.#forget(stream) };
	}

	get count(): number {
		return [...this.#open.values()].reduce((sum, streams) => sum + streams.size, 0);
	}

	/** Something changed in this practice. Returns at once. */
	poke(practiceId: string): void {
		if (!this.#open.has(practiceId)) return;
		if (this.#looking.has(practiceId)) this.#looking.set(practiceId, true);
		else void this.#look(practiceId);
	}

	/** Ends the streams of a device or of a person. */
	closeFor(id: string): void {
		for (const stream of this.#all()) {
			if (stream.who.deviceId === id || stream.who.personId === id) this.#end(stream);
		}
	}

	/** The server stops: from now on streams end as they open. */
	closeAll(): void {
		this.#isOver = true;
		for (const stream of this.#all()) this.#end(stream);
	}

	async #look(practiceId: string): Promise<void> {
		do {
			this.#looking.set(practiceId, false);
			const listeners = [...(this.#open.get(practiceId) ?? [])];
			try {
				const pokes = await this.#engine.database.withPractice(
					practiceId,
					(trx) => pokesFor(trx, this.#engine, { practiceId, listeners }),
					'reading'
				);
				for (const [stream, poke] of pokes) this.#tell(stream, poke);
			} catch (error) {
				// The devices pull every half minute anyway.
				this.#engine.log.error({ error, practiceId }, 'A poke failed.');
			}
		} while (this.#looking.get(practiceId));
		this.#looking.delete(practiceId);
	}

	#tell(stream: Open, poke: Poke): void {
		if (!this.#open.get(stream.who.practiceId)?.has(stream)) return;
		if (poke === 'close') {
			this.#end(stream);
			return;
		}
		if ('news' in poke) {
			stream.told = poke.news;
			// The device pulls now; what comes next builds on that.
			if (stream.cookie) stream.cookie = { ...stream.cookie, version: poke.news };
		} else {
			stream.ack = poke.lastSeq;
			stream.cookie = poke.to;
			stream.told = poke.to?.version ?? stream.told;
		}
		stream.send(poke);
	}

	#end(stream: Open): void {
		if (this.#forget(stream)) stream.onclose();
	}

	#forget(stream: Open): boolean {
		const { practiceId } = stream.who;
		const streams = this.#open.get(practiceId);
		const wasOpen = streams?.delete(stream) ?? false;
		if (streams?.size === 0) {
			this.#open.delete(practiceId);
			this.#versions.delete(practiceId);
		}
		if (this.#open.size === 0) this.#stopWatching();
		return wasOpen;
	}

	#all(): Open[] {
		return [...this.#open.values()].flatMap((streams) => [...streams]);
	}

	#watchOthers(): void {
		const { database } = this.#engine;
		if (database.engine !== 'postgres' || this.#timer) return;
		this.#stopListening = database.listen((practiceId) => this.poke(practiceId));
		this.#timer = setInterval(() => void this.#compareVersions(), lookEveryMs);
		this.#timer.unref();
	}

	#stopWatching(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		this.#stopListening?.();
		this.#stopListening = undefined;
	}

	async #compareVersions(): Promise<void> {
		try {
			const rows = await this.#engine.database.asOwner((trx) =>
				trx
					.selectFrom('practice')
					.select(['id', 'version'])
					.where('id', 'in', [...this.#open.keys()])
					.execute()
			);
			for (const { id, version } of rows) {
				if (this.#versions.get(id) !== version) this.poke(id);
				this.#versions.set(id, version);
			}
		} catch (error) {
			this.#engine.log.error({ error }, 'The versions of practices could not be read.');
		}
	}
}
