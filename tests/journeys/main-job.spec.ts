/**
 * The main job: a volunteer plans, covers, asks for a consent and writes the month's note while
 * the server is dead, and everything arrives once it lives again.
 */
import {
	askAdult,
	changesWait,
	expect,
	heading,
	keepAppOnPhone,
	planPost,
	saysSavedHere,
	test,
	twoPeople,
	upToDate,
	writeNote,
	names
} from '#tests/support/journey.ts';

test('A volunteer works on while the server is dead, and all of it reaches the practice later', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPeople(practice);
	await keepAppOnPhone(manager);
	await practice.killServer();

	await test.step('The app opens again, and so does any address', async () => {
		await volunteer.reload();
		await expect(heading(volunteer, /People/)).toBeVisible();
		await volunteer.close();
	});
	const later = await volunteer.context().newPage();
	await later.goto('/rota');
	await expect(heading(later, 'Rota')).toBeVisible();

	await test.step('She sees who covers today and takes a day', async () => {
		await expect(later.getByRole('heading', { name: 'Who covers today?' })).toBeVisible();
		await later
			.getByRole('button', { name: /^(I can cover today|Take this day)/ })
			.first()
			.click();
		await saysSavedHere(later);
		await changesWait(later, 1);
	});

	await test.step('She plans a post', async () => {
		await planPost(later, 'Flu clinic', 'The flu clinic is open on Saturday from 9am.');
		await saysSavedHere(later);
		await changesWait(later, 2);
	});

	await test.step('She asks someone in a picture', async () => {
		await askAdult(later, 'Wendy');
		await saysSavedHere(later);
		await changesWait(later, 4);
	});

	await test.step('She writes the note of the month', async () => {
		await writeNote(later, 'Short posts are read more');
		await saysSavedHere(later);
		await changesWait(later, 5);
	});

	await practice.startServerAgain();
	await upToDate(later);

	await test.step('Post, duty and note are with the practice', async () => {
		await manager.goto('/posts');
		await manager.getByRole('link', { name: 'Flu clinic' }).click();
		await expect(manager.getByLabel('Words')).toHaveValue(/flu clinic is open/);
		await manager.goto('/rota');
		await expect(manager.getByText(`${names.volunteer}.`).first()).toBeVisible();
		await manager.goto('/insights');
		await manager.getByText(/^Begin .* already$/).click();
		await manager.getByRole('link', { name: names.account }).click();
		await expect(manager.getByLabel('First thing')).toHaveValue('Short posts are read more');
	});

	await test.step('The manager confirms the consent, and the volunteer sees it', async () => {
		await manager.goto('/consents');
		await manager.getByRole('link', { name: /Wendy/ }).first().click();
		await manager.getByRole('button', { name: 'Confirm', exact: true }).click();
		await manager.getByRole('button', { name: 'Yes, confirm it' }).click();
		await expect(manager.getByText('Confirmed', { exact: true })).toBeVisible();
		await later.goto('/consents');
		await later.getByRole('link', { name: /Wendy/ }).first().click();
		// The list that is left has a choice of the same name.
		await expect(later.getByRole('heading', { name: /Wendy/, level: 1 })).toBeVisible();
		await expect(later.getByText('Confirmed', { exact: true })).toBeVisible();
	});
});
