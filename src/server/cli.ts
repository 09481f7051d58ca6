/**
 * The commands of the person who looks after the server: `npm run cli -- link | verify | practices`.
 *
 * They may run while the server runs: each is one short transaction beside it.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { renderUnicodeCompact } from 'uqr';
import { v7 } from 'uuid';
import { registry } from '#features/registry.ts';
import { verifyHistory } from './chain.ts';
import { readConfig, type Config } from './config.ts';
import { openDatabase } from './database.ts';
import type { Engine } from './engine.ts';
import { inviteFromServer } from './invites.ts';
import { joinLink, setUpLink } from './joining.ts';
import { makeLog } from './log.ts';
import { allMembers } from './members.ts';
import { isTrouble } from './replies.ts';
import { hasPeople, newSetupLink } from './setup.ts';
import { explainStart } from './start-problem.ts';

const usage = `Commands:
  link                      a link that sets up the first practice
  link --new-practice       a link that sets up one more practice
  link --person NAME        lets a person back in (with --practice NAME where there are several)
  practices                 the practices on this server
  verify                    checks that nobody has changed the history of any practice`;

interface Wanted {
	readonly person?: string | undefined;
	readonly practice?: string | undefined;
	readonly 'new-practice'?: boolean | undefined;
}

/** Said to the person, without a stack. */
class Refused extends Error {
	override readonly name = 'Refused';
}

async function run(args: string[]): Promise<number> {
	const settings = readConfig(process.env);
	if ('problems' in settings) return fail(settings.problems.join('\n'));
	const { config } = settings;
	try {
		const { command, wanted } = read(args);
		const engine = await openEngine(config);
		try {
			return await commands[command](engine, config, wanted);
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

type Command = (engine: Engine, config: Config, wanted: Wanted) => Promise<number>;
const commands: Record<'link' | 'practices' | 'verify', Command> = {
	async link(engine, config, wanted) {
		if (wanted.person !== undefined) return recover(engine, config, wanted);
		if (!wanted['new-practice'] && (await hasPeople(engine))) {
			throw new Refused(
				'There is a practice already. To let someone back in: link --person NAME.\n' +
					'To make one more practice: link --new-practice.'
			);
		}
		show(setUpLink(originOf(config), await newSetupLink(engine)));
		say('It works once, within an hour.');
		return 0;
	},
	async practices(engine) {
		for (const { id, name } of await practicesOf(engine)) say(`${id}  ${name}`);
		return 0;
	},
	async verify(engine) {
		let isWhole = true;
		for (const { id, name } of await practicesOf(engine)) {
			const report = await engine.database.withPractice(
				id,
				(trx) => verifyHistory(trx, id),
				'reading'
			);
			if (!report.isWhole) isWhole = false;
			say(
				report.isWhole
					? `${name}: the history is whole. ${report.rows} changes, head ${report.head || 'none'}`
					: `${name}: the history is broken at change ${report.number}. ${report.problem}`
			);
		}
		return isWhole ? 0 : 1;
	}
};

/** For when nobody is left who could invite: the link signs one person in. */
async function recover(engine: Engine, config: Config, wanted: Wanted): Promise<number> {
	const name = plain(wanted.person ?? '');
	const found: { practiceId: string; personId: string; words: string }[] = [];
	for (const practice of await practicesOf(engine)) {
		const asked = wanted.practice;
		const isMeant = asked === undefined || asked === practice.id;
		if (!isMeant && plain(asked) !== plain(practice.name)) continue;
		const members = await engine.database.withPractice(
			practice.id,
			(trx) => allMembers(trx, engine, practice.id),
			'reading'
		);
		for (const member of members) {
			if (plain(member.name) !== name && member.id !== name) continue;
			const words = `${member.id}  ${member.name}, ${member.role}, ${practice.name}`;
			found.push({ practiceId: practice.id, personId: member.id, words });
		}
	}
	const [only] = found;
	if (!only) throw new Refused('Nobody of that name is in the group. Check the spelling.');
	if (found.length > 1) {
		const list = found.map(({ words }) => `  ${words}`).join('\n');
		throw new Refused(`There are several. Use the number with --person:\n${list}`);
	}
	const invite = await inviteFromServer(engine, only);
	if (isTrouble(invite)) throw new Refused(invite.message);
	show(joinLink(originOf(config), invite.token));
	say(`Or type the code ${invite.code} within 10 minutes.`);
	say('The link works once, within 7 days. It ends every older invite of this person.');
	return 0;
}

function practicesOf({ database }: Engine): Promise<{ id: string; name: string }[]> {
	return database.asOwner((trx) =>
		trx.selectFrom('practice').select(['id', 'name']).orderBy('created_at').execute()
	);
}

async function openEngine({ databaseUrl, dataDir, logLevel }: Config): Promise<Engine> {
	// A new, empty database in the wrong folder would give a link that no server knows.
	if (databaseUrl === undefined && !existsSync(path.join(dataDir, 'noticeboard.db'))) {
		throw new Refused(
			`There is no Noticeboard in the folder ${dataDir}. Say where it is with DATA_DIR, or start it once.`
		);
	}
	const place =
		databaseUrl === undefined ? { dataDir, besideServer: true as const } : { databaseUrl };
	return {
		database: await openDatabase(place),
		registry,
		log: makeLog(logLevel),
		now: () => Date.now(),
		newId: () => v7()
	};
}

/** The address in the settings, or the one that the running server has noted in its folder. */
function originOf({ origin, dataDir, port }: Config): string {
	if (origin !== undefined) return origin;
	try {
		const noted = readFileSync(path.join(dataDir, 'address'), 'utf8').trim();
		if (URL.canParse(noted)) return noted;
	} catch {
		// No server runs here; its settings will be ours.
	}
	return `http://localhost:${port}`;
}

function read(args: string[]): { command: keyof typeof commands; wanted: Wanted } {
	try {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				person: { type: 'string' },
				practice: { type: 'string' },
				'new-practice': { type: 'boolean' }
			}
		});
		const [command] = positionals;
		if (positionals.length === 1 && isCommand(command)) return { command, wanted: values };
	} catch {
		// What was typed is no command: say which there are.
	}
	throw new Refused(usage);
}

function isCommand(word: string | undefined): word is keyof typeof commands {
	return word !== undefined && Object.hasOwn(commands, word);
}

function plain(name: string): string {
	return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function show(link: string): void {
	say(link);
	if (process.stdout.isTTY) say(renderUnicodeCompact(link));
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function fail(reason: string): number {
	process.stderr.write(`${reason}\n`);
	return 1;
}

process.exitCode = await run(process.argv.slice(2));
