/**
 * The same journey in the other two engines that people have on their phones and computers.
 *
 * Where an engine is missing and not required, its test is left out of the list altogether.
 */
import { expect, test } from 'vitest';
import { DrivenBrowser, type Engine } from '#tests/support/driven-browser.ts';
import {
	advice,
	findFirefox,
	findWebKit,
	mustHaveEngines
} from '#tests/support/engine-programs.ts';
import { Firefox } from '#tests/support/firefox.ts';
import { WebKit } from '#tests/support/webkit.ts';
import { offlineJourney } from './offline-journey.ts';

const timeoutMs = 600_000;
const firefox = findFirefox();
const webKit = findWebKit();

const starts: Readonly<Record<string, (() => Promise<Engine>) | undefined>> = {
	Firefox: firefox === undefined ? undefined : () => Firefox.start(firefox),
	WebKitGTK: webKit === undefined ? undefined : () => WebKit.start(webKit)
};

for (const [name, start] of Object.entries(starts)) {
	if (!start && !mustHaveEngines()) continue;
	test(
		`In ${name}, the app works with the server dead, and syncs when it is back`,
		{ timeout: timeoutMs },
		async () => {
			if (!start) throw new Error(`There is no ${name} here. ${advice()}`);
			const browser = new DrivenBrowser(await start());
			try {
				await offlineJourney(browser);
			} finally {
				await browser.close();
			}
		}
	);
}

test('The names of the engines are known', () => {
	expect(Object.keys(starts)).toEqual(['Firefox', 'WebKitGTK']);
});
