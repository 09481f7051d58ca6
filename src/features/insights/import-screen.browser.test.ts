/**
 * Bringing in files as a person does it, in a real browser, with the worker that reads them.
 */
import '#ui/app.scss';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { idFor, reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import ImportScreen from './ImportScreen.svelte';
import { insightImportRecord } from './imports/record.ts';
import { insightNoteRecord } from './record.ts';
import { postResultsRecord } from './results/record.ts';
import facebookFile from '#tests/fixtures/exports/Sep-01-2026_Sep-30-2026_facebook.csv?raw';
import unclearFile from '#tests/fixtures/exports/instagram-unclear-days.csv?raw';
import swedishFile from '#tests/fixtures/exports/facebook-svenska.csv?raw';
import daysFile from '#tests/fixtures/exports/account_overview_analytics_2026-09-01_2026-09-28.csv?raw';

const shape = {
	...{ createdAt: 0, createdBy: volunteer.personId, profileUrl: null, purpose: '' },
	...{ ownerId: null, deputyId: null, postsPerWeek: 2, accessNote: '', hasTwoStep: true },
	...{ showsHours: true, group: 'All accounts', closedOn: null, checkedOn: null }
};
const facebook: Account = {
	...{ ...shape, id: idFor(1), name: 'Our Facebook page', platform: 'facebook', status: 'active' }
};
const instagram: Account = {
	...facebook,
	id: idFor(2),
	name: 'Our Instagram',
	platform: 'instagram'
};
const x: Account = { ...facebook, id: idFor(3), name: 'Our X', platform: 'x' };
const seeds = [
	seed(personRecord, aPerson({ id: volunteer.personId, name: 'Ann' })),
	...[facebook, instagram, x].map((account) => seed(accountRecord, account))
];

async function choose(name: string, text: string | Uint8Array<ArrayBuffer>) {
	const lastModified = Date.UTC(2026, 9, 1, 12);
	const file = new File([text], name, { type: 'text/csv', lastModified });
	await userEvent.upload(page.getByLabelText('Choose a file'), file);
}

describe('bringing in numbers', () => {
	test('shows what the file is, brings it in, and undo takes it out again', async () => {
		const store = await openStore(volunteer, seeds);
		show(store, ImportScreen);

		await choose('Sep-01-2026_Sep-30-2026_facebook.csv', facebookFile);

		await expect
			.element(
				page.getByRole('heading', { name: /Facebook page, 4 posts, first 3 September.*, last 28/ })
			)
			.toBeVisible();
		await expect.element(page.getByText('4 are new.')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		expect(await store.all(postResultsRecord)).toEqual([]);

		await page.getByRole('button', { name: 'Yes, bring in 4 posts' }).click();

		await expect.element(page.getByText('4 posts are in.')).toBeVisible();
		expect((await store.all(postResultsRecord))[0]?.results).toHaveLength(4);

		await page.getByRole('button', { name: /^Fill 4 boxes$/ }).click();

		await expect.element(page.getByRole('button', { name: /^Fill/ })).not.toBeInTheDocument();
		expect(await store.all(insightNoteRecord)).toMatchObject([
			{ month: '2026-09', postsMade: 4, views: 2357, reach: null }
		]);
		expect(await faultsOfPage()).toEqual([]);

		await page.getByRole('button', { name: 'Undo this file' }).first().click();

		await expect.element(page.getByText('Undone', { exact: true })).toBeVisible();
		expect(await store.all(postResultsRecord)).toEqual([]);
		expect(await store.all(insightImportRecord)).toMatchObject([{ status: 'undone' }]);
	});

	test('asks which number is the month where nothing shows it', async () => {
		show(await openStore(volunteer, seeds), ImportScreen);

		await choose('instagram-unclear-days.csv', unclearFile);
		await page.getByRole('radio', { name: /2 March.* to 2 September/ }).click();
		expect(await faultsOfPage()).toEqual([]);
		await page.getByRole('button', { name: 'Go on' }).click();

		await expect.element(page.getByRole('heading', { name: /first 2 March/ })).toBeVisible();

		await page.getByRole('button', { name: /wrong way round/ }).click();

		await expect.element(page.getByRole('heading', { name: /first 3 February/ })).toBeVisible();
	});

	test('asks what unknown columns mean, once', async () => {
		const store = await openStore(volunteer, seeds);
		show(store, ImportScreen);

		await choose('facebook-svenska.csv', swedishFile);
		await expect.element(page.getByText('We do not know this file')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		await page.getByRole('combobox', { name: /Delningar”$/ }).selectOptions('Shares');
		await page.getByRole('button', { name: 'Go on' }).click();
		await expect
			.element(page.getByRole('heading', { name: /A list of posts, 1 post/ }))
			.toBeVisible();

		await page.getByRole('button', { name: 'Yes, bring in 1 post' }).click();
		await expect.element(page.getByText(/Choose which account these posts are from/)).toBeVisible();
		await page.getByLabelText('Which account is it?').selectOptions('Our Facebook page');
		await page.getByRole('button', { name: 'Yes, bring in 1 post' }).click();
		await page.getByRole('button', { name: 'Bring in another file' }).click();
		await choose('facebook-svenska.csv', swedishFile);

		await expect.element(page.getByText('1 gets newer numbers.')).not.toBeInTheDocument();
		await expect
			.element(page.getByRole('heading', { name: /A list of posts, 1 post/ }))
			.toBeVisible();
	});

	test('totals of days fill only boxes that are empty', async () => {
		const store = await openStore(volunteer, seeds);
		show(store, ImportScreen);

		await choose('account_overview_analytics_2026-09-01_2026-09-28.csv', daysFile);
		await page.getByRole('button', { name: /^Fill 6 boxes$/ }).click();

		await expect.element(page.getByRole('button', { name: /^Fill/ })).not.toBeInTheDocument();
		const months = (await store.all(insightNoteRecord)).map(({ month, views }) => [month, views]);
		expect(months.sort()).toEqual([
			['2026-09', 432],
			['2026-10', 50]
		]);
	});

	test('says what to do with a spreadsheet', async () => {
		show(await openStore(volunteer, seeds), ImportScreen);

		await choose('posts.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4]));

		await expect.element(page.getByText(/“Save as”, then “CSV UTF-8”/)).toBeVisible();
		await expect
			.element(page.getByText(/Don’t open the download in a spreadsheet/).first())
			.toBeVisible();
	});

	test('a reader sees what is here and brings nothing in', async () => {
		show(await openStore(reader, seeds), ImportScreen);

		await expect.element(page.getByText(/Only people who write posts/)).toBeVisible();
		await expect.element(page.getByLabelText('Choose a file')).not.toBeInTheDocument();
	});
});
