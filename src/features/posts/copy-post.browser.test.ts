/** A copy of a post, made on its own screen. */
import '#ui/app.scss';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { volunteer } from '#tests/support/actors.ts';
import { aPost, facebook, openPost } from '#tests/support/post-screen.ts';
import { faultsOfPage } from '#tests/support/screen.ts';
import { postRecord } from './record.ts';

const url = 'https://facebook.example.org/1';
const posting = { accountId: facebook, url, at: Date.now(), by: volunteer.personId };

test('a writer copies a post that has gone out; the copy is a draft', async () => {
	const { store } = await openPost(volunteer, aPost({ status: 'posted', postings: [posting] }));

	await page.getByRole('button', { name: 'Copy this post' }).click();
	expect(await faultsOfPage()).toEqual([]);
	const make = page.getByRole('button', { name: 'Make the copy' });
	await make.click();

	await vi.waitFor(async () => {
		const posts = await store.all(postRecord);
		expect(posts.map(({ status }) => status).sort()).toEqual(['draft', 'posted']);
	});
	await expect.element(make).not.toBeInTheDocument();
});
