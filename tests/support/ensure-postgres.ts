/**
 * A throw-away PostgreSQL for the tests: made in a temporary folder, gone after `stop()`.
 *
 * It runs as an unprivileged person even when the tests run as root, because PostgreSQL refuses
 * root. fsync stays on: tests that kill things must meet the real database.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { installDebianPackages, onPath, say, versionOf } from './programs.ts';

export interface TestPostgres {
	/** A superuser's address; every suite makes its own databases. */
	url: string;
	/** Stops the server and deletes all that it held. */
	stop(): Promise<void>;
}

/** Whom the server runs as; empty when we are not root. */
interface Identity {
	uid?: number;
	gid?: number;
}

const oldestVersion = 15;

/** Starts a PostgreSQL; undefined, after one loud line, where there is none and none installs. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
	const binaries =
		findBinaries() ?? (installDebianPackages(['postgresql']) ? findBinaries() : undefined);
	const identity = unprivileged();
	if (!binaries || !identity) {
		say(
			`!!! NO POSTGRESQL ${String(oldestVersion)} OR NEWER: the server is tested on SQLite only. Install the postgresql package to test both. !!!`
		);
		return undefined;
	}

	const folder = mkdtempSync(join(tmpdir(), 'noticeboard-postgres-'));
	process.once('exit', () => discard(folder));
	if (identity.uid !== undefined && identity.gid !== undefined) {
		chownSync(folder, identity.uid, identity.gid);
	}
	try {
		initialise(binaries, folder, identity);
		return await startIn(binaries, folder, identity);
	} catch (cause) {
		discard(folder);
		throw cause;
	}
}

/** The folder with the newest `initdb` and `postgres`. */
function findBinaries(): string | undefined {
	const folders = [
		...onPath('initdb').map((path) => dirname(path)),
		...foldersUnder('/usr/lib/postgresql', 'bin'),
		...foldersUnder('/opt/homebrew/opt', 'bin'),
		...onPath('pg_config').map(bindirOf)
	];
	const versions = folders
		.filter((folder) => existsSync(join(folder, 'initdb')))
		.map((folder) => ({ folder, major: majorVersion(join(folder, 'postgres')) }))
		.filter(({ major }) => major >= oldestVersion);
	return versions.toSorted((one, other) => other.major - one.major)[0]?.folder;
}

function foldersUnder(parent: string, child: string): string[] {
	if (!existsSync(parent)) return [];
	return readdirSync(parent).map((name) => join(parent, name, child));
}

function bindirOf(pgConfig: string): string {
	return spawnSync(pgConfig, ['--bindir'], { encoding: 'utf8' }).stdout.trim();
}

function majorVersion(path: string): number {
	return Number(/\) (\d+)/.exec(versionOf(path) ?? '')?.[1] ?? 0);
}

/** Somebody who is not root; undefined when root and nobody else is known here. */
function unprivileged(): Identity | undefined {
	if (process.getuid?.() !== 0) return {};
	for (const name of ['postgres', 'nobody']) {
		const [uid, gid] = ['-u', '-g'].map((flag) => {
			const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
			return answer.status === 0 ? Number(answer.stdout) : undefined;
		});
		if (uid !== undefined && gid !== undefined) return { uid, gid };
	}
	return undefined;
}

function initialise(binaries: string, folder: string, identity: Identity): void {
	const args = ['-D', join(folder, 'cluster'), '-U', 'postgres', '--auth=trust'];
	const locale = ['--encoding=UTF8', '--locale=C', '--no-sync'];
	const outcome = spawnSync(join(binaries, 'initdb'), [...args, ...locale], {
		...identity,
		cwd: folder,
		encoding: 'utf8'
	});
	if (outcome.status !== 0) throw new Error(`initdb failed: ${outcome.stderr}`);
}

async function startIn(
	binaries: string,
	folder: string,
	identity: Identity,
	attemptsLeft = 3
): Promise<TestPostgres> {
	const port = await freePort();
	const url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`;
	const settings = [
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		'max_connections=200'
	];
	const server = spawn(
		join(binaries, 'postgres'),
		[
			...['-D', join(folder, 'cluster'), '-p', String(port)],
			...settings.flatMap((setting) => ['-c', setting])
		],
		{ ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	let words = '';
	server.stderr.on('data', (chunk: Buffer) => {
		words = (words + chunk.toString()).slice(-4000);
	});
	const endWithUs = () => server.kill('SIGQUIT');
	process.prependOnceListener('exit', endWithUs);

	if (await answers(url, server)) {
		return {
			url,
			stop: async () => {
				process.off('exit', endWithUs);
				await stopped(server);
				discard(folder);
			}
		};
	}

	process.off('exit', endWithUs);
	await stopped(server);
	// Somebody else may have taken the port between our look and the server's start.
	if (attemptsLeft > 1) return startIn(binaries, folder, identity, attemptsLeft - 1);
	throw new Error(`PostgreSQL did not start: ${words}`);
}

/**
 * Deletes the cluster; tries again while the server is still writing its last files.
 *
 * It must not wait for a promise: it also runs while this process is leaving.
 */
function discard(folder: string): void {
	for (let attempt = 0; attempt < 20 && existsSync(folder); attempt += 1) {
		try {
			rmSync(folder, { recursive: true, force: true });
		} catch {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
		}
	}
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (address === null || typeof address === 'string') throw new Error('No free port was given.');
	return address.port;
}

/** Waits until the server takes a connection; false once it has ended or a minute has passed. */
async function answers(url: string, server: ChildProcess): Promise<boolean> {
	for (let attempt = 0; attempt < 300 && isRunning(server); attempt += 1) {
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			return isRunning(server);
		} catch {
			await pause(200);
		} finally {
			await client.end().catch(() => undefined);
		}
	}
	return false;
}

/** Asks for a fast shutdown (connections are dropped) and waits for it. */
async function stopped(server: ChildProcess): Promise<void> {
	if (!isRunning(server)) return;
	const ended = once(server, 'exit');
	server.kill('SIGINT');
	await ended;
}

function isRunning(server: ChildProcess): boolean {
	return server.exitCode === null && server.signalCode === null;
}
