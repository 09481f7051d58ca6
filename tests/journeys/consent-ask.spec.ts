/**
 * Someone is asked with no signal, in a hand that sees the form only; someone else on her own phone;
 * and takes her yes back by the code on her copy, without an account.
 */
import {
	answerAsAdult,
	askAdult,
	askUntilHandOver,
	changesWait,
	expect,
	heading,
	names,
	setUp,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';

test('A yes on the phone with no signal, a yes by link, and a yes taken back by its copy', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPeople(practice);
	await volunteer.goto('/consents');
	await expect(heading(volunteer, 'Photo consents')).toBeVisible();

	await test.step('With no signal the phone is handed over, and shows the form only', async () => {
		await volunteer.context().setOffline(true);
		await askAdult(volunteer, 'Wendy');
		await expect(volunteer.getByText('A copy for Wendy')).toBeVisible();
	});

	let code = '';
	await test.step('Her copy is made with no signal too', async () => {
		await volunteer.getByRole('button', { name: 'Make a copy' }).click();
		const line = volunteer.getByText(/To take your yes back, open/);
		await expect(line).toBeVisible();
		code = /withdraw#([A-Z0-9]{16})/.exec(await line.innerText())?.[1] ?? '';
		expect(code).toHaveLength(16);
		await volunteer.evaluate(() => (window.print = () => undefined));
		await volunteer.getByRole('button', { name: 'Print it' }).click();
		await changesWait(volunteer, 3);
		await volunteer.context().setOffline(false);
		await upToDate(volunteer);
	});

	const xena = await practice.newPhone();
	await test.step('Xena gets a link and answers on her own phone', async () => {
		await volunteer.goto('/consents/new');
		await volunteer.getByRole('radio', { name: 'An adult', exact: true }).check();
		await volunteer.getByRole('button', { name: 'Next' }).click();
		await volunteer.getByLabel('First name').fill('Xena');
		await volunteer.getByLabel('Last name').fill('Undisclosed');
		await volunteer.getByRole('radio', { name: 'No', exact: true }).check();
		await volunteer.getByRole('button', { name: 'Next' }).click();
		await expect(volunteer.getByText('Does anyone help them?')).toBeVisible();
		await volunteer.getByRole('button', { name: 'Next' }).click();
		await volunteer.getByRole('radio', { name: /On their own phone/ }).check();
		await volunteer.getByRole('button', { name: 'Next' }).click();
		await volunteer.getByRole('button', { name: 'Make the link' }).click();
		const link = await volunteer.getByText('/consent#').innerText();
		expect(new URL(link).search).toBe('');

		await xena.goto(link);
		await expect(xena.getByText(/Xena, this is about/)).toBeVisible();
		await expect(xena.getByText('Undisclosed')).toHaveCount(0);
		await expect(xena.getByText(names.volunteer)).toHaveCount(0);
		await answerAsAdult(xena, 'Xena');
		await expect(xena.getByText('Keep your copy')).toBeVisible();
		const again = await practice.newPhone();
		await again.goto(link);
		await expect(heading(again, 'This link does not open')).toBeVisible();
		await expect(manager.getByText('Today').first()).toBeVisible();
	});

	await test.step('The practice sees both answers', async () => {
		await manager.goto('/consents');
		await expect(manager.getByText('Wendy').first()).toBeVisible();
		await expect(manager.getByText('Xena').first()).toBeVisible();
	});

	await test.step('Wendy types the code of her copy, and takes her yes back', async () => {
		const wendy = await practice.newPhone();
		await wendy.goto(`${practice.address}/consent/withdraw`);
		await wendy.getByLabel('Code').fill('2222 2222 2222 2222');
		await wendy.getByRole('button', { name: 'Open it' }).click();
		await expect(wendy.getByRole('alert')).toContainText('This code does not work');
		await wendy.getByLabel('Code').fill(code.toLowerCase());
		await wendy.getByRole('button', { name: 'Open it' }).click();
		await expect(wendy.getByText(/Wendy, you said yes/)).toBeVisible();
		await wendy.getByRole('radio', { name: 'Everywhere' }).check();
		await wendy.getByRole('radio', { name: 'Yes, take it down' }).check();
		await wendy.getByRole('button', { name: 'Take my yes back' }).click();
		await expect(heading(wendy, 'It is done')).toBeVisible();
	});

	await test.step('Every phone knows at once, and says who did it', async () => {
		await volunteer.goto('/consents');
		await volunteer.getByRole('link', { name: /Wendy/ }).first().click();
		await expect(volunteer.getByText('Taken back', { exact: true }).first()).toBeVisible();
		await expect(volunteer.getByText('Through the link on their copy').first()).toBeVisible();
	});
});

test('A phone in her hand shows the form only, also after the app has been started again', async ({
	practice
}) => {
	test.setTimeout(300_000);
	const phone = await setUp(practice);
	await askUntilHandOver(phone, 'Wendy');
	const form = phone.getByRole('dialog', { name: 'The form' });
	await expect(form).toBeVisible();

	for (const address of ['/', '/consents', '/people']) {
		await test.step(`She opens ${address}`, async () => {
			await phone.goto(address);
			await expect(form).toBeVisible();
			expect(new URL(phone.url()).pathname).toBe('/consents/new');
			await expect(phone.getByRole('banner')).toHaveCount(0);
			await expect(phone.getByRole('navigation')).toHaveCount(0);
			await expect(phone.getByText(names.manager)).toHaveCount(0);
		});
	}

	await test.step('The tab dies, and the app is opened anew', async () => {
		const again = await phone.context().newPage();
		await phone.close({ runBeforeUnload: false });
		await again.goto('/');
		await expect(again.getByRole('dialog', { name: 'The form' })).toBeVisible();

		await again.getByText('I cannot hold a button').click();
		await again.getByLabel('Type the word BACK').fill('back');
		await again.getByRole('button', { name: 'Give the phone back', exact: true }).click();
		await expect(again.getByRole('heading', { name: 'Now hand the phone over' })).toBeVisible();
		await again.goto('/');
		await expect(heading(again, 'Today')).toBeVisible();
	});
});
