/**
 * `npm run demo`: a made-up practice in a folder that is thrown away, with a link for each role.
 *
 * It takes no notice of DATA_DIR, DATABASE_URL and ORIGIN: it must never touch a real practice.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { roleNames, roles } from '#domain/roles.ts';
import { registry } from '#features/registry.ts';
import { openDatabase } from './database.ts';
import type { Engine } from './engine.ts';
import { inviteFromServer } from './invites.ts';
import { joinLink } from './joining.ts';
import { makeLog } from './log.ts';
import { isTrouble } from './replies.ts';
import { countsInWords, seedPractice } from './seed.ts';

interface Ticket {
	readonly words: string;
	readonly token: string;
}

const startFile = fileURLToPath(new URL('start.js', import.meta.url));
const mainFile = fileURLToPath(new URL('main.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

const built = spawnSync(process.execPath, [startFile, '--build-only'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const dataDir = mkdtempSync(path.join(tmpdir(), 'noticeboard-demo-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const stopNow = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopNow);

say('Making a practice with a year behind it. This takes a little while.');
const tickets = await seed();
serve();

async function seed(): Promise<Ticket[]> {
	const engine: Engine = {
		database: await openDatabase({ dataDir }),
		registry,
		log: makeLog('error'),
		now: () => Date.now(),
		newId: () => v7()
	};
	try {
		const seeded = await seedPractice(engine, Date.now(), { say });
		say(countsInWords(seeded));
		const made: Ticket[] = [];
		for (const role of roles) {
			const person = seeded.people.find((each) => each.role === role);
			if (!person) continue;
			const place = { practiceId: seeded.practiceId, personId: person.id };
			const invite = await inviteFromServer(engine, place);
			if (isTrouble(invite)) throw new Error(invite.message);
			made.push({ words: `${roleNames[role]}, ${person.name}`, token: invite.token });
		}
		return made;
	} finally {
		await engine.database.close();
	}
}

/** The server itself is the real one; it says its address, and then the links are shown. */
function serve(): void {
	const server = spawn(process.execPath, [mainFile], {
		cwd: root,
		// Left empty, a setting counts as not there.
		env: { ...process.env, ORIGIN: '', DATABASE_URL: '', DATA_DIR: dataDir, MIN_FREE_MB: '0' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.off(signal, stopNow);
		// Ctrl-C in a terminal reaches both; a second signal while it stops changes nothing.
		process.on(signal, () => server.kill('SIGTERM'));
	}
	createInterface({ input: server.stdout }).on('line', (line) => {
		say(line);
		const origin = /^Noticeboard is running: (\S+)$/.exec(line)?.[1];
		if (origin !== undefined) showLinks(origin);
	});
	server.once('exit', (code) => {
		say('Stopped. The folder of the demo is removed.');
		process.exit(code ?? 1);
	});
}

function showLinks(origin: string): void {
	say('Look round as one of these people. Each link signs one browser in, once:');
	for (const { words, token } of tickets) say(`  ${words}\n    ${joinLink(origin, token)}`);
	say('To be two people at once, open the second link in a private window.');
	say('Press Ctrl-C to stop. Everything is removed then.');
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
