/**
 * Rounds in which the practice's computer dies while phones send their changes: at another moment
 * each round, and the phones send the same again until they are answered.
 */
import { v4, v7 } from 'uuid';
import * as z from 'zod/mini';
import {
	patchSchema,
	protocolVersion,
	type MutationMessage,
	type Outcome
} from '#domain/protocol.ts';
import { setUpPractice } from '#tests/support/real-group.ts';
import { pause, read, RealServer, type Browser } from '#tests/support/real-server.ts';
import type { Tally } from './tally.ts';

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

/** `lostAnswers` shows that the kills have hit: without any, nothing was tried. */
export async function killServerRounds(rounds: number): Promise<Tally & { lostAnswers: number }> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	try {
		const { browser } = await setUpPractice(server, { token: await server.setUpSecret() });
		const senders = Array.from({ length: phoneCount }, () => new Sender(browser));

		for (let round = 1; round <= rounds; round++) {
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

		const lostAnswers = senders.reduce((sum, sender) => sum + sender.lostAnswers, 0);
		return { ...(await tallyOf(senders, browser)), rounds, lostAnswers };
	} finally {
		await server.remove();
	}
}

async function tallyOf(
	senders: readonly Sender[],
	browser: Browser
): Promise<{ lost: number; doubled: number }> {
	let [lost, doubled] = [0, 0];
	for (const { messages, outcomes } of senders) {
		for (const { seq, uuid, args } of messages) {
			const outcome = outcomes.get(seq);
			const { id } = z.object({ id: z.string() }).parse(args);
			const answer = await browser.ask('GET', `/api/history/person/${id}`);
			const uuids = read(answer, historySchema).lines.map((line) => line.uuid);
			const isAnswered = outcome?.uuid === uuid && outcome.result === 'applied';
			if (!isAnswered || !uuids.includes(uuid)) lost += 1;
			if (uuids.length > 1) doubled += 1;
		}
	}
	return { lost, doubled };
}
