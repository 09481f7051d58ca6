/**
 * Two phones of one practice change the same things while the server is dead: what can be joined
 * is joined, what cannot is shown to both, what is refused is told, and undo reaches everybody.
 */
import type { Page } from '@playwright/test';
import {
	changesWait,
	expect,
	heading,
	keepAppOnPhone,
	names,
	planPost,
	saysSavedHere,
	syncLine,
	test,
	twoPeople,
	upToDate,
	type Practice
} from '#tests/support/journey.ts';

const first = 'The flu clinic is open on Saturday.';
const last = 'Bring a mask.';

/** Two phones on one post of two paragraphs, both with everything that the practice has. */
async function twoPhonesOnOnePost(practice: Practice): Promise<{ manager: Page; volunteer: Page }> {
	const { manager, volunteer } = await twoPeople(practice);
	await keepAppOnPhone(manager);
	await planPost(volunteer, 'Flu clinic', `${first}\n\n${last}`);
	await upToDate(volunteer);
	await manager.goto('/posts');
	await manager.getByRole('link', { name: 'Flu clinic' }).click();
	await expect(words(manager)).toHaveValue(`${first}\n\n${last}`);
	await upToDate(manager);
	return { manager, volunteer };
}

function words(page: Page) {
	return page.getByLabel('Words');
}

/** Leaving the field keeps it. */
async function write(page: Page, text: string): Promise<void> {
	await words(page).fill(text);
	await words(page).blur();
	await saysSavedHere(page);
	await changesWait(page, 1);
}

async function openPost(page: Page): Promise<void> {
	await page.goto('/posts');
	await page.getByRole('link', { name: 'Flu clinic' }).click();
	await expect(heading(page, 'Flu clinic')).toBeVisible();
}

test('Two people change one post with no signal, and no word of either is lost', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPhonesOnOnePost(practice);

	await test.step('Different paragraphs are joined, and nobody is asked anything', async () => {
		await practice.killServer();
		const newFirst = 'The flu clinic is open on Saturday from 9am.';
		await write(manager, `${newFirst}\n\n${last}`);
		await write(volunteer, `${first}\n\nBring a mask and your blue card.`);
		await practice.startServerAgain();
		const joined = `${newFirst}\n\nBring a mask and your blue card.`;
		for (const page of [manager, volunteer]) {
			await expect(words(page)).toHaveValue(joined);
			await upToDate(page);
		}
	});

	await test.step('The same line: both are told on the post itself, with both versions', async () => {
		await practice.killServer();
		await write(manager, 'The flu clinic is on Sunday.');
		await volunteer.context().setOffline(true);
		await write(volunteer, 'The flu clinic is on Monday.');
		await practice.startServerAgain();
		await upToDate(manager);
		await volunteer.context().setOffline(false);
		for (const page of [manager, volunteer]) {
			await expect(page.getByRole('heading', { name: 'Flu clinic: Text' })).toBeVisible();
			await expect(words(page)).toHaveValue('The flu clinic is on Sunday.');
			await expect(page.getByText('The flu clinic is on Monday.')).toBeVisible();
			await expect(syncLine(page)).toHaveText('Two versions to choose from');
		}
		await expect(
			volunteer.getByText(/^Morag wrote, today at .* \(this stands now\)/)
		).toBeVisible();
		await expect(volunteer.getByText(/^You wrote, today at /)).toBeVisible();
		await expect(manager.getByText(/^Vera wrote, today at /)).toBeVisible();
	});

	await test.step('The other version is put back with one tap, and both phones have it', async () => {
		await volunteer.getByRole('button', { name: 'Put the other back' }).click();
		for (const page of [volunteer, manager]) {
			await expect(words(page)).toHaveValue('The flu clinic is on Monday.');
			await expect(page.getByRole('heading', { name: 'Flu clinic: Text' })).toBeHidden();
			await upToDate(page);
		}
	});

	await test.step('What stands can be kept too, on the Sync page', async () => {
		await practice.killServer();
		await write(manager, 'Come on Tuesday.');
		await volunteer.context().setOffline(true);
		await write(volunteer, 'Come on Wednesday.');
		await practice.startServerAgain();
		await upToDate(manager);
		await volunteer.context().setOffline(false);
		await manager.goto('/sync');
		await expect(
			manager.getByRole('heading', { name: 'Two people changed the same thing' })
		).toBeVisible();
		await manager.getByRole('button', { name: 'Keep what stands' }).click();
		await upToDate(manager);
		await upToDate(volunteer);
		await expect(words(volunteer)).toHaveValue('Come on Tuesday.');
	});

	await test.step('The history tells who changed what', async () => {
		await manager.goto('/posts');
		await openPost(manager);
		await manager.getByText('History: who changed what').click();
		const lines = manager.getByRole('list').filter({ hasText: 'Added a post' });
		await expect(lines).toContainText(`${names.volunteer}, today at`);
		await expect(lines).toContainText(`${names.manager}, today at`);
		await expect(lines).toContainText('Text: from');
	});
});

