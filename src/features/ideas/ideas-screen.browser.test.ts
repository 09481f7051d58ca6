/**
 * The idea bank and ready-made plans as a person uses them, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf, weekdayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { campaignRecord } from '#features/campaigns/record.ts';
import { personRecord } from '#features/people/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import '#ui/app.scss';
import IdeasScreen from './IdeasScreen.svelte';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };
const today = dayOf(Date.now());

async function open(who: Actor, pledgedOn: string | null = today) {
	const store = await openStore(who, [
		seed(personRecord, aPerson({ id: who.personId, role: who.role, pledgedOn }))
	]);
	show(store, IdeasScreen);
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
	return store;
}

describe('the idea bank', () => {
	test('shows ideas by kind, and keeps one for later', async () => {
		const store = await open(volunteer);
		await page.getByLabelText('Show').selectOptions('Join the group');
		await expect.element(page.getByRole('heading', { name: 'We miss your voice' })).toBeVisible();
		expect(page.getByText('Thank you to the team').elements()).toHaveLength(0);
		expect(await faultsOfPage()).toEqual([]);

		await page.getByRole('button', { name: 'Keep for later We miss your voice' }).click();

		await expect
			.poll(() => store.all(postRecord), patient)
			.toMatchObject([{ title: 'We miss your voice', status: 'idea', plannedOn: null }]);
	});

	test('asks for the pledge first, and keeps nothing without it', async () => {
		const store = await open(volunteer, null);

		await page.getByRole('button', { name: 'Keep for later We miss your voice' }).click();

		await expect.element(page.getByText(/sign the yearly pledge/)).toBeVisible();
		expect(await store.all(postRecord)).toEqual([]);
	});

	test('lets a reader read', async () => {
		await open(reader);

		await expect.element(page.getByRole('heading', { name: 'We miss your voice' })).toBeVisible();
		expect(page.getByRole('button', { name: /Keep for later/ }).elements()).toHaveLength(0);
	});
});

describe('a ready-made plan', () => {
	test('shows what it would make, makes what is left ticked, and is undone at once', async () => {
		const store = await open(volunteer);
		const said: string[] = [];
		store.onchange = ({ uuid }) => void said.push(uuid);
		const monday = addDays(today, 8 - weekdayOf(today));
		await page.getByText('Ready-made plans').click();
		await page.getByRole('button', { name: 'See what it makes Flu season' }).click();
		await expect.element(page.getByRole('button', { name: 'Choose a day first' })).toBeDisabled();
		await page.getByLabelText('The day that flu vaccines start here').fill(monday);
		await page.getByLabelText(/It is not too late/).click();
		expect(await faultsOfPage()).toEqual([]);
		expect(await store.all(postRecord)).toEqual([]);

		await page.getByRole('button', { name: 'Put 5 drafts in the plan' }).click();

		await expect.poll(() => store.all(postRecord), patient).toHaveLength(5);
		const [campaign] = await store.all(campaignRecord);
		expect(campaign).toMatchObject({ title: 'Flu season', firstOn: monday });
		const posts = await store.by(postRecord, 'campaignId', campaign?.id ?? '');
		expect(posts.map(({ plannedOn }) => plannedOn).sort()[0]).toBe(monday);
		await expect.element(page.getByText(/5 drafts are in the/)).toBeVisible();

		expect(await store.undo(said[0] ?? '')).toBeUndefined();
		expect([await store.all(postRecord), await store.all(campaignRecord)]).toEqual([[], []]);
	});

	test('leaves out days that have gone by', async () => {
		const store = await open(volunteer);
		await page.getByText('Ready-made plans').click();
		await page.getByRole('button', { name: 'See what it makes Around a meeting' }).click();
		await page.getByLabelText('The day of the meeting').fill(addDays(today, 2));

		await page.getByRole('button', { name: 'Put 3 drafts in the plan' }).click();

		await expect.poll(() => store.all(postRecord), patient).toHaveLength(3);
		const days = (await store.all(postRecord)).map(({ plannedOn }) => plannedOn ?? '');
		expect(days.every((day) => day >= today)).toBe(true);
	});
});
