/** A phone that sends the same again until it is answered, and what became of all that it sent. */
import { v4, v7 } from 'uuid';
import * as z from 'zod/mini';
import {
	isOutcomeOf,
	protocolVersion,
	type MutationMessage,
	type Outcome
} from '#domain/protocol.ts';
import { pause, read, readPatch, type Browser } from '#tests/support/real-server.ts';
import type { Tally } from './tally.ts';

const perPush = 3;
const historySchema = z.object({ lines: z.array(z.object({ uuid: z.string() })) });

export class Sender {
	readonly #outboxId = v4();
	/** Where the next push goes: another one after each failure. */
	readonly #browsers: readonly Browser[];
	#turn = 0;
	readonly messages: MutationMessage[] = [];
	readonly outcomes = new Map<number, Outcome>();
	lostAnswers = 0;
	/** The most times in a row that the same had to be sent again. */
	mostRetries = 0;
	#retries = 0;

	constructor(...browsers: readonly Browser[]) {
		this.#browsers = browsers;
	}

	write(count: number): void {
		for (let left = count; left > 0; left--) {
			const args = { id: v7(), name: 'Zoe Quillwort', role: 'reader' };
			const seq = this.messages.length + 1;
			const message = { seq, uuid: v7(), name: 'person.add', args, was: {}, at: Date.now() };
			this.messages.push(message);
		}
	}

	/** Calls back at each answer. */
	async sendAll(onanswer: () => void = () => undefined): Promise<void> {
		while (this.outcomes.size < this.messages.length) {
			if (await this.#push()) onanswer();
			else await pause(100);
		}
	}

	async #push(): Promise<boolean> {
		const ack = this.outcomes.size;
		const mutations = this.messages.slice(ack, ack + perPush);
		const point = { protocol: protocolVersion, outboxId: this.#outboxId, ack, cookie: null };
		const asked = { ...point, sentAt: Date.now(), mutations };
		const browser = this.#browsers[this.#turn % this.#browsers.length];
		const answer = await browser?.post('/api/sync/push', asked).catch(() => undefined);
		if (answer?.status === 429) return false;
		// Whoever sends what comes after the last answer finds a gap only where an answer is forgotten.
		if (answer?.status === 409)
			throw new Error(`An answered change is gone: ${answer.bytes.toString()}`);
		if (answer?.status !== 200) {
			this.lostAnswers += 1;
			this.#turn += 1;
			this.#retries += 1;
			this.mostRetries = Math.max(this.mostRetries, this.#retries);
			return false;
		}
		this.#retries = 0;
		for (const outcome of readPatch(answer).outcomes) {
			this.outcomes.set(outcome.seq, outcome);
		}
		return true;
	}
}

export type Counted = Tally & { readonly lostAnswers: number };

/** Judged by the history of each record, as the practice tells it. */
export async function tallyOf(
	senders: readonly Sender[],
	browser: Browser,
	rounds: number
): Promise<Counted> {
	let [lost, doubled] = [0, 0];
	for (const { messages, outcomes } of senders) {
		for (const message of messages) {
			const { seq, uuid, args } = message;
			const outcome = outcomes.get(seq);
			const { id } = z.object({ id: z.string() }).parse(args);
			const uuids = await historyOf(browser, id);
			const isKept = outcome?.result === 'applied' && isOutcomeOf(outcome, message);
			if (!isKept || !uuids.includes(uuid)) lost += 1;
			if (uuids.length > 1) doubled += 1;
		}
	}
	const lostAnswers = senders.reduce((sum, sender) => sum + sender.lostAnswers, 0);
	return { rounds, lost, doubled, lostAnswers };
}

async function historyOf(browser: Browser, id: string): Promise<string[]> {
	for (;;) {
		const answer = await browser.ask('GET', `/api/history/person/${id}`);
		if (answer.status === 429) await pause(500);
		else return read(answer, historySchema).lines.map(({ uuid }) => uuid);
	}
}
