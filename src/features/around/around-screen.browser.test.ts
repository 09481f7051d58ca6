/** Local places and requests to share as a person uses them, in a real browser. */
import '#ui/app.scss';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { dayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import AroundScreen from './AroundScreen.svelte';
import { localPlaceRecord, shareRequestRecord } from './record.ts';

async function open(who: Actor) {
	const pledgedOn = dayOf(Date.now());
	const me = aPerson({ id: who.personId, role: who.role, name: 'Vera', pledgedOn });
	const store = await openStore(who, [seed(personRecord, me)]);
	show(store, AroundScreen);
	await expect.element(page.getByText('Nobody waits for an answer.')).toBeVisible();
	return store;
}

test('A request is noted with what is usual, and decided with a reason', async () => {
	const store = await open(volunteer);

	await page.getByRole('button', { name: 'Note a request' }).click();
	await page.getByLabelText('Who asks?').fill('Corner Chemist');
	await page.getByLabelText('What kind of body is it?').selectOptions('firm');
	await expect.element(page.getByText('Usually no. We do not help to sell.')).toBeVisible();
	await page.getByLabelText('What do they want you to share?').fill('Their opening offer');
	await page.getByRole('button', { name: 'Note this request' }).click();
	await page.getByLabelText('Why do you share it, or not?').fill('It only helps them to sell.');
	expect(await faultsOfPage()).toEqual([]);
	await page.getByRole('button', { name: /^No\s*: Corner Chemist$/ }).click();

	await expect.element(page.getByText('Decided (1)')).toBeVisible();
	expect(await store.all(shareRequestRecord)).toMatchObject([
		{ decision: 'no', reason: 'It only helps them to sell.' }
	]);
});

test('A place is added, visited and changed', async () => {
	const store = await open(volunteer);

	await page.getByRole('button', { name: 'Add a place' }).click();
	await page.getByLabelText('Name').fill('Board in the library');
	await page.getByLabelText('What does it allow?').fill('Ask at the desk.');
	await page.getByRole('button', { name: 'Add this place' }).click();
	await expect.element(page.getByText('Worth a visit')).toBeVisible();
	await page.getByRole('button', { name: 'I was there today Board in the library' }).click();

	await expect.element(page.getByText(/Last visit: today/i)).toBeVisible();
	expect(await faultsOfPage()).toEqual([]);
	expect(await store.all(localPlaceRecord)).toMatchObject([{ rules: 'Ask at the desk.' }]);
});

test('A reader sees both lists and changes nothing', async () => {
	await open(reader);

	await expect
		.element(page.getByRole('button', { name: 'Note a request' }))
		.not.toBeInTheDocument();
	await expect.element(page.getByRole('button', { name: 'Add a place' })).not.toBeInTheDocument();
});
