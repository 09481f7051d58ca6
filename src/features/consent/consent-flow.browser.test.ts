/**
 * Asking someone: the phone goes into another hand, shows the form only, and comes back.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accountRecord } from '#features/accounts/record.ts';
import { giveBack, goesToForm, handOver } from '#parts/handed-over.svelte.ts';
import { manager, volunteer } from '#tests/support/actors.ts';
import { facebook } from '#tests/support/consents.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import ConsentFlow from './ConsentFlow.svelte';
import { consentRecord, purposes } from './record.ts';
import { purposeNames } from './wording/names.ts';

const account: Seed = seed(accountRecord, {
	...{ id: facebook.id, createdAt: 0, createdBy: manager.personId, name: 'Our Facebook page' },
	...{ platform: 'facebook', profileUrl: null, purpose: '', group: 'All accounts' },
	...{ ownerId: null, deputyId: null, postsPerWeek: 2, accessNote: '', hasTwoStep: true },
	...{ showsHours: true, status: 'active', closedOn: null, checkedOn: null }
});

// The browser remembers it from test to test, as a phone does from start to start.
beforeEach(giveBack);

async function opened() {
	const store = await openStore(volunteer, [account]);
	show(store, ConsentFlow);
	await expect.element(page.getByText('Who or what is it about?')).toBeVisible();
	return store;
}
const next = () => page.getByRole('button', { name: 'Next' }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (legend: string, answer: string) =>
	page
		.getByRole('group', { name: legend })
		.getByRole('radio', { name: answer, exact: true })
		.click();
const form = () => page.getByRole('dialog', { name: 'The form' });

/** Ada is written down, and the phone is about to be hers. */
async function toHandOver(how = 'Here, on this phone') {
	await choose('Who or what is it about?', 'An adult');
	await next();
	await page.getByLabelText('First name').fill('Ada');
	await choose('Do they work or help at the practice or in the group?', 'No');
	await next();
	await expect.element(page.getByText('Does anyone help them?')).toBeVisible();
	await next();
	await choose('How do they answer?', how);
	await next();
}

async function toSignature() {
	await expect.element(page.getByText('Please read this, or have it read to you')).toBeVisible();
	await next();
	for (const purpose of purposes) {
		await choose(purposeNames[purpose], purpose === 'ppg-posts' ? 'Yes' : 'No');
	}
	await choose('A post that we pay for, so that more people see it', 'No');
	await next();
	await choose('Our Facebook page', 'Yes');
	await next();
	await choose('Which name may we show with it?', 'No name');
	await next();
	await page.getByRole('radio', { name: 'No', exact: true }).click();
	await next();
	await page.getByLabelText('Is there anything we should not show or do?').fill('Not my house');
	await next();
	await page.getByLabelText('Until when may we use it?').fill('2027-11-21');
	await next();
}

/** Held with the keyboard, as long as it takes. */
async function holdButton(name: string) {
	page
		.getByRole('button', { name: `${name} Hold for 2 seconds` })
		.element()
		.focus();
	await userEvent.keyboard('{Enter>}');
	await expect.element(form()).not.toBeInTheDocument();
	await userEvent.keyboard('{/Enter}');
}

