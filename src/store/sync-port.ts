/**
 * The store as syncing sees it: what to send, and where answers go.
 */
import type { Me } from '#domain/me.ts';
import type { Cookie, MutationMessage, Patch } from '#domain/protocol.ts';
import { makeDigests } from './digests.ts';
import { isStorageFull, unlessFull } from './full-phone.ts';
import { fork, nextMessages } from './outbox.ts';
import { writeWords } from './pack-words.ts';
import { usualPacking } from './packing.ts';
import type { StoreParts } from './parts.ts';
import { nextPhoto, tidyPhotos } from './photo-tidying.ts';
import { takePatch, type Taken } from './replay.ts';
import {
	deviceValue,
	setDeviceValue,
	type PhotoEntry,
	type SyncState,
	type TableSession
} from './tables.ts';
import { fetchWhatIsKnownNow, isMoreKnownNow } from './unknown.ts';
import { waitingSeqs } from './waiting.ts';

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
	/** Records came or went since the photos here were last gone through. */
	#isToTidy = true;
	/** A snapshot came, or may have come before this tab was opened. */
	#areWordsDue = true;
	/** Records came or went since their digests were last made. */
	#isToDigest = true;

	constructor(parts: StoreParts) {
		this.#parts = parts;
	}

	/** What to send next and how far the device is, read together. */
	async next(): Promise<{ point: SyncPoint; mutations: MutationMessage[] }> {
		const { tables, registry, me } = this.#parts;
		const found = await tables.readSmall(async (session) => {
			const asked = [isMoreKnownNow(session, registry), session.small('outbox').keys()] as const;
			const [isMore] = await Promise.all(asked);
			if (isMore) return undefined;
			const { id: outboxId, ack } = await deviceValue(session, 'outbox');
			const cookie = await deviceValue(session, 'cookie');
			const resume = await deviceValue(session, 'resume');
			const mutations = await nextMessages(session, registry);
			return { point: { personId: me.personId, outboxId, ack, cookie, resume }, mutations };
		});
		if (found) return found;
		await tables.write((session) => fetchWhatIsKnownNow(session, registry));
		return this.next();
	}

	/**
	 * `asked` is the cookie and the resume token that the answer answers. 'full': this phone has no
	 * room for it, nothing of it was taken, and it will be asked for again. How far a long first
	 * sync is by now is kept with it.
	 */
	async take(
		patch: Patch,
		asked: { cookie: Cookie | null; resume: string | null }
	): Promise<Taken | 'full'> {
		const { tables, registry, now, newId, packing = usualPacking } = this.#parts;
		const { kinds } = tables;
		const { cookie, resume } = asked;
		if (patch.changes.length + patch.outcomes.length > 0) {
			this.#isToTidy = true;
			this.#isToDigest = true;
		}
		if (patch.from === null) this.#areWordsDue = true;
		try {
			return await tables.write(async (session) => {
				const taken = await takePatch(session, patch, {
					...{ registry, kinds, now: now(), newId, packing },
					...{ cookie, resume }
				});
				if (patch.progress) await noteState(session, { progress: patch.progress });
				return taken;
			});
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
		return this.#parts.tables.write((session) => noteState(session, change));
	}

	noteMe(me: Me): Promise<void> {
		return this.#parts.tables.write((session) => setDeviceValue(session, 'me', me));
	}

	/**
	 * Calls back with the number of mutations that wait, now and at each change, in any tab; photos
	 * that may go now, or on any connection, count as one.
	 */
	onWaiting(call: (count: number) => void): () => void {
		const { tables } = this.#parts;
		const count = async () => {
			const { length: open } = await waitingSeqs(tables.session);
			const mayGo =
				(await deviceValue(tables.session, 'photosNow')) ||
				!(await deviceValue(tables.session, 'photosOnWifi'));
			return { open, mayGo };
		};
		let mayPhotosGo: boolean | undefined;
		return tables.observe(
			count,
			({ open, mayGo }) => {
				const isNew = mayPhotosGo === false && mayGo;
				mayPhotosGo = mayGo;
				call(open + (isNew ? 1 : 0));
			},
			() => call(0)
		);
	}

	/** Whether photos may go on this kind of connection. */
	async mayPhotosGo(isOnWifi: boolean): Promise<boolean> {
		const { session } = this.#parts.tables;
		if (isOnWifi || !(await deviceValue(session, 'photosOnWifi'))) return true;
		return deviceValue(session, 'photosNow');
	}

	/** The oldest photo that the practice does not have yet; one at a time, as they are large. */
	nextPhoto(): Promise<PhotoEntry | undefined> {
		return nextPhoto(this.#parts);
	}

	async notePhoto(hash: string, change: { isSent?: boolean; refusal?: string }): Promise<void> {
		const { tables, now } = this.#parts;
		const photo = await tables.session.small('photo').get(hash);
		if (!photo) return;
		await tables.write(async (session) => {
			const unknown = { hash, at: now(), size: photo.bytes.byteLength, isSent: false };
			const state = (await session.small('photo-state').get(hash)) ?? unknown;
			const sent = change.isSent ? { sentAt: now() } : {};
			await session.small('photo-state').put({ ...state, ...change, ...sent });
		});
	}

	/** Nothing waits any more: from now on photos wait for Wi-Fi again, where they should. */
	async photosAreSent(): Promise<void> {
		const { tables } = this.#parts;
		if (await deviceValue(tables.session, 'photosNow')) {
			await tables.write((session) => setDeviceValue(session, 'photosNow', false));
		}
	}

	/** Makes ready what a search of old records reads; a full phone does without. */
	async writeWords(): Promise<void> {
		if (!this.#areWordsDue) return;
		this.#areWordsDue = false;
		const { tables, registry } = this.#parts;
		await writeWords(tables, registry).catch(unlessFull);
	}

	/** Deletes the bytes of removed photos, when records have changed since the last time. */
	async tidyPhotos(): Promise<void> {
		if (!this.#isToTidy) return;
		this.#isToTidy = false;
		await tidyPhotos(this.#parts);
	}

	/** Makes the digests that are missing, when records have changed since the last time. */
	async makeDigests(): Promise<void> {
		if (!this.#isToDigest) return;
		this.#isToDigest = false;
		await makeDigests(this.#parts.tables, this.#parts.registry);
	}
}

async function noteState(session: TableSession, change: Partial<SyncState>): Promise<void> {
	const state = await deviceValue(session, 'sync');
	await setDeviceValue(session, 'sync', { ...state, ...change });
}
