/**
 * Reminders as a person chooses them, in a real browser. What the practice's server would answer is
 * given here; the journeys ask the real one.
 */
import '#ui/app.scss';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Actor } from '#domain/roles.ts';
import { coordinator, manager, reader, rotaMember, volunteer } from '#tests/support/actors.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import { firstChoice, reminderChoiceRecord } from './record.ts';
import RemindersScreen from './RemindersScreen.svelte';

const since = Date.now() - 3 * 24 * 60 * 60_000;
const usual = {
	...{ publicKey: 'B'.repeat(87), endpoint: null, pushTrouble: null },
	...{ sendsMail: true, address: null, isConfirmed: false, mailTrouble: null }
};

/** Every request that the screen makes, as 'PUT /api/reminders/push'. */
let asked: string[];
/** Undefined: there is no signal. */
let answer: object | undefined;
let refusal: object | undefined;

beforeEach(async () => {
	await page.viewport(360, 740);
	asked = [];
	[answer, refusal] = [usual, undefined];
	vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit = {}) => {
		asked.push(`${method} ${path}`);
		if (answer === undefined) return Promise.reject(new TypeError('Failed to fetch'));
		const no = method === 'GET' ? undefined : refusal;
		return Promise.resolve(Response.json(no ?? answer, { status: no ? 400 : 200 }));
	});
});
afterEach(() => vi.unstubAllGlobals());

async function open(who: Actor, chosen: Partial<typeof firstChoice> = {}) {
	const made = { id: who.personId, createdAt: 0, createdBy: who.personId };
	const rows =
		Object.keys(chosen).length === 0
			? []
			: [seed(reminderChoiceRecord, { ...made, ...firstChoice, ...chosen })];
	const store = await openStore(who, rows);
	show(store, RemindersScreen);
	await expect.element(page.getByRole('heading', { name: 'What and when' })).toBeVisible();
	return { kept: () => store.get(reminderChoiceRecord, who.personId) };
}

describe('what to be reminded of', () => {
	test('is kept at once, and nothing else with it', async () => {
		const { kept } = await open(volunteer);

		await page.getByRole('checkbox', { name: 'Someone asks me to take a day' }).click();
		await page.getByLabelText('Before a turn of mine').selectOptions('A week before, at 6pm');

		await expect.poll(kept).toMatchObject({
			...firstChoice,
			...{ topicsOff: ['swap'], dutyLead: 'week' }
		});
	});

	test('has no words of a role that the person does not have, and leaves them as they are', async () => {
		const { kept } = await open(rotaMember, { topicsOff: ['approval'] });

		expect(page.getByLabelText('Before the time of a post of mine').elements()).toEqual([]);
		await page.getByRole('checkbox', { name: /^My turn on the rota/ }).click();

		await expect.poll(kept).toMatchObject({ topicsOff: ['duty', 'approval'] });
	});

	test('quiet hours are kept when a whole time is typed', async () => {
		const { kept } = await open(volunteer);

		await page.getByLabelText('Quiet from').fill('22:30');
		await userEvent.tab();

		await expect.poll(kept).toMatchObject({ quietFrom: '22:30', quietUntil: '08:00' });
	});

	test('someone who only reads hears why there is nothing', async () => {
		await open(reader);

		await expect.element(page.getByText(/There is nothing to remind you of/)).toBeVisible();
	});
});

describe('without a signal', () => {
	test('choices are kept all the same, and asking again is one tap', async () => {
		answer = undefined;
		const { kept } = await open(coordinator);
		await expect.element(page.getByText(/No answer from the practice/)).toBeVisible();

		await page.getByRole('checkbox', { name: 'Nobody is on the rota today' }).click();
		await expect.poll(kept).toMatchObject({ topicsOff: ['gap'] });
		answer = usual;
		await page.getByRole('button', { name: 'Try again' }).click();

		await expect.element(page.getByLabelText('Your e-mail address')).toBeVisible();
	});
});

describe('by e-mail', () => {
	test('a wrong code is said, and the address can be forgotten', async () => {
		answer = { ...usual, address: 'ann@mail.example' };
		await open(volunteer);
		refusal = { error: 'bad-request', message: 'This is not the code.', field: 'code' };

		await page.getByLabelText('Code from the e-mail').fill('WRONG');
		await page.getByRole('button', { name: 'This is my address' }).click();

		await expect.element(page.getByText('This is not the code.')).toBeVisible();
		expect(asked).toContain('POST /api/reminders/mail/code');
		refusal = undefined;
		await page.getByRole('button', { name: 'Use another address' }).click();
		await page.getByRole('button', { name: 'Yes, forget it' }).click();
		await expect.poll(() => asked).toContain('DELETE /api/reminders/mail');
	});

	test('mail that does not arrive is told with the day', async () => {
		const mailTrouble = { since, what: 'failed' };
		answer = { ...usual, address: 'ann@mail.example', isConfirmed: true, mailTrouble };
		await open(volunteer);

		await expect.element(page.getByText(/^E-mail has not arrived since/)).toBeVisible();
	});

	test('a server that sends none says so, and offers no choice of it', async () => {
		answer = { ...usual, sendsMail: false };
		await open(volunteer);

		await expect.element(page.getByText(/sends no e-mail/)).toBeVisible();
		expect(page.getByRole('checkbox', { name: 'By e-mail' }).elements()).toEqual([]);
	});
});

describe('on this phone', () => {
	test('reminders that ended are told, with the way back', async () => {
		answer = { ...usual, pushTrouble: { since, what: 'ended' } };
		await open(volunteer);

		await expect.element(page.getByText(/^Reminders ended here/)).toBeVisible();
	});

	test.each([
		[320, manager],
		[1280, rotaMember]
	])('has nothing for axe to find at %s pixels', async (width, who) => {
		await page.viewport(width, 800);
		answer = { ...usual, pushTrouble: { since, what: 'failed' } };
		await open(who);
		await expect.element(page.getByLabelText('Your e-mail address')).toBeVisible();

		expect(await faultsOfPage()).toEqual([]);
	});
});
