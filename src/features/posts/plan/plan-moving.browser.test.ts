/**
 * Moving, copying and repeating posts in the plan, in a real browser.
 */
import '#ui/app.scss';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays, mondayOf, monthOf, spokenDay } from '#domain/calendar.ts';
import { postRepeatRecord } from '#features/repeats/record.ts';
import { idFor, reader } from '#tests/support/actors.ts';
import {
	dayOfPost,
	nextWeek,
	openPlan,
	post,
	repeat,
	today,
	tomorrow
} from '#tests/support/plan.ts';
import { postRecord } from '../record.ts';

/** Two days of one week and one month, both to come. */
const monday = addDays(mondayOf(today), 7);
const dragFrom = monthOf(monday) === monthOf(addDays(monday, 1)) ? monday : addDays(monday, 1);
const dragTo = addDays(dragFrom, 1);

describe('moving and copying', () => {
	test('a post is moved by a button', async () => {
		const { store } = await openPlan([post(1, 'Flu clinic', { plannedOn: tomorrow })]);

		await page.getByRole('button', { name: 'Move Flu clinic' }).click();
		await page.getByLabelText('New day').fill(nextWeek);
		await page.getByRole('button', { name: 'Move it' }).click();

		await expect.poll(() => dayOfPost(store, 1)).toBe(nextWeek);
		expect(page.getByRole('dialog').elements()).toEqual([]);
	});

	test('Escape leaves it where it is, and the focus goes back to the button', async () => {
		const { store } = await openPlan([post(1, 'Flu clinic', { plannedOn: tomorrow })]);
		await page.getByRole('button', { name: 'Move Flu clinic' }).click();

		await userEvent.keyboard('{Escape}');

		await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
		expect(document.activeElement?.textContent).toContain('Flu clinic');
		expect(await dayOfPost(store, 1)).toBe(tomorrow);
	});

	test('a day that is over is refused in words', async () => {
		await openPlan([post(1, 'Flu clinic', { plannedOn: tomorrow })]);

		await page.getByRole('button', { name: 'Move Flu clinic' }).click();
		await page.getByLabelText('New day').fill(addDays(today, -1));
		await page.getByRole('button', { name: 'Move it' }).click();

		await expect.element(page.getByText(/This day is over/)).toBeVisible();
	});

	test('where a yes would be lost, it asks first', async () => {
		const pictures = [{ photoId: idFor(300), alt: 'The clinic' }];
		const { store } = await openPlan([
			post(1, 'Flu clinic', { plannedOn: tomorrow, status: 'ready', text: 'Come.', pictures })
		]);

		await page.getByRole('button', { name: 'Move Flu clinic' }).click();
		await page.getByLabelText('New day').fill(nextWeek);
		await page.getByRole('button', { name: 'Move it' }).click();
		await expect.element(page.getByText(/Then it is a draft again/)).toBeVisible();
		expect(await dayOfPost(store, 1)).toBe(tomorrow);

		await page.getByRole('button', { name: 'Move it as a draft' }).click();
		await expect.poll(() => dayOfPost(store, 1)).toBe(nextWeek);
		expect(await store.get(postRecord, idFor(1))).toMatchObject({ status: 'draft' });
	});

	test.each(['week', 'month'])('a post is dragged to another day in the %s', async (view) => {
		// All of the week is seen at once: a page that scrolls as the mouse goes down drops something else.
		await page.viewport(1280, 1400);
		const { store } = await openPlan(
			[post(1, 'Flu clinic', { plannedOn: dragFrom })],
			`#view=${view}&on=${dragFrom}`
		);
		const role = view === 'week' ? 'listitem' : 'gridcell';
		const place = page
			.getByRole(role)
			.filter({ hasText: spokenDay(dragTo, dragTo) })
			.first();

		await expect.element(place).toBeVisible();
		await page.getByRole('link', { name: 'Flu clinic' }).first().dropTo(place);

		await expect.poll(() => dayOfPost(store, 1)).toBe(dragTo);
	});

	test('a copy goes to another day and starts as a draft', async () => {
		const { store } = await openPlan([
			post(1, 'Flu clinic', { plannedOn: tomorrow, status: 'approved', text: 'Come.' })
		]);

		await page.getByRole('button', { name: 'Copy Flu clinic' }).click();
		await page.getByLabelText('Day (you can choose later)').fill(nextWeek);
		await page.getByRole('button', { name: 'Make the copy' }).click();

		await expect
			.poll(async () =>
				(await store.between(postRecord, nextWeek, nextWeek)).map(({ status }) => status)
			)
			.toEqual(['draft']);
	});

	test('someone who only reads gets no buttons to change anything', async () => {
		await openPlan(
			[post(1, 'Flu clinic', { plannedOn: tomorrow }), repeat()],
			'#view=list',
			reader
		);

		await expect.element(page.getByRole('link', { name: 'Flu clinic' })).toBeVisible();
		expect(page.getByRole('button', { name: /Move|Copy|Write this|Skip/ }).elements()).toEqual([]);
		expect(page.getByRole('link', { name: 'New post' }).elements()).toEqual([]);
	});
});

describe('repeating posts in the plan', () => {
	test('"Skip this one" leaves out one day, and the next comes all the same', async () => {
		const { store } = await openPlan([repeat()]);
		const skip = page.getByRole('button', { name: /Skip this one The group meets, tomorrow/ });

		await skip.click();

		await expect.poll(() => skip.elements()).toEqual([]);
		await expect.element(page.getByRole('button', { name: /Skip this one/ }).first()).toBeVisible();
		expect(await store.get(postRepeatRecord, idFor(500))).toMatchObject({ skippedOn: [tomorrow] });
	});

	test('"Write this one" makes the draft, and the plan shows it instead', async () => {
		const { store } = await openPlan([repeat()]);

		await page.getByRole('button', { name: /Write this one The group meets, tomorrow/ }).click();

		await expect
			.poll(async () => (await store.between(postRecord, tomorrow, tomorrow)).length)
			.toBe(1);
		const [draft] = await store.between(postRecord, tomorrow, tomorrow);
		expect(draft).toMatchObject({ status: 'draft', repeatId: idFor(500), plannedOn: tomorrow });
		await expect.element(page.getByRole('heading', { name: 'The group meets' })).toBeVisible();
	});
});
