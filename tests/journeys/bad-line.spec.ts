/**
 * A line that breaks off after the first screen: what comes later is missing, the person is told,
 * and it goes on by itself once the line is back.
 */
import type { Page } from '@playwright/test';
import { addAccount, expect, setUp, signPledge, test, upToDate } from '#tests/support/journey.ts';

/** Stands in the file that holds the rules, and in no other that Today loads at first. */
const inRules = 'rota.signUp';

/** Lets the first screen through and not the rules, until the answer is called. */
async function breakAfterFirstScreen(page: Page): Promise<() => void> {
	let isBroken = true;
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const answer = await route.fetch();
		if (isBroken && (await answer.text()).includes(inRules)) await route.abort();
		else await route.fulfill({ response: answer });
	});
	return () => void (isBroken = false);
}

// As on a first visit: nothing of the app is kept on the phone.
test.use({ serviceWorkers: 'block' });

test('On a line that breaks off, Today is there, the app says what is missing, and then goes on', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const page = await setUp(practice);
	await addAccount(page);
	await upToDate(page);
	const letThrough = await breakAfterFirstScreen(page);

	await page.goto('/');

	await expect(page.getByRole('heading', { name: 'Who covers today?' })).toBeVisible();
	await expect(page.getByText('Part of the app has not arrived on this phone yet.')).toBeVisible();

	letThrough();

	await expect(page.getByRole('heading', { name: 'For you now' })).toBeVisible();
	await signPledge(page);
	await upToDate(page);
});
