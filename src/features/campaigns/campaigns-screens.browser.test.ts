/**
 * Campaigns, objectives and hashtags as a person uses them, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { dayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { coordinator, idFor, reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import '#ui/app.scss';
import { faultsOfPage, openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import CampaignScreen from './CampaignScreen.svelte';
import CampaignsScreen from './CampaignsScreen.svelte';
import HashtagsScreen from './HashtagsScreen.svelte';
import {
	campaignRecord,
	hashtagRecord,
	objectiveRecord,
	type Campaign,
	type Hashtag,
	type Objective
} from './record.ts';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };
const today = dayOf(Date.now());
const made = { createdAt: 0, createdBy: coordinator.personId };
const id = idFor(1);
const campaign: Campaign = {
	...{ id, ...made, title: 'Flu season', wish: 'More vaccines', objectiveId: null, outcome: '' },
	...{ firstOn: null, lastOn: null, endedOn: null }
};
const hashtag: Hashtag = {
	...{ id: idFor(2), ...made, tag: '#FluJab', key: '#flujab', purpose: 'Book a vaccine' },
	...{ campaignId: id, checkedCleanOn: null, checkedBy: null }
};
const objective: Objective = {
	...{ id: idFor(3), ...made, title: 'New members', watch: 'own', ownWatch: 'Members', goal: 12 },
	...{ ownCount: null, ownCountOn: null }
};
const post = {
	...newPost({ id: idFor(4), ...made }, { title: 'Who can have one?', campaignId: id })
};

async function open(who: Actor, screen: 'list' | 'one' | 'tags', seeds: readonly Seed[] = []) {
	const pledgedOn = today;
	const store = await openStore(who, [
		seed(personRecord, aPerson({ id: volunteer.personId, name: 'Ann', pledgedOn })),
		...seeds
	]);
	if (screen === 'list') show(store, CampaignsScreen);
	else if (screen === 'tags') show(store, HashtagsScreen);
	else show(store, CampaignScreen, { id });
	await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
	return store;
}

describe('the list of campaigns', () => {
	test('says what campaigns and objectives are for while there are none', async () => {
		await open(volunteer, 'list');

		await expect.element(page.getByText('No campaigns yet')).toBeVisible();
		await expect.element(page.getByText(/Choose up to three things/)).toBeVisible();
		expect(page.getByRole('button', { name: 'Add an objective' }).elements()).toHaveLength(0);
		expect(await faultsOfPage()).toEqual([]);
	});

	test('shows what runs, with its posts and hashtags', async () => {
		await open(reader, 'list', [
			seed(campaignRecord, campaign),
			seed(hashtagRecord, hashtag),
			seed(objectiveRecord, objective),
			seed(postRecord, post)
		]);

		await expect.element(page.getByRole('link', { name: 'Flu season' })).toBeVisible();
		await expect.element(page.getByText('1 post · #FluJab')).toBeVisible();
		await expect.element(page.getByText('We hope for 12', { exact: false })).toBeVisible();
		expect(page.getByRole('button', { name: 'Add a campaign' }).elements()).toHaveLength(0);
		expect(await faultsOfPage()).toEqual([]);
	});

	test('takes an objective that is ready-made, with its number', async () => {
		const store = await open(coordinator, 'list');
		await page.getByRole('button', { name: 'Add an objective' }).click();
		await page.getByLabelText('Start from one of these').selectOptions('More people follow us');
		await page.getByLabelText('The number you hope for').fill('many');
		await page.getByRole('button', { name: 'Add this objective' }).click();
		await expect.element(page.getByText('There is a problem')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);

		await page.getByLabelText('The number you hope for').fill('1,500');
		await page.getByRole('button', { name: 'Add this objective' }).click();

		await expect
			.poll(() => store.all(objectiveRecord), patient)
			.toMatchObject([{ title: 'More people follow us', watch: 'followers', goal: 1500 }]);
	});

	test('notes a number that was counted by hand', async () => {
		const store = await open(volunteer, 'list', [seed(objectiveRecord, objective)]);
		await page.getByText('Note a new number').click();
		await page.getByLabelText('Members, as of today').fill('14');
		await page.getByRole('button', { name: 'Keep it' }).click();

		await expect
			.poll(() => store.get(objectiveRecord, objective.id), patient)
			.toMatchObject({ ownCount: 14, ownCountOn: today });
		await expect.element(page.getByText('Reached.')).toBeVisible();
	});
});

describe('one campaign', () => {
	test('shows its posts and hashtags, and takes changes field by field', async () => {
		const store = await open(volunteer, 'one', [
			seed(campaignRecord, campaign),
			seed(hashtagRecord, hashtag),
			seed(postRecord, post)
		]);
		await expect.element(page.getByRole('link', { name: 'Who can have one?' })).toBeVisible();
		await expect.element(page.getByText('Look first')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);

		await page.getByRole('button', { name: 'Change', exact: true }).first().click();
		await page.getByLabelText('What came of it?').fill('It worked');
		await page.getByRole('button', { name: 'Done' }).click();

		await expect
			.poll(() => store.get(campaignRecord, id), patient)
			.toMatchObject({ outcome: 'It worked', wish: 'More vaccines' });
		expect(await faultsOfPage()).toEqual([]);
	});

	test('gets a hashtag that someone has looked at', async () => {
		const store = await open(volunteer, 'one', [seed(campaignRecord, campaign)]);
		await page.getByRole('button', { name: 'Add a hashtag' }).click();
		await page.getByLabelText('Hashtag', { exact: true }).fill('Flu Jab');
		await page.getByLabelText('What is it for?').fill('Book a vaccine');
		await page.getByLabelText('I looked today, and it is clean').click();
		await page.getByRole('button', { name: 'Add this hashtag' }).click();
		await expect.element(page.getByText(/leave out spaces/).first()).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);

		await page.getByLabelText('Hashtag', { exact: true }).fill('FluJab');
		await page.getByRole('button', { name: 'Add this hashtag' }).click();

		await expect
			.poll(() => store.by(hashtagRecord, 'campaignId', id), patient)
			.toMatchObject([{ tag: '#FluJab', checkedCleanOn: today, checkedBy: volunteer.personId }]);
		await expect.element(page.getByText(/Ann looked at it today/)).toBeVisible();
	});

	test('is ended, and opened again', async () => {
		const store = await open(volunteer, 'one', [seed(campaignRecord, campaign)]);
		await page.getByRole('button', { name: 'End this campaign' }).click();
		await expect
			.poll(() => store.get(campaignRecord, id), patient)
			.toMatchObject({ endedOn: today });

		await page.getByRole('button', { name: 'Open it again' }).click();

		await expect
			.poll(() => store.get(campaignRecord, id), patient)
			.toMatchObject({ endedOn: null });
	});

	test('that is not on this phone says so', async () => {
		await open(volunteer, 'one');

		await expect.element(page.getByText('This campaign is not on this phone')).toBeVisible();
	});
});

describe('the bank of hashtags', () => {
	test('says which need a look, and is checked with one tap', async () => {
		const store = await open(volunteer, 'tags', [seed(hashtagRecord, hashtag)]);
		await expect.element(page.getByText('One needs a look before you use them.')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);

		await page.getByRole('button', { name: 'I looked: it is clean #FluJab' }).click();

		await expect
			.poll(() => store.get(hashtagRecord, hashtag.id), patient)
			.toMatchObject({ checkedCleanOn: today });
		await expect.element(page.getByText('Clean', { exact: true })).toBeVisible();
	});
});
