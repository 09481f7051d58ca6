/**
 * Every screen, on a narrow phone and on a desk: axe finds nothing, nothing scrolls sideways,
 * each page has its heading, and nothing is asked of any other host.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { jpeg } from '#tests/support/pictures.ts';
import {
	addAccount,
	askAdult,
	dayAhead,
	expect,
	names,
	planPost,
	saysSavedHere,
	setUp,
	signPledge,
	test,
	writeNote
} from '#tests/support/journey.ts';

const sizes = [
	{ width: 320, height: 740 },
	{ width: 1280, height: 800 }
];
const open = ['/setup', '/join', '/sign-in'];
const closed = [
	...['/', '/posts', '/posts/new', '/rota', '/photos', '/consents', '/consents/new'],
	...['/consents/desk', '/consents/must-not-show', '/consents/keeping'],
	...['/insights/figures', '/insights/told', '/insights/review', '/insights/out', '/meetings'],
	...['/insights/settings', `/insights/show/${dayAhead(0).slice(0, 7)}`],
	...['/insights', '/insights/new', `/insights/sheet/${dayAhead(0).slice(0, 7)}`, '/accounts'],
	...['/people', '/settings', '/guidance', '/sync', '/search', '/more', '/install', '/reminders'],
	...['/campaigns', '/hashtags', '/ideas', '/days', '/around', '/repeats', '/repeats/new'],
	...['/plan-out', '/plan-out/poster'],
	...[`/plan-out/${dayAhead(0).slice(0, 7)}`, '/rota/set-up', '/rota/table'],
	`/rota/month/${dayAhead(0).slice(0, 7)}`
];

test('Every screen can be read by everyone, on a phone and on a desk', async ({ practice }) => {
	test.setTimeout(900_000);
	const page = await setUp(practice);
	const troubles: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') troubles.push(`${page.url()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
	page.on('request', (request) => {
		const { host, protocol } = new URL(request.url());
		const isOurs = host === new URL(practice.address).host;
		if (!isOurs && protocol.startsWith('http')) troubles.push(`${page.url()} asked ${host}`);
	});
	const records = await someRecords(page);

	for (const size of sizes) {
		await page.setViewportSize(size);
		for (const path of [...closed, ...records, ...open]) {
			await test.step(`${path} at ${size.width} pixels`, async () => {
				await page.goto(path);
				await checkScreen(page, troubles);
			});
		}
		await test.step(`The month at ${size.width} pixels`, async () => {
			await page.goto('/posts');
			await page.getByRole('tab', { name: 'Month' }).click();
			await checkScreen(page, troubles);
		});
	}
	expect(troubles).toEqual([]);
});

async function checkScreen(page: Page, troubles: string[]): Promise<void> {
	const where = `${page.url()} at ${page.viewportSize()?.width ?? 0}`;
	await expect(page.getByRole('heading', { level: 1 }), where).toBeVisible();
	const tooWide = await page.evaluate(
		() => document.documentElement.scrollWidth - globalThis.innerWidth
	);
	if (tooWide > 0) troubles.push(`${where} scrolls sideways by ${tooWide} pixels`);
	const { violations } = await new AxeBuilder({ page }).analyze();
	for (const { id, nodes } of violations) {
		troubles.push(`${where} axe ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
	}
}

/** @returns where they are. */
async function someRecords(page: Page): Promise<string[]> {
	const found: string[] = [];
	const here = () => found.push(new URL(page.url()).pathname);
	await addAccount(page);
	here();
	await signPledge(page);
	await page.getByRole('link', { name: names.manager }).first().click();
	await page.waitForURL(/\/people\/./);
	here();
	await planPost(page, 'Flu clinic', 'The flu clinic is open on Saturday from 9am.');
	here();
	await askAdult(page, 'Wendy');
	await page.getByRole('button', { name: 'See and print it' }).click();
	await page.waitForURL(/\/consents\/[\da-f]/);
	here();
	await writeNote(page, 'Short posts are read more');
	await saysSavedHere(page);
	await page.goto('/insights');
	await page.getByText(/^Begin .* already$/).click();
	await page.getByRole('link', { name: names.account }).click();
	await page.waitForURL(/\/insights\/[\da-f]{8}-/);
	here();
	const buffer = await jpeg(1, { width: 600, height: 400 });
	await page.goto('/photos');
	await page
		.getByLabel('Choose photos')
		.setInputFiles({ name: 'clinic.jpg', mimeType: 'image/jpeg', buffer });
	await page.getByRole('link', { name: 'No name yet' }).click();
	await page.waitForURL(/\/photos\/./);
	here();
	return found;
}
