/**
 * `npm run seed`: puts the made-up practice into the data folder or database of the settings.
 *
 * Only where there is no practice yet: made-up people never come to stand among real ones.
 */
import { v7 } from 'uuid';
import { registry } from '#features/registry.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database.ts';
import type { Engine } from './engine.ts';
import { makeLog } from './log.ts';
import { countsInWords, seedPractice } from './seed.ts';
import { hasPeople } from './setup.ts';
import { explainStart } from './start-problem.ts';

async function run(): Promise<number> {
	const settings = readConfig(process.env);
	if ('problems' in settings) return fail(settings.problems.join('\n'));
	const { config } = settings;
	const { dataDir, databaseUrl, logLevel } = config;
	const place = databaseUrl === undefined ? { dataDir } : { databaseUrl };
	const where = databaseUrl === undefined ? `the folder ${dataDir}` : 'the database';
	try {
		const engine: Engine = {
			database: await openDatabase(place),
			registry,
			log: makeLog(logLevel),
			now: () => Date.now(),
			newId: () => v7()
		};
		try {
			if (await hasPeople(engine)) {
				return fail(
					`There is a practice in ${where} already, so nothing was changed.\n` +
						'To look round in a made-up one: npm run demo. Or choose an empty folder with DATA_DIR.'
				);
			}
			const seeded = await seedPractice(engine, Date.now(), { say });
			const leader = seeded.people.find(({ role }) => role === 'coordinator');
			say(`${seeded.practiceName} is in ${where}.`);
			say(countsInWords(seeded));
			say('Start it with: npm start');
			say(`Then get a link to sign in: npm run cli -- link --person "${leader?.name ?? ''}"`);
			say(`The people: ${seeded.people.map(({ name }) => name).join(', ')}`);
			return 0;
		} finally {
			await engine.database.close();
		}
	} catch (error) {
		const reason = explainStart(error, config);
		if (reason === undefined) throw error;
		return fail(reason);
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function fail(message: string): number {
	process.stderr.write(`${message}\n`);
	return 1;
}

process.exitCode = await run();
