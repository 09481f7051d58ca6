/**
 * Rounds in which the practice's computer dies while phones send their changes: at another moment
 * each round, and the phones send the same again until they are answered.
 */
import { setUpPractice } from '#tests/support/real-group.ts';
import { RealServer } from '#tests/support/real-server.ts';
import { Sender, tallyOf, type Counted } from './sender.ts';

const phoneCount = 4;
const perPush = 3;
const pushesPerRound = 5;

/** `lostAnswers` shows that the kills have hit: without any, nothing was tried. */
export async function killServerRounds(rounds: number): Promise<Counted> {
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
		return await tallyOf(senders, browser, rounds);
	} finally {
		await server.remove();
	}
}
