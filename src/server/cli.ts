/**
 * `npm run cli -- COMMAND`: reads what was typed, opens the database, runs one command.
 *
 * What each command does is in the commands-….ts files.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { registry } from '#features/registry.ts';
import { Refused } from './command-line.ts';
import * as keep from './commands-keep.ts';
import { link } from './commands-link.ts';
import { options, type Task, type Wanted } from './commands.ts';
import { practices, verify } from './commands-look.ts';
import { readConfig, type Config } from './config.ts';
import { openDatabase } from './database.ts';
import type { Engine } from './engine.ts';
import { makeLog } from './log.ts';
import { explainStart } from './start-problem.ts';

const usage = `Commands:
  link                        a link that sets up the first practice
  link --new-practice         a link that sets up one more practice
  link --person NAME          lets a person back in
  practices                   the practices on this server
  verify                      checks that nobody has changed the history of any practice
  backup [--to FILE]          everything in one file
  restore --from FILE         puts a backup back, where there is no practice yet
  export --to FOLDER          one practice as files: JSON, tables, pictures
  export --to FOLDER --person NAME
                              what is kept about one person
  import --from FOLDER        reads the export of a practice back
  erase --person NAME         shows what erasing a person would do; with --yes it is done
        [--also WORD]         erases another word too, like a nickname; as often as needed
        [--delete-backups]    deletes the backups that still hold the name
  erase --record KIND/ID      the same for one record
  compact                     leaves nothing of what was deleted in the database's files
Where there are several practices, say which one with --practice NAME.`;

const commands = {
	link: { run: link, place: 'there', takes: ['person', 'practice', 'new-practice'] },
	practices: { run: practices, place: 'there', takes: [] },
	verify: { run: verify, place: 'there', takes: [] },
	backup: { run: keep.backup, place: 'there', takes: ['to'] },
	restore: { run: keep.restore, place: 'for itself', takes: ['from'] },
	export: { run: keep.handOut, place: 'there', takes: ['to', 'person', 'practice'] },
	import: { run: keep.importFiles, place: 'new', takes: ['from'] },
	erase: {
		run: keep.erase,
		place: 'there',
		takes: ['person', 'record', 'practice', 'also', 'yes', 'delete-backups']
	},
	compact: { run: keep.compact, place: 'there', takes: [] }
} satisfies Record<string, Task>;

async function run(args: string[]): Promise<number> {
	const settings = readConfig(process.env);
	if ('problems' in settings) return fail(settings.problems.join('\n'));
	const { config } = settings;
	try {
		const { command, wanted } = read(args);
		const engine = await openEngine(config, command);
		try {
			return await command.run(engine, config, wanted);
		} finally {
			await engine.database.close();
		}
	} catch (error) {
		if (error instanceof Refused) return fail(error.message);
		const reason = explainStart(error, config);
		if (reason === undefined) throw error;
		return fail(reason);
	}
}

async function openEngine(
	{ databaseUrl, dataDir, logLevel }: Config,
	{ place }: Task
): Promise<Engine> {
	// A new, empty database in the wrong folder would give a link that no server knows.
	const isThere = databaseUrl !== undefined || existsSync(path.join(dataDir, 'noticeboard.db'));
	if (!isThere && place === 'there') {
		throw new Refused(
			`There is no Noticeboard in the folder ${dataDir}. Say where it is with DATA_DIR, or start it once.`
		);
	}
	const besideServer = place !== 'for itself' && { besideServer: true as const };
	return {
		database: await openDatabase(
			databaseUrl === undefined ? { dataDir, ...besideServer } : { databaseUrl }
		),
		registry,
		log: makeLog(logLevel),
		now: () => Date.now(),
		newId: () => v7()
	};
}

function read(args: string[]): { command: Task; wanted: Wanted } {
	try {
		const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
		const [name] = positionals;
		if (positionals.length === 1 && isCommand(name)) {
			const command: Task = commands[name];
			const takes: readonly string[] = command.takes;
			if (Object.keys(values).every((given) => takes.includes(given))) {
				return { command, wanted: values };
			}
		}
	} catch {
		// What was typed is no command: say which there are.
	}
	throw new Refused(usage);
}

function isCommand(word: string | undefined): word is keyof typeof commands {
	return word !== undefined && Object.hasOwn(commands, word);
}

function fail(reason: string): number {
	process.stderr.write(`${reason}\n`);
	return 1;
}

process.exitCode = await run(process.argv.slice(2));
