/**
 * The plan: a repeating post, a day that is skipped and taken back, one that is written; moving a
 * post with no signal; and what is looked at, which Back and a reload keep.
 */
import {
	addAccount,
	dayAhead,
	expect,
	heading,
	keepAppOnPhone,
	names,
	planPost,
	setUp,
	signPledge,
	test,
	upToDate
} from '#tests/support/journey.ts';
import { spokenDay } from '#domain/calendar.ts';

test('Morag plans what comes again, skips one, writes one, and moves a post with no signal', async ({
	practice
}) => {
	test.setTimeout(300_000);
	const page = await setUp(practice);
	await addAccount(page);
	await signPledge(page);
	await planPost(page, 'Flu clinic', 'The flu clinic is open on Saturday.');

	await test.step('Something that comes every week', async () => {
		await page.goto('/posts');
		await page.getByRole('link', { name: 'Repeating posts' }).click();
		await page.getByRole('button', { name: 'Add a repeating post' }).click();
		await page.getByLabel('Short name').fill('The group meets');
		await page.getByLabel('Words to start from').fill('Come and meet us.');
		await page.getByRole('checkbox', { name: names.account }).check();
		await page.getByLabel('From which day on?').fill(dayAhead(1));
		await page.getByRole('button', { name: 'Add it to the plan' }).click();
		await expect(heading(page, 'The group meets')).toBeVisible();
	});

	await test.step('One is skipped, and undo takes that back', async () => {
		await page.goto('/posts');
		const skip = page.getByRole('button', { name: /^Skip this one/ });
		const first = await skip.first().textContent();
		await skip.first().click();
		await expect(page.getByText('Left out one repeating post')).toBeVisible();
		await expect(skip.first()).not.toHaveText(first ?? '');
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(skip.first()).toHaveText(first ?? '');
	});

	await test.step('One is written: it is a draft with its day, and the plan shows it once', async () => {
		const write = page.getByRole('button', { name: /^Write this one/ });
		const first = (await write.first().textContent()) ?? '';
		await write.first().click();
		await expect(heading(page, 'The group meets')).toBeVisible();
		await expect(page).toHaveURL(/\/posts\/[\da-f]{8}-/);
		await page.goBack();
		await expect(page.getByRole('heading', { name: 'The group meets' })).toBeVisible();
		await expect(write.first()).not.toHaveText(first);
	});

	await test.step('What is looked at stays, with Back, a reload and no signal', async () => {
		await upToDate(page);
		await keepAppOnPhone(page);
		await page.getByRole('tab', { name: 'Month' }).click();
		await page.getByText('Filter', { exact: true }).click();
		await page.getByLabel('Aim').selectOption('none');
		await expect(page).toHaveURL(/\/posts#view=month&aim=none$/);
		await page.context().setOffline(true);
		await page.reload();
		await expect(page.getByRole('grid')).toBeVisible();
		await expect(page.getByText(/posts? shown\./)).toBeVisible();
		await page.getByRole('link', { name: 'Repeating posts' }).click();
		await expect(heading(page, 'Repeating posts')).toBeVisible();
		await page.goBack();
		await expect(page.getByRole('tab', { name: 'Month', selected: true })).toBeVisible();
		await expect(page.getByText(/posts? shown\./)).toBeVisible();
	});

	await test.step('With no signal a post is moved to another day, and the practice hears later', async () => {
		await page.getByRole('button', { name: 'Clear filters' }).click();
		await page.getByRole('tab', { name: 'List' }).click();
		await page.getByRole('button', { name: 'Move Flu clinic' }).click();
		await page.getByLabel('New day').fill(dayAhead(9));
		await page.getByRole('button', { name: 'Move it' }).click();
		const words = spokenDay(dayAhead(9), dayAhead(0));
		await expect(page.getByRole('listitem').filter({ hasText: 'Flu clinic' })).toContainText(words);
		await page.context().setOffline(false);
		await upToDate(page);
	});
});
