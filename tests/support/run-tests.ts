/**
 * `npm test`: everything the tests need is made ready, Vitest and Playwright run, and the last line
 * says `N passed, N failed`. `unit` or `journeys` as an argument runs that part only.
 *
 * A skipped test counts as failed, and so does a runner that ends badly without naming a test:
 * silence must never look like success.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { chromiumPath } from './ensure-browser.ts';
import { ensureEngines } from './engine-programs.ts';
import { startPostgres } from './ensure-postgres.ts';
import { say } from './programs.ts';

interface Count {
	passed: number;
	failed: number;
}

const vitestReport = z.object({
	numPassedTests: z.int(),
	numTotalTests: z.int(),
	testResults: z.array(
		z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })
	)
});

const playwrightReport = z.object({
	stats: z.object({
		expected: z.int(),
		unexpected: z.int(),
		flaky: z.int(),
		skipped: z.int()
	}),
	errors: z.array(z.unknown())
});

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const part = process.argv[2];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	// Leaving by exit() ends what we started and deletes what we made.
	process.once(signal, () => process.exit(1));
}

const total: Count = { passed: 0, failed: 0 };
try {
	for (const count of await runParts()) {
		total.passed += count.passed;
		total.failed += count.failed;
	}
} catch (cause) {
	say(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
	total.failed += 1;
}
if (total.passed + total.failed === 0) total.failed = 1;

process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`, () =>
	process.exit(total.failed === 0 ? 0 : 1)
);

async function runParts(): Promise<Count[]> {
	if (part !== undefined && part !== 'unit' && part !== 'journeys') {
		throw new Error(`There is no part called ${part}: use unit, journeys or nothing.`);
	}

	const reports = mkdtempSync(join(tmpdir(), 'noticeboard-reports-'));
	process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
	const env = { ...process.env, CHROMIUM_PATH: await chromiumPath() };
	if (part !== 'journeys') ensureEngines();
	const postgres = await startPostgres();
	const withDatabase = postgres ? { ...env, TEST_DATABASE_URL: postgres.url } : env;
	try {
		// Some tests outside the journeys start the real server too.
		const code = await run([join(root, 'src/server/start.js'), '--build-only'], env);
		if (code !== 0) throw new Error('The app could not be built, so no test ran.');

		const counts: Count[] = [];
		if (part !== 'journeys') counts.push(await runVitest(reports, withDatabase));
		if (part !== 'unit') counts.push(await runPlaywright(reports, withDatabase));
		return counts;
	} finally {
		await postgres?.stop();
	}
}

async function runVitest(reports: string, env: NodeJS.ProcessEnv): Promise<Count> {
	const report = join(reports, 'vitest.json');
	const code = await run(
		[
			join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs'),
			...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
		],
		env
	);
	const { numPassedTests, numTotalTests, testResults } = vitestReport.parse(read(report));
	const unread = testResults.filter(
		({ status, assertionResults }) => status !== 'passed' && assertionResults.length === 0
	);
	return honest(code, {
		passed: numPassedTests,
		failed: numTotalTests - numPassedTests + unread.length
	});
}

async function runPlaywright(reports: string, env: NodeJS.ProcessEnv): Promise<Count> {
	const report = join(reports, 'playwright.json');
	const code = await run(
		[require.resolve('@playwright/test/cli'), 'test', '--reporter=list,json'],
		{
			...env,
			PLAYWRIGHT_JSON_OUTPUT_FILE: report
		}
	);
	const { stats, errors } = playwrightReport.parse(read(report));
	if (stats.flaky > 0) say(`${stats.flaky} passed at the second try only: see their names above.`);
	return honest(code, {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + stats.skipped + errors.length
	});
}

function honest(code: number | null, count: Count): Count {
	return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function read(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
	const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
	const endWithUs = () => child.kill();
	process.once('exit', endWithUs);
	try {
		return await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', resolve);
		});
	} finally {
		process.off('exit', endWithUs);
	}
}
