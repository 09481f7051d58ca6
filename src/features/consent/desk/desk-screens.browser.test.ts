/** The desk, take-down lists, the manager's list, keeping and reports, in a real browser. */
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf } from '#domain/calendar.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { emptyContent, postRecord } from '#features/posts/record.ts';
import {
	coordinator,
	idFor,
	manager,
	practiceId,
	reader,
	volunteer
} from '#tests/support/actors.ts';
import { consentOf, facebook, photoOf } from '#tests/support/consents.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import ConsentsScreen from '../ConsentsScreen.svelte';
import KeepingScreen from '../keeping/KeepingScreen.svelte';
import { keepingRecord } from '../keeping/record.ts';
import { mustNotShowRecord } from '../must-not-show/record.ts';
import MustNotShowScreen from '../must-not-show/MustNotShowScreen.svelte';
import { consentRecord, photoRecord } from '../record.ts';
import PhotoReportScreen from '../report/PhotoReportScreen.svelte';
import PostReportScreen from '../report/PostReportScreen.svelte';
import { withdrawConsent } from '../takedown/mutations.ts';
import { takeDownRecord } from '../takedown/record.ts';
import TakeDownScreen from '../takedown/TakeDownScreen.svelte';
import DeskScreen from './DeskScreen.svelte';

const today = dayOf(Date.now());
const id = idFor(1);
const postId = idFor(0x90);
const far = '2099-12-31';
const seeds: readonly Seed[] = [
	seed(personRecord, aPerson({ id: manager.personId, name: 'Mo', role: 'practice-manager' })),
	seed(personRecord, aPerson({ id: volunteer.personId, name: 'Ann' })),
	seed(
		accountRecord,
		accountRecord.schema.parse({
			...{ id: facebook.id, createdAt: 0, createdBy: manager.personId, name: 'Our Facebook page' },
			...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
			status: 'active'
		})
	),
	seed(photoRecord, photoOf({ consentIds: [id, idFor(2)] })),
	seed(
		postRecord,
		postRecord.schema.parse({
			...emptyContent,
			...{ id: postId, createdAt: 0, createdBy: volunteer.personId, title: 'Come to the clinic' },
			...{ status: 'posted', pictures: [{ photoId: photoOf().id, alt: 'Ada' }] },
			postings: [{ accountId: facebook.id, url: '', at: Date.now(), by: volunteer.personId }]
		})
	)
];
const consent = (number: number, changes: object = {}) =>
	seed(consentRecord, consentOf(number, { accounts: [facebook.id], expiresOn: far, ...changes }));

/** Both of one occasion have signed. */
const waiting = [
	consent(1, { status: 'given', firstName: 'Ada' }),
	consent(2, { status: 'given', firstName: 'Ben' })
];

beforeEach(() => page.viewport(360, 740));

