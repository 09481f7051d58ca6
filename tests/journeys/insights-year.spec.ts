/**
 * The month on one page, from end to end: a year of three platforms' files comes in on a phone with
 * no signal, the note is written there, someone else writes at the same time, and the laptop shows
 * the sheet and prints it on one side of A4.
 */
import { addMonths, monthOf, spokenMonth } from '#domain/calendar.ts';
import { inGroups } from '#features/insights/rules.ts';
import { addOther, bringIn, onePage, printed, write } from '#tests/support/insight-steps.ts';
import {
	dayAhead,
	expect,
	heading,
	names,
	syncLine,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';
import { yearOfPosts } from '#tests/support/year-of-posts.ts';
import type { Page } from '@playwright/test';

const month = addMonths(monthOf(dayAhead(0)), -1);
const inWords = spokenMonth(month);
const written = [
	...['Short posts are read more.', 'Photos of the team are liked.'],
	...['Links late in the day are not followed.', 'We ask one question a week.'],
	...['The queue in the morning.', 'Two more people answer from 8am.']
];

async function saysAll(page: Page, texts: readonly string[]): Promise<void> {
	await expect(heading(page, `Our social media in ${inWords}`)).toBeVisible();
	for (const words of texts) await expect(page.getByText(words)).toBeVisible();
}

async function openNote(page: Page): Promise<void> {
	await page.getByLabel('Month', { exact: true }).selectOption(month);
	await page.getByLabel('Account', { exact: true }).selectOption({ label: names.account });
	await expect(page.getByLabel('First thing', { exact: true })).toBeVisible();
}

test('Vera brings in a year and writes the month with no signal; Morag adds to it, shows it and prints it', async ({
	practice
}) => {
	test.setTimeout(400_000);
	const files = yearOfPosts(dayAhead(0));
	const { manager: laptop, volunteer: phone } = await twoPeople(practice);
	await laptop.setViewportSize({ width: 1280, height: 800 });
	await addOther(laptop, 'Instagram', 'https://www.instagram.com/example');
	await addOther(laptop, 'X', 'https://x.com/example');
	await upToDate(laptop);

	await test.step('The phone knows the three accounts, and loses its signal', async () => {
		await phone.goto('/accounts');
		await expect(phone.getByText('Our X', { exact: true }).first()).toBeVisible();
		await upToDate(phone);
		await phone.goto('/insights/import');
		await expect(heading(phone, 'Bring in numbers')).toBeVisible();
		await phone.context().setOffline(true);
		await phone.reload();
	});

	await test.step('Three files of a year come in, and fill the boxes of the notes', async () => {
		for (const file of Object.values(files)) await bringIn(phone, file, inGroups(file.posts));
		const all = inGroups(files.facebook.posts + files.instagram.posts + files.x.posts);
		await expect(phone.getByText(`${all} posts with all numbers that we have.`)).toBeVisible();
	});

	await test.step('Still with no signal, the words of the month', async () => {
		await phone.goto('/insights/new');
		await openNote(phone);
		await write(phone, 'Followers', '140');
		await write(phone, 'Comments answered', '12');
		await write(phone, 'Answered the same day', '9');
		await write(phone, 'First thing', 'Short posts are read more.');
		await write(phone, 'Second thing', 'Photos of the team are liked.');
		await write(phone, 'Third thing', 'Links late in the day are not followed.');
		await write(phone, 'One thing we will change now', 'We ask one question a week.');
		await write(phone, 'What people found hard, or asked for', 'The queue in the morning.');
		await write(phone, 'What the practice did about it', 'Two more people answer from 8am.');
		await phone.getByRole('link', { name: `See the meeting sheet for ${inWords}` }).click();
		await saysAll(phone, written);
		await phone.reload();
		await saysAll(phone, written);
		await expect(syncLine(phone)).toHaveText(/^Offline, \d+ changes waiting$/);
	});

	await test.step('Meanwhile someone else begins the same note on the laptop', async () => {
		await laptop.goto('/insights/new');
		await openNote(laptop);
		await write(laptop, 'What people liked', 'The flu clinic ran on time.');
		await upToDate(laptop);
	});

	await test.step('The signal is back: the laptop shows what both wrote, and the numbers', async () => {
		await phone.context().setOffline(false);
		await upToDate(phone);
		await laptop.goto(`/insights/sheet/${month}`);
		await saysAll(laptop, [...written, 'The flu clinic ran on time.']);
		const numbers = laptop.getByRole('table', { name: /^The numbers, and how they differ/ });
		await expect(numbers.getByRole('row', { name: /^Answered the same day 9/ })).toBeVisible();
		await expect(numbers.getByRole('columnheader', { name: 'Our X' })).toBeVisible();
		await expect(laptop.getByRole('img', { name: /month by month/ })).toBeVisible();
		await expect(
			laptop.getByText(/mark [\da-f]{4} [\da-f]{4} [\da-f]{4} [\da-f]{4}/)
		).toBeVisible();
	});

	await test.step('It prints on one side of A4, from the laptop and from the phone', async () => {
		expect(await printed(laptop)).toEqual(onePage);
		await phone.goto(`/insights/sheet/${month}`);
		await expect(phone.getByText('The flu clinic ran on time.')).toBeVisible();
		expect(await printed(phone)).toEqual(onePage);
	});

	await test.step('Everything leaves as one file', async () => {
		await laptop.goto('/insights/out');
		const saved = laptop.waitForEvent('download');
		await laptop.getByRole('button', { name: 'Save all of it as one file (JSON)' }).click();
		expect((await saved).suggestedFilename()).toBe('insights.json');
	});
});
