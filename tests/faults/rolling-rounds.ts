/**
 * Rounds in which two servers on one PostgreSQL, behind a real proxy, are stopped and started one
 * after the other while phones send: as an update without a pause does it.
 *
 * What is pushed to one server must be heard on an event stream that the other one holds.
 */
import { v4 } from 'uuid';
import { setUpPractice } from '#tests/support/real-group.ts';
import { startProxy } from '#tests/support/proxy.ts';
import { Browser, pause, RealServer } from '#tests/support/real-server.ts';
import { Sender, tallyOf, type Counted } from './sender.ts';

const phoneCount = 4;
const perRound = 60;
const heardWithinMs = 60_000;

interface Rolled extends Counted {
	/** The most pushes in a row that one phone had to send again. */
	readonly mostRetries: number;
	/** Rounds in which a stream on each server heard what went to the other. */
	readonly heard: number;
}

/** `databaseUrl`: an empty database of the test's own. */
export async function rollingRounds(
	rounds: number,
	{ databaseUrl, program }: { databaseUrl: string; program: string }
): Promise<Rolled> {
	const env = { DATABASE_URL: databaseUrl };
	const servers = [await RealServer.start({ env }), await RealServer.start({ env })];
	const ports = servers.map(({ port }) => port);
	const proxy = await startProxy(program, ports);
	let heard = 0;
	try {
		const [first] = servers;
		if (!first) throw new Error('There must be two servers.');
		const { browser } = await setUpPractice(first, { token: await first.setUpSecret() });
		const behind = browserAt(proxy.address, browser);
		const senders = Array.from({ length: phoneCount }, () => new Sender(behind));
		for (let round = 1; round <= rounds; round++) {
			if (await streamsHear(servers, browser)) heard += 1;
			for (const sender of senders) sender.write(perRound);
			const sending = Promise.all(senders.map((sender) => sender.sendAll()));
			for (const [number, port] of ports.entries()) {
				const old = servers[number];
				await old?.stop();
				const dataDir = old?.dataDir;
				const again = { ...env, PORT: String(port) };
				servers[number] = await RealServer.start({ env: again, ...(dataDir && { dataDir }) });
				// As whoever updates does: the next one only when this one is in use again.
				await proxy.seesAll();
			}
			await sending;
		}
		const tally = await tallyOf(senders, behind, rounds);
		return { ...tally, heard, mostRetries: Math.max(...senders.map((each) => each.mostRetries)) };
	} finally {
		await proxy.stop();
		for (const server of servers) await server.remove();
	}
}

function browserAt(address: string, { cookie }: Browser): Browser {
	const browser = new Browser(address);
	browser.cookie = cookie;
	return browser;
}

/** A stream on each server; then one change for each, pushed to the other. */
async function streamsHear(servers: readonly RealServer[], known: Browser): Promise<boolean> {
	for (const [number, { address }] of servers.entries()) {
		const other = servers[(number + 1) % servers.length];
		if (!other) return false;
		const leaving = new AbortController();
		const asked = new URLSearchParams({
			outbox: v4(),
			ack: '0',
			version: '0',
			epoch: '',
			scope: ''
		});
		const stream = await fetch(`${address}/api/sync/events?${asked.toString()}`, {
			headers: { cookie: known.cookie ?? '' },
			signal: leaving.signal
		});
		if (!stream.ok || !stream.body) throw new Error(`No event stream: ${stream.status}`);
		const hearing = untilTold(stream.body);
		const sender = new Sender(browserAt(other.address, known));
		sender.write(1);
		await sender.sendAll();
		const isHeard = await Promise.race([hearing, pause(heardWithinMs)]);
		leaving.abort();
		if (isHeard !== true) return false;
	}
	return true;
}

/** True once an event with words in it has come; a sign of life is none. */
async function untilTold(body: ReadableStream<Uint8Array>): Promise<boolean> {
	let said = '';
	try {
		const decoder = new TextDecoder();
		for await (const chunk of body) {
			said += decoder.decode(chunk, { stream: true });
			if (/^event: poke$/m.test(said)) return true;
		}
	} catch {
		// The stream was left.
	}
	return false;
}
