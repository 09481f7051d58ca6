/**
 * A line between phone and server on which requests vanish, answers are cut, come late, or the
 * request arrives twice: one after the other, so that each round meets all of them.
 */
import {
	createServer,
	request,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import { once } from 'node:events';
import { pause } from '#tests/support/real-server.ts';

export type Trick = 'well' | 'lost request' | 'lost answer' | 'cut answer' | 'late' | 'twice';
const tricks: readonly Trick[] = [
	'well',
	'lost answer',
	'late',
	'twice',
	'cut answer',
	'lost request',
	'well'
];
const lateMs = 400;

export class BadLine {
	readonly #server: Server;
	readonly #to: string;
	readonly played = new Map<Trick, number>();
	#turn = 0;

	private constructor(to: string) {
		this.#to = to;
		this.#server = createServer((asked, given) => {
			void this.#pass(asked, given).catch(() => given.destroy());
		});
	}

	static async to(address: string): Promise<BadLine> {
		const line = new BadLine(address);
		line.#server.listen(0, '127.0.0.1');
		await once(line.#server, 'listening');
		return line;
	}

	get address(): string {
		const place = this.#server.address();
		if (place === null || typeof place === 'string') throw new Error('The line is not open.');
		return `http://127.0.0.1:${place.port}`;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		this.#server.close();
		await once(this.#server, 'close');
	}

	async #pass(asked: IncomingMessage, given: ServerResponse): Promise<void> {
		const trick = tricks[this.#turn++ % tricks.length] ?? 'well';
		this.played.set(trick, (this.played.get(trick) ?? 0) + 1);
		const chunks: Buffer[] = [];
		for await (const chunk of asked) chunks.push(Buffer.from(chunk as Uint8Array));
		const body = Buffer.concat(chunks);
		if (trick === 'lost request') return void given.destroy();
		const first = await this.#ask(asked, body);
		const { status, headers, bytes } = trick === 'twice' ? await this.#ask(asked, body) : first;
		if (trick === 'lost answer') return void given.destroy();
		if (trick === 'late') await pause(lateMs);
		given.writeHead(status, headers);
		if (trick !== 'cut answer') return void given.end(bytes);
		given.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => given.destroy());
	}

	async #ask(asked: IncomingMessage, body: Buffer) {
		const headers = without(asked.headers, ['host', 'connection']);
		const on = request(`${this.#to}${asked.url ?? ''}`, { method: asked.method, headers });
		on.end(body);
		const [answer] = (await once(on, 'response')) as [IncomingMessage];
		const chunks: Buffer[] = [];
		for await (const chunk of answer) chunks.push(Buffer.from(chunk as Uint8Array));
		const told = without(answer.headers, ['transfer-encoding', 'connection']);
		return { status: answer.statusCode ?? 500, headers: told, bytes: Buffer.concat(chunks) };
	}
}

export function without(
	headers: IncomingHttpHeaders,
	names: readonly string[]
): IncomingHttpHeaders {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
