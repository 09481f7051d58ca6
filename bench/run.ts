/**
 * npm run bench -- [--only NAME] [--json] [--practices N] [--full N] [--streams N]
 *
 * The last three say how large the benches of scale and streams are; large ones take time and room.
 *
 * Measures and compares; nothing here passes or fails. A ratio above what it should be is marked.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchChecks } from './checks.ts';
import { benchClientSize } from './client-size.ts';
import { ratioOf, type Figure } from './figures.ts';
import { benchFirstSync } from './first-sync.ts';
import { benchInsights } from './insights.ts';
import { benchPlan } from './plan.ts';
import { benchPull } from './pull.ts';
import { benchPush } from './push.ts';
import { benchRota } from './rota.ts';
import { benchScale } from './scale.ts';
import { benchSecondDevice } from './second-device.ts';
import { benchStreams } from './streams.ts';

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		json: { type: 'boolean', default: false },
		practices: { type: 'string', default: '300' },
		full: { type: 'string', default: '3' },
		streams: { type: 'string', default: '1000' }
	}
});
const benches: Readonly<Record<string, () => Promise<Figure[]> | Figure[]>> = {
	'first-load': benchFirstLoad,
	push: benchPush,
	pull: benchPull,
	'first-sync': benchFirstSync,
	'second-device': benchSecondDevice,
	'client-size': benchClientSize,
	checks: benchChecks,
	plan: benchPlan,
	insights: benchInsights,
	rota: benchRota,
	scale: () => benchScale({ practices: Number(values.practices), full: Number(values.full) }),
	streams: () => benchStreams(Number(values.streams))
};

const names = Object.keys(benches).filter((name) => [undefined, name].includes(values.only));
if (names.length === 0) {
	process.stderr.write(`There is no such bench. There are: ${Object.keys(benches).join(', ')}\n`);
	process.exit(2);
}

const figures: Figure[] = [];
for (const name of names) figures.push(...((await benches[name]?.()) ?? []));
process.stdout.write(values.json ? `${JSON.stringify(withRatios(), null, '\t')}\n` : table());

function withRatios(): object[] {
	return figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) ?? null }));
}

function table(): string {
	const rows = figures.map((figure) => {
		const { what, value, unit, floor, floorIs = '', most, note = '' } = figure;
		const ratio = ratioOf(figure);
		const isOver = ratio !== undefined && most !== undefined && ratio > most;
		return [
			what,
			value === undefined ? 'not measured' : `${rounded(value)} ${unit}`,
			floor === undefined ? '' : `${rounded(floor)} ${unit} ${floorIs}`,
			ratio === undefined ? '' : rounded(ratio),
			most === undefined ? '' : `${isOver ? 'ABOVE ' : ''}${most}`,
			note
		];
	});
	const all = [['what', 'took', 'beside it', 'ratio', 'at most', ''], ...rows];
	const widths = all[0]?.map((_, column) =>
		Math.max(...all.map((row) => row[column]?.length ?? 0))
	);
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
			.join('  ')
			.trimEnd();
	return `${all.map(line).join('\n')}\n`;
}

function rounded(value: number): string {
	return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

/** What the size check says of the app as it is built. */
function benchFirstLoad(): Figure[] {
	const script = fileURLToPath(new URL('first-load.ts', import.meta.url));
	const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
	const found = /^(\w+) of Today's[^]*?([\d.]+) kB {2}together, .* budget of ([\d.]+) kB$/gm;
	const sizes = [...stdout.matchAll(found)].map(([, kind = '', size, budget]): Figure => ({
		bench: 'first-load',
		what: `first load of Today: ${kind.toLowerCase()}`,
		value: Number(size),
		unit: 'kB',
		floor: Number(budget),
		floorIs: 'budget',
		most: 1
	}));
	if (sizes.length > 0) return sizes;
	const note = 'the app is not built: npm run build';
	return [{ bench: 'first-load', what: 'first load of Today', value: undefined, unit: 'kB', note }];
}
