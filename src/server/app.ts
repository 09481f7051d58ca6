/**
 * Everything that answers requests, put together once: engine, streams, photos and doors.
 *
 * It is handed the registry and the group's words; it names no feature itself.
 */
import { v7 } from 'uuid';
import type { Registry } from '#domain/registry.ts';
import type { Config } from './config.ts';
import type { CookieKind } from './cookie.ts';
import { openDatabase, type Database } from './database.ts';
import { freeBytes } from './disk.ts';
import type { Engine } from './engine.ts';
import { makeDoor, type Door } from './limits.ts';
import { makeLog } from './log.ts';
import { refreshAllLookups } from './lookups.ts';
import type { GroupWords } from './members.ts';
import { Monitor } from './monitor.ts';
import { NightlyRound } from './nightly.ts';
import { Photos } from './photos.ts';
import { ReminderRound } from './reminder-round.ts';
import { makeSenders } from './reminder-senders.ts';
import type { Senders } from './reminder-ways.ts';
import { Streams } from './streams.ts';

export interface App {
	readonly engine: Engine;
	readonly streams: Streams;
	readonly photos: Photos;
	readonly words: GroupWords;
	readonly cookies: CookieKind;
	/** Where people reach it: 'https://noticeboard.example'. */
	readonly origin: string;
	readonly trustProxy: boolean;
	/** One for invites and codes, one for set-up links, one for calendar addresses, one for links to answer, one for tries of reminders. */
	readonly doors: {
		readonly join: Door;
		readonly setUp: Door;
		readonly feed: Door;
		readonly answer: Door;
		readonly remind: Door;
	};
	readonly monitor: Monitor;
	/** Begins when the server has started; stops with it. */
	readonly nightly: NightlyRound;
	readonly senders: Senders;
	/** As `nightly`. */
	readonly reminders: ReminderRound;
	/** What keeps it from doing its work; empty when all is well. */
	problems(): Promise<string[]>;
	/** From now on it says that it is not ready, and begins no work of its own. */
	beginStop(): void;
	close(): Promise<void>;
}

interface Parts {
	readonly config: Config;
	readonly origin: string;
	readonly registry: Registry;
	readonly words: GroupWords;
}

/** @throws {Error} when the database cannot be opened or brought up to date. */
export async function openApp({ config, origin, registry, words }: Parts): Promise<App> {
	const { databaseUrl } = config;
	const place = databaseUrl === undefined ? { dataDir: config.dataDir } : { databaseUrl };
	const database = await openDatabase(place);
	const engine: Engine = {
		database,
		registry,
		log: makeLog(config.logLevel),
		now: () => Date.now(),
		newId: () => v7()
	};
	await refreshAllLookups(engine);
	const streams = new Streams(engine);
	const nightly = new NightlyRound(engine, config.dataDir);
	const senders = makeSenders(config, origin);
	const reminders = new ReminderRound(engine, senders, origin);
	// Only SQLite keeps its data on a disk that we can see.
	const dataDir = database.engine === 'sqlite' ? config.dataDir : undefined;
	const { minFreeBytes, trustProxy } = config;
	let isStopping = false;
	return {
		engine,
		streams,
		photos: new Photos(engine, { dataDir, minFreeBytes }),
		words,
		cookies: { isSecure: origin.startsWith('https:') },
		origin,
		trustProxy,
		doors: {
			...{ join: makeDoor(), setUp: makeDoor(), feed: makeDoor(), answer: makeDoor() },
			remind: makeDoor()
		},
		monitor: new Monitor({ engine, streams, dataDir, token: config.metricsToken }),
		nightly,
		senders,
		reminders,
		// At once: a balancer that asks must not wait for the database to hear it.
		problems: () =>
			isStopping
				? Promise.resolve(['The server is stopping.'])
				: problemsOf(database, { dataDir, minFreeBytes }),
		beginStop: () => {
			isStopping = true;
			void nightly.stop();
			void reminders.stop();
		},
		close: async () => {
			await nightly.stop();
			await reminders.stop();
			await database.close();
		}
	};
}

async function problemsOf(
	database: Database,
	{ dataDir, minFreeBytes }: { dataDir: string | undefined; minFreeBytes: number }
): Promise<string[]> {
	const problems: string[] = [];
	try {
		await database.ping();
	} catch {
		problems.push('The database does not answer.');
	}
	const free = dataDir === undefined ? undefined : await freeBytes(dataDir);
	if (free !== undefined && free < minFreeBytes) {
		problems.push('The disk is nearly full. Photos wait on phones until there is room.');
	}
	return problems;
}
