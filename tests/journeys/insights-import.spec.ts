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
import { addOther, bringIn, chooseFile } from '#tests/support/insight-steps.ts';
import { yearOfPosts } from '#tests/support/year-of-posts.ts';

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
			await bringIn(page, file, inGroups(file.posts));
		});
	}

	await test.step('The same file again replaces every post and doubles none', async () => {
		const posts = inGroups(files.x.posts);
		await chooseFile(page, files.x);
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
