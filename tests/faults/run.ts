/**
 * npm run faults -- [--rounds N] [--only KIND,KIND] [--at-once N] [--photos N] [--kills N]
 *
 * `--rounds` is for each kind of fault, `--at-once` how many kinds run side by side.
 * `--only photos --photos 200 --kills 4`: so many pictures of 12 million dots, and the app killed so
 * often among them.
 *
 * Kills the real server, one of two servers on a PostgreSQL, and a real browser, each once in a
 * round, while changes or records are on their way and while either is brought up to date; spoils
 * the line between, fills disk and phone, and cuts the power.
 * The last line counts what was lost and what was done twice; any of it, and a kind whose rounds do
 * not come to their end, ends it with 1.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '#tests/support/ensure-postgres.ts';
import { ensureProxy, startCaddy } from '#tests/support/proxy.ts';
import { killBrowserRounds } from './browser-rounds.ts';
import { fullDiskRounds } from './full-disk-rounds.ts';
import { badLineRounds } from './line-rounds.ts';
import { LoopDisk } from './loop-disk.ts';
import { killMigrationRounds } from './migration-rounds.ts';
import { killPhotoRounds } from './photo-rounds.ts';
import { killOneOfTwoRounds } from './postgres-rounds.ts';
import { powerCutRounds } from './power-rounds.ts';
import { killPullRounds } from './pull-rounds.ts';
import { fullPhoneRounds } from './quota-rounds.ts';
import { rollingRounds } from './rolling-rounds.ts';
import { killServerRounds } from './server-rounds.ts';
import type { Tally } from './tally.ts';
import { killUpgradeRounds } from './upgrade-rounds.ts';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '20' },
		only: { type: 'string' },
		'at-once': { type: 'string', default: '1' },
		photos: { type: 'string', default: '24' },
		kills: { type: 'string', default: '2' }
	}
});
const faults: Readonly<Record<string, (rounds: number) => Promise<Tally | undefined>>> = {
	server: killServerRounds,
	'one-of-two': oneOfTwo,
	rolling,
	line: badLineRounds,
	disk: fullDiskRounds,
	power,
	migrations: (count) => killMigrationRounds(count),
	'migrations-postgres': (count) => onPostgres((url) => killMigrationRounds(count, url)),
	pulls: killPullRounds,
	browser: killBrowserRounds,
	upgrades: killUpgradeRounds,
	quota: fullPhoneRounds,
	photos: () => killPhotoRounds(Number(values.photos), { kills: Number(values.kills), say })
};
const rounds = Number(values.rounds);
const atOnce = Number(values['at-once']);
const wanted = values.only?.split(',');
const names = wanted ?? Object.keys(faults);
if (
	![rounds, atOnce].every((count) => Number.isInteger(count) && count > 0) ||
	names.some((name) => !(name in faults))
) {
	process.stderr.write(
		`Use: --rounds 50, --at-once 2, and --only with some of ${Object.keys(faults).join(', ')}\n`
	);
	process.exit(2);
}

const start = fileURLToPath(new URL('../../src/server/start.js', import.meta.url));
const built = spawnSync(process.execPath, [start, '--build-only'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const sum = { rounds: 0, lost: 0, doubled: 0, broken: 0 };
const waiting = names.values();
await Promise.all(
	Array.from({ length: atOnce }, async () => {
		for (const name of waiting) await countIn(name);
	})
);
const notAll = sum.broken > 0 ? `, ${sum.broken} kinds did not come to their end` : '';
say(`faults: ${sum.rounds} rounds, ${sum.lost} lost, ${sum.doubled} doubled${notAll}`);
process.exitCode = sum.lost + sum.doubled + sum.broken > 0 ? 1 : 0;

async function countIn(name: string): Promise<void> {
	try {
		const tally = await faults[name]?.(rounds);
		if (!tally) return;
		const { lost, doubled } = tally;
		say(`${name}: ${tally.rounds} rounds, ${lost} lost, ${doubled} doubled`);
		sum.rounds += tally.rounds;
		sum.lost += lost;
		sum.doubled += doubled;
	} catch (cause) {
		sum.broken += 1;
		say(`${name}: the rounds did not come to their end`);
		say(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Left out where it cannot be, as it asks for more than most computers give. */
async function power(count: number): Promise<Tally | undefined> {
	const disk = LoopDisk.create();
	if (typeof disk !== 'string') return powerCutRounds(count, disk);
	say(`power: left out. ${disk}`);
	return undefined;
}

function oneOfTwo(count: number): Promise<Tally> {
	return onPostgres((url) => killOneOfTwoRounds(count, url));
}

function rolling(count: number): Promise<Tally> {
	const program = ensureProxy();
	if (!program) throw new Error('There is no Caddy here.');
	return onPostgres(async (databaseUrl) => {
		const startProxy = (ports: readonly number[]) => startCaddy(program, ports);
		const tally = await rollingRounds(count, { databaseUrl, startProxy });
		const { sent, mostRetries, heard, streamsEnded, streamsRefused } = tally;
		say(`rolling: ${sent} pushes, sent again at most ${mostRetries} times in a row`);
		say(`rolling: ${streamsEnded} streams ended, ${streamsRefused} did not open again at once`);
		say(`rolling: each server heard of the other in ${heard} rounds`);
		return tally;
	});
}

async function onPostgres(work: (url: string) => Promise<Tally>): Promise<Tally> {
	const postgres = await startPostgres();
	if (!postgres) throw new Error('There is no PostgreSQL here.');
	try {
		return await work(postgres.url);
	} finally {
		await postgres.stop();
	}
}