describe('the desk', () => {
	test('confirms an occasion with one tap once each was looked at, and undoes it', async () => {
		const store = await openStore(manager, [...seeds, ...waiting]);
		show(store, DeskScreen);
		await expect.element(page.getByRole('heading', { name: /^Flu clinic/ })).toBeVisible();
		expect(page.getByRole('button', { name: /^Confirm all/ }).elements()).toHaveLength(0);

		for (const name of ['Ada', 'Ben']) {
			await page.getByLabelText(`I have checked all this for ${name}`).click();
		}
		expect(await faultsIn(document.body)).toEqual([]);
		await page.getByRole('button', { name: 'Confirm all 2 that I checked' }).click();

		await expect.element(page.getByText('2 are confirmed.')).toBeVisible();
		expect(await store.get(consentRecord, id)).toMatchObject({
			...{ status: 'confirmed', confirmChecked: ['form', 'person', 'behind', 'uses', 'days'] }
		});
		await page.getByRole('button', { name: 'Undo: let them wait again' }).click();
		await expect.element(page.getByLabelText('I have checked all this for Ada')).toBeVisible();
		expect(await store.get(consentRecord, id)).toMatchObject({ status: 'given' });
	});

	test('warns of a first name on the list, and holds the picture back', async () => {
		const listed = {
			...{ id: idFor(0x33), createdAt: 0, createdBy: manager.personId },
			...{ firstName: 'ADA', reason: 'court' as const }
		};
		const store = await openStore(manager, [...seeds, ...waiting, seed(mustNotShowRecord, listed)]);
		show(store, DeskScreen);
		await expect.element(page.getByText(/^Look closely: this first name/)).toBeVisible();
		for (const name of ['Ada', 'Ben']) {
			await page.getByLabelText(`I have checked all this for ${name}`).click();
		}
		expect(page.getByRole('button', { name: /^Confirm all/ }).elements()).toHaveLength(0);

		await page.getByRole('button', { name: /^Hold this picture back/ }).click();

		await expect.element(page.getByText(/^You hold this picture back/).first()).toBeVisible();
		expect(await store.get(photoRecord, photoOf().id)).toMatchObject({ isHeldBack: true });
	});

	test('does not let a form through that is the manager’s own, and says who can', async () => {
		const own = consent(1, { status: 'given', takenBy: manager.personId });
		const store = await openStore(manager, [...seeds, own]);
		show(store, DeskScreen);

		await expect
			.element(page.getByRole('heading', { name: 'Not for you to confirm' }))
			.toBeVisible();
		await expect.element(page.getByText(/^Add a deputy/)).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('says no with a reason', async () => {
		const store = await openStore(manager, [...seeds, ...waiting.slice(0, 1)]);
		show(store, DeskScreen);
		await page.getByRole('button', { name: /^Do not accept it/ }).click();
		await page.getByLabelText('Why').fill('It is not signed');

		await page.getByRole('button', { name: 'Do not accept it', exact: true }).last().click();

		await expect.element(page.getByText('Nothing waits for you')).toBeVisible();
		expect(await store.get(consentRecord, id)).toMatchObject({
			...{ status: 'refused', turnedDownWhy: 'It is not signed' }
		});
	});
});

describe('a take-down list', () => {
	const withdrawn = async (who: typeof manager) => {
		const store = await openStore(who, [
			...seeds,
			consent(1, { status: 'confirmed', confirmedAt: 1 })
		]);
		expect(await store.mutate(withdrawConsent, { id, accounts: null, how: null })).toBeUndefined();
		show(store, TakeDownScreen, { id });
		await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
		return store;
	};

	test('is worked through with times, and closed by the practice', async () => {
		const store = await withdrawn(manager);
		await expect.element(page.getByText('0 of 14 places').first()).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);

		await page
			.getByRole('button', { name: /^It is removed.*Come to the clinic, on Our Facebook page/ })
			.click();
		await expect.element(page.getByText(/today at .*, you\./)).toBeVisible();
		await page.getByRole('button', { name: /^Cannot be removed.*Posters/ }).click();
		await page.getByLabelText('Why can it not be removed?').fill('40 copies are out');
		await page.getByRole('button', { name: 'Keep this reason' }).click();
		await expect.element(page.getByText('40 copies are out', { exact: false })).toBeVisible();
		await page.getByRole('button', { name: /^I looked at all the rest/ }).click();
		await page.getByLabelText(/^Printed copies/).fill('The posters in town');
		await page.getByRole('button', { name: 'Keep this', exact: true }).click();
		await page.getByRole('button', { name: 'I have told them' }).click();
		await page.getByRole('button', { name: 'Yes, they know' }).click();

		await expect.element(page.getByText('Down, and the person knows')).toBeVisible();
		expect(await store.get(takeDownRecord, id)).toMatchObject({
			...{ state: 'told', toldOn: today, leftOver: 'The posters in town' }
		});
		expect(await store.get(postRecord, postId)).toMatchObject({ status: 'taken-down' });
	});

	test('is open to volunteers, who cannot tell the person', async () => {
		await withdrawn(volunteer);
		await page.getByRole('button', { name: /^I looked at all the rest/ }).click();
		await page.getByRole('button', { name: /^It is removed.*Come to the clinic/ }).click();

		await expect
			.element(page.getByText('Everything is settled. The practice manager tells them now.'))
			.toBeVisible();
	});
});

describe('how long things are kept', () => {
	const old = consent(1, { status: 'withdrawn', withdrawnOn: addDays(today, -40) });

	test('is shown before it can be switched on, and nothing is deleted by looking', async () => {
		const store = await openStore(manager, [...seeds, old]);
		show(store, KeepingScreen);
		await expect.element(page.getByText('Switched off')).toBeVisible();
		expect(page.getByRole('button', { name: 'Switch it on' }).elements()).toHaveLength(0);

		await page.getByRole('button', { name: 'Show what it would do tonight' }).click();

		await expect.element(page.getByText('1 photo deleted, 0 forms cut down.')).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
		expect(await store.get(photoRecord, photoOf().id)).toMatchObject({ status: 'kept' });
		await page.getByRole('button', { name: 'Switch it on' }).click();
		await page.getByRole('button', { name: 'Yes, switch it on' }).click();
		await expect.element(page.getByText('Done each night')).toBeVisible();
		expect(await store.get(keepingRecord, practiceId)).toMatchObject({ isOn: true });
	});

	test('is for the practice manager to change', async () => {
		const store = await openStore(coordinator, [...seeds, old]);
		show(store, KeepingScreen);

		await expect
			.element(page.getByText('Only the practice manager can change this.'))
			.toBeVisible();
		expect(page.getByLabelText('Delete a photo after').elements()).toHaveLength(0);
	});
});

test('People who must not be shown are put on the list by first name and reason', async () => {
	const store = await openStore(manager, seeds);
	show(store, MustNotShowScreen);
	await page.getByLabelText('First name').fill('Kit');
	await page.getByRole('button', { name: 'Put on the list' }).click();
	await expect.element(page.getByRole('link', { name: 'Choose a reason.' })).toBeVisible();
	await page.getByLabelText('Reason').selectOptions('D: a court said so');

	await page.getByRole('button', { name: 'Put on the list' }).click();

	await expect
		.element(page.getByText('D: a court said so', { exact: false }).first())
		.toBeVisible();
	expect(await store.all(mustNotShowRecord)).toMatchObject([{ firstName: 'Kit', reason: 'court' }]);
	expect(await faultsIn(document.body)).toEqual([]);
});

describe('a consent report', () => {
	const proof = consent(1, {
		...{ code: 'C-0001', confirmedAt: Date.now(), confirmedBy: manager.personId },
		...{ wordingVersion: 'adult-1' }
	});

	test('of a photo says who, until when, confirmed by whom, and where it went', async () => {
		const store = await openStore(volunteer, [...seeds, proof]);
		show(store, PhotoReportScreen, { id: photoOf().id });

		await expect.element(page.getByText(/^Mo, /)).toBeVisible();
		await expect.element(page.getByText('adult-1')).toBeVisible();
		await expect.element(page.getByText(/^Come to the clinic: Our Facebook page, /)).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('of a post holds each of its pictures', async () => {
		const store = await openStore(volunteer, [...seeds, proof]);
		show(store, PostReportScreen, { id: postId });

		await expect.element(page.getByRole('heading', { name: 'Flu clinic' })).toBeVisible();
		await expect.element(page.getByText('C-0001 (T-0001 on paper)')).toBeVisible();
	});
});

test('The register is searched by occasion and filtered by its end; readers get none', async () => {
	const soon = consent(3, { firstName: 'Cleo', expiresOn: addDays(today, 5), occasion: 'Fair' });
	const store = await openStore(coordinator, [...seeds, consent(1), soon]);
	show(store, ConsentsScreen);
	await expect.element(page.getByText('2 of 2')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Save these as a table' })).toBeVisible();

	await page.getByLabelText('Show').selectOptions('Ends within 7 days');

	await expect.element(page.getByText('1 of 2')).toBeVisible();
	await page.getByLabelText('Show').selectOptions('All');
	await page.getByLabelText(/^Find a name/).fill('flu');
	await expect.element(page.getByText('1 of 2')).toBeVisible();
	const other = await openStore(reader, seeds);
	expect(await other.all(consentRecord)).toEqual([]);
});
