/**
 * What one phone does until the other has it: a thousand changes made with no signal, and a single
 * one; beside bare clients that send the same rows. A decade of records lies on both phones. The
 * barest client keeps nothing of what it sends; another one does what losing nothing takes at least.
 *
 * The single change is sent at once: the 150 ms in which the app gathers changes are left out.
 */
import { chromium, type Browser, type Page } from 'playwright';
import { postRecord } from '#features/posts/record.ts';
import { chromiumArgs, chromiumPath } from '#tests/support/ensure-browser.ts';
import { setUpPractice } from '#tests/support/real-group.ts';
import { RealServer } from '#tests/support/real-server.ts';
import { serveBare } from './bare-server.ts';
import { bundled } from './bundle.ts';
import { decade, keepDecade, type Made } from './decade.ts';
import type { Figure } from './figures.ts';
import { median } from './phones.ts';

const many = 1000;
const manyTurns = 3;
const singles = 60;
const warmUps = 10;

/** Needs a built app. */
export async function benchSecondDevice(): Promise<Figure[]> {
	const script = await bundled('edit-page.ts');
	const first = await RealServer.start();
	const {
		browser: manager,
		practiceId,
		personId
	} = await setUpPractice(first, { token: await first.setUpSecret() });
	await first.stop();
	const all = decade(1, Date.now(), personId);
	keepDecade(first.dataDir, practiceId, all);
	const server = await RealServer.start({ dataDir: first.dataDir });
	const bare = await serveBare();
	const chrome = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArgs]
	});
	try {
		const ours = `${server.address}/robots.txt`;
		const open = (address: string) => openPage(chrome, { address, script, cookie: manager.cookie });
		const pages = { one: await open(ours), other: await open(ours) };
		const bares = { one: await open(bare.address), other: await open(bare.address) };
		await pages.one.evaluate(() => editBench.start('one'));
		await pages.other.evaluate(() => editBench.start('other'));
		const figures = await manyAtOnce(pages, bares, all);
		const keepers = { one: bares.one, other: await open(bare.address) };
		return [...figures, ...(await oneByOne({ pages, bares, keepers }, all))];
	} finally {
		await chrome.close();
		bare.close();
		await server.remove();
	}
}

interface Two {
	readonly one: Page;
	readonly other: Page;
}

/** A phone of its own for each. */
async function openPage(
	chrome: Browser,
	{ address, script, cookie = '' }: { address: string; script: string; cookie?: string | undefined }
): Promise<Page> {
	const context = await chrome.newContext();
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url: new URL(address).origin }]);
	const page = await context.newPage();
	await page.goto(address);
	await page.evaluate(script);
	return page;
}

async function manyAtOnce(pages: Two, bares: Two, all: readonly Made[]): Promise<Figure[]> {
	const rows = rowsOf(all);
	const took = {
		edit: [] as number[],
		ours: [] as number[],
		bare: [] as number[],
		kept: [] as number[]
	};
	const sizes: number[] = [];
	await bares.one.evaluate((given) => editBench.bareHold(given), rows);
	for (const page of [bares.one, bares.other]) {
		await page.evaluate((given) => editBench.keeperStart(given), rows);
	}
	for (let turn = 0; turn < manyTurns; turn++) {
		const given = { count: many, turn };
		took.edit.push(
			await pages.one.evaluate(({ count, turn: now }) => editBench.edit(count, now), given)
		);
		await bytesOf(pages);
		took.ours.push(
			await timed(async () => {
				await pages.one.evaluate(() => editBench.round());
				await pages.other.evaluate(() => editBench.round());
			})
		);
		sizes.push(await bytesOf(pages));
		took.bare.push(
			await timed(async () => {
				await bares.one.evaluate(() => editBench.bareSend());
				await bares.other.evaluate((name) => editBench.bareFetch(name), `bare-${turn}`);
			})
		);
		await bares.one.evaluate((now) => editBench.keeperEdit(now), turn);
		took.kept.push(
			await timed(async () => {
				await bares.one.evaluate(() => editBench.keeperSend());
				await bares.other.evaluate(() => editBench.keeperFetch());
			})
		);
	}
	const arrived = await pages.other.evaluate((turn) => editBench.changed(turn), manyTurns - 1);
	if (arrived !== many) throw new Error(`Of ${many} changes ${arrived} arrived.`);
	const same = { bench: 'second-device', unit: 'ms' } as const;
	return [
		{
			...{ ...same, what: `${many} changes made offline, until the other phone has them` },
			...{ value: median(took.ours), floor: median(took.bare), floorIs: 'bare push and pull' },
			most: 1.5
		},
		{
			...{ ...same, what: 'the same beside a bare client that loses nothing' },
			...{
				value: median(took.ours),
				floor: median(took.kept),
				floorIs: 'outbox, versions, history'
			}
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

/** As many posts as are changed. */
function rowsOf(all: readonly Made[]) {
	const posts = all.filter(({ type }) => type.kind === postRecord.kind).slice(0, many);
	return posts.map(({ row }) => row);
}

async function oneByOne(
	{ pages, bares, keepers }: { pages: Two; bares: Two; keepers: Two },
	all: readonly Made[]
): Promise<Figure[]> {
	await keepers.other.evaluate((given) => editBench.keeperStart(given), rowsOf(all));
	await pages.other.evaluate(() => editBench.hear());
	await bares.other.evaluate(() => editBench.bareHear());
	await keepers.other.evaluate(() => editBench.keeperHear());
	await bytesOf(pages);
	const took = { ours: [] as number[], bare: [] as number[], kept: [] as number[] };
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
		const kept = await until(keepers, (page) =>
			page.evaluate((given) => editBench.keeperSay(given), title)
		);
		if (turn < warmUps) continue;
		took.kept.push(kept);
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
			...{ ...same, what: 'the same beside a bare client that loses nothing: median' },
			...{ value: middle, floor: median(took.kept), floorIs: 'outbox, versions, history' }
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
