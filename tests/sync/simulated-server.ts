/**
 * The practice's server in the simulation: two processes of the real engine on one database, real
 * sessions, real photos. What it answers is looked at before it goes on its way.
 */
import type { Kysely } from 'kysely';
import { oldestAccepted, protocolVersion, type Patch, type Trouble } from '#domain/protocol.ts';
import { fromWire, toWire } from '#domain/wire.ts';
import { applyPush } from '#server/apply.ts';
import { answerPull } from '#server/changes.ts';
import { openDatabase, type Database } from '#server/database.ts';
import type { Engine, Log, Who } from '#server/engine.ts';
import { Photos } from '#server/photos.ts';
import { pokesFor, type Listener } from '#server/pokes.ts';
import { createPractice } from '#server/practice.ts';
import { runAs } from '#server/run-as.ts';
import { addDevice, whoHolds } from '#server/sessions.ts';
import type { Tables } from '#server/tables.ts';
import { protocolTrouble, tryAgain } from '#server/troubles.ts';
import type { RoundParts } from '#sync/sync.ts';
import { FaultyDatabase } from './faulty-database.ts';
import { registryAt } from './newer-kinds.ts';
import type { SimulatedDevice, Surroundings } from './surroundings.ts';

/** Two, so that nothing may be kept in one process that the other needs. */
const processes = [0, 1];

/** What the server would log is told by the promises that it breaks. */
const silent: Log = Object.fromEntries(
	['error', 'info', 'debug'].map((level) => [level, () => undefined])
) as unknown as Log;

export class SimulatedServer {
	readonly practiceId: string;
	/** Which update it runs; an app may be one behind. */
	version = 0;
	readonly #world: Surroundings;
	#engines: readonly Engine[] = [];
	#databases: readonly FaultyDatabase[] = [];
	#earlierWrites = 0;
	#inner: readonly Database[] = [];

	constructor(world: Surroundings) {
		this.#world = world;
		this.practiceId = world.newId();
	}

