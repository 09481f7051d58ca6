/**
 * A browser that a test drives over its own engine's protocol, and what a person does in it.
 *
 * All of it is built on few commands, which each engine has: open, run a function in the page,
 * press keys and buttons at a place. A press is a real one, in the middle of what is seen.
 */
import * as z from 'zod/mini';
import * as look from './look-at-page.ts';
import { pause } from './real-server.ts';

/** Actions as WebDriver and WebDriver BiDi both take them. */
export type Action = Readonly<Record<string, unknown>>;

/** What an engine's own file brings. */
export interface Engine {
	/** 'Firefox' */
	readonly name: string;
	open(address: string): Promise<void>;
	reload(): Promise<void>;
	/** A function as text, called with arguments as JSON; what it gives comes back as JSON. */
	call(functionText: string, argumentsAsJson: string): Promise<string>;
	perform(actions: readonly Action[]): Promise<void>;
	/** PNG, in base64. */
	picture(): Promise<string>;
	/** The browser ends, and what it kept is deleted. */
	close(): Promise<void>;
}

/** For a busy computer; nothing is timed here. */
const patienceMs = 90_000;
const lookAgainMs = 150;
const placeSchema = z.object({ x: z.number(), y: z.number() });

type Job<Args extends readonly unknown[]> = (...args: Args) => unknown;

export class DrivenBrowser {
	readonly #engine: Engine;

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	open(address: string): Promise<void> {
		return this.#engine.open(address);
	}

	reload(): Promise<void> {
		return this.#engine.reload();
	}

	picture(): Promise<string> {
		return this.#engine.picture();
	}

	close(): Promise<void> {
		return this.#engine.close();
	}

	/** Runs a function in the page. It sees nothing of the test but its arguments. */
	async run<Args extends readonly unknown[]>(job: Job<Args>, ...args: Args): Promise<unknown> {
		const answer = await this.#engine.call(job.toString(), JSON.stringify(args));
		const found: unknown = JSON.parse(answer);
		return found;
	}

	/** Asks again until the answer is neither false nor null; a page on its way out counts as no. */
	async until<Args extends readonly unknown[]>(
		words: string,
		job: Job<Args>,
		...args: Args
	): Promise<unknown> {
		const end = Date.now() + patienceMs;
		let trouble: unknown;
		while (Date.now() < end) {
			try {
				const found = await this.run(job, ...args);
				if (found !== null && found !== false) return found;
			} catch (cause) {
				trouble = cause;
			}
			await pause(lookAgainMs);
		}
		const shown = await this.run(look.wholeText).catch(() => trouble);
		throw new Error(`${this.#engine.name} never showed ${words}. It shows: ${String(shown)}`);
	}

	async heading(words: string): Promise<void> {
		await this.until(`the heading “${words}”`, look.hasHeading, words);
	}

	async text(words: string): Promise<void> {
		await this.until(`“${words}”`, look.hasText, words);
	}

	/** The line at the top of every screen that says how far syncing is. */
	async syncLine(words: string): Promise<void> {
		await this.until(`the line “${words}”`, look.hasSyncLine, words);
	}

	/** What stands in a field, by the words of its label. */
	async field(label: string, words: string): Promise<void> {
		await this.until(`“${words}” in “${label}”`, look.hasInField, label, words);
	}

	/** Pressed again while it is not in use: a page that has only just begun to run moves the focus. */
	async fill(label: string, words: string): Promise<void> {
		const end = Date.now() + patienceMs;
		const isInUse = () => this.run(look.selectsField, label).catch(() => false);
		do {
			await this.#pressAt(`the field “${label}”`, look.placeOfField, label);
			await pause(lookAgainMs);
		} while ((await isInUse()) !== true && Date.now() < end);
		await this.until(`“${label}” in use`, look.selectsField, label);
		const actions = Array.from(words, (value) => [
			{ type: 'keyDown', value },
			{ type: 'keyUp', value }
		]).flat();
		await this.#engine.perform([{ type: 'key', id: 'keyboard', actions }]);
		await this.field(label, words);
	}

	/** A button or a link, by its words. */
	async press(words: string): Promise<void> {
		await this.#pressAt(`“${words}” to press`, look.placeOfPress, words);
	}

	/** Waits until it stays where it is: what arrives above it pushes it down. */
	async #pressAt(words: string, find: Job<[string]>, wanted: string): Promise<void> {
		let place = placeSchema.parse(await this.until(words, find, wanted));
		for (;;) {
			await pause(lookAgainMs);
			const now = placeSchema.parse(await this.until(words, find, wanted));
			if (now.x === place.x && now.y === place.y) break;
			place = now;
		}
		const actions = [
			{ type: 'pointerMove', ...place, duration: 0 },
			{ type: 'pointerDown', button: 0 },
			{ type: 'pointerUp', button: 0 }
		];
		const parameters = { pointerType: 'mouse' };
		await this.#engine.perform([{ type: 'pointer', id: 'finger', parameters, actions }]);
	}
}
