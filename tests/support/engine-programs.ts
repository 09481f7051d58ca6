/**
 * Firefox and WebKitGTK for the tests: where they are, and how Debian installs them.
 *
 * With CI set (or TEST_ENGINES=required) both must be there: what is missing is installed, and
 * where that fails its tests fail. Otherwise the tests of a missing engine are left out, loudly.
 */
import { existsSync, readdirSync } from 'node:fs';
import { installDebianPackages, onPath, say, versionOf } from './programs.ts';

/** What WebKitGTK needs: its driver, its own small browser, and a screen that nobody sees. */
export interface WebKitPrograms {
	readonly driver: string;
	readonly browser: string;
	readonly screen: string;
}

const chosen = process.env['TEST_ENGINES'] ?? '';
const isRequired = chosen === '' ? Boolean(process.env['CI']) : chosen === 'required';

/** Installs what is missing, where it is required; else says what stays untested. */
export function ensureEngines(): void {
	const missing = missingPackages();
	if (missing.length === 0) return;
	if (isRequired && !installDebianPackages(missing)) {
		say(`!!! apt-get could not install ${missing.join(', ')}: their tests fail. !!!`);
	}
	if (!findFirefox()) say(`!!! NO FIREFOX: the app is not tested in it. ${advice()} !!!`);
	if (!findWebKit()) say(`!!! NO WEBKITGTK: the app is not tested in it. ${advice()} !!!`);
}

/** True when a test without its engine must fail and not be left out. */
export function mustHaveEngines(): boolean {
	return isRequired;
}

export function advice(): string {
	return 'On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb. TEST_ENGINES=present leaves out what is missing.';
}

export function findFirefox(): string | undefined {
	const paths = ['firefox-esr', 'firefox'].flatMap(onPath);
	return paths.find((path) => versionOf(path)?.includes('Firefox') ?? false);
}

export function findWebKit(): WebKitPrograms | undefined {
	const [driver] = onPath('WebKitWebDriver');
	const [screen] = onPath('Xvfb');
	const browser = miniBrowsers().find((path) => existsSync(path));
	return driver && screen && browser ? { driver, browser, screen } : undefined;
}

/** Debian keeps the browser beside the library, in a folder named for the kind of processor. */
function miniBrowsers(): string[] {
	const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
	const kinds = existsSync('/usr/lib')
		? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))
		: [];
	return versions.flatMap((version) =>
		['/usr/libexec', ...kinds.map((kind) => `/usr/lib/${kind}`)].map(
			(folder) => `${folder}/${version}/MiniBrowser`
		)
	);
}

function missingPackages(): string[] {
	return [
		...(findFirefox() ? [] : ['firefox-esr']),
		...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb'])
	];
}
