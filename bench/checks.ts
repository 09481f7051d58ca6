/**
 * How long all checks on words take on a text of 2,000 characters, beside the shortest possible
 * pass over it with one pattern. In Node only: docs/checks.md says what it can tell.
 *
 * Also on its own: node bench/checks.ts
 */
import { fileURLToPath } from 'node:url';
import { runTextChecks } from '#checks/all.ts';
import { plainSettings } from '#checks/check.ts';
import { firstNames } from '#checks/words/first-names.ts';
import { compare, type Figure, ratioOf } from './figures.ts';

const turns = 200;
const length = 2000;
const texts = {
	'a usual post':
		'Thank you to Priya and the 12 people at our stall on Saturday 5 December 2026! If you missed ' +
		'it, ask at the desk, ring 0300 123 4567 or read https://www.nhs.uk/flu. #FluJab 💉 ',
	'a post full of findings':
		'Dr Brown lied about my hip operation! TAKE TWO PILLS now. 50% off, click here :-) '
};

export async function benchChecks(): Promise<Figure[]> {
	const begin = performance.now();
	runTextChecks('', plainSettings);
	const first = performance.now() - begin;
	const context = { firstNames, today: '2026-11-21' };
	const figures: Figure[] = [];
	for (const [name, sentence] of Object.entries(texts)) {
		const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length - 4);
		const times = await compare(
			{
				// The latest text is remembered, so every turn reads another one.
				ours: (turn) => Promise.resolve(runTextChecks(`${turn} ${text}`, plainSettings, context)),
				floor: (turn) => Promise.resolve(`${turn} ${text}`.match(/[\p{L}\p{N}]+/gu))
			},
			turns
		);
		figures.push({
			bench: 'checks',
			what: `All checks on words, ${length} characters, ${name}`,
			value: times.ours,
			unit: 'ms',
			floor: times.floor,
			floorIs: 'one pass of one pattern'
		});
	}
	const what = 'The first run of all checks, which sets up lists and patterns';
	return [...figures, { bench: 'checks', what, value: first, unit: 'ms' }];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const figure of await benchChecks()) {
		const { what, value = 0, floorIs } = figure;
		const ratio = ratioOf(figure);
		const beside = ratio === undefined ? '' : `, ${ratio.toFixed(0)} times ${floorIs ?? ''}`;
		process.stdout.write(`${value.toFixed(2)} ms${beside}  ${what}\n`);
	}
}
