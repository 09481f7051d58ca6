/**
 * The journeys: what a person does, in Chromium against the built app.
 *
 * There is no web server here: each journey starts its own, because many of them kill it half-way.
 */
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './tests/support/ensure-browser.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: 'tests/journeys',
	outputDir: 'test-results',
	reporter: 'list',
	workers: 1,
	fullyParallel: false,
	// A second try, for computers that many share; what needed it is named at the end.
	retries: 1,
	forbidOnly: true,
	timeout: 120_000,
	use: {
		browserName: 'chromium',
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		trace: 'retain-on-failure',
		// What does not come within a minute does not come: say where, and go on.
		actionTimeout: 60_000,
		navigationTimeout: 60_000,
		launchOptions: { args: [...chromiumArgs], ...(executablePath && { executablePath }) }
	}
});
