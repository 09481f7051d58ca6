/**
 * Finds a Chromium for the tests, or installs one.
 *
 * A browser counts only once it has told its version: some systems ship an empty stub. Debian's
 * headless shell hangs on notifications, so this always asks for the full browser.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { chromium } from 'playwright';
import { installDebianPackages, onPath, say, versionOf } from './programs.ts';

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

let found: string | undefined;

/**
 * The path of a Chromium that starts; installs one when there is none.
 *
 * @throws {Error} when none can be had, with words that say what to do.
 */
export async function chromiumPath(): Promise<string> {
	const chosen = process.env['CHROMIUM_PATH'];
	if (chosen && versionOf(chosen) === undefined) {
		throw new Error(`CHROMIUM_PATH is ${chosen}, but no browser starts there.`);
	}

	const path =
		findChromium() ??
		(installWithPlaywright() ? findChromium() : undefined) ??
		(installDebianPackages(['chromium']) ? findChromium() : undefined);
	if (path) return Promise.resolve(path);

	throw new Error(
		'No Chromium was found and none could be installed. ' +
			'Install Chromium or Google Chrome, or set CHROMIUM_PATH to the one you have.'
	);
}

/** The Chromium that is on this computer already, in the order of preference; installs nothing. */
export function findChromium(): string | undefined {
	const chosen = process.env['CHROMIUM_PATH'];
	const candidates = chosen ? [chosen] : [chromium.executablePath(), ...systemBrowsers()];
	found ??= candidates.find((path) => versionOf(path) !== undefined);
	return found;
}

function systemBrowsers(): string[] {
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
	return [
		...names.flatMap(onPath),
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
	];
}

function installWithPlaywright(): boolean {
	say('No Chromium on this computer. Playwright fetches one now.');
	const cli = createRequire(import.meta.url).resolve('playwright/cli');
	const args = [cli, 'install', '--no-shell', 'chromium'];
	return spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] }).status === 0;
}
