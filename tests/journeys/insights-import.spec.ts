/**
 * A year of three platforms' files comes in on a phone with no signal, fills the month's boxes,
 * reaches the practice later, and is taken out again.
 */
import {
	addAccount,
	dayAhead,
	expect,
	heading,
	keepAppOnPhone,
	setUp,
	test,
	upToDate
} from '#tests/support/journey.ts';
import { inGroups } from '#features/insights/rules.ts';
import { yearOfPosts } from '#tests/support/year-of-posts.ts';
import type { Page } from '@playwright/test';

async function addOther(page: Page, platform: string, link: string): Promise<void> {
	await page.goto('/accounts');
	await page.getByRole('button', { name: 'Add an account' }).click();
	await page.getByLabel('Where is it?').selectOption({ label: platform });
	await page.getByLabel('Name of the account').fill(`Our ${platform}`);
	await page.getByLabel('Link to the page').fill(link);
	await page.getByLabel('What is it for, and for whom?').fill('News of the surgery, for patients');
	await page.getByRole('button', { name: 'Add this account' }).click();
	await expect(heading(page, `Our ${platform}`)).toBeVisible();
}

async function choose(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
	const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
	await page.getByLabel('Choose a file').setInputFiles(file);
}

test('Morag brings in a year of three accounts with no signal, and undoes one file', async ({
	practice
}) => {
	test.setTimeout(300_000);
	const files = yearOfPosts(dayAhead(0));
	const page = await setUp(practice);
	await addAccount(page);
	await addOther(page, 'Instagram', 'https://www.instagram.com/example');
	await addOther(page, 'X', 'https://x.com/example');
	await upToDate(page);
	await keepAppOnPhone(page);
	await page.goto('/insights/import');
	await expect(heading(page, 'Bring in numbers')).toBeVisible();
	await page.context().setOffline(true);
	await page.reload();

	for (const [name, file] of Object.entries(files)) {
		await test.step(`The file of ${name}, with no signal`, async () => {
			const posts = inGroups(file.posts);
			await choose(page, file);
			await expect(page.getByRole('heading', { name: `, ${posts} posts, first` })).toBeVisible();
			await page.getByRole('button', { name: `Yes, bring in ${posts} posts` }).click();
			await expect(page.getByText(`${posts} posts are in.`)).toBeVisible();
			await page.getByRole('button', { name: /^Fill \d+ boxes$/ }).click();
			await expect(page.getByRole('button', { name: /^Fill/ })).toHaveCount(0);
			await page.getByRole('button', { name: 'Bring in another file' }).click();
		});
	}

	await test.step('The same file again replaces every post and doubles none', async () => {
		const posts = inGroups(files.x.posts);
		await choose(page, files.x);
		await expect(page.getByText(`${posts} get newer numbers.`)).toBeVisible();
		await page.getByRole('button', { name: `Yes, bring in ${posts} posts` }).click();
		await expect(page.getByText(`${posts} posts are in.`)).toBeVisible();
		const all = inGroups(files.facebook.posts + files.instagram.posts + files.x.posts);
		await expect(page.getByText(`${all} posts with all numbers that we have.`)).toBeVisible();
	});

	await test.step('All of it reaches the practice', async () => {
		await page.context().setOffline(false);
		await upToDate(page);
	});

	await test.step('The first file of X is undone, and the second still stands', async () => {
		await page.goto('/insights/import');
		await page
			.getByRole('button', { name: /^Undo this file/ })
			.nth(1)
			.click();
		await page.getByRole('button', { name: 'Yes, undo it' }).click();
		await expect(page.getByText('Undone', { exact: true })).toHaveCount(1);
		const all = inGroups(files.facebook.posts + files.instagram.posts + files.x.posts);
		await expect(page.getByText(`${all} posts with all numbers that we have.`)).toBeVisible();
		await upToDate(page);
	});

	await test.step('A table of all posts is saved', async () => {
		const saved = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
		expect((await saved).suggestedFilename()).toMatch(/^numbers-of-posts-.*\.csv$/);
	});
});
