/**
 * Repeating posts as a person uses them, in a real browser with the device's own database.
 */
import '#ui/app.scss';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf, spokenDay, weekdayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { idFor, reader, volunteer } from '#tests/support/actors.ts';
import { aRepeat } from '#tests/support/repeats.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import NewRepeatScreen from './NewRepeatScreen.svelte';
import { postRepeatRecord, type PostRepeat } from './record.ts';
import RepeatScreen from './RepeatScreen.svelte';
import RepeatsScreen from './RepeatsScreen.svelte';

const today = dayOf(Date.now());
const tomorrow = addDays(today, 1);
const id = idFor(500);
const everyWeek = { unit: 'week', every: 1, weekday: weekdayOf(tomorrow) } as const;

async function openOne(more: Partial<PostRepeat> = {}, who: Actor = volunteer) {
	const repeat = aRepeat({ pattern: everyWeek, firstOn: addDays(today, -30), ...more });
	const store = await openStore(who, [seed(postRepeatRecord, repeat)]);
	show(store, RepeatScreen, { id });
	await expect.element(page.getByRole('heading', { name: 'The group meets' })).toBeVisible();
	return { store, kept: () => store.get(postRepeatRecord, id) };
}

describe('one repeating post', () => {
	test('a day is skipped and put back', async () => {
		const { kept } = await openOne();

		await page
			.getByRole('button', { name: /^Skip this one/ })
			.first()
			.click();
		await page.getByRole('button', { name: /^Put it back/ }).click();

		await expect.poll(async () => (await kept())?.skippedOn).toEqual([]);
		await expect.element(page.getByText('Tomorrow at 6pm')).toBeVisible();
	});

	test('other words are kept for what is still to come', async () => {
		const { kept } = await openOne();

		await page.getByText('Change the words').click();
		await page.getByLabelText('Words to start from').fill('We meet at 6pm.');
		await page.getByRole('button', { name: 'Keep these words' }).click();

		await expect.poll(async () => (await kept())?.text).toBe('We meet at 6pm.');
	});

	test('a slip in the time is told at its field', async () => {
		const { kept } = await openOne();

		await page.getByText('Change the words').click();
		await page.getByLabelText('Time of day (you can leave it open)').fill('6 o’clock');
		await page.getByRole('button', { name: 'Keep these words' }).click();

		await expect.element(page.getByRole('alert')).toBeVisible();
		expect(await kept()).toMatchObject({ time: '18:00' });
	});

	test('ending it asks first, and it can come again', async () => {
		const { kept } = await openOne();

		await page.getByRole('button', { name: 'End it' }).click();
		await page.getByRole('button', { name: 'Yes, end it' }).click();
		await expect.poll(async () => (await kept())?.lastOn).toBe(today);
		await expect
			.poll(() => page.getByRole('button', { name: /^Skip this one/ }).elements())
			.toEqual([]);

		await page.getByRole('button', { name: 'Let it come again' }).click();
		await expect.element(page.getByText('Tomorrow at 6pm')).toBeVisible();
	});

	test('someone who only reads sees its days and no buttons', async () => {
		await openOne({}, reader);

		await expect.element(page.getByText('Tomorrow at 6pm')).toBeVisible();
		expect(page.getByRole('button').elements().length).toBe(0);
	});
});

test('the form says on which days it comes, before it is kept', async () => {
	const store = await openStore(volunteer, []);
	show(store, NewRepeatScreen);

	await page.getByLabelText('By months').click();
	await page.getByLabelText('Which one in the month?').selectOptions('Last');
	await page.getByLabelText('Day of the week').selectOptions('Friday');
	await page.getByLabelText('From which day on?').fill('2027-01-01');

	const words = new RegExp(`on the last Friday[^]*It comes on ${spokenDay('2027-01-29', today)}`);
	await expect.element(page.getByText(words)).toBeVisible();
});

test.each([320, 1280])(
	'axe finds nothing at %s pixels, nor do the screens scroll sideways',
	async (width) => {
		await page.viewport(width, 800);
		const { store } = await openOne({ skippedOn: [addDays(tomorrow, 7)] });
		await page.getByText('Change the words').click();
		expect(await faultsOfPage()).toEqual([]);
		document.querySelector('main')?.remove();

		show(store, NewRepeatScreen);
		await expect.element(page.getByRole('heading', { name: 'New repeating post' })).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		document.querySelector('main')?.remove();

		show(store, RepeatsScreen);
		await expect.element(page.getByRole('link', { name: 'The group meets' })).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
	}
);
