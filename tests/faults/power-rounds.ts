/**
 * Rounds in which the power goes while phones send: what had reached the disk by then is all that is
 * left. What had been answered is there.
 */
import path from 'node:path';
import { setUpPractice } from '#tests/support/real-group.ts';
import { RealServer } from '#tests/support/real-server.ts';
import type { LoopDisk } from './loop-disk.ts';
import { Sender, tallyOf, type Counted } from './sender.ts';

const phoneCount = 3;
const perRound = 30;

export async function powerCutRounds(rounds: number, disk: LoopDisk): Promise<Counted> {
	const dataDir = path.join(disk.folder, 'practice');
	let server = await RealServer.start({ dataDir });
	const env = { PORT: String(server.port) };
	try {
		const { browser } = await setUpPractice(server, { token: await server.setUpSecret() });
		const senders = Array.from({ length: phoneCount }, () => new Sender(browser));
		for (let round = 1; round <= rounds; round++) {
			for (const sender of senders) sender.write(perRound);
			const cutAfter = 1 + ((round * 5) % 23);
			let answers = 0;
			const cut = async () => {
				// The power takes both at once. One after the other, the server may be told in between that
				// something is on the disk which is not: the system gives up what it has in hand.
				server.freeze();
				disk.cutPower();
				await server.kill();
				disk.powerAgain();
				server = await RealServer.start({ dataDir, env });
				const { status } = await browser.ask('GET', '/api/me');
				if (status !== 200) throw new Error('The practice itself is gone.');
			};
			await new Promise<void>((resolve, reject) => {
				let again: Promise<void> | undefined;
				const onanswer = () => {
					answers += 1;
					if (answers !== cutAfter) return;
					again = cut();
					// Phones of a practice that is gone would try for ever.
					again.catch(reject);
				};
				const sending = senders.map((sender) => sender.sendAll(onanswer));
				void Promise.all(sending)
					.then(() => again)
					.then(resolve, reject);
			});
		}
		return await tallyOf(senders, browser, rounds);
	} finally {
		await server.kill();
		disk.remove();
	}
}
