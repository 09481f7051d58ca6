/**
 * What people do on a day with a camera: the place agrees, pictures come in, someone is covered.
 */
import type { Page } from '@playwright/test';
import { askThem, drawSignature, placeOf, type Asked } from './asking.ts';
import { cameraJpeg } from './camera-pictures.ts';
import { expect, heading, names } from './journey.ts';

export const place = 'The surgery';
const part = 'reception';
export const occasion = 'Flu clinic';

/** The person in charge of the place says yes to one part of it. */
export async function askThePlace(page: Page): Promise<void> {
	await page.goto('/consents');
	await page.getByText('Add a place', { exact: true }).click();
	await page.getByLabel('Name', { exact: true }).fill(place);
	await page.getByLabel('Who may agree there?').fill('site manager');
	await page.getByRole('button', { name: 'Add this place' }).click();
	await expect(heading(page, place)).toBeVisible();
	await page.getByText('They say yes', { exact: true }).click();
	await page.getByLabel('Who said yes?').fill('Petra, site manager');
	await page.getByLabel('Where are pictures welcome?').fill(part);
	await page.getByRole('checkbox', { name: 'Posts by the patient group' }).check();
	await page.getByRole('checkbox', { name: names.account }).check();
	await page.getByRole('radio', { name: 'Signed on this phone' }).check();
	await drawSignature(page);
	await page.getByRole('button', { name: 'Keep this yes' }).click();
	await expect(page.getByText('Said yes, not confirmed yet')).toBeVisible();
}

/** As a camera writes them, place and all; they become photos on this phone. */
export async function addPhotos(page: Page, count: number): Promise<void> {
	await page.goto('/photos');
	const numbers = Array.from({ length: count }, (_, index) => index + 1);
	const files = await Promise.all(
		numbers.map(async (number) => ({
			name: `IMG_${number}.jpg`,
			mimeType: 'image/jpeg',
			buffer: await cameraJpeg(number, { width: 1600, height: 1200 })
		}))
	);
	await page.getByLabel('Choose photos').setInputFiles(files);
	await expect(photos(page)).toHaveCount(count);
}

/** The tiles among the photos. */
export function photos(page: Page) {
	return page.getByRole('list', { name: 'Photos' }).getByRole('listitem');
}

/** Occasion, source and place are said once for all of them. */
export async function describeAll(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Choose several' }).click();
	await page.getByRole('button', { name: 'Choose all shown' }).click();
	await page.getByLabel('What was going on?').fill(occasion);
	await page.getByLabel('Where they come from').selectOption({ label: 'One of us took it' });
	await page.getByLabel('Credit').fill('Photo by Vera, a volunteer');
	await page.getByText('The place', { exact: true }).click();
	await page.getByRole('radio', { name: 'A place on our list' }).check();
	await page.getByLabel('Which place?').selectOption({ label: place });
	await page.getByLabel('Which part?').selectOption({ label: part });
	await page.getByRole('button', { name: 'Keep this for all of them' }).click();
	await expect(page.getByRole('button', { name: 'Choose several' })).toBeVisible();
}

/** Addresses of the photos, newest first. */
export async function photoAddresses(page: Page): Promise<string[]> {
	await page.goto('/photos');
	const links = photos(page).getByRole('link');
	await expect(links.first()).toBeVisible();
	return Promise.all(
		(await links.all()).map(async (link) => (await link.getAttribute('href')) ?? '')
	);
}

/** Asks one person after the other about the photo that shows them. */
export async function askInPhoto(
	page: Page,
	address: string,
	people: readonly Asked[]
): Promise<void> {
	for (const person of people) {
		await page.goto(address);
		await page.getByRole('button', { name: 'Ask someone new' }).click();
		await askThem(page, person);
	}
}

/** Burns a black box over someone; the original is deleted. @returns the new photo's address. */
export async function coverOut(page: Page, address: string, name: string): Promise<string> {
	await page.goto(address);
	await page.getByRole('button', { name: 'Cover something or cut it' }).click();
	const board = page.getByRole('group', { name: 'The picture with its covers' });
	await board.scrollIntoViewIfNeeded();
	const { x, y, width, height } = await placeOf(board);
	await page.mouse.move(x + width * 0.6, y + height * 0.1);
	await page.mouse.down();
	await page.mouse.move(x + width * 0.9, y + height * 0.6, { steps: 8 });
	await page.mouse.up();
	await expect(page.getByRole('button', { name: /^Cover 1/ })).toBeVisible();
	await page
		.getByRole('group', { name: 'Who can no longer be recognised?' })
		.getByRole('checkbox', { name: new RegExp(`^${name}`) })
		.check();
	await page.getByRole('radio', { name: /^It is deleted from every phone/ }).check();
	await page.getByRole('button', { name: 'Make the new picture' }).click();
	await expect(heading(page, occasion)).toBeVisible();
	return new URL(page.url()).pathname;
}
