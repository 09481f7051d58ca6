/**
 * What a store is made of; handed in, so that the simulation can bring its own.
 */
import type { Me } from '#domain/me.ts';
import type { Registry } from '#domain/registry.ts';
import type { Packing } from './packing.ts';
import type { DeviceTables } from './tables.ts';

export interface StoreParts {
	readonly tables: DeviceTables;
	/** At first the records only; the mutations arrive before anything is synced. */
	registry: Registry;
	/** Settles once the registry is whole; left out where it is so from the start. */
	whole?: Promise<unknown>;
	/** The person whose device this is. */
	readonly me: Me;
	readonly now: () => number;
	readonly newId: () => string;
	/** Less in tests; left out, it is as usual. */
	readonly packing?: Packing;
}
