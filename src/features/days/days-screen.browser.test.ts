/**
 * Awareness days as a person uses them, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import '#ui/app.scss';
import DaysScreen from './DaysScreen.svelte';
import { awarenessDayRecord, type OwnDay } from './record.ts';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };
const today = dayOf(Date.now());
const near = addDays(today, 10);
const openDay: OwnDay = {
	...{ id: idFor(1), createdAt: 0, createdBy: coordinator.personId, dayId: null },
	...{ title: 'Our open day', firstOn: near, lastOn: near, sourceUrl: '' },
	...{ checkedOn: today, isHidden: false }
};

async function open(who: Actor) {
	const store = await openStore(who, [
		seed(personRecord, aPerson({ id: who.personId, role: who.role, pledgedOn: today })),
		seed(awarenessDayRecord, openDay)
	]);
	show(store, DaysScreen);
	await expect.element(page.getByRole('heading', { name: 'Our open day' })).toBeVisible();
	return store;
}

describe('awareness days', () => {
	test('are those of the next 90 days, and a volunteer can make a draft but change none', async () => {
		await open(volunteer);

		await expect
			.element(page.getByRole('button', { name: 'Make a draft Our open day' }))
			.toBeVisible();
		expect(page.getByRole('button', { name: /^Hide/ }).elements()).toHaveLength(0);
		expect(await faultsOfPage()).toEqual([]);
	});

	test('of a whole year are one tap away', async () => {
		await open(volunteer);

		await page.getByRole('button', { name: 'Show a whole year' }).click();

		for (const title of ['World Health Day', 'World AIDS Day', 'Carers Week']) {
			await expect
				.element(page.getByRole('heading', { name: title, exact: true }).first())
				.toBeVisible();
		}
		expect(await faultsOfPage()).toEqual([]);
	});

	test('get dates from a leader who has looked them up', async () => {
		const store = await open(coordinator);
		await page.getByRole('button', { name: 'Show a whole year' }).click();
		await page.getByRole('button', { name: 'Put in the dates Carers Week' }).first().click();
		await page.getByLabelText('First day').fill(addDays(today, 20));
		await page.getByLabelText(/Last day/).fill(addDays(today, 19));
		await page.getByRole('button', { name: 'Keep these dates' }).click();
		await expect.element(page.getByText('There is a problem')).toBeVisible();

		await page.getByLabelText(/Last day/).fill(addDays(today, 26));
		await page.getByRole('button', { name: 'Keep these dates' }).click();

		await expect
			.poll(() => store.by(awarenessDayRecord, 'dayId', 'carers-week'), patient)
			.toMatchObject([
				{ firstOn: addDays(today, 20), lastOn: addDays(today, 26), checkedOn: today }
			]);
	});

	test('are hidden and shown again by a leader', async () => {
		const store = await open(coordinator);
		await page.getByRole('button', { name: 'Show a whole year' }).click();
		await page.getByRole('button', { name: 'Hide World AIDS Day' }).first().click();
		await expect
			.poll(() => store.by(awarenessDayRecord, 'dayId', 'world-aids-day'), patient)
			.toMatchObject([{ isHidden: true }]);

		await page.getByText(/^Hidden \(/).click();
		await page.getByRole('button', { name: 'Show it World AIDS Day' }).first().click();

		await expect
			.poll(() => store.by(awarenessDayRecord, 'dayId', 'world-aids-day'), patient)
			.toMatchObject([{ isHidden: false }]);
	});

	test('of the group’s own are added and removed', async () => {
		const store = await open(coordinator);
		await page.getByRole('button', { name: 'Add a day of our own' }).click();
		await page.getByLabelText('Name of the day').fill('Walk for health');
		await page.getByLabelText('First day').fill(addDays(today, 5));
		await page.getByRole('button', { name: 'Add this day' }).click();
		await expect.element(page.getByRole('heading', { name: 'Walk for health' })).toBeVisible();

		await page.getByRole('button', { name: 'Remove Walk for health' }).click();

		await expect.poll(() => store.all(awarenessDayRecord), patient).toHaveLength(1);
	});
});
