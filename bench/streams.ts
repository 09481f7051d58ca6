/**
 * Very many event streams on one server process: what each costs in memory, how soon a change is
 * heard, and the same memory in a server that does nothing else.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { v4 } from 'uuid';
import * as z from 'zod/mini';
import { claimJob, finishJob } from '#server/claims.ts';
import type { Who } from '#server/engine.ts';
import { backupJob, tidyJob } from '#server/nightly.ts';
import { makeToken } from '#server/secrets.ts';
import { startPostgres } from '#tests/support/ensure-postgres.ts';
import { Browser, RealServer } from '#tests/support/real-server.ts';
import type { TestEngine } from '#tests/support/practice-server.ts';
import { medianOf, timed, type Figure } from './figures.ts';
import { copyPractice, deviceOf, newPerson, onePractice, openEngine } from './many-practices.ts';

const perPractice = 5;
const settleMs = 30_000;
const idleMs = 60_000;
const toldSchema = z.object({ opened: z.int(), heard: z.int() });
const portSchema = z.object({ port: z.int() });
const memorySchema = z.object({ memory: z.int() });

interface Crowd {
	readonly engine: TestEngine;
	/** One device in each practice. */
	readonly everyone: readonly Who[];
	readonly streams: readonly Stream[];
}

interface Stream {
	readonly path: string;
	readonly cookie: string;
}

export async function benchStreams(count: number): Promise<Figure[]> {
	const postgres = await startPostgres();
	if (!postgres) {
		const what = 'many event streams on PostgreSQL';
		return [{ bench: 'streams', what, value: undefined, unit: 'ms', note: 'no PostgreSQL here' }];
	}
	try {
		const engine = await openEngine(postgres.url);
		const { who, secret } = await onePractice(engine, 1);
		const to = Math.ceil(count / perPractice);
		const ids = await copyPractice(engine.database, who.practiceId, { from: 0, to, years: 1 });
		const everyone = ids.map((practiceId) => ({ ...who, practiceId }));
		const streams: Stream[] = [];
		for (const each of everyone) {
			const path = await addressOf(engine, each);
			const cookie = `noticeboard=${makeToken(each.practiceId, secret)}`;
			for (let left = perPractice; left > 0; left--) streams.push({ path: path(), cookie });
		}
		await nothingAtNight(engine);
		const env = { DATABASE_URL: postgres.url, LOG_LEVEL: 'error' };
		const server = await RealServer.start({ env });
		try {
			return await figuresOf(server, { engine, everyone, streams });
		} finally {
			await server.remove();
			await engine.database.close();
		}
	} finally {
		await postgres.stop();
	}
}

/** Of streams on a device that has missed nothing. */
async function addressOf(engine: TestEngine, who: Who): Promise<() => string> {
	const { cookie } = await deviceOf(engine, who, 0);
	const { version = 0, epoch = '', scope = '' } = cookie ?? {};
	return () => {
		const asked = { outbox: v4(), ack: '0', version: String(version), epoch, scope };
		return `/api/sync/events?${new URLSearchParams(asked).toString()}`;
	};
}

/** A server catches up on last night's backup soon after its start. */
async function nothingAtNight(engine: TestEngine): Promise<void> {
	for (const name of [backupJob, tidyJob]) {
		await claimJob(engine, { name, dueSince: Date.now(), forMs: 0 });
		await finishJob(engine, name, Date.now());
	}
}

