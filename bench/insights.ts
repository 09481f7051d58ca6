/**
 * How long all charts of the insights take to draw with ten years of posts (20,000), against one year.
 *
 * The built app in a real Chromium. Both phones show everything they have; the second phone with one
 * year says how much the machine wavers.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { addDays, addMonths, dayOf, firstDayOf, monthOf } from '#domain/calendar.ts';
import type { PostResult, PostResults } from '#features/insights/results/record.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { chromiumArgs, chromiumPath } from '#tests/support/ensure-browser.ts';
import { RealServer } from '#tests/support/real-server.ts';
import type { Figure } from './figures.ts';

const mostRatio = 1.5;
const perMonth = 167;
const year = 12;
const decade = 120;
/** Each begins one millisecond later within a frame of the screen: an answer is seen with the next. */
const rounds = 17;
const today = dayOf(Date.now());

/** Needs a built app (`npm run build`). */
export async function benchInsights(): Promise<Figure[]> {
	const server = await RealServer.start();
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	const address = `http://localhost:${server.port}`;
	try {
		const first = path.join(folder, 'first');
		const secret = await server.setUpSecret();
		await onPhone(first, async (page) => {
			const accountId = await setUp(page, address, secret);
			await keep(page, months(accountId, 0, year));
		});
		// The same phone three times: only what is on it differs.
		const [same, full] = [path.join(folder, 'same'), path.join(folder, 'full')];
		for (const copy of [same, full]) cpSync(first, copy, { recursive: true });
		await onPhone(full, async (page) => {
			await page.goto(`${address}/sign-in`);
			await keep(page, months(await accountOf(page, address), year, decade));
		});
		const times = await measureInTurns([first, full, same], `${address}/insights/figures`);
		return [figureOf(times)];
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		await server.remove();
	}
}

async function startPhone(profile: string): Promise<BrowserContext> {
	return chromium.launchPersistentContext(profile, {
		executablePath: await chromiumPath(),
		args: [...chromiumArgs],
		viewport: { width: 390, height: 844 },
		locale: 'en-GB'
	});
}

async function onPhone(profile: string, does: (page: Page) => Promise<void>): Promise<void> {
	const phone = await startPhone(profile);
	try {
		await does(phone.pages()[0] ?? (await phone.newPage()));
	} finally {
		await phone.close();
	}
}

/** The practice manager's own phone with one account. */
async function setUp(page: Page, address: string, secret: string): Promise<string> {
	await page.goto(`${address}/setup#${secret}`);
	await page.getByLabel('Name of the practice').fill('Example Practice');
	await page.getByLabel('Name of the patient group').fill('Example Patients');
	await page.getByLabel('Your name').fill('Ada');
	await page.getByRole('button', { name: 'Set up the practice' }).click();
	await page.getByText('Up to date').first().waitFor();
	await page.goto(`${address}/accounts`);
	await page.getByRole('button', { name: 'Add an account' }).click();
	await page.getByLabel('Where is it?').selectOption({ label: 'Facebook' });
	await page.getByLabel('Name of the account').fill('Our page');
	await page.getByLabel('Link to the page').fill('https://www.facebook.com/example');
	await page.getByLabel('What is it for, and for whom?').fill('News for patients');
	await page.getByRole('button', { name: 'Add this account' }).click();
	await page.getByRole('heading', { level: 1, name: 'Our page' }).waitFor();
	await page.getByText('Up to date').first().waitFor();
	return accountOf(page, address);
}

async function accountOf(page: Page, address: string): Promise<string> {
	await page.goto(`${address}/accounts`);
	const href = await page.getByRole('link', { name: 'Our page' }).first().getAttribute('href');
	const id = href?.split('/').at(-1);
	if (!id) throw new Error('There is no account.');
	return id;
}

/** Months of results, counted back from last month: the first ones are the newest. */
function months(accountId: string, from: number, to: number): PostResults[] {
	return Array.from({ length: to - from }, (_, index) => {
		const back = from + index + 1;
		const month = addMonths(monthOf(today), -back);
		const made = { id: idFor(0x10_000 + back), createdAt: 0, createdBy: volunteer.personId };
		const results = Array.from({ length: perMonth }, (_each, post) => resultOf(month, back, post));
		return { ...made, accountId, month, monthOn: firstDayOf(month), results };
	});
}

