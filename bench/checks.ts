/**
 * How long all checks on words take on a text of 2,000 characters, beside the shortest possible
 * pass over it with one pattern: in Node, and in a real Chromium that is made four times slower.
 *
 * Also on its own: node bench/checks.ts
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { runTextChecks } from '#checks/all.ts';
import { plainSettings } from '#checks/check.ts';
import { firstNames } from '#checks/words/first-names.ts';
import { chromiumArgs, chromiumPath } from '#tests/support/ensure-browser.ts';
import { compare, type Figure, ratioOf } from './figures.ts';

const turns = 200;
/** A run on the phone takes longer. */
const turnsInPage = 40;
/** About a cheap phone of some years ago beside a desk computer. */
const slower = 4;
const mostMs = 50;
const length = 2000;
const texts = Object.entries({
	'a usual post':
		'Thank you to Priya and the 12 people at our stall on Saturday 5 December 2026! If you missed ' +
		'it, ask at the desk, ring 0300 123 4567 or read https://www.nhs.uk/flu. #FluJab 💉 ',
	'a post full of findings':
		'Dr Brown lied about my hip operation! TAKE TWO PILLS now. 50% off, click here :-) '
}).map(([name, sentence]) => ({
	name,
	text: sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length - 6)
}));
const floorIs = 'one pass of one pattern';

export async function benchChecks(): Promise<Figure[]> {
	return [...(await inNode()), ...(await inPage())];
}

async function inNode(): Promise<Figure[]> {
	const begin = performance.now();
	runTextChecks('', plainSettings);
	const first = performance.now() - begin;
	const context = { firstNames, today: '2026-11-21' };
	const figures: Figure[] = [];
	for (const { name, text } of texts) {
		const times = await compare(
			{
				// The latest text is remembered, so every turn reads another one.
				ours: (turn) => Promise.resolve(runTextChecks(`${turn} ${text}`, plainSettings, context)),
				floor: (turn) => Promise.resolve(`${turn} ${text}`.match(/[\p{L}\p{N}]+/gu))
			},
			turns
		);
		const { ours: value, floor } = times;
		figures.push(figure(`all checks on words, ${name}`, value, { floor, floorIs }));
	}
	return [...figures, figure('first run of all checks, which sets up lists and patterns', first)];
}

/** The editor warms them up once it has opened; then comes the first pause in typing. */
async function inPage(): Promise<Figure[]> {
	const script = await pageScript();
	// A page of an own origin, so that the clock is not made coarse.
	const server = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		response.end('<!doctype html><title>Checks</title>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArgs]
	});
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${port ?? 0}/`);
		const devtools = await page.context().newCDPSession(page);
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
		await page.addScriptTag({ content: script });
		const given = { texts: texts.map(({ text }) => text), turns: turnsInPage };
		const took = await page.evaluate(
			({ texts: all, turns: times }) => globalThis.measureChecks(all, times),
			given
		);
		const at = `Chromium, ${slower} times slower`;
		return [
			figure(`${at}: warm-up in small pieces, once the editor has opened`, took.first),
			...took.texts.flatMap(({ once, ours, floor }, index) => {
				const { name = '' } = texts[index] ?? {};
				return [
					figure(`${at}: first pause in typing, ${name}`, once, {
						...{ floor: mostMs, floorIs: 'at most', most: 1 }
					}),
					figure(`${at}: later pauses, ${name}`, ours, { floor, floorIs }),
					figure(`${at}: later pauses against the target, ${name}`, ours, {
						...{ floor: mostMs, floorIs: 'at most', most: 1 }
					})
				];
			})
		];
	} finally {
		await browser.close();
		server.close();
	}
}

/** The checks as the app has them: put together and made small. */
async function pageScript(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			lib: {
				entry: fileURLToPath(new URL('checks-page.ts', import.meta.url)),
				formats: ['iife'],
				name: 'checks'
			}
		}
	});
	const [first] = Array.isArray(built) ? built : [built];
	const [chunk] = 'output' in first ? first.output : [];
	if (chunk?.type !== 'chunk') throw new Error('The checks could not be put together.');
	return chunk.code;
}

function figure(what: string, value: number, more: Partial<Figure> = {}): Figure {
	return { bench: 'checks', what, value, unit: 'ms', ...more };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const each of await benchChecks()) {
		const { what, value = 0, floorIs: is } = each;
		const ratio = ratioOf(each);
		const beside = ratio === undefined ? '' : `, ${ratio.toFixed(2)} times ${is ?? ''}`;
		process.stdout.write(`${value.toFixed(2)} ms${beside}  ${what}\n`);
	}
}
