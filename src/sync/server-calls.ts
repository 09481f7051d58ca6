/**
 * The three calls that syncing makes. Every answer is parsed; anything else is trouble or silence.
 */
import {
	protocolVersion,
	troubleSchema,
	type MutationMessage,
	type Patch,
	type Trouble
} from '#domain/protocol.ts';
import { fromWire } from '#domain/wire.ts';
import type { SyncPoint } from '#store/sync-port.ts';

/** No answer at all: no signal, or the server is down. */
export interface Silence {
	readonly error: 'offline';
}

export type Answer = Patch | Trouble | Silence;

export function isPatch(answer: Answer): answer is Patch {
	return !('error' in answer);
}

const silence: Silence = { error: 'offline' };

/** A line on which nothing comes for so long is dead, and does not always say so. */
const longestSilenceMs = 60_000;
/** What is sent may be on its way as long as on the slowest line that is of any use. */
const slowestBytesPerMs = 2;
const worthPacking = 512;
/** A request that is not understood, too large, of an unknown kind, or not done here. */
const refusesPacked = [400, 403, 411, 413, 415, 501];

export class ServerCalls {
	readonly #fetch: typeof fetch;
	/** The server has said that it reads what is compressed: one from before an update does not. */
	#takesPacked = false;
	/** Something on the way to it has refused what is compressed: it is not tried again. */
	#isPackingRefused = false;

	constructor(fetchFrom: typeof fetch) {
		this.#fetch = fetchFrom;
	}

	push(point: SyncPoint, mutations: readonly MutationMessage[], sentAt: number): Promise<Answer> {
		const { personId, outboxId, ack, cookie } = point;
		const body = { protocol: protocolVersion, personId, outboxId, ack, cookie, sentAt, mutations };
		return this.#ask('/api/sync/push', body, { outlivesPage: true });
	}

	pull(point: SyncPoint): Promise<Answer> {
		const { personId, outboxId, ack, cookie, resume } = point;
		return this.#ask('/api/sync/pull', {
			protocol: protocolVersion,
			personId,
			outboxId,
			ack,
			cookie,
			resume
		});
	}

	/** A refusal in words when the server will never take this picture. */
	async sendPhoto(
		hash: string,
		mime: string,
		bytes: ArrayBuffer
	): Promise<Trouble | Silence | 'sent'> {
		try {
			const { isOk, found } = await this.#call(`/api/photos/${hash}`, bytes.byteLength, {
				method: 'PUT',
				headers: { 'content-type': mime },
				body: bytes
			});
			return isOk ? 'sent' : troubleOf(found);
		} catch {
			return silence;
		}
	}

	async #ask(path: string, body: unknown, { outlivesPage = false } = {}): Promise<Answer> {
		try {
			const text = new TextEncoder().encode(JSON.stringify(body));
			const mayPack = this.#takesPacked && !this.#isPackingRefused;
			const isPacked = mayPack && text.length >= worthPacking;
			const sent = isPacked ? await packed(text) : text;
			const { isOk, found } = await this.#call(path, sent.length, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					...(isPacked && { 'content-encoding': 'gzip' })
				},
				body: sent,
				// Browsers take only small ones.
				keepalive: outlivesPage && sent.length < 60_000
			});
			if (!isOk) return troubleOf(found);
			return fromWire(found) ?? silence;
		} catch {
			return silence;
		}
	}

	/** @throws {unknown} when there is no answer, or it stops half-way. */
	async #call(path: string, bytes: number, asked: RequestInit) {
		const line = new AbortController();
		const giveUp = () => line.abort();
		let timer = setTimeout(giveUp, longestSilenceMs + bytes / slowestBytesPerMs);
		try {
			const answer = await this.#fetch(path, { ...asked, signal: line.signal });
			const alive = () => {
				clearTimeout(timer);
				timer = setTimeout(giveUp, longestSilenceMs);
			};
			const isPacked = new Headers(asked.headers).has('content-encoding');
			if (isPacked && refusesPacked.includes(answer.status)) this.#isPackingRefused = true;
			if (answer.headers.get('accept-encoding') === 'gzip') {
				this.#takesPacked = 'CompressionStream' in globalThis;
			}
			const found: unknown = JSON.parse(await textOf(answer, alive));
			return { isOk: answer.ok, found };
		} finally {
			clearTimeout(timer);
		}
	}
}

/** Calls back with each piece that comes. */
async function textOf({ body }: Response, onpiece: () => void): Promise<string> {
	const reader = body?.getReader();
	const decoder = new TextDecoder();
	let text = '';
	for (;;) {
		const piece = await reader?.read();
		if (!piece || piece.done) return text + decoder.decode();
		onpiece();
		text += decoder.decode(piece.value, { stream: true });
	}
}

async function packed(text: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	const pieces = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Uint8Array(await new Response(pieces).arrayBuffer());
}

function troubleOf(found: unknown): Trouble | Silence {
	const trouble = troubleSchema.safeParse(found);
	return trouble.success ? trouble.data : silence;
}
