/**
 * A campaign month: planned with a picture while the server is dead, approved on another phone, put
 * out through the phone's own share sheet, and put right afterwards.
 */
import type { Page } from '@playwright/test';
import {
	dayAhead,
	expect,
	heading,
	keepAppOnPhone,
	names,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';
import { jpeg } from '#tests/support/pictures.ts';

const campaign = 'Winter warm';
const link = 'https://www.facebook.com/example/posts/1';

/** Stands in for the share sheet of the phone, and notes what it was handed. */
async function recordShareSheet(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const shared: { text: string; files: string[] }[] = [];
		Object.assign(window, { shared });
		Object.assign(navigator, {
			canShare: () => true,
			share: ({ text = '', files = [] }: { text?: string; files?: File[] }) => {
				shared.push({ text, files: files.map(({ name, type }) => `${name} ${type}`) });
				return Promise.resolve();
			}
		});
	});
}

async function addCampaign(page: Page): Promise<void> {
	await page.goto('/campaigns');
	await page
		.getByRole('button', { name: /campaign/i })
		.first()
		.click();
	await page.getByLabel('Name', { exact: true }).fill(campaign);
	await page.getByRole('button', { name: 'Add this campaign' }).click();
	await expect(page.getByText(campaign).first()).toBeVisible();
}

/** A picture of nobody, in a public place. */
async function addPicture(page: Page): Promise<void> {
	await page.goto('/photos');
	const picture = await jpeg(7, { width: 900, height: 700 });
	await page
		.getByLabel('Choose photos')
		.setInputFiles({ name: 'door.jpg', mimeType: 'image/jpeg', buffer: picture });
	await page.getByRole('list', { name: 'Photos' }).getByRole('link').first().click();
	await page.getByRole('button', { name: /nobody can be recognised/ }).click();
	await page.getByRole('radio', { name: /^A public place/ }).check();
	await page
		.getByRole('button', { name: /Keep|Save/ })
		.last()
		.click();
	await expect(page.getByText(/looked closely/)).toBeVisible();
}

async function planOne(page: Page, title: string, text: string, day: string): Promise<void> {
	await page.goto('/posts/new');
	await page.getByLabel('Short name').fill(title);
	await page.getByLabel('What you want to say').fill(text);
	await page.getByRole('checkbox', { name: names.account }).check();
	await page.getByLabel('Day (you can choose later)').fill(day);
	await page.getByRole('button', { name: 'Save the draft' }).click();
	await expect(heading(page, title)).toBeVisible();
	await page.getByText('Aim, campaign, and for whom').click();
	await page.getByLabel('Campaign', { exact: true }).selectOption({ label: campaign });
}

test('A campaign month with a picture is planned offline, approved elsewhere, posted and put right', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPeople(practice);
	await keepAppOnPhone(manager);
	await recordShareSheet(volunteer);
	await practice.killServer();

	await test.step('With no server she plans a month, one post with a picture', async () => {
		await addCampaign(volunteer);
		await addPicture(volunteer);
		await planOne(volunteer, 'Hot soup', 'Soup at the library each Friday.', dayAhead(14));
		await planOne(volunteer, 'Warm rooms', 'Warm rooms near you are on our list.', dayAhead(21));
		await planOne(volunteer, 'Check on a neighbour', 'Knock next door this week.', dayAhead(0));
		await volunteer.getByText('Add a picture', { exact: true }).click();
		await volunteer.getByRole('button', { name: /^Add Photo/ }).click();
		await volunteer
			.getByLabel(/^Describe picture 1/)
			.fill('A green front door with a wreath and a lit window');
		await volunteer.getByLabel(/^Describe picture 1/).blur();
	});

	await test.step('She goes through the list, and it is ready', async () => {
		await volunteer.getByRole('link', { name: 'The list for pictures' }).click();
		const list = volunteer.getByRole('group', { name: 'Look at each picture' });
		for (const box of await list.getByRole('checkbox').all()) await box.check();
		await volunteer.getByRole('button', { name: 'I looked at all of them' }).click();
		await volunteer.getByRole('button', { name: 'It is ready' }).click();
		await expect(volunteer.getByText('It is waiting for a yes from the practice')).toBeVisible();
	});
	await practice.startServerAgain();
	// After a long time without an answer a phone asks less often; opening the app asks at once.
	await volunteer.reload();
	await upToDate(volunteer);

	await test.step('The practice manager reads and approves it on her own phone', async () => {
		await manager.goto('/');
		await manager.getByRole('link', { name: 'Approve “Check on a neighbour”' }).click();
		await manager.getByRole('button', { name: 'Approve', exact: true }).click();
		await manager.getByRole('button', { name: 'Yes, approve it' }).click();
		await expect(manager.getByText('Approved', { exact: true })).toBeVisible();
		await upToDate(manager);
	});

	await test.step('It goes to the share sheet with its picture, as the account', async () => {
		const { url } = { url: volunteer.url() };
		await volunteer.reload();
		await expect(volunteer.getByText(`You are about to post as ${names.account}.`)).toBeVisible();
		await volunteer.getByRole('button', { name: /^Share/ }).click();
		await expect(volunteer.getByText('Handed on.')).toBeVisible();
		const shared = await volunteer.evaluate(() => Reflect.get(window, 'shared') as unknown);
		expect(shared).toEqual([
			{
				text: 'Knock next door this week.',
				files: [expect.stringMatching(/\.jpg image\/(jpeg|webp)$/)]
			}
		]);
		await volunteer.getByLabel('Posted? Paste its link').fill(link);
		await volunteer.getByRole('button', { name: /^Mark as posted/ }).click();
		await expect(volunteer.getByRole('link', { name: /^See it/ })).toHaveAttribute('href', link);
		expect(volunteer.url()).toBe(url);
	});

	await test.step('A mistake is put right in a post of its own', async () => {
		await volunteer.getByText('Something is wrong in it: correct it').click();
		await volunteer.getByLabel('What was wrong?').fill('we said this week');
		await volunteer.getByLabel('What is right?').fill('Knock next door any week.');
		await volunteer.getByRole('button', { name: 'Make the correction' }).click();
		await expect(heading(volunteer, 'Correction: Check on a neighbour')).toBeVisible();
		await expect(volunteer.getByLabel('Words')).toHaveValue(
			'Correction: we said this week.\n\nKnock next door any week.'
		);
		await upToDate(volunteer);
		await manager.reload();
		await expect(
			manager.getByRole('link', { name: 'Correction: Check on a neighbour' })
		).toBeVisible();
	});
});
