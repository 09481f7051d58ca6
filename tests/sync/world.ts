/**
 * One practice with several devices, a server and a bad network, moved on step by step by a seed.
 *
 * The client engine and the server engine are the real ones; tables are maps, SQL is SQLite in
 * memory; clock, ids and network are the scheduler's.
 */
import type { Me } from '#domain/protocol.ts';
import type { Role } from '#domain/roles.ts';
import { applyPush } from '#server/apply.ts';
import { answerPull } from '#server/changes.ts';
import { openDatabase } from '#server/database.ts';
import type { Engine, Log } from '#server/engine.ts';
import { createPractice } from '#server/practice.ts';
import { runAs } from '#server/run-as.ts';
import { Store } from '#store/store.ts';
import { SyncPort } from '#store/sync-port.ts';
import { prepareDevice } from '#store/tables.ts';
import { syncRound, type RoundParts, type RoundResult } from '#sync/sync.ts';
import { MemoryTables } from '#tests/support/memory-tables.ts';
import { Chance } from './chance.ts';
import { registry } from './kinds.ts';
import { heldServer, type Flight } from './network.ts';

export const dayMs = 86_400_000;

export interface SimulatedDevice {
	readonly number: number;
	readonly deviceId: string;
	readonly me: Me;
	tables: MemoryTables;
	store: Store;
	port: SyncPort;
	/** How wrong its clock is. */
	skewMs: number;
	rounds: number;
	/** Deleted: the person or the device was removed. */
	isWiped: boolean;
	/** Raised by a kill: answers to calls of an older life are never delivered. */
	life: number;
}

/** What the server would log is told by the promises that it breaks. */
const silent: Log = Object.fromEntries(
	['error', 'info', 'debug'].map((level) => [level, () => undefined])
) as unknown as Log;

export class World {
	readonly chance: Chance;
	readonly devices: SimulatedDevice[] = [];
	readonly flights: Flight[] = [];
	readonly practiceId: string;
	engine!: Engine;
	/** Every mutation that a screen has shown as saved, by uuid, and on which device. */
	readonly saved = new Map<string, number>();
	now = Date.UTC(2026, 2, 1, 9);
	epochs = 0;

	constructor(seed: number) {
		this.chance = new Chance(seed);
		this.practiceId = this.newId();
	}

	newId = (): string => this.chance.uuid(this.now);

	async start(people: readonly Role[]): Promise<void> {
		this.engine = {
			database: await openDatabase({ memory: true }),
			registry,
			log: silent,
			limits: { pageBytes: 1500, firstOfKind: 5 },
			now: () => this.now,
			newId: this.newId
		};
		const { practiceId } = this;
		await createPractice(this.engine.database, { id: practiceId, name: 'Made up', now: this.now });
		for (const role of people) await this.join(role);
	}

	async join(role: Role): Promise<SimulatedDevice> {
		const personId = this.newId();
		await this.setMember({
			id: personId,
			name: `Person ${this.devices.length}`,
			role,
			leftOn: null
		});
		return this.addDevice(
			personId,
			role,
			new MemoryTables(registry.records.map(({ kind }) => kind))
		);
	}

	async setMember(args: {
		id: string;
		name: string;
		role: Role;
		leftOn: string | null;
	}): Promise<void> {
		await runAs(this.engine, this.practiceId, 'set-up', [{ name: 'member.set', args }], this.now);
	}

	async addDevice(personId: string, role: Role, tables: MemoryTables): Promise<SimulatedDevice> {
		const { practiceId } = this;
		const number = this.devices.length;
		const me: Me = {
			personId,
			practiceId,
			name: `Person ${number}`,
			role,
			practiceName: 'Made up'
		};
		const device = { number, me, tables, deviceId: this.newId(), skewMs: 0, rounds: 0, life: 0 };
		const whole: SimulatedDevice = Object.assign(device, this.#wake(device), { isWiped: false });
		await prepareDevice(tables, this.newId);
		await whole.port.noteMe(me);
		this.devices.push(whole);
		return whole;
	}

	/** A killed tab that is opened again: what was in memory is gone, what was kept is there. */
	kill(device: SimulatedDevice): void {
		device.life += 1;
		device.rounds = 0;
		this.flights.splice(
			0,
			this.flights.length,
			...this.flights.filter(({ deviceNumber }) => deviceNumber !== device.number)
		);
		Object.assign(device, this.#wake(device));
	}

	#wake(device: Pick<SimulatedDevice, 'tables' | 'me' | 'number' | 'skewMs'>) {
		const { tables, me, number } = device;
		const now = () => this.now + (this.devices[number]?.skewMs ?? 0);
		const parts = { tables, registry, me, now, newId: this.newId };
		const store = new Store(parts);
		store.onchange = ({ uuid }) => this.saved.set(uuid, number);
		return { store, port: new SyncPort(parts) };
	}

	/** Straight to the server, with no network in between. */
	direct(device: SimulatedDevice): RoundParts['server'] {
		const who = {
			practiceId: this.practiceId,
			personId: device.me.personId,
			deviceId: device.deviceId
		};
		return {
			push: ({ personId, outboxId, ack, cookie }, mutations, sentAt) =>
				// What travels is text: nothing may be shared between device and server.
				applyPush(
					this.engine,
					who,
					copied({
						protocol: 1,
						personId,
						outboxId,
						ack,
						cookie,
						sentAt,
						mutations: [...mutations]
					})
				).then(copied),
			pull: ({ personId, outboxId, ack, cookie, resume }) =>
				answerPull(
					this.engine,
					who,
					copied({ protocol: 1, personId, outboxId, ack, cookie, resume })
				).then(copied),
			sendPhoto: () => Promise.resolve('sent')
		};
	}

	/** Starts a round whose calls wait on the network. Two at once are two tabs that both lead. */
	startRound(device: SimulatedDevice): void {
		const { life } = device;
		device.rounds += 1;
		const server = heldServer(device.number, this.direct(device), (flight) => {
			if (device.life === life) this.flights.push(flight);
		});
		const end = () => {
			if (device.life === life) device.rounds -= 1;
		};
		void syncRound({ port: device.port, server, now: device.store.parts.now }).then(
			async (result) => {
				end();
				if (result === 'wipe' && device.life === life) await this.wipe(device);
			},
			end
		);
	}

	/** One round with a perfect network. */
	async cleanRound(device: SimulatedDevice): Promise<RoundResult> {
		const result = await syncRound({
			port: device.port,
			server: this.direct(device),
			now: device.store.parts.now
		});
		if (result === 'wipe') await this.wipe(device);
		return result;
	}

	/** What a removed device held is gone with it, and what it had not sent was its person's loss. */
	async wipe(device: SimulatedDevice): Promise<void> {
		this.kill(device);
		device.isWiped = true;
		await device.tables.destroy();
		for (const [uuid, number] of this.saved) if (number === device.number) this.saved.delete(uuid);
	}

	close(): Promise<void> {
		return this.engine.database.close();
	}
}

function copied<Value>(value: Value): Value {
	// A copy through text of the same value.
	return JSON.parse(JSON.stringify(value)) as Value;
}

/** Lets everything that can go on do so, until every round waits for the network. */
export async function settle(world: World): Promise<void> {
	const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
	const running = () => world.devices.reduce((sum, { rounds }) => sum + rounds, 0);
	await nextTurn();
	while (running() !== world.flights.length) await nextTurn();
}
