/**
 * Lives one simulated practice after the other, and counts what came of them.
 */
import * as z from 'zod/mini';
import { openDatabase, type Database } from '#server/database.ts';
import { startPostgres } from '#tests/support/ensure-postgres.ts';
import { simulate } from './simulation.ts';

/** Lives that share one database in memory: each is a practice of its own. */
const livesPerDatabase = 50;
/** It is told how far it is after so many. */
const tellEvery = 500;

export interface Wanted {
	readonly seeds: number;
	/** The first of them. */
	readonly from: number;
	/** Prints each life step by step. */
	readonly show: boolean;
	/** Ends at the first failure. */
	readonly first: boolean;
	/** The server is two processes' worth of connections to one real PostgreSQL. */
	readonly postgres: boolean;
}

/** Also what one process tells another. */
export const livedSchema = z.object({
	lives: z.number(),
	failures: z.number(),
	deviceDays: z.number(),
	/** Changes held back behind a refused one. */
	heldBack: z.number(),
	/** Of one core (s). */
	coreSeconds: z.number()
});
export type Lived = z.infer<typeof livedSchema>;

/** `say` hears of failing seeds, with their last steps, and of how far it is. */
export async function liveAll(wanted: Wanted, say: (text: string) => void): Promise<Lived> {
	const { seeds, from } = wanted;
	const postgres = wanted.postgres ? await startPostgres() : undefined;
	if (wanted.postgres && !postgres) throw new Error('There is no PostgreSQL here.');
	let databases: readonly Database[] = [];
	const fresh = async () => {
		for (const database of databases) await database.close();
		const options = postgres ? { databaseUrl: postgres.url } : { memory: true as const };
		const count = postgres ? 2 : 1;
		return Promise.all(Array.from({ length: count }, () => openDatabase(options)));
	};
	const sum: Lived = { lives: 0, failures: 0, deviceDays: 0, heldBack: 0, coreSeconds: 0 };
	for (let seed = from; seed < from + seeds; seed++) {
		const isWorn = sum.lives % livesPerDatabase === 0 && !postgres;
		if (databases.length === 0 || isWorn) databases = await fresh();
		const { failure, trace, print, heldCount, deviceDays } = await simulate(seed, databases);
		sum.lives += 1;
		sum.deviceDays += deviceDays;
		sum.heldBack += heldCount;
		if (wanted.show) say(`seed ${seed} ${print}\n${trace.join('\n')}`);
		if (failure !== undefined) {
			sum.failures += 1;
			say(`seed ${seed} (${print}): ${failure}\n  ${trace.slice(-12).join('\n  ')}`);
		}
		if (failure !== undefined && wanted.first) break;
		if (sum.lives % tellEvery === 0) say(`${sum.lives} of ${seeds} from ${from}`);
	}
	for (const database of databases) await database.close();
	await postgres?.stop();
	const { user, system } = process.cpuUsage();
	sum.coreSeconds = (user + system) / 1_000_000;
	return sum;
}
