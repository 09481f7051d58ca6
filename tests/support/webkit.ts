/**
 * WebKitGTK, driven over WebDriver: plain requests to its own driver, on a screen nobody sees.
 *
 * The nearest thing to Safari that runs on Linux. A session keeps nothing after its end.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import type { Action, Engine } from './driven-browser.ts';
import type { WebKitPrograms } from './engine-programs.ts';
import { pause } from './real-server.ts';

const startWithinMs = 60_000;
const sessionSchema = z.object({ sessionId: z.string() });
const answerSchema = z.object({ value: z.unknown() });
const troubleSchema = z.object({ error: z.string(), message: z.string() });

export class WebKit implements Engine {
	readonly name = 'WebKitGTK';
	readonly #programs: readonly ChildProcess[];
	readonly #folder: string;
	readonly #session: string;
	readonly #endWithUs: () => void;

	private constructor(
		session: string,
		programs: readonly ChildProcess[],
		{ folder, endWithUs }: { folder: string; endWithUs: () => void }
	) {
		this.#session = session;
		this.#programs = programs;
		this.#folder = folder;
		this.#endWithUs = endWithUs;
	}

	static async start({ driver, browser, screen }: WebKitPrograms): Promise<WebKit> {
		const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-webkit-'));
		const programs: ChildProcess[] = [];
		const endWithUs = () => programs.forEach(endGroup);
		process.once('exit', endWithUs);
		const screenArgs = ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
		const shown = spawn(screen, screenArgs, {
			detached: true,
			stdio: ['ignore', 'pipe', 'ignore']
		});
		programs.push(shown);
		const display = await numberOf(shown);
		const port = await freePort();
		const driving = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
			detached: true,
			stdio: 'ignore',
			env: {
				...process.env,
				...{ DISPLAY: `:${display}`, HOME: folder, XDG_RUNTIME_DIR: folder },
				...{ TZ: 'Europe/London', LANG: 'en_GB.UTF-8' },
				...{ GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' },
				...{ WEBKIT_DISABLE_DMABUF_RENDERER: '1', GSETTINGS_BACKEND: 'memory' }
			}
		});
		programs.push(driving);
		const address = `http://127.0.0.1:${port}`;
		await untilReady(`${address}/status`);
		// Without its store of earlier pages: database work that is under way on a page when another
		// address is opened stays under way there, and the next page waits for it until that page goes.
		const args = ['--automation', '--enable-page-cache=FALSE'];
		const options = { binary: browser, args };
		const alwaysMatch = { 'webkitgtk:browserOptions': options };
		const made = await ask('POST', `${address}/session`, { capabilities: { alwaysMatch } });
		const { sessionId } = sessionSchema.parse(made);
		const webKit = new WebKit(`${address}/session/${sessionId}`, programs, { folder, endWithUs });
		await webKit.#send('timeouts', { script: 120_000, pageLoad: 120_000 });
		await webKit.#send('window/rect', { width: 360, height: 740 });
		return webKit;
	}

	async open(address: string): Promise<void> {
		await this.#send('url', { url: address });
	}

	async reload(): Promise<void> {
		await this.#send('refresh', {});
	}

	async call(functionText: string, argumentsAsJson: string): Promise<string> {
		const script = `
			const [args, done] = arguments;
			Promise.resolve()
				.then(() => (${functionText})(...JSON.parse(args)))
				.then((found) => done({ found: JSON.stringify(found ?? null) }))
				.catch((cause) => done({ trouble: String(cause) }));`;
		const answer = await this.#send('execute/async', { script, args: [argumentsAsJson] });
		const { found, trouble } = z
			.object({ found: z.optional(z.string()), trouble: z.optional(z.string()) })
			.parse(answer);
		if (found === undefined) throw new Error(trouble);
		return found;
	}

	async perform(actions: readonly Action[]): Promise<void> {
		await this.#send('actions', { actions });
	}

	async picture(): Promise<string> {
		return z.string().parse(await ask('GET', `${this.#session}/screenshot`));
	}

	async close(): Promise<void> {
		await ask('DELETE', this.#session).catch(() => undefined);
		process.off('exit', this.#endWithUs);
		for (const program of [...this.#programs].reverse()) {
			const ended = once(program, 'exit');
			endGroup(program);
			if (program.exitCode === null && program.signalCode === null) await ended;
		}
		rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
	}

	#send(command: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
		return ask('POST', `${this.#session}/${command}`, body);
	}
}

async function ask(method: string, address: string, body?: unknown): Promise<unknown> {
	const headers = { 'content-type': 'application/json' };
	const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
	const answer = await fetch(address, { method, ...sent });
	const { value } = answerSchema.parse(await answer.json());
	if (answer.ok) return value;
	const trouble = troubleSchema.safeParse(value);
	throw new Error(trouble.success ? `${trouble.data.error}: ${trouble.data.message}` : address);
}

async function untilReady(address: string): Promise<void> {
	const end = Date.now() + startWithinMs;
	for (;;) {
		const answer = await fetch(address).catch(() => undefined);
		if (answer?.ok) return;
		if (Date.now() > end) throw new Error('The driver of WebKitGTK does not start.');
		await pause(100);
	}
}

/** The screen says its number once it is there. */
async function numberOf(screen: ChildProcess): Promise<number> {
	let said = '';
	screen.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
	const end = Date.now() + startWithinMs;
	while (!/^\d+\s/.test(said)) {
		if (Date.now() > end || screen.exitCode !== null) throw new Error('Xvfb does not start.');
		await pause(50);
	}
	return Number.parseInt(said, 10);
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (address === null || typeof address === 'string') throw new Error('No free port was given.');
	return address.port;
}

/** A browser is many processes. */
function endGroup({ pid }: ChildProcess): void {
	try {
		if (pid !== undefined) process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended already.
	}
}
