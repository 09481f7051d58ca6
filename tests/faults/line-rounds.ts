/**
 * Rounds on a bad line: answers are cut, late or lost, requests vanish or arrive twice, and the
 * phones send the same again until they are answered.
 */
import { setUpPractice } from '#tests/support/real-group.ts';
import { Browser, RealServer } from '#tests/support/real-server.ts';
import { BadLine } from './bad-line.ts';
import { Sender, tallyOf, type Counted } from './sender.ts';

const phoneCount = 3;
const perRound = 12;

export async function badLineRounds(rounds: number): Promise<Counted> {
	const server = await RealServer.start();
	const line = await BadLine.to(server.address);
	try {
		const { browser } = await setUpPractice(server, { token: await server.setUpSecret() });
		const onLine = new Browser(line.address);
		onLine.cookie = browser.cookie;
		const senders = Array.from({ length: phoneCount }, () => new Sender(onLine));
		for (let round = 1; round <= rounds; round++) {
			for (const sender of senders) sender.write(perRound);
			await Promise.all(senders.map((sender) => sender.sendAll()));
		}
		return await tallyOf(senders, browser, rounds);
	} finally {
		await line.close();
		await server.remove();
	}
}
