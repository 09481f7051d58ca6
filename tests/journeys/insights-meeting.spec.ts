/**
 * The month on one page: the note written on a phone with no signal, the sheet shown on a laptop and
 * printed on one side of A4, and what is agreed at the meeting on somebody's Today.
 */
import type { Page } from '@playwright/test';
import { addMonths, monthOf, spokenMonth } from '#domain/calendar.ts';
import {
	changesWait,
	dayAhead,
	expect,
	heading,
	names,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';

const month = addMonths(monthOf(dayAhead(0)), -1);
/** As long as anyone may write. */
const long = (most: number) =>
	'What we tried was seen by more people than before. '.repeat(20).slice(0, most);

test('Vera writes the month with no signal; Morag shows it, prints one page, and they agree what to do', async ({
	practice
}) => {
	test.setTimeout(400_000);
	const { manager, volunteer } = await twoPeople(practice);

	await test.step('The note is written on a phone with no signal', async () => {
		await volunteer.goto('/insights/new');
		await volunteer.context().setOffline(true);
		await volunteer.getByLabel('Month', { exact: true }).selectOption(month);
		await volunteer.getByLabel('Account', { exact: true }).selectOption({ label: names.account });
		await write(volunteer, 'Followers', '140');
		await write(volunteer, 'Reach', '1,200');
		await write(volunteer, 'First thing', long(240));
		await write(volunteer, 'Second thing', long(240));
		await write(volunteer, 'Third thing', long(240));
		await write(volunteer, 'One thing we will change now', 'We ask one question a week.');
		await write(volunteer, 'What people liked', long(600));
		await write(volunteer, 'What people found hard, or asked for', long(600));
		await write(volunteer, 'What the practice did about it', long(600));
		await changesWait(volunteer, 9);
		await volunteer.context().setOffline(false);
		await upToDate(volunteer);
	});

	await test.step('The laptop has the sheet, and prints it on one page', async () => {
		await manager.setViewportSize({ width: 1280, height: 800 });
		await manager.goto(`/insights/sheet/${month}`);
		await expect(heading(manager, `Our social media in ${spokenMonth(month)}`)).toBeVisible();
		await expect(manager.getByText('We ask one question a week.')).toBeVisible();
		// The end of the history, for whoever keeps the paper.
		await expect(
			manager.getByText(/mark [\da-f]{4} [\da-f]{4} [\da-f]{4} [\da-f]{4}/)
		).toBeVisible();
		expect(await pagesPrinted(manager)).toBe(1);
	});

	await test.step('The projector goes on by button and by key', async () => {
		await manager.getByRole('button', { name: 'Show it on the projector' }).click();
		await expect(heading(manager, `Our social media in ${spokenMonth(month)}`)).toBeVisible();
		await manager.getByRole('button', { name: 'Next' }).click();
		await expect(heading(manager, 'In short')).toBeVisible();
		await manager.keyboard.press('ArrowLeft');
		await expect(heading(manager, `Our social media in ${spokenMonth(month)}`)).toBeVisible();
		await manager.keyboard.press('End');
		await expect(heading(manager, 'Who does what')).toBeVisible();
	});

	await test.step('What is agreed stands on the Today of who does it, and is ticked off', async () => {
		await manager.getByRole('button', { name: 'We meet today' }).click();
		await manager.getByLabel('What is there to do?').fill('Ask the school about its walk');
		await manager.getByLabel('Who does it?').selectOption({ label: names.volunteer });
		await manager.getByRole('button', { name: 'Add it' }).click();
		await expect(manager.getByRole('list', { name: 'From this meeting' })).toContainText(
			'Ask the school about its walk'
		);
		await volunteer.goto('/');
		// The list of what the others did tells of it too.
		const todo = volunteer.getByRole('link', {
			name: 'Ask the school about its walk',
			description: /^From the meeting/
		});
		await todo.click();
		await volunteer.getByRole('button', { name: 'Done: Ask the school about its walk' }).click();
		await expect(volunteer.getByText(/done on/)).toBeVisible();
		await upToDate(volunteer);
		await volunteer.goto('/');
		// Until the list is there, nothing on it can be missing.
		const list = volunteer.getByRole('listitem').filter({ has: volunteer.locator('[id^=todo-]') });
		const none = volunteer.getByText('Nothing waits for you.');
		await expect(list.or(none).first()).toBeVisible();
		await expect(todo).toHaveCount(0);
	});

	await test.step('A chart leaves the phone as a picture, and everything as a table', async () => {
		await manager.goto('/insights/figures');
		const picture = manager.waitForEvent('download');
		await manager
			.getByRole('button', { name: /^Save as a picture/ })
			.first()
			.click();
		expect((await picture).suggestedFilename()).toMatch(/^followers-.*\.png$/);
		await manager.goto('/insights/out');
		const table = manager.waitForEvent('download');
		await manager.getByRole('button', { name: 'Save monthly-notes.csv' }).click();
		expect((await table).suggestedFilename()).toBe('monthly-notes.csv');
	});
});

async function write(page: Page, label: string, words: string): Promise<void> {
	const box = page.getByLabel(label, { exact: true });
	await box.fill(words);
	await box.blur();
}

/** Chromium writes each page as an object of its own into the PDF. */
async function pagesPrinted(page: Page): Promise<number> {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}
