/**
 * Photos and consents as a person sees and changes them, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { dayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, manager, reader, volunteer } from '#tests/support/actors.ts';
import { consentOf, facebook, photoOf, venueOf } from '#tests/support/consents.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import ConsentFlow from './ConsentFlow.svelte';
import ConsentScreen from './ConsentScreen.svelte';
import ConsentsScreen from './ConsentsScreen.svelte';
import PhotoScreen from './PhotoScreen.svelte';
import PhotosScreen from './PhotosScreen.svelte';
import { consentRecord, photoRecord, venueRecord, type Consent } from './record.ts';
import VenueScreen from './VenueScreen.svelte';

const people: readonly Seed[] = [
	seed(personRecord, aPerson({ id: manager.personId, name: 'Mo', role: 'practice-manager' })),
	seed(personRecord, aPerson({ id: coordinator.personId, name: 'Cas', role: 'coordinator' })),
	seed(personRecord, aPerson({ id: volunteer.personId, name: 'Ann', role: 'volunteer' })),
	seed(personRecord, aPerson({ id: reader.personId, name: 'Ray', role: 'reader' })),
	seed(accountRecord, {
		...{ id: facebook.id, createdAt: 0, createdBy: manager.personId, name: 'Our Facebook page' },
		...{ platform: 'facebook', profileUrl: null, purpose: '', group: 'All accounts' },
		...{ ownerId: null, deputyId: null, postsPerWeek: 2, accessNote: '', hasTwoStep: true },
		...{ showsHours: true, status: 'active', closedOn: null, checkedOn: null }
	})
];
const adasId = idFor(1);
const signed = (changes: Partial<Consent> = {}) =>
	seed(
		consentRecord,
		consentOf(1, {
			status: 'given',
			code: 'T-0001',
			accounts: [facebook.id],
			expiresOn: '2099-12-31',
			...changes
		})
	);

async function open(who: Actor, seeds: readonly Seed[], screen: (store: Shown) => void) {
	const store = await openStore(who, [...people, ...seeds]);
	screen(store);
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
	return store;
}
type Shown = Awaited<ReturnType<typeof openStore>>;

describe('the photos', () => {
	test('say what they are for when there are none', async () => {
		await open(volunteer, [], (store) => show(store, PhotosScreen));

		await expect.element(page.getByText('No photos yet')).toBeVisible();
		await expect.element(page.getByText('Take a photo')).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('say in words how each one stands', async () => {
		const seeds = [
			seed(photoRecord, photoOf()),
			seed(photoRecord, photoOf({ id: idFor(0x51), occasion: 'Stall', consentIds: [] })),
			seed(consentRecord, consentOf(1, { status: 'withdrawn' }))
		];
		await open(reader, seeds, (store) => show(store, PhotosScreen));

		await expect.element(page.getByRole('list').getByText('✕ Do not use')).toBeVisible();
		await expect.element(page.getByText('? Who is in it')).toBeVisible();
		expect(page.getByText('Take a photo').elements()).toHaveLength(0);
	});

	test('say what is wrong with a file that is no picture', async () => {
		await open(volunteer, [], (store) => show(store, PhotosScreen));

		await page.getByText('Choose photos').upload(new File(['no'], 'IMG_1.HEIC'));

		await expect.element(page.getByText('HEIC picture', { exact: false })).toBeVisible();
	});
});

describe('one photo', () => {
	test('says where it may be used, and warns when it has to come down', async () => {
		const seeds = [seed(photoRecord, photoOf()), signed({ status: 'withdrawn' })];
		await open(volunteer, seeds, (store) => show(store, PhotoScreen, { id: photoOf().id }));

		await expect
			.element(page.getByRole('heading', { name: 'Take this picture down today', exact: false }))
			.toBeVisible();
		await expect
			.element(page.getByText('taken their yes back', { exact: false }).first())
			.toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('is free of people once someone put their name to it', async () => {
		const photo = photoOf({ consentIds: [] });
		const store = await open(volunteer, [seed(photoRecord, photo)], (opened) =>
			show(opened, PhotoScreen, { id: photo.id })
		);

		await page.getByRole('button', { name: 'nobody can be recognised', exact: false }).click();

		await expect.element(page.getByText('Ann looked closely', { exact: false })).toBeVisible();
		expect(await store.get(photoRecord, photo.id)).toMatchObject({
			nobodyCheckedBy: volunteer.personId
		});
	});
});

describe('one consent', () => {
	test('is confirmed by the practice manager, who is asked first', async () => {
		const store = await open(manager, [signed()], (opened) =>
			show(opened, ConsentScreen, { id: adasId })
		);
		await page.getByRole('button', { name: 'Confirm', exact: true }).click();
		await expect
			.element(page.getByText('Have you seen what they signed?', { exact: false }))
			.toBeVisible();
		expect(await store.get(consentRecord, adasId)).toMatchObject({ status: 'given' });

		await page.getByRole('button', { name: 'Yes, confirm it' }).click();

		await expect.element(page.getByText('Confirmed', { exact: true })).toBeVisible();
		expect(await store.get(consentRecord, adasId)).toMatchObject({ confirmedBy: manager.personId });
	});

	test('is not confirmed by the one who wrote it down', async () => {
		await open(manager, [signed({ takenBy: manager.personId })], (store) =>
			show(store, ConsentScreen, { id: adasId })
		);

		await expect
			.element(page.getByText('You had a part in this one', { exact: false }))
			.toBeVisible();
		expect(page.getByRole('button', { name: 'Confirm' }).elements()).toHaveLength(0);
	});

	test('is taken back by anyone of the group, after a question', async () => {
		const store = await open(volunteer, [signed({ status: 'confirmed' })], (opened) =>
			show(opened, ConsentScreen, { id: adasId })
		);
		expect(page.getByRole('button', { name: 'Confirm' }).elements()).toHaveLength(0);
		await page.getByRole('button', { name: 'They take their yes back' }).click();

		await page.getByRole('button', { name: 'Yes, stop using them' }).click();

		await expect.element(page.getByText('Taken back', { exact: true })).toBeVisible();
		expect(await store.get(consentRecord, adasId)).toMatchObject({ status: 'withdrawn' });
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('that waits stands first for the practice manager', async () => {
		await open(
			manager,
			[signed(), seed(consentRecord, consentOf(2, { status: 'asked' }))],
			(store) => show(store, ConsentsScreen)
		);

		await expect.element(page.getByText('For you to confirm (1)')).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});
});

describe('asking someone', () => {
	test('has nothing ticked before, and asks again for what was left out', async () => {
		await open(volunteer, [], (store) => show(store, ConsentFlow));
		expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0);

		await page.getByRole('button', { name: 'Next' }).click();

		await expect.element(page.getByText('There is a problem')).toBeVisible();
		await expect
			.element(page.getByRole('link', { name: 'Choose who or what this is about.' }))
			.toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('keeps a no at any point', async () => {
		const store = await open(volunteer, [], (opened) => show(opened, ConsentFlow));
		await page.getByLabelText('An adult', { exact: true }).click();
		await page.getByRole('button', { name: 'Next' }).click();
		await page.getByLabelText('First name').fill('Ada');
		await page.getByLabelText('No', { exact: true }).click();
		await page.getByRole('button', { name: 'Next' }).click();

		await page.getByRole('button', { name: 'They say no' }).click();

		await expect.element(page.getByText('Ada said no.', { exact: false })).toBeVisible();
		expect(await store.all(consentRecord)).toMatchObject([
			{ firstName: 'Ada', status: 'refused', refusedOn: dayOf(Date.now()) }
		]);
	});
});

describe('one place', () => {
	test('is confirmed by the practice manager, and shows where pictures are welcome', async () => {
		const venue = venueOf({ status: 'given', confirmedAt: null });
		const store = await open(manager, [seed(venueRecord, venue)], (opened) =>
			show(opened, VenueScreen, { id: venue.id })
		);
		await expect.element(page.getByText('Reception, Waiting room')).toBeVisible();
		await page.getByRole('button', { name: 'Confirm', exact: true }).click();

		await page.getByRole('button', { name: 'Yes, confirm it' }).click();

		await expect.element(page.getByText('Confirmed', { exact: true })).toBeVisible();
		expect(await store.get(venueRecord, venue.id)).toMatchObject({ status: 'confirmed' });
		expect(await faultsIn(document.body)).toEqual([]);
	});
});
