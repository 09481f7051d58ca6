/**
 * A line between phone and server on which pulls wait at a gate, and behind which the app can be
 * said to have been built anew: so that a kill falls into the very middle, however busy the
 * computer is. All else passes as it comes.
 */
import { once } from 'node:events';
import {
	createServer,
	request,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import * as z from 'zod/mini';
import { pause } from '#tests/support/real-server.ts';
import { without } from './bad-line.ts';

const pullPath = '/api/sync/pull';
const workerPath = '/service-worker.js';
/** Of the same origin, answered here, and left alone by the app: a page on which nothing runs. */
export const emptyPath = '/healthz/empty';

const htmlOnly = { 'content-type': 'text/html' };

export class GatedLine {
	readonly #server: Server;
	readonly #port: number;
	/** How many pulls may still go through. */
	#left = Infinity;
	readonly #held = new Set<() => void>();
	/** Which build of the app the server seems to have; undefined for its own. */
	#build: { readonly version: string; readonly number: number } | undefined;

	private constructor(port: number) {
		this.#port = port;
		this.#server = createServer((asked, given) => {
			void this.#pass(asked, given).catch(() => given.destroy());
		});
	}

	/** To a server on this computer, also when another one comes to stand there. */
	static async to(port: number): Promise<GatedLine> {
		const line = new GatedLine(port);
		line.#server.listen(0, '127.0.0.1');
		await once(line.#server, 'listening');
		return line;
	}

	get address(): string {
		const place = this.#server.address();
		if (place === null || typeof place === 'string') throw new Error('The line is not open.');
		return `http://localhost:${place.port}`;
	}

	/** So many more pulls go through, those that wait first. */
	allow(pulls: number): void {
		this.#left = pulls;
		for (const go of this.#held) {
			if (this.#left <= 0) return;
			this.#held.delete(go);
			this.#left -= 1;
			go();
		}
	}

	/** Until a pull waits at the gate. */
	async untilHeld(): Promise<void> {
		while (this.#held.size === 0) await pause(20);
	}

	/** From now on the app comes as if it had been built anew: with another version. */
	async buildAnew(): Promise<void> {
		const answer = await fetch(`${this.address}/_app/version.json`);
		const { version } = z.object({ version: z.string() }).parse(await answer.json());
		this.#build = { version, number: (this.#build?.number ?? 0) + 1 };
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		this.#server.close();
		await once(this.#server, 'close');
	}

	async #pass(asked: IncomingMessage, given: ServerResponse): Promise<void> {
		const path = asked.url ?? '';
		if (path.startsWith(pullPath)) await this.#turn(given);
		if (given.destroyed) return;
		if (path === emptyPath) return void given.writeHead(200, htmlOnly).end('<!doctype html>');
		const { method, headers } = asked;
		const place = { host: '127.0.0.1', port: this.#port, path, method, headers };
		const isWorker = path.startsWith(workerPath) && this.#build !== undefined;
		// A text that is changed on its way must not be packed, nor be known already.
		const on = request(
			isWorker
				? { ...place, headers: without(headers, ['accept-encoding', 'if-none-match']) }
				: place
		);
		on.on('error', () => given.destroy());
		given.on('close', () => on.destroy());
		asked.pipe(on);
		const [answer] = (await once(on, 'response')) as [IncomingMessage];
		answer.on('error', () => given.destroy());
		if (isWorker) return this.#newer(answer, given);
		given.writeHead(answer.statusCode ?? 500, answer.headers);
		answer.pipe(given);
		return undefined;
	}

	async #newer(answer: IncomingMessage, given: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of answer) chunks.push(Buffer.from(chunk as Uint8Array));
		const { version = '', number = 0 } = this.#build ?? {};
		const newer = Buffer.concat(chunks).toString().replaceAll(version, `${version}-${number}`);
		const headers = without(answer.headers, ['content-length', 'etag', 'last-modified']);
		given.writeHead(answer.statusCode ?? 500, headers);
		given.end(newer);
	}

	/** Until this pull may go through, or nobody waits for it any more. */
	#turn(given: ServerResponse): Promise<void> {
		if (this.#left > 0) {
			this.#left -= 1;
			return Promise.resolve();
		}
		return new Promise((resolve) => {
			this.#held.add(resolve);
			given.on('close', () => {
				this.#held.delete(resolve);
				resolve();
			});
		});
	}
}
