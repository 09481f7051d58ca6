/**
 * Programs that the tests need and npm cannot bring: where they are, and how Debian installs them.
 *
 * Installing asks nothing and needs root or a sudo without a password; otherwise it answers false.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Every place on PATH that has this program, first come first. */
export function onPath(name: string): string[] {
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
	return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
}

/** What a program says about its version; undefined when it is missing or does not start. */
export function versionOf(path: string): string | undefined {
	if (!existsSync(path)) return undefined;
	const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
	return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** A line that breaks off is tried again, and another apt-get is waited for. */
const patience = [
	...['-o', 'Acquire::Retries=3', '-o', 'Acquire::http::Timeout=60'],
	...['-o', 'DPkg::Lock::Timeout=300']
];

/** True when the packages are installed now. Only tried where apt-get exists. */
export function installDebianPackages(names: readonly string[]): boolean {
	if (onPath('apt-get').length === 0) return false;
	say(`Installing ${names.join(', ')} with apt-get. This needs a network and some minutes.`);
	// Where this fails, the lists of an earlier day may still do.
	asRoot(['apt-get', ...patience, 'update', '-q']);
	return asRoot([
		...['apt-get', ...patience, 'install', '-y', '-q', '--no-install-recommends'],
		...names
	]);
}

/** One line for the person who runs the tests. */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

function asRoot(command: readonly string[]): boolean {
	const isRoot = process.getuid?.() === 0;
	const [program, ...args] = isRoot ? command : ['sudo', '--non-interactive', ...command];
	if (program === undefined) return false;
	const outcome = spawnSync(program, args, {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	return outcome.status === 0;
}
