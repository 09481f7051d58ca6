/**
 * Rounds in which the practice's disk is full in the middle of a push: nothing that was answered
 * may be lost, and with room again all the rest arrives.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { setUpPractice } from '#tests/support/real-group.ts';
import { pause, RealServer } from '#tests/support/real-server.ts';
import { Sender, tallyOf, type Counted } from './sender.ts';

const phoneCount = 3;
const perRound = 30;
/** What a file may grow in a round: less than the changes of the round need. */
const roomBytes = 120_000;
/** What the shell counts in. */
const blockBytes = 512;
const enoughFailures = 3;

export async function fullDiskRounds(rounds: number): Promise<Counted> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const env = { PORT: String(port) };
	try {
		const { browser } = await setUpPractice(server, { token: await server.setUpSecret() });
		const senders = Array.from({ length: phoneCount }, () => new Sender(browser));
		const failures = () => senders.reduce((sum, { lostAnswers }) => sum + lostAnswers, 0);
		for (let round = 1; round <= rounds; round++) {
			await server.stop();
			const { size } = statSync(path.join(dataDir, 'noticeboard.db'));
			const blocks = Math.ceil((size + roomBytes) / blockBytes);
			server = await RealServer.start({ dataDir, env, shell: `ulimit -f ${blocks}` });
			for (const sender of senders) sender.write(perRound);
			const before = failures();
			const progress = { isSent: false };
			const sending = Promise.all(senders.map((sender) => sender.sendAll())).then(() => {
				progress.isSent = true;
			});
			while (!progress.isSent && failures() < before + enoughFailures) await pause(50);
			await server.kill();
			server = await RealServer.start({ dataDir, env });
			await sending;
		}
		return await tallyOf(senders, browser, rounds);
	} finally {
		await server.remove();
	}
}
