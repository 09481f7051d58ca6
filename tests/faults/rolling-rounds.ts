/**
 * Rounds in which two servers on one PostgreSQL, behind a proxy, are stopped and started one after
 * the other while phones send and listen: as an update without a pause does it.
 *
 * What is pushed to one server must be heard on an event stream that the other one holds.
 */
import { v4 } from 'uuid';
import type { Proxy } from '#tests/support/proxy.ts';
import { setUpPractice } from '#tests/support/real-group.ts';
import { Browser, pause, RealServer } from '#tests/support/real-server.ts';
import { Sender, tallyOf, type Counted } from './sender.ts';

const phoneCount = 3;
const betweenPushesMs = 100;
const heardWithinMs = 60_000;

interface Rolled extends Counted {
	/** Changes that were pushed, one at a time. */
	readonly sent: number;
	/** The most pushes in a row that one phone had to send again. */
	readonly mostRetries: number;
	/** Event streams that ended, because their server stopped. */
	readonly streamsEnded: number;
	/** Those of which the next did not open at the first try. */
	readonly streamsRefused: number;
	/** Rounds in which a stream on each server heard what went to the other. */
	readonly heard: number;
}

interface Where {
	/** An empty database of the test's own. */
	readonly databaseUrl: string;
	readonly startProxy: (ports: readonly number[]) => Promise<Proxy>;
}

export async function rollingRounds(
	rounds: number,
	{ databaseUrl, startProxy }: Where
): Promise<Rolled> {
	const env = { DATABASE_URL: databaseUrl, TRUST_PROXY: 'true', DRAIN_SECONDS: '5' };
	const servers = [await RealServer.start({ env }), await RealServer.start({ env })];
	const ports = servers.map(({ port }) => port);
	const proxy = await startProxy(ports);
	const leaving = new AbortController();
	const streams = { ended: 0, refused: 0 };
	let heard = 0;
	try {
		const [first] = servers;
		if (!first) throw new Error('There must be two servers.');
		const { browser } = await setUpPractice(first, { token: await first.setUpSecret() });
		const behind = browserAt(proxy.address, browser);
		const senders = Array.from({ length: phoneCount }, () => new Sender(behind));
		const listening = ports.map(() => keepListening(behind, leaving.signal, streams));
		for (let round = 1; round <= rounds; round++) {
			if (await streamsHear(servers, browser)) heard += 1;
			let isRolled = false;
			const sending = Promise.all(senders.map((sender) => sendUntil(sender, () => isRolled)));
			for (const [number, port] of ports.entries()) {
				const old = servers[number];
				await old?.stop();
				const dataDir = old?.dataDir;
				const again = { ...env, PORT: String(port) };
				const fresh = await RealServer.start({ env: again, ...(dataDir && { dataDir }) });
				servers[number] = fresh;
				// As whoever updates does: the next one only when this one is in use again.
				await untilUsed(fresh, behind);
			}
			isRolled = true;
			await sending;
		}
		leaving.abort();
		await Promise.all(listening);
		const tally = await tallyOf(senders, behind, rounds);
		const sent = senders.reduce((sum, { messages }) => sum + messages.length, 0);
		const mostRetries = Math.max(...senders.map((each) => each.mostRetries));
		const { ended: streamsEnded, refused: streamsRefused } = streams;
		return { ...tally, sent, heard, mostRetries, streamsEnded, streamsRefused };
	} finally {
		leaving.abort();
		await proxy.stop();
		for (const server of servers) await server.remove();
	}
}

function browserAt(address: string, { cookie }: Browser): Browser {
	const browser = new Browser(address);
	browser.cookie = cookie;
	return browser;
}

async function sendUntil(sender: Sender, isOver: () => boolean): Promise<void> {
	while (!isOver()) {
		sender.write(1);
		await sender.sendAll();
		await pause(betweenPushesMs);
	}
}

/** Asks until a request has come to this server. */
async function untilUsed(server: RealServer, behind: Browser): Promise<void> {
	const direct = new Browser(server.address);
	for (;;) {
		await behind.ask('GET', '/api/me').catch(() => undefined);
		const figures = (await direct.ask('GET', '/metrics')).bytes.toString();
		if (figures.includes('noticeboard_answers_total{')) return;
		await pause(50);
	}
}

/** As a phone does: when its stream ends, it opens another. */
async function keepListening(
	behind: Browser,
	signal: AbortSignal,
	streams: { ended: number; refused: number }
): Promise<void> {
	const isOver = () => signal.aborted;
	while (!isOver()) {
		try {
			const stream = await openStream(behind, signal);
			if (stream.ok) {
				await stream.text();
				streams.ended += 1;
				continue;
			}
			streams.refused += 1;
		} catch {
			if (isOver()) return;
			streams.refused += 1;
		}
		await pause(100);
	}
}

/** A stream on each server; then one change for each, pushed to the other. */
async function streamsHear(servers: readonly RealServer[], known: Browser): Promise<boolean> {
	for (const [number, { address }] of servers.entries()) {
		const other = servers[(number + 1) % servers.length];
		if (!other) return false;
		const leaving = new AbortController();
		const stream = await openStream(browserAt(address, known), leaving.signal);
		if (!stream.ok || !stream.body) throw new Error(`No event stream: ${stream.status}`);
		const pokes = pokesOf(stream.body);
		// What it has missed comes at once.
		const opening = await Promise.race([pokes.next(), pause(heardWithinMs)]);
		const sender = new Sender(browserAt(other.address, known));
		sender.write(1);
		await sender.sendAll();
		const hearing = await Promise.race([pokes.next(), pause(heardWithinMs)]);
		leaving.abort();
		if (!opening || opening.done || !hearing || hearing.done) return false;
	}
	return true;
}

function openStream(browser: Browser, signal: AbortSignal): Promise<Response> {
	const start = { outbox: v4(), ack: '0', version: '0', epoch: '', scope: '' };
	return browser.open(`/api/sync/events?${new URLSearchParams(start).toString()}`, signal);
}

/** Once for each event with words in it; a sign of life is none. Ends with the stream. */
async function* pokesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<true, void> {
	const decoder = new TextDecoder();
	let said = '';
	try {
		for await (const chunk of body) {
			said += decoder.decode(chunk, { stream: true });
			const events = said.split('\n\n');
			said = events.pop() ?? '';
			for (const event of events) if (/^event: poke$/m.test(event)) yield true;
		}
	} catch {
		// The stream was left.
	}
}