async function figuresOf(
	server: RealServer,
	{ engine, everyone, streams }: Crowd
): Promise<Figure[]> {
	const before = await memoryOf(server);
	const clients = await Clients.open(server.port, streams);
	await pause(settleMs);
	const after = await memoryOf(server);
	const busyMs = cpuMsOf(server.pid);
	await pause(idleMs);
	const idle = busyMs === undefined ? undefined : (cpuMsOf(server.pid) ?? 0) - busyMs;
	const bare = await bareMemory(streams);

	const devices = await Promise.all(everyone.slice(0, 50).map((who) => deviceOf(engine, who, 0)));
	const times: number[] = [];
	for (const device of devices) {
		const until = clients.heard + Math.min(perPractice, streams.length);
		times.push(
			await timed(() => Promise.all([device.does(newPerson()), clients.untilHeard(until)]))
		);
	}
	const rest = await Promise.all(everyone.slice(50).map((who) => deviceOf(engine, who, 0)));
	const until = clients.heard + streams.length - times.length * perPractice;
	const storm = await timed(async () => {
		for (const device of rest) await device.does(newPerson());
		await clients.untilHeard(until);
	});
	clients.stop();
	const same = {
		bench: 'streams',
		note: `${streams.length} streams of ${everyone.length} practices`
	};
	return [
		{
			...{
				...same,
				what: 'memory of an idle stream',
				unit: 'kB',
				value: (after - before) / 1024 / streams.length
			},
			...{ floor: bare, floorIs: 'in a server that does nothing else' }
		},
		{ ...same, what: 'memory of the process with them', value: after / 1024, unit: 'kB' },
		{
			...{ ...same, what: 'work of a second with nothing to say', unit: 'ms' },
			value: idle === undefined ? undefined : (idle / idleMs) * 1000
		},
		{
			...same,
			what: 'a push on another process until all five of a practice have it',
			value: medianOf(times),
			unit: 'ms'
		},
		{
			...same,
			what: 'the same in each practice, one after the other: each',
			value: rest.length === 0 ? undefined : storm / rest.length,
			unit: 'ms'
		}
	];
}

/** A program of its own, so that its memory is not the server's. */
class Clients {
	readonly #child: ChildProcess;
	#opened = 0;
	heard = 0;
	#onnews: () => void = () => undefined;
	#onend: () => void = () => undefined;

	private constructor(child: ChildProcess) {
		this.#child = child;
		child.once('exit', () => this.#onend());
		child.on('message', (said: unknown) => {
			({ opened: this.#opened, heard: this.heard } = toldSchema.parse(said));
			this.#onnews();
		});
	}

	static async open(port: number, streams: readonly Stream[]): Promise<Clients> {
		const clients = new Clients(program('stream-clients.ts'));
		clients.#child.send({ port, streams });
		await clients.#until(() => clients.#opened >= streams.length);
		return clients;
	}

	untilHeard(count: number): Promise<void> {
		return this.#until(() => this.heard >= count);
	}

	stop(): void {
		this.#child.removeAllListeners();
		this.#child.kill('SIGKILL');
	}

	#until(isSo: () => boolean): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#onend = () => reject(new Error('The streams were lost.'));
			this.#onnews = () => {
				if (isSo()) resolve();
			};
			this.#onnews();
		});
	}
}

/** kB for each stream. */
async function bareMemory(streams: readonly Stream[]): Promise<number> {
	const server = program('bare-streams.ts');
	try {
		const { port } = portSchema.parse(await saidBy(server));
		const memory = async () => {
			server.send('memory');
			return memorySchema.parse(await saidBy(server)).memory;
		};
		const before = await memory();
		const clients = await Clients.open(port, streams);
		await pause(settleMs);
		const after = await memory();
		clients.stop();
		return (after - before) / 1024 / streams.length;
	} finally {
		server.kill('SIGKILL');
	}
}

function program(name: string): ChildProcess {
	return fork(fileURLToPath(new URL(name, import.meta.url)), {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
}

function saidBy(child: ChildProcess): Promise<unknown> {
	return new Promise((resolve) => {
		child.once('message', (said) => {
			resolve(said);
		});
	});
}

async function memoryOf(server: RealServer): Promise<number> {
	const { bytes } = await new Browser(server.address).ask('GET', '/metrics');
	return Number(/^noticeboard_memory_bytes (\d+)$/m.exec(bytes.toString())?.[1]);
}

/** Time that a process has used so far; Linux only. */
function cpuMsOf(pid: number | undefined): number | undefined {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
		return (Number(fields?.[11]) + Number(fields?.[12])) * 10;
	} catch {
		return undefined;
	}
}
