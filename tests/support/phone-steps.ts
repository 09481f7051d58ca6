/**
 * What a phone of its own does in the faults: sets the practice up, waits, and asks what arrived.
 */
import type { Page } from 'playwright';
import { v4 } from 'uuid';
import { protocolVersion } from '#domain/protocol.ts';
import { fromWire } from '#domain/wire.ts';
import { names } from './real-group.ts';

/** The practice is set up, and the app is on the phone. */
export async function setUpOnPhone(page: Page, address: string, secret: string): Promise<void> {
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

export async function upToDate(page: Page): Promise<void> {
	const line = page.getByRole('banner').getByRole('status');
	await line.filter({ hasText: /^\s*Up to date\s*$/ }).waitFor();
}

/** Until the screen says that it is saved. */
export async function addPersonOnPhone(page: Page, address: string, name: string): Promise<void> {
	await pressAddPerson(page, address, name);
	await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
	await page.getByText('Saved on this phone.').first().waitFor();
}

/** Presses the button, and does not wait for what comes of it. */
export async function pressAddPerson(page: Page, address: string, name: string): Promise<void> {
	await page.goto(`${address}/people`);
	await page.getByRole('heading', { name: 'In the group' }).waitFor();
	// Whoever is alone in the group finds the form open.
	const opens = page.getByRole('button', { name: 'Add a person' });
	if (await opens.isVisible()) await opens.click();
	await page.getByLabel('Name', { exact: true }).fill(name);
	await page.getByRole('button', { name: 'Add this person' }).click({ noWaitAfter: true });
}

/** All records of a kind, as a new phone of the same person hears them, page by page. */
export async function recordsAtThePractice(
	page: Page,
	kind: string
): Promise<Record<string, unknown>[]> {
	const point = { protocol: protocolVersion, outboxId: v4(), ack: 0, cookie: null };
	const found: Record<string, unknown>[] = [];
	for (let resume: string | null = null; ;) {
		const asked = JSON.stringify({ ...point, resume });
		const answer = await page.evaluate(async (body): Promise<unknown> => {
			const headers = { 'content-type': 'application/json' };
			const response = await fetch('/api/sync/pull', { method: 'POST', headers, body });
			return response.json();
		}, asked);
		const patch = fromWire(answer);
		if (!patch) throw new Error('The practice did not answer with a patch.');
		for (const { kind: each, row } of patch.changes)
			if (each === kind && row) found.push({ ...row });
		if (patch.resume === null) return found;
		resume = patch.resume;
	}
}
