/**
 * Finds a Chromium for the tests, or installs one.
 *
 * A browser counts only once it has answered with its version: some systems ship an empty stub.
 * Debian's headless shell hangs on notifications, so this always asks for the full browser.
 */
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright';
import { installDebianPackages } from './debian.ts';
import { onPath } from './on-path.ts';

const isRoot = process.getuid?.() === 0;

/** How every test starts Chromium: nothing that phones home, nothing that needs a graphics card. */
export const chromiumArgs: readonly string[] = [
	...(isRoot ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

let known: string | undefined;

/** The Chromium that is here already, installing nothing. */
export function findChromium(): string | undefined {
	const own = process.env['CHROMIUM_PATH'];
	if (own) return starts(own) ? own : undefined;
	known ??= [chromium.executablePath(), ...systemBrowsers()].find(starts);
	return known;
}

/**
 * The path of a Chromium that starts; installs one when there is none.
 *
 * @throws {Error} when none can be had, with words that say what to do.
 */
// Async although it waits for child processes: callers must not depend on how it is found.
export async function chromiumPath(): Promise<string> {
	const own = process.env['CHROMIUM_PATH'];
	if (own && !starts(own)) {
		throw new Error(`CHROMIUM_PATH is ${own}, but no browser starts there.`);
	}

	const path = findChromium() ?? (installWithPlaywright() || installWithApt() || undefined);
	if (path) return Promise.resolve(path);

	throw new Error(
		'No Chromium was found and none could be installed. ' +
			'Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.'
	);
}
