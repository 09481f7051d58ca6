/**
 * Firefox, driven over WebDriver BiDi: JSON over the web socket that it opens itself.
 *
 * Node has a web socket of its own, so this needs no package and no driver between.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import type { Action, Engine } from './driven-browser.ts';

const startWithinMs = 120_000;

/** Nothing that phones home, and no page of its own at the start. */
const preferences = {
	'app.normandy.enabled': false,
	'app.update.disabledForTesting': true,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.homepage_override.mstone': 'ignore',
	'browser.safebrowsing.update.enabled': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'dom.push.connection.enabled': false,
	'extensions.update.enabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'services.settings.server': '',
	'toolkit.telemetry.enabled': false
};

const messageSchema = z.looseObject({
	id: z.optional(z.nullable(z.int())),
	type: z.string(),
	result: z.optional(z.unknown()),
	message: z.optional(z.string())
});
const treeSchema = z.object({ contexts: z.array(z.object({ context: z.string() })) });
const calledSchema = z.union([
	z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) }),
	z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) })
]);
const pictureSchema = z.looseObject({});

interface Waiting {
	readonly resolve: (result: unknown) => void;
	readonly reject: (cause: Error) => void;
}

export class Firefox implements Engine {
	readonly name = 'Firefox';
	readonly #process: ChildProcess;
	readonly #socket: WebSocket;
	readonly #folder: string;
	readonly #waiting = new Map<number, Waiting>();
	readonly #endWithUs: () => void;
	#context = '';
	#lastId = 0;

	private constructor(
		child: ChildProcess,
		socket: WebSocket,
		{ folder, endWithUs }: { folder: string; endWithUs: () => void }
	) {
		this.#process = child;
		this.#socket = socket;
		this.#folder = folder;
		this.#endWithUs = endWithUs;
		socket.addEventListener('message', (event) => this.#hear(String(event.data)));
		socket.addEventListener('close', () => {
			for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has ended.'));
		});
	}

	static async start(program: string): Promise<Firefox> {
		const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-firefox-'));
		const lines = Object.entries(preferences).map(
			([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
		);
		writeFileSync(path.join(folder, 'user.js'), lines.join('\n'));
		const args = ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port=0'];
		const child = spawn(program, args, {
			detached: true,
			stdio: ['ignore', 'ignore', 'pipe'],
			env: { ...process.env, TZ: 'Europe/London', LANG: 'en_GB.UTF-8', HOME: folder }
		});
		const endWithUs = () => endGroup(child);
		process.once('exit', endWithUs);
		const socket = new WebSocket(`${await addressOf(child)}/session`);
		await once(socket, 'open');
		const firefox = new Firefox(child, socket, { folder, endWithUs });
		await firefox.#prepare();
		return firefox;
	}

	async open(address: string): Promise<void> {
		const wait = 'complete';
		await this.#send('browsingContext.navigate', { context: this.#context, url: address, wait });
	}

	async reload(): Promise<void> {
		await this.#send('browsingContext.reload', { context: this.#context, wait: 'complete' });
	}

	async call(functionText: string, argumentsAsJson: string): Promise<string> {
		const functionDeclaration = `async (args) => JSON.stringify((await (${functionText})(...JSON.parse(args))) ?? null)`;
		const answer = await this.#send('script.callFunction', {
			functionDeclaration,
			awaitPromise: true,
			target: { context: this.#context },
			arguments: [{ type: 'string', value: argumentsAsJson }]
		});
		const called = calledSchema.parse(answer);
		if (called.type === 'exception') throw new Error(called.exceptionDetails.text);
		return called.result.value;
	}

	async perform(actions: readonly Action[]): Promise<void> {
		await this.#send('input.performActions', { context: this.#context, actions });
	}

	async picture(): Promise<string> {
		const answer = await this.#send('browsingContext.captureScreenshot', {
			context: this.#context
		});
		return z.string().parse(pictureSchema.parse(answer)['data']);
	}

	async close(): Promise<void> {
		const ended = once(this.#process, 'exit');
		process.off('exit', this.#endWithUs);
		await this.#send('browser.close', {}).catch(() => undefined);
		const late = setTimeout(() => endGroup(this.#process), 20_000);
		if (this.#process.exitCode === null && this.#process.signalCode === null) await ended;
		clearTimeout(late);
		rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
	}

	async #prepare(): Promise<void> {
		await this.#send('session.new', { capabilities: {} });
		const { contexts } = treeSchema.parse(await this.#send('browsingContext.getTree', {}));
		this.#context = contexts[0]?.context ?? '';
		const viewport = { width: 360, height: 740 };
		await this.#send('browsingContext.setViewport', { context: this.#context, viewport });
	}

	#send(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> {
		const id = ++this.#lastId;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#socket.send(JSON.stringify({ id, method, params }));
		});
	}

	#hear(said: string): void {
		const { id, type, result, message } = messageSchema.parse(JSON.parse(said));
		const waiting = this.#waiting.get(id ?? -1);
		if (!waiting) return;
		this.#waiting.delete(id ?? -1);
		if (type === 'error') waiting.reject(new Error(message ?? 'Firefox refused.'));
		else waiting.resolve(result);
	}
}

/** Where the browser says that it can be driven. */
function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		const fail = (why: string) => reject(new Error(`Firefox ${why}: ${said.slice(-2000)}`));
		setTimeout(() => fail('does not start'), startWithinMs).unref();
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
			if (address !== undefined) resolve(address);
		});
		child.once('error', reject);
		child.once('exit', () => fail('did not start'));
	});
}

/** A browser is many processes. */
function endGroup({ pid }: ChildProcess): void {
	try {
		if (pid !== undefined) process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended already.
	}
}
