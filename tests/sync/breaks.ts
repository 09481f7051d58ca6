/**
 * node tests/sync/breaks.ts [--seeds N] [--only PART OF A NAME]
 *
 * Breaks the engine on purpose, one line at a time, in a copy of the project, and lives simulated
 * lives there until a promise is broken. The last line counts; a break that nobody catches ends
 * it with 1: then the simulation does not look at that promise.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { breaks, type Break } from './planted.ts';

const { values } = parseArgs({
	options: {
		seeds: { type: 'string', default: '3000' },
		only: { type: 'string', default: '' }
	}
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(path.join(tmpdir(), 'noticeboard-breaks-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const part of ['package.json', 'src', 'tests/sync', 'tests/support']) {
	cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
}
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));

const chosen = breaks.filter(({ name }) => name.includes(values.only));
let caught = 0;
for (const planted of chosen) {
	const finding = tried(planted);
	if (finding !== undefined) caught += 1;
	const { promise, name } = planted;
	process.stdout.write(`${promise} | ${name} | ${finding ?? 'NOT CAUGHT'}\n`);
}
process.stdout.write(`breaks: ${chosen.length} planted, ${caught} caught\n`);
process.exitCode = caught === chosen.length && caught > 0 ? 0 : 1;

/** The seed and the words of the promise that it broke; undefined when nothing noticed. */
function tried({ file, text, instead, name }: Break): string | undefined {
	const place = path.join(copy, file);
	const whole = readFileSync(place, 'utf8');
	if (whole.split(text).length !== 2) throw new Error(`'${name}' does not fit ${file} any more.`);
	writeFileSync(
		place,
		whole.replace(text, () => instead)
	);
	try {
		const { stdout, stderr, status } = live('--first', '--seeds', values.seeds);
		if (status === 0) return undefined;
		const finding = /^seed (\d+) \(\w+\): (.*)$/m.exec(stdout);
		// Anything else is a break that does not even run: it shows nothing.
		if (!finding) throw new Error(`'${name}' could not be tried: ${stderr}`);
		writeFileSync(place, whole);
		const [, seed = '', words = ''] = finding;
		if (live('--seeds', '1', '--from', seed).status !== 0) {
			throw new Error(`Seed ${seed} fails without any break.`);
		}
		return `seed ${seed}: ${words}`;
	} finally {
		writeFileSync(place, whole);
	}
}

function live(...args: readonly string[]) {
	const all = ['tests/sync/simulate.ts', ...args];
	return spawnSync(process.execPath, all, { cwd: copy, encoding: 'utf8' });
}