describe('in another hand', () => {
	test('the phone shows the form only, and takes a yes with a typed name', async () => {
		const store = await opened();
		await toHandOver();
		await press('Start, and hand it over');

		await expect.element(form()).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
		await userEvent.keyboard('{Escape}');
		await userEvent.keyboard('{Escape}');
		await expect.element(form()).toBeVisible();
		expect(page.getByRole('link', { name: 'Stop here' }).elements()).toHaveLength(0);

		await toSignature();
		expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
		await choose('How do you sign?', 'I type my name');
		await page.getByLabelText('Type your name to say yes').fill('Ada Example');
		await press('I say yes');

		await expect.element(page.getByText('Your yes is kept.', { exact: false })).toBeVisible();
		expect(await store.all(consentRecord)).toMatchObject([
			{
				...{ firstName: 'Ada', status: 'given', method: 'typed', signedName: 'Ada Example' },
				...{ limits: 'Not my house', purposes: ['ppg-posts'], accounts: [facebook.id] },
				...{ wordingVersion: 'adult-1', mayPromote: false }
			}
		]);
		await holdButton('Give the phone back');
		await expect.element(page.getByText('A copy for Ada')).toBeVisible();
	});

	test('a no is one tap, and is kept as a no', async () => {
		const store = await opened();
		await toHandOver();
		await press('Start, and hand it over');
		await press('I say no');

		await expect
			.element(page.getByText('Nothing else changes for you.', { exact: false }))
			.toBeVisible();
		expect(await store.all(consentRecord)).toMatchObject([{ status: 'refused' }]);
	});

	test('the phone stays on the form when the app starts again, with what was answered', async () => {
		const store = await openStore(volunteer, [account]);
		show(store, ConsentFlow);
		await expect.element(page.getByText('Who or what is it about?')).toBeVisible();
		await toHandOver();
		await press('Start, and hand it over');
		await press('Easier words');
		await expect.element(page.getByText('We want to use this picture of you.')).toBeVisible();
		await next();
		await choose('A poster in the surgery', 'Yes');
		document.querySelector('main')?.remove();
		dispatchEvent(new Event('pagehide'));
		await new Promise((resolve) => setTimeout(resolve, 400));

		show(store, ConsentFlow);

		await expect.element(form()).toBeVisible();
		await expect
			.element(
				page
					.getByRole('group', { name: 'A poster in the surgery' })
					.getByRole('radio', { name: 'Yes', exact: true })
			)
			.toBeChecked();
	});

	test('an app that starts anew asks for the phone back where the form is not there any more', async () => {
		handOver();
		const store = await openStore(volunteer, [account]);
		show(store, ConsentFlow);

		await expect.element(page.getByText('Please give the phone back')).toBeVisible();
		expect(page.getByText('Who or what is it about?').elements()).toHaveLength(0);
		expect(await faultsIn(document.body)).toEqual([]);
		await holdButton('Give the phone back');

		await expect.element(page.getByText('Who or what is it about?')).toBeVisible();
		expect(goesToForm()).toBe(false);
	});

	test('giving back is what opens the rest of the app again', async () => {
		await opened();
		await toHandOver();
		await press('Start, and hand it over');
		expect(localStorage.getItem('noticeboard-handed-over')).toBe(location.pathname + location.hash);

		await holdButton('Stop, and give the phone back');

		expect(localStorage.getItem('noticeboard-handed-over')).toBeNull();
	});

	test('whoever cannot hold a button types a word', async () => {
		await opened();
		await toHandOver();
		await press('Start, and hand it over');
		await page.getByText('I cannot hold a button').click();
		await page.getByLabelText('Type the word BACK').fill('back');
		await press('Give the phone back');

		await expect.element(page.getByText('Now hand the phone over')).toBeVisible();
	});
});

describe('without handing over', () => {
	test('what stands on paper is typed over by the volunteer', async () => {
		const store = await opened();
		await toHandOver('On paper');
		await toSignature();
		await expect.element(page.getByText('Photo of the signed form')).toBeVisible();
		await page.getByLabelText('Name of the person who signed').fill('Ada Example');
		await press('Keep this answer');

		await expect.element(page.getByText('Ada said yes.', { exact: false })).toBeVisible();
		expect(await store.all(consentRecord)).toMatchObject([{ method: 'paper', status: 'given' }]);
	});

	test('a link for their own phone writes the person down', async () => {
		const store = await opened();
		await toHandOver('On their own phone, through a link');

		await expect.element(page.getByText('A link for Ada')).toBeVisible();
		await press('Make the link');
		await expect.element(page.getByText('A link is out.', { exact: false })).toBeVisible();
		expect(await store.all(consentRecord)).toMatchObject([
			{ status: 'asked', linkBy: volunteer.personId }
		]);
	});

	test('a copy carries a code that only its hash tells the practice', async () => {
		const store = await opened();
		await toHandOver('On paper');
		await toSignature();
		await page.getByLabelText('Name of the person who signed').fill('Ada Example');
		await press('Keep this answer');
		await press('Make a copy');

		await expect.element(page.getByText('To take your yes back', { exact: false })).toBeVisible();
		const words = document.body.innerText;
		const [, code = ''] = /withdraw#([A-Z0-9]{16})/.exec(words) ?? [];
		expect(code).toHaveLength(16);
		vi.spyOn(globalThis, 'print').mockReturnValue();
		await press('Print it');
		await expect
			.poll(async () => (await store.all(consentRecord))[0]?.copyHashes)
			.toMatchObject([expect.stringMatching(/^[0-9a-f]{64}$/)]);
		expect(JSON.stringify(await store.all(consentRecord))).not.toContain(code);
	});
});
