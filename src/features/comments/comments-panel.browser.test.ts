/**
 * What waits for an answer, as a person on duty uses it.
 */
import '#ui/app.scss';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { idFor, reader, volunteer } from '#tests/support/actors.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import CommentsPanel from './CommentsPanel.svelte';
import { commentRecord } from './record.ts';

const account = accountRecord.schema.parse({
	...{ id: idFor(700), createdAt: 0, createdBy: volunteer.personId, name: 'Our page' },
	...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
	status: 'active'
});

async function open(who: Actor) {
	const store = await openStore(who, [seed(accountRecord, account)]);
	show(store, CommentsPanel);
	await expect.element(page.getByText('Nothing that anyone has noted.')).toBeVisible();
	return store;
}

beforeEach(() => page.viewport(360, 740));

test('It is noted with a link, promised, and dealt with', async () => {
	const store = await open(volunteer);
	await page.getByRole('button', { name: 'Note something to answer' }).click();
	await page.getByLabelText('Link to it').fill('our page');
	await page.getByRole('button', { name: 'Note it' }).click();
	await expect.element(page.getByText(/starts with https/)).toBeVisible();

	await page.getByLabelText('Link to it').fill('https://www.facebook.com/example/posts/1');
	await page.getByRole('button', { name: 'Note it' }).click();
	await expect.element(page.getByText(/^Answer by /)).toBeVisible();
	expect(await faultsOfPage()).toEqual([]);

	await page.getByRole('button', { name: /^We need time/ }).click();
	await page.getByRole('button', { name: 'Note the promise' }).click();
	await expect.element(page.getByText(/^We said that we come back/)).toBeVisible();

	await page.getByRole('button', { name: /^We answered/ }).click();
	await expect.element(page.getByText('Nothing that anyone has noted.')).toBeVisible();
	expect(await store.by(commentRecord, 'state', 'ended')).toMatchObject([
		{ outcome: 'answered', endedBy: volunteer.personId }
	]);
});

test('Someone who only reads sees it and can change nothing', async () => {
	await open(reader);

	expect(page.getByRole('button', { name: 'Note something to answer' }).elements()).toEqual([]);
});
