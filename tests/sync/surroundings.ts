/**
 * What the parts of a simulated world see of it and of each other, so that none of them imports
 * the world that makes them. Only shapes: this file imports none of those parts.
 */
import type { Kysely } from 'kysely';
import type { Me } from '#domain/me.ts';
import type { MutationMessage, Patch, Trouble } from '#domain/protocol.ts';
import type { Engine } from '#server/engine.ts';
import type { Listener } from '#server/pokes.ts';
import type { Tables } from '#server/tables.ts';
import type { Store } from '#store/store.ts';
import type { SyncPort } from '#store/sync-port.ts';
import type { MemoryTables } from '#tests/support/memory-tables.ts';
import type { Chance } from './chance.ts';

export interface SimulatedDevice {
	readonly number: number;
	readonly me: Me;
	/** The session's secret; another one after signing in again. */
	token: string;
	isSignedOut: boolean;
	/** Which update of the app is loaded. */
	version: number;
	tables: MemoryTables;
	store: Store;
	port: SyncPort;
	/** How wrong its clock is, and how much too fast it runs (0.01: a quarter of an hour a day). */
	skewMs: number;
	drift: number;
	/** There is no signal before this moment. */
	awayUntil: number;
	/** The open event stream, as the server knows it. */
	listener: Listener | undefined;
	rounds: number;
	/** Deleted: the person or the device was removed. */
	isWiped: boolean;
	/** Raised by a kill: answers to calls of an older life are never delivered. */
	life: number;
}

/** The practice's server, for those who look on. */
interface WatchedServer {
	readonly practiceId: string;
	readonly version: number;
	readonly writes: number;
	readonly engine: Engine;
	read<Result>(work: (trx: Kysely<Tables>) => Promise<Result>): Promise<Result>;
}

/** Looks at what leaves the server. */
interface Onlooker {
	sent(device: SimulatedDevice, patch: Patch): Promise<void>;
	checkServed(device: SimulatedDevice): void;
	checkTurnedAway(device: SimulatedDevice, trouble: Trouble): void;
}

export interface Surroundings {
	readonly chance: Chance;
	readonly now: number;
	readonly newId: () => string;
	readonly server: WatchedServer;
	readonly watch: Onlooker;
	/** What devices sent, by uuid. */
	readonly messages: Map<string, MutationMessage>;
	/** Sessions of devices that were removed. */
	readonly removedTokens: ReadonlySet<string>;
}
