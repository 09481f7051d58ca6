/**
 * Photo day at a flu clinic with no signal: twelve people asked, one of them a child, one of them
 * covered after a no; the practice confirms; a post goes out; one takes her yes back by her copy.
 */
import type { Page } from '@playwright/test';
import type { Asked } from '#tests/support/asking.ts';
import {
	dayAhead,
	expect,
	heading,
	names,
	syncLine,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';
import {
	addPhotos,
	askInPhoto,
	askThePlace,
	coverOut,
	describeAll,
	occasion,
	photoAddresses,
	photos,
	place
} from '#tests/support/photo-day.ts';

const wendy: Asked = {
	...{ name: 'Wendy', look: 'woman in green, left' },
	...{ signs: 'drawn', givesBack: 'held' }
};
const rita: Asked = { name: 'Rita', look: 'woman in red, right', says: 'no' };
const child: Asked = {
	name: 'Kit',
	look: 'child with a toy',
	kind: 'child',
	parent: 'Pat Example'
};
const staff: Asked = { name: 'Sol', look: 'man at the desk', kind: 'staff' };
const others: readonly Asked[] = ['Abe', 'Bea', 'Cal', 'Dot', 'Eve', 'Fay', 'Gus', 'Hal'].map(
	(name) => ({ name, look: `${name}’s place in the row` })
);
/** By photo. */
const rows: readonly (readonly Asked[])[] = [
	others.slice(0, 4),
	[child, staff, ...others.slice(4, 6)],
	[...others.slice(6), rita]
];
const link = 'https://www.facebook.com/example/posts/1';
const outPost = 'Flu clinic thanks';
const draft = 'Flu clinic again';

test('A photo day with no signal, from the first picture to the end of a take-down', async ({
	practice
}) => {
	test.setTimeout(900_000);
	const { manager, volunteer } = await twoPeople(practice);
	await manager.setViewportSize({ width: 1280, height: 800 });
	let addresses: string[] = [];
	let covered = '';
	let copy = '';

	await test.step('With no signal the place agrees, and pictures become photos', async () => {
		await volunteer.context().setOffline(true);
		await askThePlace(volunteer);
		await addPhotos(volunteer, 3);
		await describeAll(volunteer);
		addresses = await photoAddresses(volunteer);
		expect(addresses).toHaveLength(3);
	});

	await test.step('Wendy signs with her finger, and takes a copy home', async () => {
		await askInPhoto(volunteer, addresses[2] ?? '', [wendy]);
		copy = await makeCopy(volunteer);
	});

	await test.step('Eleven more are asked; a child with a parent; one says no', async () => {
		for (const [index, people] of rows.entries()) {
			await askInPhoto(volunteer, addresses[index] ?? '', people);
		}
		await volunteer.goto(addresses[2] ?? '');
		await expect(volunteer.getByText('Do not use', { exact: false }).first()).toBeVisible();
	});

	await test.step('She who said no is covered, and the original goes', async () => {
		covered = await coverOut(volunteer, addresses[2] ?? '', 'Rita');
		await expect(volunteer.getByText('Rita', { exact: true })).toHaveCount(0);
		await volunteer.goto(addresses[2] ?? '');
		await expect(heading(volunteer, 'This photo has been removed')).toBeVisible();
		await expect(syncLine(volunteer)).toHaveText(/^Offline, \d+ changes waiting$/);
	});

	await test.step('With a signal everything goes to the practice', async () => {
		await volunteer.context().setOffline(false);
		await volunteer.goto('/sync');
		await volunteer.getByRole('button', { name: 'Sync now' }).click();
		await expect(
			volunteer.getByText('Every photo that you added is with the practice.')
		).toBeVisible();
		await upToDate(volunteer);
	});

	await test.step('The manager confirms the occasion and the place, on a laptop', async () => {
		await manager.goto('/consents/desk');
		await expect(manager.getByRole('heading', { name: new RegExp(`^${occasion}`) })).toBeVisible();
		const boxes = manager.getByRole('checkbox', { name: /^I have checked all this for/ });
		await expect(boxes).toHaveCount(11);
		for (const box of await boxes.all()) await box.check();
		await manager.getByRole('button', { name: 'Confirm all 11 that I checked' }).click();
		await expect(manager.getByText('11 are confirmed.')).toBeVisible();
		await manager.goto('/consents');
		await manager.getByRole('link', { name: new RegExp(`^Open.*${place}`) }).click();
		await manager.getByRole('button', { name: 'Confirm', exact: true }).click();
		await manager.getByRole('button', { name: 'Yes, confirm it' }).click();
		await expect(manager.getByText('Confirmed', { exact: true }).first()).toBeVisible();
		await upToDate(manager);
		await manager.goto('/photos');
		await expect(photos(manager)).toHaveCount(3);
	});

	await test.step('A post with the covered picture goes out', async () => {
		await volunteer.goto(covered);
		await expect(volunteer.getByText('May be used', { exact: false }).first()).toBeVisible();
		await planWithCovered(volunteer, outPost, dayAhead(0));
		await getReady(volunteer);
		await manager.goto('/');
		await manager.getByRole('link', { name: `Approve “${outPost}”` }).click();
		await manager.getByRole('button', { name: 'Approve', exact: true }).click();
		await manager.getByRole('button', { name: 'Yes, approve it' }).click();
		await expect(manager.getByText('Approved', { exact: true })).toBeVisible();
		await upToDate(manager);
		await volunteer.reload();
		await volunteer.getByLabel('Posted? Paste its link').fill(link);
		await volunteer.getByRole('button', { name: /^Mark as posted/ }).click();
		await expect(volunteer.getByRole('link', { name: /^See it/ })).toBeVisible();
		await upToDate(volunteer);
	});

	await test.step('Wendy takes her yes back by the link on her copy, without an account', async () => {
		await planWithCovered(volunteer, draft, dayAhead(7));
		await volunteer.context().setOffline(true);
		const hers = await practice.newPhone();
		await hers.goto(copy);
		await expect(hers.getByText(/Wendy, you said yes/)).toBeVisible();
		await hers.getByRole('radio', { name: 'Everywhere' }).check();
		await hers.getByRole('radio', { name: 'Yes, take it down' }).check();
		await hers.getByRole('button', { name: 'Take my yes back' }).click();
		await expect(heading(hers, 'It is done')).toBeVisible();
	});

	await test.step('The draft is held back on the phone once it has a signal', async () => {
		await expect(volunteer.getByText(/has taken their yes back/)).toHaveCount(0);
		await volunteer.context().setOffline(false);
		await volunteer.reload();
		await expect(volunteer.getByText(/has taken their yes back/).first()).toBeVisible();
		await volunteer.goto(covered);
		await expect(heading(volunteer, occasion)).toBeVisible();
		await expect(volunteer.getByText('Take this picture down today')).toBeVisible();
	});

	await test.step('The take-down list is worked off, with times, and the person is told', async () => {
		await volunteer.goto('/');
		await volunteer.getByRole('link', { name: /^Take down what shows Wendy/ }).click();
		await volunteer.getByRole('button', { name: new RegExp(`^It is removed.*${outPost}`) }).click();
		await expect(volunteer.getByText(/today at .*, you\./)).toBeVisible();
		await volunteer.getByRole('button', { name: /^I looked at all the rest/ }).click();
		await expect(
			volunteer.getByText('Everything is settled. The practice manager tells them now.')
		).toBeVisible();
		await upToDate(volunteer);
		await manager.goto('/');
		await manager.getByRole('link', { name: /^Tell Wendy/ }).click();
		await expect(manager.getByText(/Everything is settled, today at/)).toBeVisible();
		await manager.getByRole('button', { name: 'I have told them' }).click();
		await manager.getByRole('button', { name: 'Yes, they know' }).click();
		await expect(manager.getByText('Down, and the person knows')).toBeVisible();
	});
});

/** @returns the address that is on it. */
async function makeCopy(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Make a copy' }).click();
	const line = page.getByText(/To take your yes back, open/);
	await expect(line).toBeVisible();
	await page.evaluate(() => (window.print = () => undefined));
	await page.getByRole('button', { name: 'Print it' }).click();
	return /http\S+withdraw#[A-Z0-9]{16}/.exec(await line.innerText())?.[0] ?? '';
}

/** The covered picture is the newest, so it is the first that is offered. */
async function planWithCovered(page: Page, title: string, day: string): Promise<void> {
	await page.goto('/posts/new');
	await page.getByLabel('Short name').fill(title);
	await page.getByLabel('What you want to say').fill('Thank you to all who came.');
	await page.getByRole('checkbox', { name: names.account }).check();
	await page.getByLabel('Day (you can choose later)').fill(day);
	await page.getByRole('button', { name: 'Save the draft' }).click();
	await expect(heading(page, title)).toBeVisible();
	await page.getByText('Add a picture', { exact: true }).click();
	await page
		.getByRole('button', { name: `Add ${occasion}` })
		.first()
		.click();
	await page.getByLabel(/^Describe picture 1/).fill('People smile at the desk of the flu clinic');
	await page.getByLabel(/^Describe picture 1/).blur();
	await upToDate(page);
}

async function getReady(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'The list for pictures' }).click();
	const list = page.getByRole('group', { name: 'Look at each picture' });
	for (const box of await list.getByRole('checkbox').all()) await box.check();
	await page.getByRole('button', { name: 'I looked at all of them' }).click();
	await page.getByRole('button', { name: 'It is ready' }).click();
	await expect(page.getByText('It is waiting for a yes from the practice')).toBeVisible();
	await upToDate(page);
}
