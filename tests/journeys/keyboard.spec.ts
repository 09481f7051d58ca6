/**
 * Without a mouse or a finger: everything is reached in order, and the focus is never lost.
 */
import type { Page } from '@playwright/test';
import {
	addAccount,
	dayAhead,
	expect,
	heading,
	names,
	planPost,
	setUp,
	signPledge,
	test
} from '#tests/support/journey.ts';

test('Someone without a mouse skips the header, plans a post and finds it in the month', async ({
	practice
}) => {
	test.setTimeout(300_000);
	const page = await setUp(practice);
	await addAccount(page);
	await signPledge(page);

	await test.step('The first stop of every page jumps over the header', async () => {
		await page.goto('/posts/new');
		await expect(heading(page, 'New post')).toBeVisible();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('main')).toBeFocused();
	});

	await test.step('She fills in the form and keeps it', async () => {
		await tabTo(page, 'Short name');
		await page.keyboard.type('Flu clinic');
		await tabTo(page, 'What you want to say');
		await page.keyboard.type('The flu clinic is open on Saturday.');
		await tabTo(page, names.account);
		await page.keyboard.press('Space');
		await expect(page.getByRole('checkbox', { name: names.account })).toBeChecked();
		await tabTo(page, 'Save the draft');
		await page.keyboard.press('Enter');
		await expect(heading(page, 'Flu clinic')).toBeVisible();
	});

	await test.step('The arrow keys go through the month', async () => {
		await planPost(page, 'Open evening', 'Come and meet us.');
		await page.goto('/posts');
		await page.getByRole('tab', { name: 'List' }).focus();
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('tab', { name: 'Week' })).toBeFocused();
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('tab', { name: 'Month' })).toBeFocused();
		await page.getByRole('grid').locator('[tabindex="0"]').focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('grid').locator('[tabindex="0"]')).toBeFocused();
		const day = Number(dayAhead(7).slice(8));
		await expect(page.getByRole('gridcell', { selected: true })).toContainText(String(day));
		await expect(page.getByRole('link', { name: 'Open evening' })).toBeVisible();
	});
});

const mostStops = 60;

/** Goes on with the Tab key until the field or button with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
	const target = page.getByLabel(name).or(page.getByRole('button', { name }));
	for (let stop = 0; stop < mostStops; stop += 1) {
		await page.keyboard.press('Tab');
		if (await target.first().evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`The Tab key does not reach "${name}".`);
}
