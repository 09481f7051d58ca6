/**
 * How much a phone fetches before Today can be shown: scripts and styles, compressed with Brotli.
 *
 * Counted are the client's entry points, the layouts above `/`, its page and all that these import
 * statically; what is imported on demand is not. Run it after `npm run build`. Ends with 1 when
 * over budget.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import * as z from 'zod/mini';

/** Bytes. A mid-range phone on a slow connection shows Today in about two seconds with these. */
const budgets = { scripts: 90_000, styles: 15_000 };

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const client = join(root, '.svelte-kit/output/client');
const generated = '.svelte-kit/generated/client-optimized';

const manifestSchema = z.record(
	z.string(),
	z.object({
		file: z.string(),
		imports: z.optional(z.array(z.string())),
		css: z.optional(z.array(z.string()))
	})
);

const manifestPath = join(client, '.vite/manifest.json');
if (!existsSync(manifestPath)) {
	process.stderr.write('There is no built app to measure. Run "npm run build" first.\n');
	process.exit(1);
}
const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestPath, 'utf8')));

const chunks = reachable([...entries(), ...nodesOfToday()]);
const scripts = [...chunks].map((key) => manifest[key]?.file ?? '').filter(isScript);
const styles = [...chunks].flatMap((key) => manifest[key]?.css ?? []);

const fits = [
	report('Scripts', scripts, budgets.scripts),
	report('Styles', styles, budgets.styles)
].every(Boolean);
process.exitCode = fits ? 0 : 1;

/** The client's start and app modules. */
function entries(): string[] {
	const keys = Object.keys(manifest).filter(
		(key) => key === `${generated}/app.js` || key.endsWith('/runtime/client/entry.js')
	);
	if (keys.length !== 2) throw new Error(`Expected two entry points, found: ${keys.join(', ')}`);
	return keys;
}

/** The generated modules that hold the layouts above `/` and its page. */
function nodesOfToday(): string[] {
	const nodes = Object.keys(manifest).filter((key) => key.startsWith(`${generated}/nodes/`));
	const page = nodes.filter((key) => placesOf(key).some(isPageOfToday));
	if (page.length !== 1) throw new Error(`Expected one page for /, found ${page.length}.`);

	const folder = page.flatMap(placesOf).map((place) => dirname(place))[0] ?? '';
	const layouts = nodes.filter((key) =>
		placesOf(key).some(
			(place) => /\/\+layout\.[^/]+$/.test(place) && `${folder}/`.startsWith(`${dirname(place)}/`)
		)
	);
	return [...layouts, ...page];
}

/** The files under src/routes that a generated module stands for. */
function placesOf(key: string): string[] {
	const source = readFileSync(join(root, key), 'utf8');
	return [...source.matchAll(/"[^"]*\/(src\/routes\/[^"]+)"/g)].map(([, place = '']) => place);
}

/** Folders in brackets group pages and are no part of the address. */
function isPageOfToday(place: string): boolean {
	return /^src\/routes\/(\([^/]+\)\/)*\+page\.[^/]+$/.test(place);
}

function reachable(start: readonly string[], seen = new Set<string>()): Set<string> {
	for (const key of start) {
		if (seen.has(key)) continue;
		seen.add(key);
		reachable(manifest[key]?.imports ?? [], seen);
	}
	return seen;
}

function isScript(file: string): boolean {
	return file.endsWith('.js');
}

/** Prints one table and says whether it fits. */
function report(title: string, files: readonly string[], budget: number): boolean {
	const sizes = [...new Set(files)].map((file) => ({
		file,
		bytes: brotliCompressSync(readFileSync(join(client, file))).length
	}));
	const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
	const rows = sizes.toSorted((one, other) => other.bytes - one.bytes);
	const verdict = total <= budget ? 'fits' : 'IS OVER';
	process.stdout.write(
		[
			`${title} of Today's first load (Brotli)`,
			...rows.map(({ file, bytes }) => `${kilobytes(bytes)}  ${file}`),
			`${kilobytes(total)}  together, ${verdict} the budget of ${kilobytes(budget).trim()}\n\n`
		].join('\n')
	);
	return total <= budget;
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
