/**
 * What people do with the month's numbers in the journeys: accounts, files, notes, paper.
 */
import type { Page } from '@playwright/test';
import { expect, heading } from './journey.ts';

/** An account elsewhere than on Facebook: 'Our Instagram'. */
export async function addOther(page: Page, platform: string, link: string): Promise<void> {
	await page.goto('/accounts');
	await page.getByRole('button', { name: 'Add an account' }).click();
	await page.getByLabel('Where is it?').selectOption({ label: platform });
	await page.getByLabel('Name of the account').fill(`Our ${platform}`);
	await page.getByLabel('Link to the page').fill(link);
	await page.getByLabel('What is it for, and for whom?').fill('News of the surgery, for patients');
	await page.getByRole('button', { name: 'Add this account' }).click();
	await expect(heading(page, `Our ${platform}`)).toBeVisible();
}

interface TableFile {
	readonly name: string;
	readonly text: string;
}

export async function chooseFile(page: Page, { name, text }: TableFile): Promise<void> {
	const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
	await page.getByLabel('Choose a file').setInputFiles(file);
}

/** Brings a file in and fills the month's boxes with it. `posts` as the screen writes it: '122'. */
export async function bringIn(page: Page, file: TableFile, posts: string): Promise<void> {
	await chooseFile(page, file);
	await expect(page.getByRole('heading', { name: `, ${posts} posts, first` })).toBeVisible();
	await page.getByRole('button', { name: `Yes, bring in ${posts} posts` }).click();
	await expect(page.getByText(`${posts} posts are in.`)).toBeVisible();
	await page.getByRole('button', { name: /^Fill \d+ boxes$/ }).click();
	await expect(page.getByRole('button', { name: /^Fill/ })).toHaveCount(0);
	await page.getByRole('button', { name: 'Bring in another file' }).click();
}

/** A box of the monthly note; leaving it keeps it. */
export async function write(page: Page, label: string, words: string): Promise<void> {
	const box = page.getByLabel(label, { exact: true });
	await box.fill(words);
	await box.blur();
}

/** A picture of this screen on paper: how many pages, and their sizes in points. */
export async function printed(page: Page): Promise<{ pages: number; sizes: string[] }> {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	// Chromium writes each page as an object of its own.
	const text = pdf.toString('latin1');
	const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
	return {
		pages: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
		sizes: boxes.map(
			([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`
		)
	};
}

export const onePage = { pages: 1, sizes: ['595×842'] };
