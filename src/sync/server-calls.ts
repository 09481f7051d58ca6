/**
 * The three calls that syncing makes. Every answer is parsed; anything else is trouble or silence.
 */
import {
	patchSchema,
	protocolVersion,
	troubleSchema,
	type MutationMessage,
	type Patch,
	type Trouble
} from '#domain/protocol.ts';
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

export class ServerCalls {
	readonly #fetch: typeof fetch;

	constructor(fetchFrom: typeof fetch) {
		this.#fetch = fetchFrom;
	}

	push(point: SyncPoint, mutations: readonly MutationMessage[], sentAt: number): Promise<Answer> {
		const { personId, outboxId, ack, cookie } = point;
		const body = { protocol: protocolVersion, personId, outboxId, ack, cookie, sentAt, mutations };
		return this.#ask('/api/sync/push', body);
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
			const answer = await this.#fetch(`/api/photos/${hash}`, {
				method: 'PUT',
				headers: { 'content-type': mime },
				body: bytes
			});
			if (answer.ok) return 'sent';
			return troubleOf(await answer.json());
		} catch {
			return silence;
		}
	}

	async #ask(path: string, body: unknown): Promise<Answer> {
		try {
			const text = JSON.stringify(body);
			const answer = await this.#fetch(path, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: text,
				// Lets a push finish while the page goes away; browsers take only small ones.
				keepalive: text.length < 60_000
			});
			const found: unknown = await answer.json();
			if (!answer.ok) return troubleOf(found);
			const patch = patchSchema.safeParse(found);
			return patch.success ? patch.data : silence;
		} catch {
			return silence;
		}
	}
}

function troubleOf(found: unknown): Trouble | Silence {
	const trouble = troubleSchema.safeParse(found);
	return trouble.success ? trouble.data : silence;
}
