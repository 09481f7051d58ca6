/**
 * The people of the group as a person sees and changes them, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { dayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { coordinator, manager, otherVolunteer, reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show } from '#tests/support/screen.ts';
import PeopleScreen from './PeopleScreen.svelte';
import PersonScreen from './PersonScreen.svelte';
import { personRecord, type Person } from './record.ts';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };

const today = dayOf(Date.now());
const boss = aPerson({ id: manager.personId, name: 'Mo', role: 'practice-manager' });
const chair = aPerson({ id: coordinator.personId, name: 'Cas', role: 'coordinator' });
const ann = aPerson({ id: volunteer.personId, name: 'Ann', pledgedOn: today });
const sam = aPerson({
	...{ id: otherVolunteer.personId, name: 'Sam', phone: '01632 960001' },
	...{ mayCall: true, mayMessage: false }
});

async function open(who: Actor, people: readonly Person[], id?: string) {
	const store = await openStore(
		who,
		people.map((person) => seed(personRecord, person))
	);
	if (id === undefined) show(store, PeopleScreen);
	else show(store, PersonScreen, { id });
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
	return store;
}

describe('the list of people', () => {
	test('asks the first practice manager to add someone', async () => {
		await open(manager, [boss]);

		await expect.element(page.getByText('You are the only one here')).toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Add this person' })).toBeVisible();
	});

	test('says who has signed the pledge, and has no fault that axe knows', async () => {
		await open(volunteer, [boss, ann, sam]);

		await expect.element(page.getByRole('link', { name: 'Ann (you)' })).toBeVisible();
		await expect.element(page.getByText(/2 have not signed this year’s pledge/)).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('keeps what was typed about a new person when a name is missing', async () => {
		await open(coordinator, [boss, chair]);
		await page.getByRole('button', { name: 'Add a person' }).click();
		await page.getByLabelText('Rota member').click();

		await page.getByRole('button', { name: 'Add this person' }).click();

		await expect.element(page.getByText('There is a problem')).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'Enter a name.' })).toBeVisible();
		await expect.element(page.getByLabelText('Rota member')).toBeChecked();
	});

	test('lets a coordinator add anyone but a practice manager', async () => {
		await open(coordinator, [boss, chair]);

		await page.getByRole('button', { name: 'Add a person' }).click();

		await expect.element(page.getByLabelText('Volunteer')).toBeVisible();
		expect(page.getByLabelText('Practice manager').elements()).toHaveLength(0);
	});

	test('has no button to add people for a reader', async () => {
		await open(reader, [boss, aPerson({ id: reader.personId, role: 'reader', name: 'Ray' })]);

		await expect.element(page.getByRole('link', { name: 'Ray (you)' })).toBeVisible();
		expect(page.getByRole('button', { name: 'Add a person' }).elements()).toHaveLength(0);
	});
});

describe('the yearly pledge', () => {
	test('is asked first, then kept for a year', async () => {
		const store = await open(otherVolunteer, [boss, sam]);
		await page.getByRole('button', { name: 'Sign the pledge' }).click();
		await expect.element(page.getByText(/This cannot be undone/)).toBeVisible();

		await page.getByRole('button', { name: 'Yes, I sign' }).click();

		await expect.element(page.getByText('Your pledge: signed', { exact: false })).toBeVisible();
		expect(await store.get(personRecord, sam.id)).toMatchObject({ pledgedOn: today });
	});
});

describe('one person', () => {
	test('is reached in the way that they agreed to', async () => {
		await open(volunteer, [boss, ann, sam], sam.id);

		await expect
			.element(page.getByRole('button', { name: 'Call Sam' }))
			.toHaveAttribute('href', 'tel:01632960001');
		expect(page.getByText('Message Sam').elements()).toHaveLength(0);
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('keeps a number when its field is left, and says what is wrong with a bad one', async () => {
		const store = await open(volunteer, [boss, ann], ann.id);
		const phone = page.getByLabelText('Phone number');

		await phone.fill('ask me');
		await page.getByLabelText('Name').click();
		await expect.element(page.getByText('Enter a phone number', { exact: false })).toBeVisible();
		await expect.element(phone).toHaveValue('ask me');
		await phone.fill('01632 960002');
		await page.getByLabelText('Name').click();

		await expect
			.poll(() => store.get(personRecord, ann.id), patient)
			.toMatchObject({ phone: '01632 960002' });
	});

	test('gets no invite without a signal, and is told what is safe', async () => {
		await open(manager, [boss, sam], sam.id);

		await page.getByRole('button', { name: 'Invite Sam' }).click();

		await expect.element(page.getByText('What you typed is safe', { exact: false })).toBeVisible();
	});

	test('leaves the group after a question, and may come back', async () => {
		const store = await open(manager, [boss, sam], sam.id);
		await page.getByText('Sam leaves the group').click();
		await page.getByRole('button', { name: 'Sam leaves today' }).click();
		await page.getByRole('button', { name: 'Yes, note it' }).click();

		await expect.element(page.getByText('Sam left the group', { exact: false })).toBeVisible();
		expect(await store.get(personRecord, sam.id)).toMatchObject({ leftOn: today });

		await page.getByRole('button', { name: 'Sam is back' }).click();
		await expect.element(page.getByRole('heading', { name: 'Getting in' })).toBeVisible();
	});

	test('the only practice manager keeps the role and cannot leave', async () => {
		await open(manager, [boss, sam], boss.id);

		await expect.element(page.getByText('this role stays', { exact: false })).toBeVisible();
		expect(page.getByText('leaves the group', { exact: false }).elements()).toHaveLength(0);
	});

	test('who is not on this phone is said to be missing', async () => {
		await open(volunteer, [boss, ann], otherVolunteer.personId);

		await expect
			.element(page.getByRole('heading', { name: 'This person is not on this phone' }))
			.toBeVisible();
	});
});
