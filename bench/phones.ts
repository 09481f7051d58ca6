/**
 * Phones for the benches: the same practice on several, which differ only in what lies on them.
 *
 * Real Chromiums on profiles of their own, which take turns so that a busy moment hits all.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import type { RowBase } from '#domain/record.ts';
import { chromiumArgs, chromiumPath } from '#tests/support/ensure-browser.ts';
import { RealServer } from '#tests/support/real-server.ts';

/** Rows by the kind of their record. */
export type Rows = Readonly<Record<string, readonly RowBase[]>>;

interface Contents {
	/** On every phone. */
	readonly few: Rows;
	/** On one of the three besides. */
	readonly many: Rows;
}

/** The phones with little, with much, and with the same little again; needs a built app. */
export async function onThreePhones<Found>(
	{ few, many }: Contents,
	measure: (pages: readonly Page[], address: string) => Promise<Found>
): Promise<Found> {
	const server = await RealServer.start();
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	const address = `http://localhost:${server.port}`;
	try {
		const first = path.join(folder, 'first');
		const secret = await server.setUpSecret();
		await onPhone(first, async (page) => {
			await setUp(page, `${address}/setup#${secret}`);
			await keep(page, few);
		});
		// The same phone three times: only what is on it differs.
		const [same, full] = [path.join(folder, 'same'), path.join(folder, 'full')];
		for (const copy of [same, full]) cpSync(first, copy, { recursive: true });
		await onPhone(full, async (page) => {
			await page.goto(`${address}/sign-in`);
			await keep(page, many);
		});
		return await inTurns([first, full, same], (pages) => measure(pages, address));
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		await server.remove();
	}
}

async function inTurns<Found>(
	profiles: readonly string[],
	measure: (pages: readonly Page[]) => Promise<Found>
): Promise<Found> {
	const phones = await Promise.all(profiles.map(startPhone));
	try {
		return await measure(await Promise.all(phones.map((phone) => phone.newPage())));
	} finally {
		await Promise.all(phones.map((phone) => phone.close()));
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

/** Straight into the phone’s database: syncing is not measured here. */
async function keep(page: Page, rows: Rows): Promise<void> {
	await page.evaluate(async (given) => {
		const known = (await indexedDB.databases()).map(({ name = '' }) => name);
		const name = known.find((each) => /^noticeboard-[\da-f]{8}-/.test(each));
		if (name === undefined) throw new Error('The phone has no database.');
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('The database does not open.'));
		});
		for (const [kind, each] of Object.entries(given)) {
			const transaction = database.transaction(`row-${kind}`, 'readwrite');
			const table = transaction.objectStore(`row-${kind}`);
			for (const row of each) table.put({ id: row.id, version: 1, row });
			await new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
		}
		database.close();
	}, rows);
}

export function median(numbers: readonly number[]): number {
	return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}
