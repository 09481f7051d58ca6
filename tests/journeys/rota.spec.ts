/**
 * The rota of three months on two phones: it repeats, a day is swapped, away dates meet a duty, and
 * the gap that follows is filled.
 */
import { addDays, daysFrom, monthOf, weekdayOf } from '#domain/calendar.ts';
import { isHoliday } from '#domain/working-days.ts';
import type { Page } from '@playwright/test';
import {
	dayAhead,
	expect,
	heading,
	names,
	saysSavedHere,
	test,
	twoPeople,
	upToDate
} from '../support/journey.ts';

const isOff = (day: string) => isHoliday(day, 'england-and-wales');
const today = dayAhead(0);
/** A Monday soon, with five days of work after it. */
const monday =
	daysFrom(addDays(today, 3), addDays(today, 20)).find(
		(day) => weekdayOf(day) === 1 && !daysFrom(day, addDays(day, 4)).some(isOff)
	) ?? addDays(today, 3);
const friday = addDays(monday, 4);
const lastOn = addDays(monday, 90);

const rowOf = (page: Page, day: string) => page.locator(`#day-${day}`);

async function openDay(page: Page, day: string): Promise<void> {
	await page.goto('/rota');
	await rowOf(page, day)
		.getByText(/^More for /)
		.click();
}

test('A rota of three months is set up, swapped, cleared and filled on two phones', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPeople(practice);

	await test.step('The manager sets up what repeats', async () => {
		await manager.goto('/rota/set-up');
		await expect(heading(manager, 'Gaps, repeats and settings')).toBeVisible();
		await manager.getByRole('button', { name: 'Add a repeating rota' }).click();
		for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
			await manager.getByRole('checkbox', { name: day }).check();
		}
		await manager.getByRole('checkbox', { name: names.volunteer }).check();
		await manager.getByRole('checkbox', { name: names.manager }).check();
		await manager.getByLabel('From which day?').fill(monday);
		await manager.getByLabel(/^Until which day/).fill(lastOn);
		await manager.getByRole('button', { name: 'Repeat this' }).click();
		await saysSavedHere(manager);
		await upToDate(manager);
	});

	await test.step('The volunteer sees their days; nobody is down for a holiday', async () => {
		await volunteer.goto('/rota');
		await expect(rowOf(volunteer, monday)).toContainText('You cover');
		await expect(rowOf(volunteer, addDays(monday, 1))).toContainText(names.manager);
		const holiday = daysFrom(monday, lastOn).find((day) => isOff(day) && weekdayOf(day) <= 5);
		if (holiday === undefined) return;
		await volunteer.goto(`/rota/month/${monthOf(holiday)}`);
		const number = String(Number(holiday.slice(8)));
		const days = volunteer.getByRole('rowheader');
		await expect(days.first()).toBeVisible();
		expect(await days.filter({ hasText: new RegExp(`\\b${number}\\b`) }).count()).toBe(0);
	});

	await test.step('A day is offered on one phone and taken on the other', async () => {
		await openDay(volunteer, monday);
		await volunteer.getByRole('button', { name: 'Ask everyone' }).click();
		await expect(volunteer.getByText(/^You ask everyone to take/)).toBeVisible();
		await upToDate(volunteer);
		await manager.goto('/rota');
		await expect(manager.getByText(/asks everyone to take/).first()).toBeVisible();
		await manager.getByRole('button', { name: /^I can take it/ }).click();
		await expect(rowOf(manager, monday)).toContainText('You cover');
		await upToDate(manager);
		await expect(volunteer.getByText(/took over .* from you\.$/).first()).toBeVisible();
		await expect(rowOf(volunteer, monday)).toContainText(names.manager);
	});

	await test.step('Away dates that meet a duty are told at once', async () => {
		await volunteer.getByLabel('First day away').fill(friday);
		await volunteer.getByLabel('Last day away').fill(friday);
		await expect(volunteer.getByText(/You are on the rota then/)).toBeVisible();
		await volunteer.getByRole('button', { name: 'Add these dates' }).click();
		await expect(rowOf(volunteer, friday)).toContainText('Clash:');
	});

	await test.step('The day is given back, and the gap is filled with one button', async () => {
		await openDay(volunteer, friday);
		await rowOf(volunteer, friday).getByRole('button', { name: 'Give this day back' }).click();
		await expect(rowOf(volunteer, friday)).toContainText('Nobody yet');
		await upToDate(volunteer);

		await manager.goto('/rota');
		await expect(rowOf(manager, friday)).toContainText('Nobody yet');
		await manager.goto('/rota/set-up');
		await manager.getByRole('button', { name: /^Show who would fill/ }).click();
		await expect(manager.getByText('Nothing has changed yet.', { exact: false })).toBeVisible();
		await manager.getByRole('button', { name: 'Fill these days' }).click();
		await expect(manager.getByText(/filled\. You can undo this in one step\.$/)).toBeVisible();
		await upToDate(manager);
		await expect(rowOf(volunteer, friday)).toContainText(names.manager);
	});

	await test.step('One undo takes the filling back', async () => {
		await manager.getByRole('button', { name: 'Undo' }).click();
		await upToDate(manager);
		await expect(rowOf(volunteer, friday)).toContainText('Nobody yet');
	});
});
