/**
 * What one phone does until the other has it: a thousand changes made with no signal, and a single
 * one; beside a bare client that talks to a server of the same kind. A decade of records lies on both
 * phones.
 *
 * The single change is sent at once: the 150 ms in which the app gathers changes are left out.
 */
import { chromium, type Browser, type Page } from 'playwright';
import { chromiumArgs, chromiumPath } from '#tests/support/ensure-browser.ts';
import { bundled } from './bundle.ts';
import type { Figure } from './figures.ts';
import { median } from './phones.ts';
import { practiceOfDecade, signIn, type Practice } from './practice-of-decade.ts';

const many = 1000;
const manyTurns = 3;
const singles = 60;
const warmUps = 10;

/** Needs a built app. */
export async function benchSecondDevice(): Promise<Figure[]> {
	const script = await bundled('edit-page.ts');
	const chrome = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArgs]
	});
	// One practice for each pair of phones: what one pair does is no news to the other.
	const [ours, bare] = [await practiceOfDecade(1), await practiceOfDecade(1)];
	try {
		const pages = await twoPages(chrome, ours, script);
		const bares = await twoPages(chrome, bare, script);
		await pages.one.evaluate(() => editBench.start('one'));
		await pages.other.evaluate(() => editBench.start('other'));
		for (const page of [bares.one, bares.other]) {
			await page.evaluate((count) => editBench.bareStart(count), many);
		}
		return [...(await manyAtOnce(pages, bares)), ...(await oneByOne(pages, bares))];
	} finally {
		await chrome.close();
		await ours.server.remove();
		await bare.server.remove();
	}
}

interface Two {
	readonly one: Page;
	readonly other: Page;
}

async function twoPages(chrome: Browser, practice: Practice, script: string): Promise<Two> {
	const open = () => openPage(chrome, practice, script);
	return { one: await open(), other: await open() };
}

/** A phone of its own for each. */
async function openPage(chrome: Browser, practice: Practice, script: string): Promise<Page> {
	const context = await chrome.newContext();
	await signIn(context, practice);
	const page = await context.newPage();
	await page.goto(`${practice.server.address}/robots.txt`);
	await page.evaluate(script);
	return page;
}

async function manyAtOnce(pages: Two, bares: Two): Promise<Figure[]> {
	const took = {
		...{ edit: [] as number[], ours: [] as number[] },
		...{ bare: [] as number[], kept: [] as number[] }
	};
	const sizes: number[] = [];
	for (let turn = 0; turn < manyTurns; turn++) {
		const given = { count: many, text: `Changed ${turn}` };
		took.edit.push(
			await pages.one.evaluate(({ count, text }) => editBench.edit(count, text), given)
		);
		await bytesOf(pages);
		took.ours.push(
			await timed(async () => {
				await pages.one.evaluate(() => editBench.round());
				await pages.other.evaluate(() => editBench.round());
			})
		);
		sizes.push(await bytesOf(pages));
		await bares.one.evaluate((text) => editBench.bareEdit(text), given.text);
		took.bare.push(
			await timed(async () => {
				await bares.one.evaluate(() => editBench.bareSend());
				await bares.other.evaluate(() => editBench.bareFetch());
			})
		);
		await wasTold(pages, bares, given.text);
		await bares.one.evaluate((text) => editBench.keeperEdit(text), `Kept ${turn}`);
		took.kept.push(
			await timed(async () => {
				await bares.one.evaluate(() => editBench.keeperSend());
				await bares.other.evaluate(() => editBench.keeperFetch());
			})
		);
	}
	const same = { bench: 'second-device', unit: 'ms' } as const;
	return [
		{
			...{ ...same, what: `${many} changes made offline, until the other phone has them` },
			...{ value: median(took.ours), floor: median(took.bare), floorIs: 'bare push and pull' },
			most: 1.5
		},
		{
			...{ ...same, what: 'the same beside a bare client that loses nothing' },
			...{ value: median(took.ours), floor: median(took.kept), floorIs: 'outbox, versions, rows' }
		},
		{
			...{ ...same, what: 'each of them: both ways on both phones', unit: 'bytes' },
			...{ value: median(sizes) / many, floor: 100, floorIs: 'at most', most: 1 }
		},
		{
			...{ ...same, what: 'each of them: making it, most in packed records' },
			value: median(took.edit) / many
		}
	];
}

/** @throws {Error} when not every change has come to the other phone of each pair. */
async function wasTold(pages: Two, bares: Two, text: string): Promise<void> {
	const arrived = [
		await pages.other.evaluate((given) => editBench.changed(given), text),
		await bares.other.evaluate((given) => editBench.bareChanged(given), text)
	];
	if (arrived.every((count) => count === many)) return;
	throw new Error(`Of ${many} changes ${arrived.join(' and ')} arrived.`);
}

async function oneByOne(pages: Two, bares: Two): Promise<Figure[]> {
	await pages.other.evaluate(() => editBench.hear());
	await bares.other.evaluate(() => editBench.bareHear());
	await bytesOf(pages);
	const took = { ours: [] as number[], bare: [] as number[] };
	const sizes: number[] = [];
	for (let turn = 0; turn < warmUps + singles; turn++) {
		const title = `Changed once more ${turn}`;
		const ours = await until(pages, (page) =>
			page.evaluate((given) => editBench.editOne(given), title)
		);
		const size = await bytesOf(pages);
		const bare = await until(bares, (page) =>
			page.evaluate((given) => editBench.bareSay(given), title)
		);
		if (turn < warmUps) continue;
		took.ours.push(ours);
		took.bare.push(bare);
		sizes.push(size);
	}
	const sorted = took.ours.toSorted((one, other) => one - other);
	const same = { bench: 'second-device', unit: 'ms' } as const;
	const middle = median(took.ours);
	return [
		{
			...{ ...same, what: 'one change, until the other phone has kept it: median' },
			...{ value: middle, floor: median(took.bare), floorIs: 'bare POST to SSE', most: 4 }
		},
		{
			...{ ...same, what: 'one change: the slowest of twenty' },
			...{ value: sorted[Math.floor(singles * 0.95)], floor: middle, floorIs: 'median', most: 2 }
		},
		{
			...{ ...same, what: 'one change: both ways on both phones', unit: 'bytes' },
			...{ value: median(sizes), floor: 1400, floorIs: 'at most', most: 1 }
		}
	];
}

/** From the beginning on one phone to the end on the other (ms). */
async function until(pages: Two, does: (page: Page) => Promise<number>): Promise<number> {
	const heard = pages.other.evaluate(() => editBench.heard());
	// The other phone must be listening before the first one begins.
	await pages.other.evaluate(() => undefined);
	const begun = await does(pages.one);
	return (await heard) - begun;
}

async function bytesOf({ one, other }: Two): Promise<number> {
	let sum = 0;
	for (const page of [one, other]) {
		const { up, down } = await page.evaluate(() => editBench.bytes());
		sum += up + down;
	}
	return sum;
}

async function timed(work: () => Promise<void>): Promise<number> {
	const begin = performance.now();
	await work();
	return performance.now() - begin;
}