	/** `databases` are connections to one PostgreSQL, kept open; without any, SQLite in memory. */
	async start(databases?: readonly Database[]): Promise<void> {
		this.#inner = databases ?? [await openDatabase({ memory: true })];
		this.restart();
		const { practiceId: id } = this;
		await createPractice(this.engine.database, { id, name: 'Made up', now: this.#world.now });
	}

	/** New processes: nothing that the old ones had in memory is left. */
	restart(): void {
		this.#earlierWrites = this.writes;
		this.#databases = processes.map((number) => {
			const inner = this.#inner[number % this.#inner.length];
			if (!inner) throw new Error('There is no database.');
			return new FaultyDatabase(inner);
		});
		this.#engines = this.#databases.map((database) => ({
			database,
			registry: registryAt(this.version),
			log: silent,
			limits: { pageBytes: 1500, firstOfKind: 5 },
			now: () => this.#world.now,
			newId: this.#world.newId
		}));
	}

	/** One of them, for what the practice's computer does by itself. */
	get engine(): Engine {
		const [engine] = this.#engines;
		if (!engine) throw new Error('The server has not been started.');
		return engine;
	}

	/** Raised by all that may have changed something. */
	get writes(): number {
		return this.#databases.reduce((sum, { writes }) => sum + writes, this.#earlierWrites);
	}

	/** Runs work during which every process dies after so many statements; true when one did. */
	async dying(statements: number, work: () => Promise<void>): Promise<boolean> {
		for (const database of this.#databases) database.dieAfter(statements);
		await work();
		for (const database of this.#databases) database.heal();
		return this.#databases.some(({ hasDied }) => hasDied);
	}

	within<Result>(work: (trx: Kysely<Tables>) => Promise<Result>): Promise<Result> {
		return this.engine.database.withPractice(this.practiceId, work);
	}

	/** For the simulation's own looks: they never fail. */
	read<Result>(work: (trx: Kysely<Tables>) => Promise<Result>): Promise<Result> {
		const [inner] = this.#inner;
		if (!inner) throw new Error('There is no database.');
		return inner.withPractice(this.practiceId, work, 'reading');
	}

	does(name: string, args: unknown) {
		return runAs(this.engine, this.practiceId, 'set-up', [{ name, args }], this.#world.now);
	}

	/** A session for a device of a person; its token. */
	signIn(personId: string): Promise<string> {
		const place = { practiceId: this.practiceId, personId, name: 'Phone' };
		return this.within((trx) => addDevice(trx, this.engine, place));
	}

	who({ token }: SimulatedDevice): Promise<Who | Trouble> {
		return whoHolds(this.engine, token);
	}

	/** An app that is an update behind speaks the number before. */
	protocolOf({ version }: SimulatedDevice): number {
		return version < this.version ? oldestAccepted : protocolVersion;
	}

	/** What an open stream is sent now. */
	async poke(device: SimulatedDevice, listener: Listener): Promise<Patch | 'news' | undefined> {
		const { practiceId, engine } = this;
		const asked = { practiceId, listeners: [listener] };
		const poke = (await this.read((trx) => pokesFor(trx, engine, asked))).get(listener);
		if (poke === undefined) return undefined;
		if (poke === 'close' || 'news' in poke) return 'news';
		await this.#world.watch.sent(device, poke);
		return travelled(poke, listener.protocol);
	}

	/** The calls of a device, with no network in between. */
	callsOf(device: SimulatedDevice): RoundParts['server'] {
		return {
			push: ({ personId, outboxId, ack, cookie }, mutations, sentAt) =>
				this.#ask(device, (engine, who) => {
					for (const message of mutations) this.#world.messages.set(message.uuid, message);
					const protocol = this.protocolOf(device);
					const place = { protocol, personId, outboxId, ack, cookie };
					return applyPush(engine, who, copied({ ...place, sentAt, mutations: [...mutations] }));
				}),
			pull: ({ personId, outboxId, ack, cookie, resume }) =>
				this.#ask(device, (engine, who) => {
					const protocol = this.protocolOf(device);
					const place = { protocol, personId, outboxId, ack, cookie };
					return answerPull(engine, who, copied({ ...place, resume }));
				}),
			sendPhoto: async (hash, _mime, bytes) => {
				const answer = await this.#tried(device, (engine, who) =>
					new Photos(engine, { dataDir: undefined, minFreeBytes: 0 }).put(who, {
						hash,
						bytes: Buffer.from(bytes)
					})
				);
				return 'kept' in answer ? 'sent' : answer;
			}
		};
	}

	async #ask(
		device: SimulatedDevice,
		work: (engine: Engine, who: Who) => Promise<Patch | Trouble>
	): Promise<Patch | Trouble> {
		const protocol = this.protocolOf(device);
		const answer = await this.#tried(device, work);
		if ('error' in answer) return copied(answer);
		this.#world.watch.checkServed(device);
		await this.#world.watch.sent(device, answer);
		return travelled(answer, protocol);
	}

	async #tried<Given>(
		device: SimulatedDevice,
		work: (engine: Engine, who: Who) => Promise<Given | Trouble>
	): Promise<Given | Trouble> {
		const trouble = protocolTrouble(device.version + 1, this.version + 1);
		if (trouble) return trouble;
		const engine = this.#world.chance.pick(this.#engines) ?? this.engine;
		const who = await whoHolds(engine, device.token).catch((error: unknown) =>
			tryAgain(engine, 'A session could not be read.', error)
		);
		if ('error' in who) {
			this.#world.watch.checkTurnedAway(device, who);
			return who;
		}
		return work(engine, who).catch((error: unknown) =>
			tryAgain(engine, 'A request failed.', error)
		);
	}

	async close(): Promise<void> {
		for (const database of this.#inner) await database.close();
	}
}

/** As the device reads what it is sent. */
function travelled(patch: Patch, protocol: number): Patch {
	const read = fromWire(copied(toWire(patch, protocol)));
	if (!read) throw new Error('An answer cannot be read.');
	return read;
}

/** What travels is text: nothing may be shared between device and server. */
function copied<Value>(value: Value): Value {
	// A copy through text of the same value.
	return JSON.parse(JSON.stringify(value)) as Value;
}
