/**
 * The build, and the two test projects: `node` for everything, `browser` for what needs a real one.
 *
 * Tests in Node do without SvelteKit, so that logic never comes to depend on it. Only the browser
 * project knows `$app/…`.
 */
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { firstScreenGroups } from './chunks.config.ts';
import { dexieForToday } from './dexie.config.ts';
import { chromiumArgs, findChromium } from './tests/support/ensure-browser.ts';

const isTesting = process.env.VITEST !== undefined;

export default defineConfig({
	plugins: isTesting ? [] : [sveltekit()],
	resolve: { alias: [dexieForToday] },
	build: {
		// Names of styles only. Those of scripts would make the first load 2 kB larger, and each screen's
		// scripts are on the phone already: the service worker keeps them from the first visit on.
		modulePreload: {
			resolveDependencies: (_file, needed) => needed.filter((file) => file.endsWith('.css'))
		},
		rolldownOptions: {
			checks: { bundlerTimings: false },
			output: { codeSplitting: { groups: firstScreenGroups() } }
		}
	},
	test: {
		allowOnly: false,
		testTimeout: 60_000,
		hookTimeout: 60_000,
		projects: [
			{
				plugins: [svelte()],
				test: {
					name: 'node',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['**/*.browser.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				plugins: [sveltekit()],
				// Named here, or a first run meets them one by one and reloads the page under a test.
				optimizeDeps: {
					include: [
						'axe-core',
						'dexie',
						'fast-check',
						'node-diff3',
						'papaparse',
						'uuid',
						'zod/mini'
					]
				},
				test: {
					name: 'browser',
					include: ['src/**/*.browser.test.ts'],
					// A second try, for computers that many share; the list of tests says which needed it.
					retry: 1,
					testTimeout: 60_000,
					hookTimeout: 60_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: launchOptions() }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});

function launchOptions() {
	const executablePath = isTesting ? findChromium() : undefined;
	return { args: [...chromiumArgs], ...(executablePath && { executablePath }) };
}
