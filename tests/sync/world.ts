/**
 * One practice with several devices, a server and a bad network, moved on step by step by a seed.
 *
 * The client engine and the server engine are the real ones; a device's tables are maps, SQL is
 * SQLite in memory or a real PostgreSQL; clock, ids and network are the scheduler's.
 */
import { dayOf } from '#domain/calendar.ts';
import type { Me } from '#domain/me.ts';
import type { MutationMessage, Patch } from '#domain/protocol.ts';
import type { Role } from '#domain/roles.ts';
import { prepareDevice } from '#store/open-tables.ts';
import type { Database } from '#server/database.ts';
import type { Packing } from '#store/packing.ts';
import { Store } from '#store/store.ts';
import { SyncPort } from '#store/sync-port.ts';
import { syncRound, type RoundResult } from '#sync/sync.ts';
import { MemoryTables } from '#tests/support/memory-tables.ts';
import { Chance } from './chance.ts';
import { heldServer, type Flight } from './network.ts';
import { registryAt } from './newer-kinds.ts';
import { SimulatedServer } from './simulated-server.ts';
import type { SimulatedDevice, Surroundings } from './surroundings.ts';
import { Watch } from './watch.ts';

export const dayMs = 86_400_000;

/** A message of an event stream on its way. */
interface FlyingPoke {
	readonly device: SimulatedDevice;
	readonly life: number;
	readonly patch: Patch;
}

export class World implements Surroundings {
	readonly chance: Chance;
	readonly devices: SimulatedDevice[] = [];
	readonly flights: Flight[] = [];
	readonly pokes: FlyingPoke[] = [];
	readonly server: SimulatedServer;
	readonly watch: Watch;
	/** Every mutation that a screen has shown as saved, by uuid, and on which device. */
	readonly saved = new Map<string, number>();
	/** What devices sent, by uuid. */
	readonly messages = new Map<string, MutationMessage>();
	/** Photos that were added, by hash, and on which device. */
	readonly photos = new Map<string, number>();
	/** Sessions of devices that were removed. */
	readonly removedTokens = new Set<string>();
	/** Device and calendar day on which it did something: one device-day each. */
	readonly deviceDays = new Set<string>();
	readonly startedAt = Date.UTC(2026, 2, 1, 9);
	now = this.startedAt;
	epochs = 0;

	/** In every other life old records are packed, a few at a time; in the others all are rows. */
	readonly #packing: Packing;

	constructor(seed: number) {
		this.#packing = { mostRows: seed % 2 === 0 ? Infinity : 2, perPack: 3 };
		this.chance = new Chance(seed);
		this.server = new SimulatedServer(this);
		this.watch = new Watch(this);
	}

	newId = (): string => this.chance.uuid(this.now);

	async start(people: readonly Role[], databases?: readonly Database[]): Promise<void> {
		await this.server.start(databases);
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
		const kinds = registryAt(this.server.version).records.map(({ kind }) => kind);
		return this.addDevice(personId, role, new MemoryTables(kinds), this.server.version);
	}

	async setMember(args: {
		id: string;
		name: string;
		role: Role;
		leftOn: string | null;
	}): Promise<void> {
		await this.server.does('member.set', args);
	}

	async addDevice(
		personId: string,
		role: Role,
		tables: MemoryTables,
		version: number
	): Promise<SimulatedDevice> {
		const { practiceId } = this.server;
		const number = this.devices.length;
		const me: Me = {
			personId,
			practiceId,
			name: `Person ${number}`,
			role,
			practiceName: 'Made up'
		};
		const device = { number, me, tables, version, token: await this.server.signIn(personId) };
		const clock = { skewMs: 0, drift: 0, awayUntil: 0 };
		const state = { rounds: 0, life: 0, isWiped: false, isSignedOut: false, listener: undefined };
		const woken = this.#wake(device);
		const whole: SimulatedDevice = { ...device, ...clock, ...state, ...woken };
		await prepareDevice(tables, this.newId);
		await whole.port.noteMe(me);
		this.devices.push(whole);
		return whole;
	}

	/** A killed tab that is opened again: what was in memory is gone, what was kept is there. */
	kill(device: SimulatedDevice): void {
		device.life += 1;
		device.rounds = 0;
		device.listener = undefined;
		const others = this.flights.filter(({ deviceNumber }) => deviceNumber !== device.number);
		this.flights.splice(0, this.flights.length, ...others);
		Object.assign(device, this.#wake(device));
	}

	/** The app is loaded anew, and is as new as the server. */
	update(device: SimulatedDevice): void {
		device.version = this.server.version;
		const kinds = registryAt(device.version).records.map(({ kind }) => kind);
		device.tables = device.tables.copy(kinds);
		this.kill(device);
	}

	#wake(device: Pick<SimulatedDevice, 'tables' | 'me' | 'number' | 'version'>) {
		const { tables, me, number } = device;
		const now = () => {
			const { skewMs = 0, drift = 0 } = this.devices[number] ?? {};
			return Math.round(this.now + skewMs + (this.now - this.startedAt) * drift);
		};
		const registry = registryAt(device.version);
		const parts = { tables, registry, me, now, newId: this.newId, packing: this.#packing };
		const store = new Store(parts);
		store.onchange = ({ uuid }) => this.saved.set(uuid, number);
		return { store, port: new SyncPort(parts) };
	}

	/** This device does something today. */
	lives(number: number): void {
		this.deviceDays.add(`${number}/${dayOf(this.now)}`);
	}

	/** Starts a round whose calls wait on the network. Two at once are two tabs that both lead. */
	startRound(device: SimulatedDevice): void {
		const { life } = device;
		device.rounds += 1;
		const server = heldServer(device.number, this.server.callsOf(device), (flight) => {
			if (device.life === life) this.flights.push(flight);
		});
		const end = () => {
			if (device.life === life) device.rounds -= 1;
		};
		void syncRound({ port: device.port, server, now: device.store.parts.now }).then(
			async (result) => {
				end();
				if (device.life === life) await this.#after(device, result);
			},
			(error: unknown) => {
				end();
				this.watch.roundFailed(error);
			}
		);
	}

	/** One round with a perfect network. */
	async cleanRound(device: SimulatedDevice): Promise<RoundResult> {
		const result = await syncRound({
			port: device.port,
			server: this.server.callsOf(device),
			now: device.store.parts.now,
			asksAhead: true
		});
		await this.#after(device, result);
		return result;
	}

	async #after(device: SimulatedDevice, result: RoundResult): Promise<void> {
		if (result === 'wipe') await this.wipe(device);
		device.isSignedOut = result === 'signed-out';
	}

	/** The person gets a new invitation for the same phone. */
	async signInAgain(device: SimulatedDevice): Promise<void> {
		device.token = await this.server.signIn(device.me.personId);
		device.isSignedOut = false;
	}

	/** What a removed device held is gone with it, and what it had not sent was its person's loss. */
	async wipe(device: SimulatedDevice): Promise<void> {
		this.kill(device);
		device.isWiped = true;
		await device.tables.destroy();
		for (const [uuid, number] of this.saved) if (number === device.number) this.saved.delete(uuid);
	}
}

/** Lets everything that can go on do so, until every round waits for the network. */
export async function settle(world: World): Promise<void> {
	const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
	const running = () => world.devices.reduce((sum, { rounds }) => sum + rounds, 0);
	await nextTurn();
	while (running() !== world.flights.length) await nextTurn();
}
