/**
 * A colleague of the practice without an account answers about a post through a link, once.
 */
import {
	expect,
	heading,
	names,
	planPost,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';

test('A colleague reads one post through a link and sends it back; the link then opens nothing', async ({
	practice
}) => {
	test.setTimeout(600_000);
	const { manager, volunteer } = await twoPeople(practice);
	await planPost(volunteer, 'Coffee morning', 'Coffee and a chat on Friday. All welcome.');
	await volunteer.getByRole('button', { name: 'It is ready' }).click();
	await expect(volunteer.getByText('It is waiting for a yes from the practice')).toBeVisible();
	await upToDate(volunteer);

	await manager.goto('/');
	await manager.getByRole('link', { name: 'Approve “Coffee morning”' }).click();
	await manager.getByText('Let a colleague answer by a link').click();
	await manager.getByRole('button', { name: 'Make a link' }).click();
	const link = await manager.getByText('/answer#').innerText();
	await upToDate(manager);

	const colleague = await practice.newPhone();
	await test.step('The link shows the post, and neither its name in the group nor who wrote it', async () => {
		await colleague.goto(link);
		await expect(heading(colleague, 'May this go out?')).toBeVisible();
		await expect(colleague.getByText('Coffee and a chat on Friday. All welcome.')).toBeVisible();
		await expect(colleague.getByText('Coffee morning')).toHaveCount(0);
		await expect(colleague.getByText(names.volunteer)).toHaveCount(0);
		expect(new URL(colleague.url()).search).toBe('');
	});

	await test.step('She sends it back, and says why and who she is', async () => {
		await colleague.getByRole('radio', { name: 'Not yet: send it back' }).check();
		await colleague.getByRole('button', { name: 'Send my answer' }).click();
		await expect(colleague.getByRole('alert')).toContainText('Say');
		await colleague.getByLabel('What should change?').fill('Say which Friday.');
		await colleague.getByLabel('Your name and job').fill('Dr Example, partner');
		await colleague.getByRole('button', { name: 'Send my answer' }).click();
		await expect(heading(colleague, 'Thank you')).toBeVisible();
	});

	await test.step('The writer reads it, and the link opens nothing any more', async () => {
		await expect(volunteer.getByText('Sent back by Dr Example, partner:')).toBeVisible();
		await expect(volunteer.getByText('Say which Friday.')).toBeVisible();
		await colleague.reload();
		await expect(heading(colleague, 'This link does not open')).toBeVisible();
	});
});
