/**
 * Taking the plan out of the app, in a real browser that has no practice to ask.
 */
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf, monthOf } from '#domain/calendar.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { coordinator, idFor, volunteer } from '#tests/support/actors.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import '#ui/app.scss';
import PrintScreen from './PrintScreen.svelte';
import TakeOutScreen from './TakeOutScreen.svelte';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };
const today = dayOf(Date.now());
const made = { createdAt: 0, createdBy: coordinator.personId };
const facebook: Account = {
	...{ id: idFor(1), ...made, name: 'Our Facebook page', platform: 'facebook' },
	...{ profileUrl: null, purpose: '', group: 'All accounts', ownerId: null, deputyId: null },
	...{ postsPerWeek: 2, accessNote: '', hasTwoStep: true, showsHours: true },
	...{ status: 'active', closedOn: null, checkedOn: null }
};
const post = newPost(
	{ id: idFor(4), ...made },
	{ title: '=Carers', plannedOn: today, plannedTime: '09:30', accounts: [facebook.id] }
);

async function open(month?: string) {
	const seeds = [seed(accountRecord, facebook), seed(postRecord, post)];
	const store = await openStore(volunteer, seeds);
	if (month === undefined) show(store, TakeOutScreen);
	else show(store, PrintScreen, { month });
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** What the next file that is saved is called, and what it holds. */
async function savedBy(tap: () => Promise<void>): Promise<{ name: string; text: string }> {
	const files: Blob[] = [];
	const names: string[] = [];
	const made = URL.createObjectURL.bind(URL);
	const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
		if (file instanceof Blob) files.push(file);
		return made(file);
	});
	const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement
	) {
		names.push(this.download);
	});
	try {
		await tap();
		await expect.poll(() => files.length, patient).toBe(1);
		return { name: names[0] ?? '', text: (await files[0]?.text()) ?? '' };
	} finally {
		url.mockRestore();
		click.mockRestore();
	}
}

describe('the plan taken out of the app', () => {
	test('is a table that is made without a signal', async () => {
		await open();

		const { name, text } = await savedBy(() =>
			page.getByRole('button', { name: 'Save the table' }).click()
		);

		expect(name).toBe(`plan-${monthOf(today)}.csv`);
		expect(text).toContain(`${today.split('-').reverse().join('/')},09:30,"'=Carers",Draft`);
		expect(await faultsOfPage()).toEqual([]);
	});

	test('is one calendar file for one post', async () => {
		await open();
		await page.getByText('Put one post in a calendar').click();

		const { name, text } = await savedBy(() =>
			page.getByRole('button', { name: 'Save the calendar file for =Carers' }).click()
		);

		expect(name).toBe('post.ics');
		expect(text).toContain('SUMMARY:Planned: =Carers');
	});

	test('tells everybody what the group posts, once something is out', async () => {
		const said = { status: 'posted', type: 'question', plannedOn: addDays(today, -1) } as const;
		const out = { ...post, id: idFor(5), ...said };
		const seeds = [seed(accountRecord, facebook), seed(postRecord, post), seed(postRecord, out)];
		show(await openStore(volunteer, seeds), TakeOutScreen);

		const list = page.getByText(/^What our group posts:/);
		await expect.element(list).toBeVisible();
		expect(list.element().textContent).toContain('• Questions to you, and later what you told us');
		expect(list.element().textContent).toContain('• Our Facebook page');
		await expect.element(page.getByRole('button', { name: 'Copy the list' })).toBeVisible();
	});

	test('says calmly that the calendar link needs the practice', async () => {
		await open();

		await expect.element(page.getByText(/No answer from the practice/)).toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
	});
});

describe('the month on paper', () => {
	test('has a row for each post with a box to tick', async () => {
		await open(monthOf(today));

		const row = page.getByRole('row', { name: /=Carers/ });
		await expect.element(row).toBeVisible();
		const words = row.element().textContent.replace(/\s+/g, ' ');
		expect(words).toContain('9:30am');
		expect(words).toContain('Our Facebook page');
		expect(words).toContain('Draft');
		expect(await faultsOfPage()).toEqual([]);
	});

	test('of a month without posts says so', async () => {
		await open('2020-01');

		await expect.element(page.getByText('Nothing is planned for this month yet.')).toBeVisible();
	});

	test('shows this month for an address that names none', async () => {
		await open('nonsense');

		await expect.element(page.getByRole('row', { name: /=Carers/ })).toBeVisible();
	});
});
