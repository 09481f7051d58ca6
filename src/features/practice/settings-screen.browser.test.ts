/**
 * The settings and the contacts for help as a person uses them, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { dayOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, manager, practiceId, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show } from '#tests/support/screen.ts';
import { contactRecord, firstSettings, practiceRecord, type Contact } from './record.ts';
import SettingsScreen from './SettingsScreen.svelte';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };

const made = { createdAt: 0, createdBy: manager.personId };
const practice = {
	...{ ...firstSettings, ...made, id: practiceId },
	...{ practiceName: 'Example Surgery', groupName: 'Example Patient Group' }
};
const lead: Contact = {
	...{ ...made, id: idFor(1), role: 'safeguarding', name: 'Practice lead' },
	...{ phone: '01632 960001', email: null, url: null, checkedOn: '2020-01-01' }
};

async function open(who: Actor, contacts: readonly Contact[] = []) {
	const store = await openStore(who, [
		seed(practiceRecord, practice),
		seed(personRecord, aPerson({ id: who.personId, role: who.role })),
		...contacts.map((contact) => seed(contactRecord, contact))
	]);
	show(store, SettingsScreen);
	await expect.element(page.getByRole('heading', { name: 'Who to call for help' })).toBeVisible();
	const settings = () => store.get(practiceRecord, practiceId);
	return { store, settings };
}

describe('the settings', () => {
	test('start with what to do before the first post', async () => {
		await open(coordinator);

		await expect
			.element(page.getByRole('link', { name: 'Talk to the practice about your plans' }))
			.toHaveAttribute('href', '#names');
		await expect.element(page.getByText('Fill in 7 contacts for help')).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('keep an answer when its field is left', async () => {
		const { settings } = await open(coordinator);

		await page.getByLabelText('Aims').fill('Ten more members\n\nA post each week\n');
		await page.getByLabelText('Name of the group').click();

		await expect
			.poll(settings, patient)
			.toMatchObject({ aims: ['Ten more members', 'A post each week'] });
	});

	test('take a body onto the list with a reason and the day, and off it again', async () => {
		const { settings } = await open(coordinator);
		await page.getByLabelText('Name of the body').fill('Hilltop Carers');
		await page.getByRole('button', { name: 'Add this body' }).click();
		await expect.element(page.getByText(/Say in a few words what links it/)).toBeVisible();

		await page.getByLabelText('What links it to the NHS?').fill('Works for the NHS');
		await page.getByRole('button', { name: 'Add this body' }).click();
		const body = { name: 'Hilltop Carers', why: 'Works for the NHS', addedOn: dayOf(Date.now()) };
		await expect.poll(settings, patient).toMatchObject({ allowedBodies: [body] });
		expect(await faultsIn(document.body)).toEqual([]);

		await page.getByRole('button', { name: /Take off the list.*Hilltop Carers/ }).click();
		await expect.poll(settings, patient).toMatchObject({ allowedBodies: [] });
	});

	test('take words for a check', async () => {
		const { settings } = await open(coordinator);

		await page.getByLabelText('Add words to a check').selectOptions('PC-23');
		await page.getByLabelText('Words and phrases').fill('numpty\nhalf-wit*');
		await page.getByLabelText('Add words to a check').click();

		await expect
			.poll(settings, patient)
			.toMatchObject({ addedWords: { 'PC-23': ['numpty', 'half-wit*'] } });
	});

	test.each([
		['offer a coordinator the checks that cannot stop a post', coordinator, 0],
		['offer the practice manager all of them', manager, 1]
	] as const)('%s', async (_what, who, blocks) => {
		const { settings } = await open(who);
		await page.getByText('Switch a check off').click();

		expect(page.getByLabelText(/PC-23/).elements()).toHaveLength(blocks);
		await page.getByLabelText(/PC-20/).click();
		await expect.poll(settings, patient).toMatchObject({ mutedChecks: ['PC-20'] });
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('offer dates before a vote, and call them suggested until someone has checked', async () => {
		const { settings } = await open(coordinator);
		await page.getByRole('button', { name: 'Use these dates' }).click();
		await expect
			.poll(settings, patient)
			.toMatchObject({ electionFirstOn: '2027-03-25', electionCheckedOn: null });
		await expect.element(page.getByText('Suggested, not checked yet')).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);

		await page.getByRole('button', { name: 'They are right here' }).click();

		await expect.poll(settings, patient).toMatchObject({ electionCheckedOn: dayOf(Date.now()) });
		await expect.element(page.getByText('Suggested, not checked yet')).not.toBeInTheDocument();
	});

	test('pause what was planned after a question, and go on with one tap', async () => {
		const { settings } = await open(coordinator);
		await page.getByRole('button', { name: 'Pause all planned posts' }).click();
		expect(await settings()).toMatchObject({ isPaused: false });
		await page.getByRole('button', { name: 'Yes, pause them' }).click();
		await expect.poll(settings, patient).toMatchObject({ isPaused: true });
		await expect.element(page.getByText('Planned posts are paused')).toBeVisible();

		await page.getByRole('button', { name: /It is over/ }).click();

		await expect.poll(settings, patient).toMatchObject({ isPaused: false });
	});

	test('say which line is wrong, and keep what was typed', async () => {
		const { settings } = await open(coordinator);
		const phones = page.getByLabelText('Phone numbers');

		await phones.fill('01632 960000\ncall us');
		await page.getByLabelText('Name of the group').click();

		await expect.element(page.getByText(/Line 2: Enter a phone number/).first()).toBeVisible();
		await expect.element(phones).toHaveValue('01632 960000\ncall us');
		expect(await settings()).toMatchObject({ officialPhones: [] });
	});

	test('take the hours of a day once both times are there', async () => {
		const { settings } = await open(coordinator);
		const saturday = page.getByRole('group', { name: 'Saturday' });

		await saturday.getByLabelText('From').fill('10:00');
		await expect.element(page.getByText(/Enter this time too/)).toBeVisible();
		await saturday.getByLabelText('To').fill('12:00');
		await page.getByLabelText('Name of the group').click();

		await expect
			.element(page.getByText('Saturday, 10am to midday', { exact: false }))
			.toBeVisible();
		await expect
			.poll(settings, patient)
			.toMatchObject({ staffedHours: { '6': { from: '10:00', to: '12:00' }, '7': null } });
	});

	test('remember what the group found about a platform, and when', async () => {
		const { settings } = await open(coordinator);

		await page.getByLabelText('Change what we know about').selectOptions('mastodon');
		await page.getByLabelText('Longest text').fill('1000');
		await page.getByRole('button', { name: 'I checked this today' }).click();

		await expect.poll(settings, patient).toMatchObject({
			platformLimits: { mastodon: { maxText: 1000, checkedOn: dayOf(Date.now()) } }
		});
	});

	test('are read, not changed, by a volunteer', async () => {
		await open(volunteer);

		await expect.element(page.getByText('Monday to Friday, 9am to 5pm')).toBeVisible();
		expect(page.getByRole('textbox').elements()).toHaveLength(0);
		expect(await faultsIn(document.body)).toEqual([]);
	});
});

describe('the contacts for help', () => {
	test('are called with one tap, and say when they are old', async () => {
		await open(volunteer, [lead]);

		await expect
			.element(page.getByRole('link', { name: '01632 960001' }))
			.toHaveAttribute('href', 'tel:01632960001');
		await expect.element(page.getByText('Please check')).toBeVisible();
	});

	test('are checked by a volunteer with one tap', async () => {
		const { store } = await open(volunteer, [lead]);

		await page.getByRole('button', { name: /^Checked today/ }).click();

		await expect
			.poll(() => store.get(contactRecord, lead.id), patient)
			.toMatchObject({ checkedOn: dayOf(Date.now()) });
		await expect.element(page.getByText('Please check')).not.toBeInTheDocument();
	});

	test('are added by a coordinator, with the way to reach them', async () => {
		const { store } = await open(coordinator);
		await page.getByRole('button', { name: 'Add a contact' }).click();
		await page.getByLabelText('Name', { exact: true }).fill('Duty team');
		await page.getByRole('button', { name: 'Add the contact' }).click();
		await expect.element(page.getByText('There is a problem')).toBeVisible();

		await page.getByLabelText('Web page').fill('https://example.com/help');
		await page.getByRole('button', { name: 'Add the contact' }).click();

		await expect
			.poll(() => store.all(contactRecord), patient)
			.toMatchObject([{ name: 'Duty team', url: 'https://example.com/help', phone: null }]);
	});
});
