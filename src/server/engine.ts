/**
 * What the sync engine is handed: database, registry, clock, ids and log. It names no feature.
 *
 * Nothing here is global, so that two servers can run in one test.
 */
import type { Registry } from '#domain/registry.ts';
import type { Database } from './database.ts';

export interface Engine {
	readonly database: Database;
	readonly registry: Registry;
	readonly log: Log;
	/** Smaller in tests, so that few records make many pages. */
	readonly limits?: Limits;
	/** Milliseconds since 1970, UTC. */
	now(): number;
	/** A UUIDv7. */
	newId(): string;
}

/** Ids, codes, numbers and errors only: never a name, a text or a record. */
export type Log = Readonly<
	Record<'error' | 'info' | 'debug', (fields: object, message: string) => void>
>;

export interface Limits {
	/** The most bytes of changes in one page of a pull; the answer to a push may take two. */
	readonly pageBytes: number;
	/** The newest of each kind that a fresh device gets before anything older. */
	readonly firstOfKind: number;
}

export const usualLimits: Limits = { pageBytes: 256 * 1024, firstOfKind: 200 };

/** Whose request it is, as the session says. The role is read from the person's record. */
export interface Who {
	readonly practiceId: string;
	readonly personId: string;
	readonly deviceId: string;
}

export function limitsOf(engine: Engine): Limits {
	return engine.limits ?? usualLimits;
}