function resultOf(month: string, back: number, post: number): PostResult {
	const seen = 200 + ((back * 31 + post * 97) % 400);
	const postedOn = addDays(firstDayOf(month), post % 28);
	return {
		...{ key: `${month}-${post}`, link: '', postedOn, postedAtMinute: (post * 37) % 1440 },
		...{ text: 'Flu jabs start on Saturday. '.repeat(4), type: post % 3 === 0 ? 'Photos' : 'Text' },
		...{
			postId: null,
			match: null,
			takenOn: addDays(postedOn, 30),
			importId: idFor(5),
			earlier: []
		},
		numbers: { views: seen, reach: seen - 50, reactions: seen % 40, comments: post % 7, shares: 2 }
	};
}

/** Straight into the phone's database: syncing is not measured here. */
async function keep(page: Page, rows: readonly PostResults[]): Promise<void> {
	await page.evaluate(async (given) => {
		const known = (await indexedDB.databases()).map(({ name = '' }) => name);
		const name = known.find((each) => /^noticeboard-[\da-f]{8}-/.test(each));
		if (name === undefined) throw new Error('The phone has no database.');
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('The database does not open.'));
		});
		const names = ['row-post-results', 'digest-post-results'] as const;
		const transaction = database.transaction(names, 'readwrite');
		const table = transaction.objectStore(names[0]);
		// As the app does: whatever writes a record takes its digest and the pack away.
		transaction.objectStore(names[1]).clear();
		for (const row of given) table.put({ id: row.id, version: 1, row });
		await new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
		database.close();
	}, rows);
}

/** How many posts lie on each phone, in the order in which they are measured. */
const onPhones = [perMonth * year, perMonth * decade, perMonth * year];

async function measureInTurns(profiles: readonly string[], address: string): Promise<number[]> {
	const phones = await Promise.all(profiles.map(startPhone));
	try {
		const pages = await Promise.all(phones.map((phone) => phone.newPage()));
		const all = pages.map(() => [] as number[]);
		for (let round = 0; round < rounds; round += 1) {
			for (const [index, page] of pages.entries()) {
				await page.bringToFront();
				await page.goto('about:blank');
				await page.goto(address, { waitUntil: 'commit' });
				all[index]?.push(await page.evaluate(whenDrawn, { posts: onPhones[index] ?? 0, round }));
			}
		}
		return all.map(median);
	} finally {
		await Promise.all(phones.map((phone) => phone.close()));
	}
}

/** Runs in the page: from one month to everything, until both charts are drawn from all posts. */
async function whenDrawn({ posts, round }: Record<'posts' | 'round', number>): Promise<number> {
	const until = async (isThere: () => boolean) => {
		while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
	};
	const shown = () => document.querySelector('main')?.textContent ?? '';
	const choose = (id: string, value: string) => {
		const select = document.querySelector<HTMLSelectElement>(id);
		if (!select) throw new Error(`There is no choice ${id}.`);
		select.value = value;
		select.dispatchEvent(new Event('change', { bubbles: true }));
	};
	const areDrawn = (count: number) =>
		shown().includes(`From ${count.toLocaleString('en-GB')} posts`) &&
		document.querySelectorAll('svg[role=img]').length >= 2;
	await until(() => document.querySelector('#measure') !== null);
	choose('#measure', 'views');
	choose('#span', 'month');
	await until(() => areDrawn(167));
	// What a start does besides, as to look for news, is not drawing.
	await new Promise((resolve) => setTimeout(resolve, 500 + round));
	const startAt = performance.now();
	choose('#span', 'all');
	await until(() => areDrawn(posts));
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
	return performance.now() - startAt;
}

function median(numbers: readonly number[]): number {
	return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

function figureOf([first, full, same]: readonly number[]): Figure {
	if (first === undefined || full === undefined || same === undefined) {
		throw new Error('A phone was not measured.');
	}
	const wavers = Math.max(first, same) / Math.min(first, same);
	return {
		bench: 'insights',
		what: `all charts with ${perMonth * decade} posts`,
		value: full,
		unit: 'ms',
		floor: (first + same) / 2,
		floorIs: `with ${perMonth * year}`,
		most: mostRatio,
		note: `two phones with ${perMonth * year} differ by ${wavers.toFixed(2)}`
	};
}
