/**
 * npm run simulate -- --seeds N [--from S] [--show] [--first] [--postgres]
 *
 * Lives N simulated practices. A failing seed is printed with its last steps and replays exactly.
 * With --first it ends at the first failure.
 * With --postgres the server is two processes' worth of connections to one real PostgreSQL.
 */
import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '#server/database.ts';
import { startPostgres } from '#tests/support/ensure-postgres.ts';
import { simulate } from './simulation.ts';

/** Lives that share one database in memory: each is a practice of its own. */
const livesPerDatabase = 50;

const { values } = parseArgs({
	options: {
		seeds: { type: 'string', default: '1000' },
		from: { type: 'string', default: '1' },
		show: { type: 'boolean', default: false },
		first: { type: 'boolean', default: false },
		postgres: { type: 'boolean', default: false }
	}
});
const seeds = Number(values.seeds);
const from = Number(values.from);
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(from)) {
	process.stderr.write('Give whole numbers: --seeds 1000 --from 1\n');
	process.exit(2);
}

const startedAt = performance.now();
let deviceDays = 0;
const postgres = values.postgres ? await startPostgres() : undefined;
if (values.postgres && !postgres) process.exit(1);
let databases: readonly Database[] = [];
let failures = 0;
let heldBack = 0;
for (let seed = from; seed < from + seeds; seed++) {
	const { failure, trace, print, heldCount, ...life } = await simulate(
		seed,
		await databasesFor(seed - from)
	);
	deviceDays += life.deviceDays;
	heldBack += heldCount;
	if (values.show) process.stdout.write(`seed ${seed} ${print}\n${trace.join('\n')}\n`);
	if (failure !== undefined) {
		failures += 1;
		process.stdout.write(
			`seed ${seed} (${print}): ${failure}\n  ${trace.slice(-12).join('\n  ')}\n`
		);
	}
	if (failures > 0 && values.first) break;
	if ((seed - from + 1) % 500 === 0) process.stdout.write(`${seed - from + 1} of ${seeds}\n`);
}
process.stdout.write(`Held back behind a refused change: ${heldBack}\n`);
for (const database of databases) await database.close();
await postgres?.stop();
const { user, system } = process.cpuUsage();
const perSecond = Math.round(deviceDays / ((performance.now() - startedAt) / 1000));
const perCore = Math.round(deviceDays / ((user + system) / 1_000_000));
process.stdout.write(
	`Device-days: ${deviceDays}, ${perSecond} a second (${perCore} in a second of one core)\n`
);
process.stdout.write(`simulate: ${seeds} seeds, ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;

async function databasesFor(life: number): Promise<readonly Database[]> {
	const isWorn = life % livesPerDatabase === 0 && !postgres;
	if (databases.length > 0 && !isWorn) return databases;
	for (const database of databases) await database.close();
	const options = postgres ? { databaseUrl: postgres.url } : { memory: true as const };
	databases = [await openDatabase(options)];
	if (postgres) databases = [...databases, await openDatabase(options)];
	return databases;
}
