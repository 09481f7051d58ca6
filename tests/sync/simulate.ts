/**
 * npm run simulate -- --seeds N [--from S] [--processes P] [--show] [--first] [--postgres]
 *
 * Lives N simulated practices. A failing seed is printed with its last steps and replays exactly.
 * With --processes they are shared out, for a computer with several cores.
 * With --first it ends at the first failure, each process at its own.
 * With --postgres the server is two processes' worth of connections to one real PostgreSQL.
 */
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { livedSchema, liveAll, type Lived } from './lives.ts';

const { values } = parseArgs({
	options: {
		seeds: { type: 'string', default: '1000' },
		from: { type: 'string', default: '1' },
		processes: { type: 'string', default: '1' },
		show: { type: 'boolean', default: false },
		first: { type: 'boolean', default: false },
		postgres: { type: 'boolean', default: false }
	}
});
const { show, first, postgres } = values;
const [seeds = 0, from = 0, processes = 0] = [values.seeds, values.from, values.processes].map(
	Number
);
if (![seeds, from, processes].every(Number.isInteger) || seeds < 1 || processes < 1) {
	process.stderr.write('Give whole numbers: --seeds 1000 --from 1 --processes 2\n');
	process.exit(2);
}

const startedAt = performance.now();
const perProcess = Math.ceil(seeds / processes);
const parts: Promise<Lived>[] = [];
for (let at = from; at < from + seeds; at += perProcess) {
	const count = Math.min(perProcess, from + seeds - at);
	const isAll = count === seeds;
	parts.push(isAll ? liveAll({ seeds, from, show, first, postgres }, say) : liveApart(count, at));
}
const lived = await Promise.all(parts);
const sum = (name: keyof Lived) => lived.reduce((all, part) => all + part[name], 0);

// To the process that shared them out.
process.send?.(lived[0]);
const failures = sum('failures');
const perSecond = Math.round(sum('deviceDays') / ((performance.now() - startedAt) / 1000));
const perCore = Math.round(sum('deviceDays') / sum('coreSeconds'));
if (!process.send) {
	say(`Held back behind a refused change: ${sum('heldBack')}`);
	say(`Device-days: ${sum('deviceDays')}, ${perSecond} a second (${perCore} of one core)`);
	say(`simulate: ${sum('lives')} seeds, ${failures} failures`);
}
process.exitCode = failures === 0 ? 0 : 1;

/** In a process of its own. @throws {Error} when it ends without a word. */
function liveApart(count: number, at: number): Promise<Lived> {
	const flags = process.argv.slice(2).filter((flag) => /^--(show|first|postgres)$/.test(flag));
	const child = fork(import.meta.filename, [
		...['--seeds', String(count), '--from', String(at)],
		...flags
	]);
	process.once('exit', () => child.kill());
	return new Promise((resolve, reject) => {
		child.on('message', (message) => resolve(livedSchema.parse(message)));
		child.on('close', (code) => reject(new Error(`Seeds from ${at} ended with ${String(code)}.`)));
	});
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}
