/**
 * How long the month of the plan takes to open with 5,000 posts on the phone, against 500.
 *
 * The built app in a real Chromium, started anew on what lies on the disk. The month that is shown
 * holds the same posts on every phone; the rest lies in the years before. Two phones have 500 and
 * take turns with the one that has 5,000: how far these two differ says how much the machine wavers.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { addDays, dayOf, firstDayOf, lastDayOf, monthOf } from '#domain/calendar.ts';
import { aims, type Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { chromiumArgs, chromiumPath } from '#tests/support/ensure-browser.ts';
import { RealServer } from '#tests/support/real-server.ts';
import type { Figure } from './figures.ts';

const mostRatio = 1.2;
const few = 500;
const many = 5_000;
/** In the month that is shown: two a day. */
const inMonth = 60;
const rounds = 15;
const today = dayOf(Date.now());

interface Opening {
	/** From the start of loading the page. */
	readonly fresh: number;
	/** From the tap on the tab, with the app open. */
	readonly tapped: number;
	/** Posts that the month names. */
	readonly links: number;
}

/** Needs a built app (`npm run build`). */
export async function benchPlan(): Promise<Figure[]> {
	const server = await RealServer.start();
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	const address = `http://localhost:${server.port}`;
	try {
		const first = path.join(folder, 'first');
		const secret = await server.setUpSecret();
		await onPhone(first, async (page) => {
			await setUp(page, `${address}/setup#${secret}`);
			await keep(page, posts(0, few));
		});
		// The same phone three times: only what is on it differs.
		const [same, full] = [path.join(folder, 'same'), path.join(folder, 'full')];
		for (const copy of [same, full]) cpSync(first, copy, { recursive: true });
		await onPhone(full, async (page) => {
			await page.goto(`${address}/sign-in`);
			await keep(page, posts(few, many));
		});
		return figuresOf(await measureInTurns([first, full, same], `${address}/posts#view=month`));
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		await server.remove();
	}
}

async function startPhone(profile: string): Promise<BrowserContext> {
	return chromium.launchPersistentContext(profile, {
		executablePath: await chromiumPath(),
		args: [...chromiumArgs],
		viewport: { width: 1280, height: 900 },
		locale: 'en-GB'
	});
}

async function onPhone(profile: string, does: (page: Page) => Promise<void>): Promise<void> {
	const phone = await startPhone(profile);
	try {
		const page = phone.pages()[0] ?? (await phone.newPage());
		await does(page);
	} finally {
		await phone.close();
	}
}

/** The practice manager’s own phone, with the app kept on it. */
async function setUp(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Name of the practice').fill('Example Practice');
	await page.getByLabel('Name of the patient group').fill('Example Patients');
	await page.getByLabel('Your name').fill('Ada');
	await page.getByRole('button', { name: 'Set up the practice' }).click();
	await page.getByText('Up to date').first().waitFor();
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.reload();
	await page.getByText('Up to date').first().waitFor();
}

/** The first ones lie in this month, the others go back in time, one every 14 hours or so. */
function posts(from: number, to: number): Post[] {
	const firstOn = firstDayOf(monthOf(today));
	const days = Number(lastDayOf(monthOf(today)).slice(8));
	return Array.from({ length: to - from }, (_, index) => {
		const number = from + index;
		const isShown = number < inMonth;
		const past = Math.floor((number - inMonth) * 0.6);
		const plannedOn = isShown ? addDays(firstOn, number % days) : addDays(firstOn, -60 - past);
		const made = { id: idFor(1_000 + number), createdAt: 0, createdBy: volunteer.personId };
		const words = { title: `Post ${number}`, text: 'Flu jabs start on Saturday. '.repeat(8) };
		const aim = aims[number % aims.length] ?? null;
		const status = isShown ? ('draft' as const) : ('posted' as const);
		return { ...newPost(made, { ...words, aim, plannedOn }), status };
	});
}

/** Straight into the phone’s database: syncing is not measured here. */
async function keep(page: Page, rows: readonly Post[]): Promise<void> {
	await page.evaluate(async (given) => {
		const known = (await indexedDB.databases()).map(({ name = '' }) => name);
		const name = known.find((each) => /^noticeboard-[\da-f]{8}-/.test(each));
		if (name === undefined) throw new Error('The phone has no database.');
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('The database does not open.'));
		});
		const transaction = database.transaction('row-post', 'readwrite');
		const table = transaction.objectStore('row-post');
		for (const row of given) table.put({ id: row.id, version: 1, row });
		await new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
		database.close();
	}, rows);
}

async function measureInTurns(profiles: readonly string[], address: string): Promise<Opening[]> {
	const phones = await Promise.all(profiles.map(startPhone));
	try {
		const pages = await Promise.all(phones.map((phone) => phone.newPage()));
		const all = pages.map(() => ({ fresh: [] as number[], tapped: [] as number[], links: 0 }));
		for (let round = 0; round < rounds; round += 1) {
			for (const [index, page] of pages.entries()) {
				const times = all[index];
				if (!times) continue;
				await page.bringToFront();
				await page.goto('about:blank');
				await page.goto(address, { waitUntil: 'commit' });
				times.fresh.push(await page.evaluate(whenShown, ''));
				times.links = await page.getByRole('grid').getByRole('link').count();
				await page.getByRole('tab', { name: 'List' }).click();
				await page.getByRole('heading', { name: 'Coming up' }).waitFor();
				times.tapped.push(await page.evaluate(whenShown, 'tab-month'));
			}
		}
		return all.map(({ fresh, tapped, links }) => ({
			...{ fresh: median(fresh), tapped: median(tapped), links }
		}));
	} finally {
		await Promise.all(phones.map((phone) => phone.close()));
	}
}

/** Runs in the page: milliseconds until the month shows its posts and the browser has drawn it. */
async function whenShown(tap: string): Promise<number> {
	const startAt = tap === '' ? 0 : performance.now();
	if (tap !== '') document.getElementById(tap)?.click();
	const isShown = () => document.querySelectorAll('[role=grid] a').length > 0;
	if (!isShown()) {
		await new Promise<void>((resolve) => {
			const observer = new MutationObserver(() => {
				if (!isShown()) return;
				observer.disconnect();
				resolve();
			});
			observer.observe(document, { childList: true, subtree: true });
		});
	}
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
	return performance.now() - startAt;
}

function median(numbers: readonly number[]): number {
	return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

function figuresOf([first, full, same]: readonly Opening[]): Figure[] {
	if (!first || !full || !same) throw new Error('A phone was not measured.');
	if (first.links !== full.links) throw new Error('The months do not show the same.');
	return (['fresh', 'tapped'] as const).map((way) => {
		const floor = (first[way] + same[way]) / 2;
		const wavers = Math.max(first[way], same[way]) / Math.min(first[way], same[way]);
		const opened = way === 'fresh' ? 'loaded' : 'tapped';
		return {
			bench: 'plan',
			what: `month of the plan with ${many} posts, ${opened}`,
			value: full[way],
			unit: 'ms',
			floor,
			floorIs: `with ${few}`,
			most: mostRatio,
			note: `two phones with ${few} differ by ${wavers.toFixed(2)}`
		};
	});
}
