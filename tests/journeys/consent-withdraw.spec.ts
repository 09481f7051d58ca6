/**
 * A post with someone in it goes out; she takes her yes back; drafts are held back on the other
 * phone, the take-down list is finished with times, the practice tells her, and the report prints.
 */
import type { Page } from '@playwright/test';
import {
	askAdult,
	dayAhead,
	expect,
	heading,
	names,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';
import { jpeg } from '#tests/support/pictures.ts';

const link = 'https://www.facebook.com/example/posts/1';
const outPost = 'Come to the clinic';
const draft = 'Thank you, volunteers';

/** A photo of Wendy, in a public place. */
async function addPhotoOfWendy(page: Page): Promise<void> {
	await page.goto('/photos');
	const buffer = await jpeg(9, { width: 900, height: 700 });
	await page
		.getByLabel('Choose photos')
		.setInputFiles({ name: 'wendy.jpg', mimeType: 'image/jpeg', buffer });
	await page.getByRole('list', { name: 'Photos' }).getByRole('link').first().click();
	await expect(page.getByRole('heading', { name: 'Who is in it' })).toBeVisible();
	const person = page.getByLabel('Someone who has a form already');
	await person.selectOption({ label: (await person.getByText('Wendy').innerText()).trim() });
	await page.getByRole('button', { name: 'Add this person' }).click();
	await expect(page.getByText(/Nobody has said yet who/)).toBeHidden();
	await page.getByRole('radio', { name: /^A public place/ }).check();
	await page
		.getByRole('button', { name: /Keep|Save/ })
		.last()
		.click();
	await upToDate(page);
}

async function planWithPicture(page: Page, title: string, day: string): Promise<void> {
	await page.goto('/posts/new');
	await page.getByLabel('Short name').fill(title);
	await page.getByLabel('What you want to say').fill('Knock next door this week.');
	await page.getByRole('checkbox', { name: names.account }).check();
	await page.getByLabel('Day (you can choose later)').fill(day);
	await page.getByRole('button', { name: 'Save the draft' }).click();
	await expect(heading(page, title)).toBeVisible();
	await page.getByText('Add a picture', { exact: true }).click();
	await page.getByRole('button', { name: /^Add / }).first().click();
	await page.getByLabel(/^Describe picture 1/).fill('A woman in green smiles at the desk');
	await page.getByLabel(/^Describe picture 1/).blur();
	await upToDate(page);
}

test('She takes her yes back: drafts are held back, all comes down with times, and a report proves it', async ({
	practice
}) => {
	test.setTimeout(900_000);
	const { manager, volunteer } = await twoPeople(practice);

	await test.step('Wendy says yes, and the manager confirms it on her desk', async () => {
		await askAdult(volunteer, 'Wendy');
		await addPhotoOfWendy(volunteer);
		await manager.goto('/consents/desk');
		await manager.getByLabel('I have checked all this for Wendy').check();
		await manager.getByRole('button', { name: /^Confirm/ }).click();
		await expect(manager.getByText('1 is confirmed.')).toBeVisible();
		await upToDate(manager);
	});

	await test.step('A post with her goes out', async () => {
		await planWithPicture(volunteer, outPost, dayAhead(0));
		await volunteer.getByRole('link', { name: 'The list for pictures' }).click();
		const list = volunteer.getByRole('group', { name: 'Look at each picture' });
		for (const box of await list.getByRole('checkbox').all()) await box.check();
		await volunteer.getByRole('button', { name: 'I looked at all of them' }).click();
		await volunteer.getByRole('button', { name: 'It is ready' }).click();
		await expect(volunteer.getByText('It is waiting for a yes from the practice')).toBeVisible();
		await upToDate(volunteer);
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

	await test.step('She takes her yes back; a draft on the other phone is held back at once', async () => {
		await planWithPicture(volunteer, draft, dayAhead(7));
		await expect(volunteer.getByText(/has taken their yes back/)).toHaveCount(0);
		await manager.goto('/consents');
		await manager.getByRole('link', { name: /Wendy/ }).first().click();
		await manager.getByRole('button', { name: 'They take their yes back' }).click();
		await manager.getByLabel('How did they tell you?', { exact: false }).fill('By phone');
		await manager.getByRole('button', { name: 'Yes, stop using them' }).click();
		await expect(manager.getByText('Taken back', { exact: true }).first()).toBeVisible();
		await upToDate(manager);
		await expect(volunteer.getByText(/has taken their yes back/).first()).toBeVisible();
	});

	await test.step('The volunteer is told on Today, and works through the list', async () => {
		await volunteer.goto('/');
		await volunteer.getByRole('link', { name: /^Take down what shows Wendy/ }).click();
		await expect(volunteer.getByRole('link', { name: new RegExp(outPost) })).toBeVisible();
		await volunteer.getByRole('button', { name: new RegExp(`^It is removed.*${outPost}`) }).click();
		await expect(volunteer.getByText(/today at .*, you\./)).toBeVisible();
		await volunteer.getByRole('button', { name: /^I looked at all the rest/ }).click();
		await expect(
			volunteer.getByText('Everything is settled. The practice manager tells them now.')
		).toBeVisible();
		await upToDate(volunteer);
	});

	await test.step('The practice tells her, and the list is closed', async () => {
		await manager.goto('/');
		await manager.getByRole('link', { name: /^Tell Wendy/ }).click();
		await manager.getByRole('button', { name: 'I have told them' }).click();
		await manager.getByRole('button', { name: 'Yes, they know' }).click();
		await expect(manager.getByText('Down, and the person knows')).toBeVisible();
	});

	await test.step('The post is down, and its report says so and can be printed', async () => {
		await manager.goto('/consents');
		await manager.getByRole('link', { name: /Wendy/ }).first().click();
		await manager
			.getByRole('link', { name: /^Consent report/ })
			.first()
			.click();
		await expect(heading(manager, /^Consent report/)).toBeVisible();
		await expect(manager.getByText(new RegExp(`${names.account}.*Taken down`))).toBeVisible();
		await expect(manager.getByText('Taken back', { exact: true })).toBeVisible();
		await manager.emulateMedia({ media: 'print' });
		await expect(manager.getByRole('button', { name: 'Print this report' })).toBeHidden();
		const paper = await manager.pdf({ format: 'A4' });
		expect(paper.length).toBeGreaterThan(5000);
	});
});
