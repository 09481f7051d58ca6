/**
 * A first sync that takes long: it tells how much is here, the app can be used meanwhile, left and
 * opened again, and in the end everything has come.
 */
import type { Page } from '@playwright/test';
import { GatedLine } from '#tests/faults/gated-line.ts';
import { heldByPractice } from '#tests/support/held-by-practice.ts';
import { expect, heading, syncLine, test, upToDate } from '#tests/support/journey.ts';
import { longPosts, writeLongPosts } from '#tests/support/long-posts.ts';
import { inviteOf, names, setUpPractice } from '#tests/support/real-group.ts';
import { newFolder, RealServer } from '#tests/support/real-server.ts';
import { recordsOnPhone } from '#tests/support/rows-on-phone.ts';

const getting = /^Getting records: (\d+) of (\d+)$/;

/** How many records are here, as the line on every screen says. */
async function recordsHere(page: Page): Promise<number> {
	await expect(syncLine(page)).toHaveText(getting);
	return Number(getting.exec(await syncLine(page).innerText())?.[1]);
}

test('A long first sync shows numbers, can be worked beside and left, and comes to its end', async ({
	browser
}) => {
	test.setTimeout(600_000);
	const server = await RealServer.start({ dataDir: newFolder() });
	const line = await GatedLine.to(server.port);
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		baseURL: line.address
	});
	/** So many more pages arrive; the next one is on its way. */
	const arrive = async (pages: number) => {
		for (let left = pages; left > 0; left--) {
			line.allow(1);
			await line.untilHeld();
		}
	};
	try {
		const manager = await setUpPractice(server, { token: await server.setUpSecret() });
		await writeLongPosts(manager);
		const secret = await inviteOf(manager, { role: 'practice-manager', name: 'Nia' });
		let page = await context.newPage();
		line.allow(0);
		await page.goto(`/join#${secret}`);
		await page.getByRole('button', { name: 'Join as Nia' }).click();
		await expect(heading(page, 'Today')).toBeVisible();
		await line.untilHeld();
		await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
		});
		let here = 0;

		await test.step('The line on every screen counts', async () => {
			await arrive(2);
			here = await recordsHere(page);
			expect(here).toBeGreaterThan(0);
			await arrive(1);
			await expect(async () => expect(await recordsHere(page)).toBeGreaterThan(here)).toPass();
			here = await recordsHere(page);
		});

		await test.step('The Sync page says that one can start, and how far it has got', async () => {
			await syncLine(page).getByRole('link').click();
			await expect(heading(page, 'Sync')).toBeVisible();
			await expect(
				page.getByText(/records are here\. Older ones are still arriving\. You can start now\.$/)
			).toBeVisible();
			const bar = page.getByRole('progressbar', { name: /Getting your group’s records/ });
			await expect(bar).toHaveAttribute('value', String(here));
		});

		await test.step('Work goes on meanwhile, and reaches the practice', async () => {
			await page.getByRole('link', { name: 'More', exact: true }).click();
			await page.getByRole('link', { name: 'People and devices' }).click();
			await page.getByRole('button', { name: 'Add a person' }).click();
			await page.getByLabel('Name', { exact: true }).fill('Owen');
			await page.getByRole('button', { name: 'Add this person' }).click();
			await expect(heading(page, 'Owen')).toBeVisible();
			// What waits goes before the next page.
			await arrive(1);
			await expect(async () => {
				expect((await heldByPractice(manager)).people).toContain('Owen');
			}).toPass();
		});

		await test.step('Closed in the middle and opened again, nothing has to come twice', async () => {
			await page.close();
			page = await context.newPage();
			await page.goto('/');
			expect(await recordsHere(page)).toBeGreaterThanOrEqual(here);
		});

		await test.step('In the end all is here, what was written meanwhile among it', async () => {
			line.allow(Infinity);
			await upToDate(page);
			await page.goto('/people');
			for (const name of [names.managerName, 'Nia', 'Owen']) {
				await expect(page.getByRole('link', { name }).first()).toBeVisible();
			}
			const { records } = await heldByPractice(manager);
			expect(records.length).toBeGreaterThan(longPosts);
			expect(await recordsOnPhone(page)).toEqual(records);
		});
	} finally {
		await context.close();
		await line.close();
		await server.remove();
	}
});
