/** The poster and the slips with a square to scan, in a real browser. */
import '#ui/app.scss';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { accountRecord } from '#features/accounts/record.ts';
import { contactRecord } from '#features/practice/record.ts';
import { coordinator, idFor, volunteer } from '#tests/support/actors.ts';
import { faultsOfPage, openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import PosterScreen from './PosterScreen.svelte';

const made = { createdAt: 0, createdBy: coordinator.personId };

function account(profileUrl: string | null): Seed {
	const row = {
		...{ id: idFor(1), ...made, name: 'Our page', platform: 'facebook', profileUrl },
		...{ purpose: '', ownerId: null, deputyId: null, status: 'active' }
	};
	return seed(accountRecord, accountRecord.schema.parse(row));
}

async function open(...seeds: Seed[]) {
	show(await openStore(volunteer, seeds), PosterScreen);
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('A poster leads to the page of an account, or slips to the practice', async () => {
	const contact = {
		...{ id: idFor(2), ...made, role: 'practice-route', name: 'The practice online' },
		...{ phone: null, email: null, url: 'https://exampleton.example.org/contact/' },
		checkedOn: null
	};
	await open(
		account('https://www.facebook.com/example'),
		seed(contactRecord, contactRecord.schema.parse(contact))
	);

	await expect.element(page.getByText('Find us on Facebook')).toBeVisible();
	await expect.element(page.getByText('facebook.com/example')).toBeVisible();
	await expect.element(page.getByRole('img', { name: 'Square to scan: Our page' })).toBeVisible();
	expect(await faultsOfPage()).toEqual([]);

	await page.getByLabelText('Where should people go?').selectOptions('The practice online');
	await page.getByLabelText('Slips to give away, 8 on a page').click();

	await expect.element(page.getByText('exampleton.example.org/contact').first()).toBeVisible();
	expect(page.getByText('Find the practice online').elements()).toHaveLength(8);
	// Who listens to the page hears one slip only.
	expect(page.getByRole('img').elements()).toHaveLength(1);
	expect(await faultsOfPage()).toEqual([]);
});

test('Without a link there is nothing to print, and it says where to add one', async () => {
	await open(account(null));

	await expect.element(page.getByRole('link', { name: 'Add the link of its page' })).toBeVisible();
});
