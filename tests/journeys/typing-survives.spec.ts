/**
 * A phone that dies in the middle of a sentence, and two tabs of one person.
 */
import type { Page } from '@playwright/test';
import {
	addAccount,
	expect,
	heading,
	planPost,
	setUp,
	signPledge,
	test,
	upToDate
} from '#tests/support/journey.ts';

test('What was typed into a new post is there again after the tab was killed', async ({
	practice
}) => {
	test.setTimeout(300_000);
	const page = await setUp(practice);
	await page.goto('/posts/new');
	await page.getByLabel('Short name').pressSequentially('Flu clinic');
	await page.getByLabel('What you want to say').pressSequentially('Come on Saturday, from 9');
	await keptOnThisPhone(page, 'Come on Saturday, from 9');
	await page.close({ runBeforeUnload: false });

	const again = await page.context().newPage();
	await again.goto('/posts/new');
	await expect(again.getByText('We kept what you wrote last time.')).toBeVisible();
	await expect(again.getByLabel('Short name')).toHaveValue('Flu clinic');
	await expect(again.getByLabel('What you want to say')).toHaveValue('Come on Saturday, from 9');
});

test('Two tabs show the same post, and one of them syncs for both', async ({ practice }) => {
	test.setTimeout(300_000);
	const one = await setUp(practice);
	await addAccount(one);
	await signPledge(one);
	await upToDate(one);
	const other = await one.context().newPage();
	await other.goto('/posts');
	await expect(heading(other, 'Plan')).toBeVisible();

	await planPost(one, 'Flu clinic', 'The flu clinic is open on Saturday.');
	await expect(other.getByRole('link', { name: 'Flu clinic' })).toBeVisible();
	await upToDate(other);

	const locks = await other.evaluate(async () => navigator.locks.query());
	const [lock, ...more] = locks.held?.filter(({ name }) => name?.startsWith('sync-')) ?? [];
	expect(lock).toBeDefined();
	expect(more).toEqual([]);
	const waiting = locks.pending?.filter(({ name }) => name === lock?.name);
	expect(waiting).toHaveLength(1);
});

/** Typing is kept at every pause: waits until the phone's database has these words. */
async function keptOnThisPhone(page: Page, words: string): Promise<void> {
	const drafts = () =>
		page.evaluate(async () => {
			const [{ name = '' } = {}] = await indexedDB.databases();
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(new Error('The database does not open.'));
			});
			const reading = database.transaction('draft').objectStore('draft').getAll();
			await new Promise((resolve) => {
				reading.onsuccess = resolve;
			});
			database.close();
			return JSON.stringify(reading.result);
		});
	await expect.poll(drafts).toContain(words);
}
