/**
 * One person after the other is asked about one photo: each gets a form of their own.
 */
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { giveBack } from '#parts/handed-over.svelte.ts';
import { volunteer } from '#tests/support/actors.ts';
import { photoOf } from '#tests/support/consents.ts';
import { openStore, seed, show } from '#tests/support/screen.ts';
import ConsentFlow from './ConsentFlow.svelte';
import { consentRecord, photoRecord } from './record.ts';

// The browser remembers it from test to test.
beforeEach(giveBack);

const photo = photoOf({ occasion: 'Flu clinic', consentIds: [] });

async function asked(firstName: string) {
	const choose = (legend: string | RegExp, answer: string) =>
		page
			.getByRole('group', { name: legend })
			.getByRole('radio', { name: answer, exact: true })
			.click();
	await choose('Who or what is it about?', 'An adult');
	await page.getByRole('button', { name: 'Next' }).click();
	await page.getByLabelText('First name').fill(firstName);
	await choose(/Do they work or help/, 'No');
	await page.getByRole('button', { name: 'Next' }).click();
	await page.getByRole('button', { name: 'They want to think about it' }).click();
	await expect
		.element(page.getByText(`${firstName} wants to think about it.`, { exact: false }))
		.toBeVisible();
}

test('nothing of the last form is kept for the next person in the same photo', async () => {
	const store = await openStore(volunteer, [seed(photoRecord, photo)]);
	location.hash = `photo/${photo.id}`;
	show(store, ConsentFlow);

	await asked('Ada');
	// As when the page is left: what a form still holds would be kept now.
	dispatchEvent(new Event('pagehide'));
	const { tables } = store.parts;
	const kept = await tables.write((session) => session.small('draft').all());
	location.hash = '';

	expect(kept).toEqual([]);
	expect(await store.all(consentRecord)).toMatchObject([
		{ firstName: 'Ada', status: 'asked', occasion: 'Flu clinic' }
	]);
});
