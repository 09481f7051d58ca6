/**
 * npm run simulate -- --seeds N [--from S] [--show]
 *
 * Lives N simulated practices. A failing seed is printed with its last steps and replays exactly.
 */
import { parseArgs } from 'node:util';
import { simulate } from './simulation.ts';

const { values } = parseArgs({
	options: {
		seeds: { type: 'string', default: '1000' },
		from: { type: 'string', default: '1' },
		show: { type: 'boolean', default: false }
	}
});
const seeds = Number(values.seeds);
const from = Number(values.from);
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(from)) {
	process.stderr.write('Give whole numbers: --seeds 1000 --from 1\n');
	process.exit(2);
}

let failures = 0;
let heldBack = 0;
for (let seed = from; seed < from + seeds; seed++) {
	const { failure, trace, print, heldCount } = await simulate(seed);
	heldBack += heldCount;
	if (values.show) process.stdout.write(`seed ${seed} ${print}\n${trace.join('\n')}\n`);
	if (failure !== undefined) {
		failures += 1;
		process.stdout.write(
			`seed ${seed} (${print}): ${failure}\n  ${trace.slice(-12).join('\n  ')}\n`
		);
	}
	if ((seed - from + 1) % 500 === 0) process.stdout.write(`${seed - from + 1} of ${seeds}\n`);
}
process.stdout.write(`Held back behind a refused change: ${heldBack}\n`);
process.stdout.write(`simulate: ${seeds} seeds, ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;
