/**
 * Every screen, on a narrow phone and on a desk: axe finds nothing, nothing scrolls sideways,
 * each page has its heading, and nothing is asked of any other host.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addMonths, spokenDay } from '#domain/calendar.ts';
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
const open = ['/setup', '/join', '/sign-in', '/consent', '/consent/withdraw'];
const closed = [
	...['/', '/posts', '/posts/new', '/rota', '/photos', '/consents', '/consents/new'],
	...['/consents/desk', '/consents/must-not-show', '/consents/keeping', '/consents/paper'],
	...['/insights/figures', '/insights/review', '/insights/out', '/meetings'],
	...['/insights/import', `/insights/told/${dayAhead(0).slice(0, 7)}`, '/insights/settings'],
	`/insights/show/${dayAhead(0).slice(0, 7)}`,
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
	for (const path of records.filter((each) => /^\/(consents|venues)\//.test(each))) {
		await test.step(`${path} on paper`, async () => {
			await page.goto(path);
			await expect(page.getByRole('heading').first()).toBeVisible();
			await page.emulateMedia({ media: 'print' });
			await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
			await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
			await page.emulateMedia({ media: null });
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
	found.push(...(await ofConsents(page)));
	await writeNote(page, 'Short posts are read more');
	await saysSavedHere(page);
	await page.goto('/insights');
	await page.getByText(/^Begin .* already$/).click();
	await page.getByRole('link', { name: names.account }).click();
	await page.waitForURL(/\/insights\/[\da-f]{8}-/);
	here();
	// A meeting, with something decided and something to do.
	await page.goto(`/insights/show/${addMonths(dayAhead(0).slice(0, 7), -1)}`);
	await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
	await page.keyboard.press('End');
	await page.getByRole('button', { name: 'We meet today' }).click();
	await page.getByLabel('What is there to do?').fill('Ask the school about its walk');
	await page.getByRole('button', { name: 'Add it' }).click();
	await page.getByLabel('Decisions, a line each').fill('We buy a screen');
	await page.getByLabel('Decisions, a line each').blur();
	await expect(page.getByRole('button', { name: 'Make it a thing to do We buy' })).toBeVisible();
	await page.goto('/meetings');
	await page.getByRole('link', { name: spokenDay(dayAhead(0), dayAhead(0)) }).click();
	await page.waitForURL(/\/meetings\/[\da-f]{8}-/);
	here();
	const buffer = await jpeg(1, { width: 600, height: 400 });
	await page.goto('/photos');
	await page
		.getByLabel('Choose photos')
		.setInputFiles({ name: 'clinic.jpg', mimeType: 'image/jpeg', buffer });
	await page.getByRole('link', { name: 'No name yet' }).click();
	await page.waitForURL(/\/photos\/./);
	here();
	found.push(pathOf(page).replace('/photos/', '/consents/report/photo/'));
	return found;
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** A post's report, a consent that was taken back with its copy and its list, and a place. */
async function ofConsents(page: Page): Promise<string[]> {
	const found = [pathOf(page).replace('/posts/', '/consents/report/post/')];
	await askAdult(page, 'Xena');
	await page.getByRole('button', { name: 'See it', exact: true }).click();
	await page.waitForURL(/\/consents\/[\da-f]/);
	found.push(pathOf(page), pathOf(page).replace('/consents/', '/consents/copy/'));
	await askAdult(page, 'Wendy');
	await page.getByRole('button', { name: 'See it', exact: true }).click();
	await page.waitForURL(/\/consents\/[\da-f]/);
	await page.getByRole('button', { name: 'They take their yes back' }).click();
	await page.getByRole('button', { name: 'Yes, stop using them' }).click();
	await expect(page.getByRole('link', { name: 'The take-down list' })).toBeVisible();
	found.push(pathOf(page), pathOf(page).replace('/consents/', '/consents/down/'));
	await page.goto('/consents');
	await page.getByText('Add a place', { exact: true }).click();
	await page.getByLabel('Name', { exact: true }).fill('Village hall');
	await page.getByRole('button', { name: 'Add this place' }).click();
	await page.waitForURL(/\/venues\/[\da-f]/);
	found.push(pathOf(page));
	return found;
}
