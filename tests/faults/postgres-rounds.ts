/**
 * Rounds with two servers on one PostgreSQL: one of them dies while phones send, and they go on
 * with the other. What the dead one had answered is there.
 */
import { setUpPractice } from '#tests/support/real-group.ts';
import { Browser, RealServer } from '#tests/support/real-server.ts';
import { Sender, tallyOf, type Counted } from './sender.ts';

const phoneCount = 4;
const perRound = 12;

/** `databaseUrl`: an empty database of the test's own. */
export async function killOneOfTwoRounds(rounds: number, databaseUrl: string): Promise<Counted> {
	const env = { DATABASE_URL: databaseUrl };
	const servers = [await RealServer.start({ env }), await RealServer.start({ env })];
	const [first, second] = servers;
	if (!first || !second) throw new Error('There must be two servers.');
	const ports = [first.port, second.port];
	try {
		const { browser } = await setUpPractice(first, { token: await first.setUpSecret() });
		const other = new Browser(second.address);
		other.cookie = browser.cookie;
		const senders = Array.from({ length: phoneCount }, (_, number) =>
			number % 2 === 0 ? new Sender(browser, other) : new Sender(other, browser)
		);
		for (let round = 1; round <= rounds; round++) {
			for (const sender of senders) sender.write(perRound);
			const victim = round % 2;
			const killAfter = 1 + ((round * 3) % 12);
			let answers = 0;
			let restarted: Promise<void> | undefined;
			const restart = async () => {
				const dying = servers[victim];
				await dying?.kill();
				const again = { ...env, PORT: String(ports[victim]) };
				const dataDir = dying?.dataDir;
				servers[victim] = await RealServer.start({ env: again, ...(dataDir && { dataDir }) });
			};
			const onanswer = () => {
				answers += 1;
				if (answers === killAfter) restarted = restart();
			};
			await Promise.all(senders.map((sender) => sender.sendAll(onanswer)));
			await restarted;
		}
		return await tallyOf(senders, browser, rounds);
	} finally {
		for (const server of servers) await server.remove();
	}
}