test('A day that someone else took first is told with the reason, and can be tried again', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPeople(practice);
	await keepAppOnPhone(manager);
	const takeFirstFreeDay = async (page: Page): Promise<string> => {
		await page.goto('/rota');
		const button = page.getByRole('button', { name: /^Take this day/ }).first();
		const said = await button.innerText();
		await button.click();
		return said.replace(/^Take this day\s*/, '');
	};

	await practice.killServer();
	const day = await takeFirstFreeDay(manager);
	await changesWait(manager, 1);
	expect(await takeFirstFreeDay(volunteer)).toBe(day);
	await changesWait(volunteer, 1);
	await volunteer.context().setOffline(true);
	await practice.startServerAgain();
	await upToDate(manager);
	await volunteer.context().setOffline(false);

	await test.step('The reason, and what is safe, stand on the Sync page', async () => {
		await expect(syncLine(volunteer)).toHaveText('Needs your attention');
		await volunteer.goto('/sync');
		await expect(volunteer.getByRole('heading', { name: /^Took a day on the rota/ })).toBeVisible();
		await expect(volunteer.getByText(/^Morag/)).toBeVisible();
		await expect(volunteer.getByText(/They are kept on this phone until you choose/)).toBeVisible();
	});

	await test.step('Sent again while it is still taken: told again, and kept', async () => {
		await volunteer.getByRole('button', { name: 'Send again' }).click();
		await expect(volunteer.getByRole('alert')).toContainText(names.manager);
		await expect(volunteer.getByRole('button', { name: 'Send again' })).toBeVisible();
	});

	await test.step('Once the day is free, it goes through', async () => {
		await manager.getByText(`More for ${day}`, { exact: false }).click();
		await manager.getByRole('button', { name: 'Give this day back' }).click();
		await upToDate(manager);
		// Until the volunteer’s phone has heard of it, it says no by itself.
		await expect(async () => {
			await volunteer.getByRole('button', { name: 'Send again' }).click();
			const list = volunteer.getByRole('heading', { name: 'Needs your attention' });
			await expect(list).toBeHidden({ timeout: 1000 });
		}).toPass();
		await upToDate(volunteer);
		await expect(manager.getByText(`${names.volunteer}.`).first()).toBeVisible();
	});

	await test.step('What is refused can be let go', async () => {
		await practice.killServer();
		const next = await takeFirstFreeDay(manager);
		expect(await takeFirstFreeDay(volunteer)).toBe(next);
		await changesWait(volunteer, 1);
		await volunteer.context().setOffline(true);
		await practice.startServerAgain();
		await upToDate(manager);
		await volunteer.context().setOffline(false);
		await expect(syncLine(volunteer)).toHaveText('Needs your attention');
		await volunteer.goto('/sync');
		await volunteer.getByRole('button', { name: 'Let it go' }).click();
		await expect(volunteer.getByRole('heading', { name: 'Needs your attention' })).toBeHidden();
		await upToDate(volunteer);
	});
});

test('An undone change goes back on the screen and on the other phone', async ({ practice }) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPhonesOnOnePost(practice);
	const changed = 'Come on Tuesday.';
	const before = `${first}\n\n${last}`;

	await test.step('At once, with the button beside “Saved on this phone”', async () => {
		await words(volunteer).fill(changed);
		await words(volunteer).blur();
		await expect(words(manager)).toHaveValue(changed);
		await volunteer.getByRole('button', { name: 'Undo', exact: true }).click();
		for (const page of [volunteer, manager]) await expect(words(page)).toHaveValue(before);
		await upToDate(volunteer);
	});

	await test.step('Later, from the history, with no signal', async () => {
		await words(volunteer).fill(changed);
		await words(volunteer).blur();
		await expect(words(manager)).toHaveValue(changed);
		await upToDate(volunteer);
		await volunteer.getByText('History: who changed what').click();
		await expect(volunteer.getByRole('button', { name: 'Undo this' }).first()).toBeVisible();
		await practice.killServer();
		await volunteer.getByRole('button', { name: 'Undo this' }).first().click();
		await expect(words(volunteer)).toHaveValue(before);
		await changesWait(volunteer, 1);
		const unsent = volunteer.getByRole('listitem').filter({ hasText: 'not sent yet' });
		await expect(unsent).toContainText('Undid a change');
		await practice.startServerAgain();
		await upToDate(volunteer);
		await expect(words(manager)).toHaveValue(before);
		await expect(unsent).toBeHidden();
	});

	await test.step('The manager undoes what someone else did', async () => {
		await words(volunteer).fill(changed);
		await words(volunteer).blur();
		await expect(words(manager)).toHaveValue(changed);
		await upToDate(manager);
		await manager.getByText('History: who changed what').click();
		await manager.getByRole('button', { name: 'Undo this' }).first().click();
		for (const page of [manager, volunteer]) await expect(words(page)).toHaveValue(before);
		await upToDate(manager);
	});
});
