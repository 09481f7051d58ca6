/**
 * The practice's computer dies while phones send their changes: each change arrives, once,
 * whether its answer was lost or never given.
 */
import { v4, v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import {
	patchSchema,
	protocolVersion,
	type MutationMessage,
	type Outcome
} from '#domain/protocol.ts';
import * as z from 'zod/mini';
import { setUpPractice } from '#tests/support/real-group.ts';
import { pause, read, RealServer, type Browser } from '#tests/support/real-server.ts';
import { faultRounds, faultTimeoutMs } from './rounds.ts';

const phoneCount = 4;
const perPush = 3;
const pushesPerRound = 5;
const historySchema = z.object({ lines: z.array(z.object({ uuid: z.string() })) });

/** A phone that sends the same again until it is answered. */
class Sender {
	readonly #outboxId = v4();
	readonly #browser: Browser;
	readonly messages: MutationMessage[] = [];
	readonly outcomes = new Map<number, Outcome>();
	lostAnswers = 0;

	constructor(browser: Browser) {
		this.#browser = browser;
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
	async sendAll(onanswer: () => void): Promise<void> {
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
		const answer = await this.#browser.post('/api/sync/push', asked).catch(() => undefined);
		if (answer?.status === 429) return false;
		if (answer?.status !== 200) {
			this.lostAnswers += 1;
			return false;
		}
		for (const outcome of read(answer, patchSchema).outcomes) {
			this.outcomes.set(outcome.seq, outcome);
		}
		return true;
	}
}

test(
	'What is sent to a server that is killed again and again arrives, each change once',
	{ timeout: faultTimeoutMs },
	async () => {
		let server = await RealServer.start();
		const { dataDir, port } = server;
		onTestFinished(() => server.remove());
		const { browser } = await setUpPractice(server, { token: await server.setUpSecret() });
		const senders = Array.from({ length: phoneCount }, () => new Sender(browser));

		for (let round = 1; round <= faultRounds; round++) {
			for (const sender of senders) sender.write(perPush * pushesPerRound);
			const killAfter = 1 + ((round * 3) % (phoneCount * (pushesPerRound - 1)));
			let answers = 0;
			let restarted: Promise<void> | undefined;
			const restart = async () => {
				await server.kill();
				server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
			};
			const onanswer = () => {
				answers += 1;
				// The other phones are waiting for theirs.
				if (answers === killAfter) restarted = restart();
			};
			await Promise.all(senders.map((sender) => sender.sendAll(onanswer)));
			await restarted;
		}

		const lost = senders.reduce((sum, { lostAnswers }) => sum + lostAnswers, 0);
		expect(lost).toBeGreaterThan(0);
		for (const { messages, outcomes } of senders) {
			for (const { seq, uuid, args } of messages) {
				expect(outcomes.get(seq)).toMatchObject({ uuid, result: 'applied' });
				const { id } = z.object({ id: z.string() }).parse(args);
				const answer = await browser.ask('GET', `/api/history/person/${id}`);
				const { lines } = read(answer, historySchema);
				expect(lines.map((line) => line.uuid)).toEqual([uuid]);
			}
		}
	}
);
