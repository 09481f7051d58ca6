/**
 * The store as syncing sees it: what to send, and where answers go.
 */
import type { Cookie, Me, MutationMessage, Patch } from '#domain/protocol.ts';
import { isStorageFull } from './full-phone.ts';
import { fork, nextMessages } from './outbox.ts';
import type { StoreParts } from './parts.ts';
import { takePatch, type Taken } from './replay.ts';
import { deviceValue, setDeviceValue, type PhotoEntry, type SyncState } from './tables.ts';

/** How far this device is, as each request says it. */
export interface SyncPoint {
	readonly personId: string;
	readonly outboxId: string;
	readonly ack: number;
	readonly cookie: Cookie | null;
	readonly resume: string | null;
}

export class SyncPort {
	readonly #parts: StoreParts;

	constructor(parts: StoreParts) {
		this.#parts = parts;
	}

	/** What to send next and how far the device is, read together. */
	next(): Promise<{ point: SyncPoint; mutations: MutationMessage[] }> {
		return this.#parts.tables.write(async (session) => {
			const { id: outboxId, ack } = await deviceValue(session, 'outbox');
			const cookie = await deviceValue(session, 'cookie');
			const resume = await deviceValue(session, 'resume');
			const mutations = await nextMessages(session, this.#parts.registry);
			const { personId } = this.#parts.me;
			return { point: { personId, outboxId, ack, cookie, resume }, mutations };
		});
	}

	/**
	 * `asked` is the cookie and the resume token that the answer answers. 'full': this phone has no
	 * room for it, nothing of it was taken, and it will be asked for again.
	 */
	async take(
		patch: Patch,
		asked: { cookie: Cookie | null; resume: string | null }
	): Promise<Taken | 'full'> {
		const { tables, registry, now, newId } = this.#parts;
		const { kinds } = tables;
		const { cookie, resume } = asked;
		try {
			return await tables.write((session) =>
				takePatch(session, patch, { registry, kinds, now: now(), newId, cookie, resume })
			);
		} catch (error) {
			if (!isStorageFull(error)) throw error;
			return 'full';
		}
	}

	/** Takes a new identity, unless another tab has done so since `outboxId` was read. */
	fork(outboxId: string): Promise<void> {
		return this.#parts.tables.write(async (session) => {
			const { id } = await deviceValue(session, 'outbox');
			if (id === outboxId) await fork(session, this.#parts.newId);
		});
	}

	/** Starts the next pull from its first page. */
	forgetPage(): Promise<void> {
		return this.#parts.tables.write((session) => setDeviceValue(session, 'resume', null));
	}

	async state(): Promise<SyncState> {
		return deviceValue(this.#parts.tables.session, 'sync');
	}

	note(change: Partial<SyncState>): Promise<void> {
		return this.#parts.tables.write(async (session) => {
			const state = await deviceValue(session, 'sync');
			await setDeviceValue(session, 'sync', { ...state, ...change });
		});
	}

	noteMe(me: Me): Promise<void> {
		return this.#parts.tables.write((session) => setDeviceValue(session, 'me', me));
	}

	/** Calls back with the number of mutations that wait, now and at each change, in any tab. */
	onWaiting(call: (count: number) => void): () => void {
		const { tables } = this.#parts;
		const count = async () => {
			const entries = await tables.session.small('outbox').all();
			return entries.filter(({ version }) => version === undefined).length;
		};
		return tables.observe(count, call, () => call(0));
	}

	/** Photos that the practice does not have yet, oldest first. */
	async photosToSend(): Promise<PhotoEntry[]> {
		const photos = await this.#parts.tables.session.small('photo').all();
		return photos
			.filter(({ isSent, refusal }) => !isSent && refusal === undefined)
			.sort((one, other) => one.at - other.at);
	}

	notePhoto(hash: string, change: { isSent?: boolean; refusal?: string }): Promise<void> {
		return this.#parts.tables.write(async (session) => {
			const photo = await session.small('photo').get(hash);
			if (photo) await session.small('photo').put({ ...photo, ...change });
		});
	}
}
