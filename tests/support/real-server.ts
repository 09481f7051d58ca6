/**
 * The real server process on a folder of its own, as `npm start` runs it, and browsers that talk
 * to it over the network.
 *
 * The app must be built first (`npm run build`); `npm test` sees to that.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod/mini';
import type { Patch } from '#domain/protocol.ts';
import { fromWire } from '#domain/wire.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startWithinMs = 30_000;

export type Env = Readonly<Record<string, string>>;

/** A program that has ended, and all that it said. */
export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

export function newFolder(): string {
	return mkdtempSync(path.join(tmpdir(), 'noticeboard-server-'));
}

export class RealServer {
	readonly #process: ChildProcess;
	readonly #ended: Promise<Ended>;
	readonly dataDir: string;
	readonly #givenPort: string | undefined;
	#out = '';
	#err = '';

	private constructor(dataDir: string, env: Env, shell?: string) {
		this.dataDir = dataDir;
		this.#givenPort = env['PORT'];
		const main = path.join(root, 'src/server/main.ts');
		const [command, args]: [string, string[]] =
			shell === undefined
				? [process.execPath, [main]]
				: ['sh', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, main]];
		this.#process = spawn(command, args, { cwd: root, env: environment(dataDir, env) });
		this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#out += text));
		this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#err += text));
		this.#ended = new Promise((resolve) => {
			this.#process.once('close', (code) => {
				resolve({ code, out: this.#out, err: this.#err });
			});
		});
	}

	/** Waits until it answers. `shell` is what the shell does first: `ulimit -f 100` (50 kB). */
	static async start({
		dataDir = newFolder(),
		env = {},
		shell
	}: { dataDir?: string; env?: Env; shell?: string } = {}): Promise<RealServer> {
		if (!existsSync(path.join(root, 'build/handler.js'))) {
			throw new Error('The app is not built. Run "npm run build" first.');
		}
		const server = new RealServer(dataDir, env, shell);
		const until = Date.now() + startWithinMs;
		while (!Number.isInteger(server.port)) {
			const ended = await Promise.race([server.#ended, pause(50)]);
			if (ended) throw new Error(`The server did not start: ${ended.err}${ended.out}`);
			if (Date.now() > until) throw new Error(`The server does not start: ${server.#err}`);
		}
		return server;
	}

	/** For a start that is meant to fail. */
	static async startToEnd({
		dataDir = newFolder(),
		env = {},
		shell
	}: { dataDir?: string; env?: Env; shell?: string } = {}): Promise<Ended> {
		const server = new RealServer(dataDir, env, shell);
		const ended = await Promise.race([server.#ended, pause(startWithinMs)]);
		if (ended) return ended;
		await server.kill();
		throw new Error('The server started.');
	}

	/** Not a number until it answers; it says the port only when it chose it itself. */
	get port(): number {
		const isUp = this.#out.includes('Noticeboard is running: ');
		if (this.#givenPort !== undefined) return isUp ? Number(this.#givenPort) : Number.NaN;
		return Number(/^Port: (\d+)$/m.exec(this.#out)?.[1]);
	}

	get pid(): number | undefined {
		return this.#process.pid;
	}

	get address(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Everything that it has printed and logged. */
	get output(): string {
		return this.#out + this.#err;
	}

	/** The secret of the set-up link that it has printed. */
	async setUpSecret(): Promise<string> {
		const found = () => /\/setup#(\S+)$/m.exec(this.#out)?.[1];
		while (found() === undefined) await pause(20);
		return found() ?? '';
	}

	get isRunning(): boolean {
		return this.#process.exitCode === null && this.#process.signalCode === null;
	}

	async stop(): Promise<Ended> {
		this.#process.kill('SIGTERM');
		return this.#ended;
	}

	/** Nothing of it runs any more until it is killed. */
	freeze(): void {
		this.#process.kill('SIGSTOP');
	}

	async kill(): Promise<Ended> {
		this.#process.kill('SIGKILL');
		return this.#ended;
	}

	/** Stops it, and deletes its folder. */
	async remove(): Promise<void> {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true });
	}
}

/** `npm run cli -- …` on a folder. */
export function runCommand(
	dataDir: string,
	args: readonly string[],
	env: Env = {}
): Promise<Ended> {
	const cli = path.join(root, 'src/server/cli.ts');
	const child = spawn(process.execPath, [cli, ...args], {
		cwd: root,
		env: environment(dataDir, env)
	});
	let [out, err] = ['', ''];
	child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
	return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

function environment(dataDir: string, env: Env): NodeJS.ProcessEnv {
	const { PATH } = process.env;
	return { PATH, PORT: '0', DATA_DIR: dataDir, MIN_FREE_MB: '0', ...env };
}

export function pause(ms: number): Promise<undefined> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(undefined), ms).unref();
	});
}

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly bytes: Buffer;
	/** Undefined when it is not JSON. */
	readonly json: unknown;
}

export interface Asked {
	readonly json?: unknown;
	readonly body?: BodyInit;
	readonly headers?: Env;
}

/** One browser: keeps the cookie that it is given. */
export class Browser {
	readonly #address: string;
	readonly #headers: Env;
	cookie: string | undefined;

	/** The headers go with every request. */
	constructor(address: string, headers: Env = {}) {
		this.#address = address;
		this.#headers = headers;
	}

	async ask(
		method: string,
		path: string,
		{ json, body, headers = {} }: Asked = {}
	): Promise<Answer> {
		const sent = json === undefined ? body : JSON.stringify(json);
		const kind: Env = json === undefined ? {} : { 'content-type': 'application/json' };
		const cookie: Env = this.cookie === undefined ? {} : { cookie: this.cookie };
		const response = await fetch(`${this.#address}${path}`, {
			method,
			headers: { ...this.#headers, ...cookie, ...kind, ...headers },
			redirect: 'manual',
			...(sent !== undefined && { body: sent, duplex: 'half' })
		});
		const [given] = response.headers.getSetCookie();
		if (given !== undefined) this.cookie = given.split(';', 1)[0];
		const bytes = Buffer.from(await response.arrayBuffer());
		const isJson = response.headers.get('content-type')?.includes('json') ?? false;
		const found: unknown = isJson ? JSON.parse(bytes.toString()) : undefined;
		return { status: response.status, headers: response.headers, bytes, json: found };
	}

	/** An answer that is read as it comes: an event stream. */
	open(path: string, signal: AbortSignal): Promise<Response> {
		const headers = { ...this.#headers, cookie: this.cookie ?? '' };
		return fetch(`${this.#address}${path}`, { headers, signal });
	}

	post(path: string, json: unknown, headers: Env = {}): Promise<Answer> {
		return this.ask('POST', path, { json, headers });
	}
}

/** Fields of an answer, or a failed test that shows the answer. */
export function read<Found>(answer: Answer, schema: z.ZodMiniType<Found>): Found {
	const parsed = schema.safeParse(answer.json);
	if (parsed.success) return parsed.data;
	throw unexpected(answer);
}

/** What a push or a pull is answered with. */
export function readPatch(answer: Answer): Patch {
	const patch = fromWire(answer.json);
	if (patch) return patch;
	throw unexpected(answer);
}

function unexpected({ status, bytes }: Answer): Error {
	return new Error(`An unexpected answer: ${status} ${bytes.toString()}`);
}
