/**
 * The register of accounts as a person uses it, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { dayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show } from '#tests/support/screen.ts';
import AccountScreen from './AccountScreen.svelte';
import AccountsScreen from './AccountsScreen.svelte';
import { accountRecord, type Account } from './record.ts';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };

const today = dayOf(Date.now());
const id = idFor(1);
const facebook: Account = {
	...{ id, createdAt: 0, createdBy: coordinator.personId, name: 'Our Facebook page' },
	...{ platform: 'facebook', profileUrl: 'https://example.com/page', purpose: 'News' },
	...{ group: 'All accounts', ownerId: volunteer.personId, deputyId: null, postsPerWeek: 2 },
	...{ accessNote: '', hasTwoStep: true, showsHours: true },
	...{ status: 'active', closedOn: null, checkedOn: null }
};

async function open(who: Actor, accounts: readonly Account[], isOne = false) {
	const store = await openStore(who, [
		seed(personRecord, aPerson({ id: volunteer.personId, name: 'Ann' })),
		seed(personRecord, aPerson({ id: coordinator.personId, name: 'Cas', role: 'coordinator' })),
		...accounts.map((account) => seed(accountRecord, account))
	]);
	if (isOne) show(store, AccountScreen, { id });
	else show(store, AccountsScreen);
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
	return { account: () => store.get(accountRecord, id), all: () => store.all(accountRecord) };
}

describe('the register', () => {
	test('says what it is for while it is empty', async () => {
		await open(coordinator, []);

		await expect.element(page.getByText('No accounts yet')).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('shows who looks after each account and what is missing', async () => {
		await open(volunteer, [facebook]);

		await expect.element(page.getByText('Facebook. Ann looks after it.')).toBeVisible();
		await expect.element(page.getByText('1 thing missing')).toBeVisible();
		expect(page.getByRole('button', { name: 'Add an account' }).elements()).toHaveLength(0);
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('takes no password', async () => {
		const { all } = await open(coordinator, []);
		await page.getByRole('button', { name: 'Add an account' }).click();
		await page.getByLabelText('Where is it?').selectOptions('facebook');
		await page.getByLabelText('Name of the account').fill('Our page');
		const note = page.getByLabelText('Where is the way in kept', { exact: false });
		await note.fill('password: sesame');

		await page.getByRole('button', { name: 'Add this account' }).click();

		await expect.element(page.getByText(/This looks like a password/).first()).toBeVisible();
		expect(await all()).toEqual([]);
	});
});

describe('one account', () => {
	test('is changed by a coordinator, field by field', async () => {
		const { account } = await open(coordinator, [facebook], true);
		await page.getByRole('button', { name: 'Change' }).click();
		await page.getByLabelText('Who stands in?').selectOptions('Cas');
		await page.getByLabelText(/Posts you want/).fill('lots');
		await page.getByRole('button', { name: 'Keep the change' }).click();
		await expect.element(page.getByText('There is a problem')).toBeVisible();

		await page.getByLabelText(/Posts you want/).fill('3');
		await page.getByRole('button', { name: 'Keep the change' }).click();

		await expect
			.poll(account, patient)
			.toMatchObject({ deputyId: coordinator.personId, postsPerWeek: 3, purpose: 'News' });
		await expect.element(page.getByText('Still missing')).not.toBeInTheDocument();
	});

	test('is checked by the person who looks after it', async () => {
		const { account } = await open(volunteer, [facebook], true);

		await page.getByRole('button', { name: 'I have checked it today' }).click();

		await expect.poll(account, patient).toMatchObject({ checkedOn: today });
	});

	test('is closed with the steps in sight, and opened again', async () => {
		const { account } = await open(coordinator, [facebook], true);
		await page.getByText('Close this account').click();
		await page.getByRole('button', { name: 'It is closed now' }).click();
		await expect.poll(account, patient).toMatchObject({ status: 'closed', closedOn: today });

		await page.getByRole('button', { name: 'Open it again' }).click();

		await expect.poll(account, patient).toMatchObject({ status: 'active', closedOn: null });
	});
});
