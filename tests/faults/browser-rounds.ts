/**
 * Rounds in which the phone dies while changes are being saved, with no signal, and starts again
 * on what was written until then.
 */
import type { Page } from 'playwright';
import { v4 } from 'uuid';
import { patchSchema, protocolVersion } from '#domain/protocol.ts';
import { names } from '#tests/support/real-group.ts';
import { RealPhone } from '#tests/support/real-phone.ts';
import { RealServer } from '#tests/support/real-server.ts';
import type { Tally } from './tally.ts';

/** What had been shown as saved must arrive; the last one of a round may, but once. */
export async function killBrowserRounds(rounds: number): Promise<Tally> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const address = `http://localhost:${port}`;
	let phone = await RealPhone.start(RealPhone.newFolder());
	const saved: string[] = [];
	const unsure: string[] = [];
	let arrived: string[] = [];
	try {
		await setUp(phone.page, address, await server.setUpSecret());
		await phone.close();

		for (let round = 1; round <= rounds; round++) {
			await server.kill();
			phone = await RealPhone.start(phone.folder);
			for (let number = 1; number <= 2 + (round % 3); number++) {
				const name = `Person ${round} ${number}`;
				await add(phone.page, address, name);
				await phone.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
				await phone.page.getByText('Saved on this phone.').first().waitFor();
				saved.push(name);
			}
			unsure.push(`Person ${round} unsure`);
			await add(phone.page, address, `Person ${round} unsure`);
			await phone.kill();

			phone = await RealPhone.start(phone.folder);
			const { page } = phone;
			await page.goto(`${address}/people`);
			// Still without a signal: they are on the phone itself.
			for (const name of saved) await page.getByText(name, { exact: true }).first().waitFor();

			server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
			await page.reload();
			await upToDate(page);
			arrived = await namesAtThePractice(page);
			await phone.close();
		}
	} finally {
		await phone.remove();
		await server.remove();
	}
	const timesOf = (name: string) => arrived.filter((each) => each === name).length;
	const lost = saved.filter((name) => timesOf(name) === 0).length;
	const doubled = [...saved, ...unsure].filter((name) => timesOf(name) > 1).length;
	return { rounds, lost, doubled };
}

/** The practice is set up, and the app is on the phone. */
async function setUp(page: Page, address: string, secret: string): Promise<void> {
	await page.goto(`${address}/setup#${secret}`);
	await page.getByLabel('Name of the practice').fill(names.practiceName);
	await page.getByLabel('Name of the patient group').fill(names.groupName);
	await page.getByLabel('Your name').fill(names.managerName);
	await page.getByRole('button', { name: 'Set up the practice' }).click();
	await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.reload();
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await upToDate(page);
}

/** Presses the button, and does not wait for what comes of it. */
async function add(page: Page, address: string, name: string): Promise<void> {
	await page.goto(`${address}/people`);
	await page.getByRole('heading', { name: 'In the group' }).waitFor();
	// Whoever is alone in the group finds the form open.
	const opens = page.getByRole('button', { name: 'Add a person' });
	if (await opens.isVisible()) await opens.click();
	await page.getByLabel('Name', { exact: true }).fill(name);
	await page.getByRole('button', { name: 'Add this person' }).click({ noWaitAfter: true });
}

async function upToDate(page: Page): Promise<void> {
	const line = page.getByRole('banner').getByRole('status');
	await line.filter({ hasText: /^\s*Up to date\s*$/ }).waitFor();
}

/** As a new phone of the same person hears it. */
async function namesAtThePractice(page: Page): Promise<string[]> {
	const cookie = null;
	const request = { protocol: protocolVersion, outboxId: v4(), ack: 0, cookie, resume: null };
	const answer = await page.evaluate(async (body): Promise<unknown> => {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch('/api/sync/pull', { method: 'POST', headers, body });
		return response.json();
	}, JSON.stringify(request));
	const { changes } = patchSchema.parse(answer);
	const people = changes.filter(({ kind }) => kind === 'person');
	return people.map(({ row }) => String(row?.['name']));
}
