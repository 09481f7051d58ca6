/**
 * A browser process of its own on a folder of its own, which can be killed as a battery does it
 * and started again on what was written to the disk until then.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { chromiumArgs, chromiumPath } from './ensure-browser.ts';

/** For a busy computer; nothing is timed here. */
const patienceMs = 60_000;

export class RealPhone {
	readonly folder: string;
	readonly page: Page;
	readonly #process: ChildProcess;
	readonly #browser: Browser;
	/** The quota is another one for as long as this is open. */
	#quota: CDPSession | undefined;

	private constructor(folder: string, child: ChildProcess, browser: Browser, page: Page) {
		this.folder = folder;
		this.#process = child;
		this.#browser = browser;
		this.page = page;
	}

	static newFolder(): string {
		return mkdtempSync(path.join(tmpdir(), 'noticeboard-phone-'));
	}

	static async start(folder: string): Promise<RealPhone> {
		const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
		const child = spawn(await chromiumPath(), [...chromiumArgs, ...args, 'about:blank'], {
			detached: true,
			stdio: ['ignore', 'ignore', 'pipe']
		});
		const browser = await chromium.connectOverCDP(await addressOf(child), { isLocal: true });
		const [context] = browser.contexts();
		if (!context) throw new Error('The browser has no window.');
		context.setDefaultTimeout(patienceMs);
		return new RealPhone(folder, child, browser, await context.newPage());
	}

	/** At once, all of it: nothing is written any more. */
	async kill(): Promise<void> {
		const ended = this.#ended();
		const { pid } = this.#process;
		// The whole group: Chromium is many processes.
		if (pid !== undefined) process.kill(-pid, 'SIGKILL');
		await ended;
		await this.#browser.close();
	}

	/** As a person does it: everything is written first. */
	async close(): Promise<void> {
		const ended = this.#ended();
		const session = await this.#browser.newBrowserCDPSession();
		await session.send('Browser.close').catch(() => undefined);
		await ended;
	}

	/** As if the phone had only so many bytes for this app; without a number, as many as it has. */
	async leaveRoom(address: string, bytes?: number): Promise<void> {
		this.#quota ??= await this.page.context().newCDPSession(this.page);
		const quota = bytes === undefined ? {} : { quotaSize: bytes };
		await this.#quota.send('Storage.overrideQuotaForOrigin', { origin: address, ...quota });
	}

	/**
	 * The most memory (MB) that any page of this browser has held until now, with what it shares with
	 * the rest of the browser. Linux only; undefined elsewhere.
	 */
	get highestMemory(): number | undefined {
		const peaks = this.#pages().map((status) => Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]));
		const known = peaks.filter((kilobytes) => kilobytes > 0);
		return known.length === 0 ? undefined : Math.round(Math.max(...known) / 1024);
	}

	/** What the system tells of each process that shows a page. */
	#pages(): string[] {
		const { pid } = this.#process;
		const read = (process: string, file: string): string => {
			try {
				return readFileSync(`/proc/${process}/${file}`, 'utf8');
			} catch {
				// It has ended meanwhile, or this is not Linux.
				return '';
			}
		};
		const isPage = (one: string) => {
			const group = read(one, 'stat').split(') ')[1]?.split(' ')[2];
			return group === String(pid) && read(one, 'cmdline').includes('--type=renderer');
		};
		return processes()
			.filter((one) => isPage(one))
			.map((one) => read(one, 'status'));
	}

	async remove(): Promise<void> {
		if (this.#isRunning) await this.kill();
		rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
	}

	get #isRunning(): boolean {
		return this.#process.exitCode === null && this.#process.signalCode === null;
	}

	async #ended(): Promise<void> {
		if (this.#isRunning) await once(this.#process, 'exit');
	}
}

function processes(): string[] {
	try {
		return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	} catch {
		return [];
	}
}

/** Where the browser says that it can be driven. */
function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (address !== undefined) resolve(address);
		});
		child.once('error', reject);
		child.once('exit', () => reject(new Error(`The browser did not start: ${said}`)));
	});
}
