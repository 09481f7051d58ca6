/**
 * The month on one page: the note written on a phone with no signal, the sheet shown on a laptop and
 * printed on one side of A4, and what is agreed at the meeting on somebody's Today.
 */
import type { Page } from '@playwright/test';
import { addMonths, monthOf, spokenMonth } from '#domain/calendar.ts';
import { onePage, printed, write } from '#tests/support/insight-steps.ts';
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
		expect(await printed(manager)).toEqual(onePage);
	});

	await test.step('The projector goes on by button and by key', async () => {
		await manager.getByRole('button', { name: 'Show it on the projector' }).click();
		await expect(heading(manager, `Our social media in ${spokenMonth(month)}`)).toBeVisible();
		await manager.getByRole('button', { name: 'Next' }).click();
		await expect(heading(manager, 'In short')).toBeVisible();
		await manager.keyboard.press('ArrowLeft');
		await expect(heading(manager, `Our social media in ${spokenMonth(month)}`)).toBeVisible();
		await swipe(manager, -1);
		await expect(heading(manager, 'In short')).toBeVisible();
		await swipe(manager, 1);
		await expect(heading(manager, `Our social media in ${spokenMonth(month)}`)).toBeVisible();
		const fills = () => manager.evaluate(() => document.fullscreenElement !== null);
		await manager.getByRole('button', { name: 'Full screen' }).click();
		await expect.poll(fills).toBe(true);
		await manager.getByRole('button', { name: 'Full screen' }).click();
		await expect.poll(fills).toBe(false);
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
		// What was decided becomes something to do in one tap; nobody has it until it is changed.
		await write(manager, 'Decisions, a line each', 'We buy a screen for the waiting room');
		await manager
			.getByRole('button', { name: 'Make it a thing to do We buy a screen for the waiting room' })
			.click();
		await manager
			.getByRole('button', { name: 'Change We buy a screen for the waiting room' })
			.click();
		const change = manager.getByRole('listitem').filter({
			has: manager.getByRole('button', { name: 'Keep it' })
		});
		await change.getByLabel('Who does it?').selectOption({ label: names.volunteer });
		await change.getByRole('button', { name: 'Keep it' }).click();
		await expect(change).toHaveCount(0);
		await upToDate(manager);
		await volunteer.goto('/');
		await expect(
			volunteer.getByRole('link', {
				name: 'We buy a screen for the waiting room',
				description: /^From the meeting/
			})
		).toBeVisible();
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

/** A finger over the screen: -1 to the left, 1 to the right. */
async function swipe(page: Page, way: -1 | 1): Promise<void> {
	const hand = await page.context().newCDPSession(page);
	await hand.send('Emulation.setTouchEmulationEnabled', { enabled: true });
	const at = (x: number) => [{ x, y: 300 }];
	const startX = 600;
	await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(startX) });
	for (const step of [40, 80, 120, 160, 200]) {
		const touchPoints = at(startX + way * step);
		await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
	}
	await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await hand.send('Emulation.setTouchEmulationEnabled', { enabled: false });
	await hand.detach();
}
