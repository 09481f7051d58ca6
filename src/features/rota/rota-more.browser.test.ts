/**
 * The rota's newer parts as a person uses them: ticks, swaps, repeats, gaps, the month, the table.
 */
import '#ui/app.scss';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays, dayOf, monthOf } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, otherVolunteer, reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { faultsOfPage, openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import { accountCheckRecord } from './checks/record.ts';
import { rotaPatternRecord } from './patterns/record.ts';
import { rotaSlotRecord, type RotaSlot } from './record.ts';
import RotaPrintScreen from './RotaPrintScreen.svelte';
import RotaScreen from './RotaScreen.svelte';
import RotaSetUpScreen from './RotaSetUpScreen.svelte';
import RotaTableScreen from './RotaTableScreen.svelte';
import { rotaSwapRecord } from './swaps/record.ts';

const today = dayOf(Date.now());
const tomorrow = addDays(today, 1);
const ann = aPerson({ id: volunteer.personId, name: 'Ann', phone: '01632 960002', mayCall: true });
const sam = aPerson({ id: otherVolunteer.personId, name: 'Sam' });
const carol = aPerson({ id: coordinator.personId, name: 'Carol', role: 'coordinator' });
const accountId = idFor(700);
const account = accountRecord.schema.parse({
	...{ id: accountId, createdAt: 0, createdBy: ann.id, name: 'Our page', platform: 'facebook' },
	...{ profileUrl: null, purpose: '', ownerId: null, deputyId: null, status: 'active' }
});
const people = [ann, sam, carol].map((person) => seed(personRecord, person));
const slotOf = (day: string, personId: string | null, rest: Partial<RotaSlot> = {}) =>
	seed(rotaSlotRecord, slot(day, personId, rest));

function open(who: Actor, seeds: readonly Seed[]) {
	return openStore(who, [...people, seed(accountRecord, account), ...seeds]);
}

async function openRota(who: Actor, seeds: readonly Seed[]) {
	const store = await open(who, seeds);
	show(store, RotaScreen);
	await expect.element(page.getByRole('heading', { name: 'Who covers today?' })).toBeVisible();
	return store;
}

beforeEach(() => page.viewport(360, 740));

describe('what the duty asks', () => {
	test('an account left alone is told in words until someone ticks it off', async () => {
		const store = await openRota(volunteer, [slotOf(today, ann.id)]);
		await expect.element(page.getByText(/Nobody has looked at Our page/)).toBeVisible();

		await page.getByRole('button', { name: /^All looked at/ }).click();

		await expect.element(page.getByText(/^Last checked today .* by you\.$/)).toBeVisible();
		await expect.element(page.getByText(/Nobody has looked/)).not.toBeInTheDocument();
		await page.getByRole('checkbox', { name: /Reviews/ }).click();
		await expect
			.poll(async () => (await store.by(accountCheckRecord, 'accountId', accountId))[0]?.what)
			.toEqual(['comments', 'messages', 'mentions']);
	});

	test('minutes are kept; words instead of a number are told', async () => {
		const row = slot(today, ann.id);
		const store = await openRota(volunteer, [seed(rotaSlotRecord, row)]);

		await page.getByLabelText(/^Minutes it took today/).fill('ten');
		await page.getByRole('button', { name: 'Keep the minutes' }).click();
		await expect.element(page.getByText(/Enter whole minutes, like 15\./)).toBeVisible();

		await page.getByLabelText(/^Minutes it took today/).fill('10');
		await userEvent.tab();
		await expect.poll(async () => (await store.get(rotaSlotRecord, row.id))?.minutes).toBe(10);
	});

	test('someone who only reads sees when, and has nothing to tick', async () => {
		await openRota(reader, [slotOf(today, ann.id)]);

		await expect.element(page.getByText(/Not checked yet\./)).toBeVisible();
		expect(page.getByRole('checkbox').elements()).toEqual([]);
	});
});

describe('my day for someone else', () => {
	test('“I can’t, but Sam can” is one step', async () => {
		const row = slot(today, ann.id);
		const store = await openRota(volunteer, [seed(rotaSlotRecord, row)]);

		await page.getByText('More for today').click();
		await page.getByLabelText('I can’t. Who could do it?').selectOptions('Sam');
		await page.getByRole('button', { name: 'Sam has said yes to me' }).click();

		await expect.element(page.getByText(/^Sam took over today/)).toBeVisible();
		expect(await store.get(rotaSlotRecord, row.id)).toMatchObject({ personId: sam.id });
	});

	test('an offer to me is taken with one tap', async () => {
		const offer = {
			...{ id: idFor(800), createdAt: 0, createdBy: sam.id, dutyOn: tomorrow },
			...{ group: 'All accounts', fromId: sam.id, toId: ann.id, takerId: null },
			state: 'offered' as const
		};
		await openRota(volunteer, [slotOf(tomorrow, sam.id), seed(rotaSwapRecord, offer)]);

		await page.getByRole('button', { name: /^I can take it/ }).click();

		await expect.element(page.getByText(/^You took over tomorrow/)).toBeVisible();
	});

	test('a day given back late says to call the backup, who is asked on theirs', async () => {
		await openRota(volunteer, [slotOf(tomorrow, ann.id, { backupId: sam.id })]);
		await page.getByText('More for tomorrow').click();
		await page.getByRole('button', { name: 'Give this day back' }).click();

		await expect.element(page.getByText(/^That is soon: nobody covers tomorrow/)).toBeVisible();
	});

	test('the backup is asked', async () => {
		await openRota(otherVolunteer, [slotOf(tomorrow, null, { backupId: sam.id })]);

		await page.getByRole('button', { name: /^I will cover that day/ }).click();

		await expect.element(page.getByText('Next: you, tomorrow.')).toBeVisible();
	});
});

describe('for leaders', () => {
	test('a repeating rota is set up, and stands in the list', async () => {
		const store = await open(coordinator, []);
		show(store, RotaSetUpScreen);
		await page.getByRole('button', { name: 'Add a repeating rota' }).click();
		await page.getByRole('button', { name: 'Repeat this' }).click();
		await expect.element(page.getByRole('alert')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);

		await page.getByRole('checkbox', { name: 'Monday' }).click();
		await page.getByRole('checkbox', { name: 'Sam' }).click();
		await page.getByRole('button', { name: 'Repeat this' }).click();

		await expect
			.element(page.getByText('All accounts: Every week on Monday', { exact: true }))
			.toBeVisible();
		expect(await store.all(rotaPatternRecord)).toMatchObject([{ personIds: [sam.id] }]);
	});

	test('gaps are shown filled before anything changes', async () => {
		const store = await open(coordinator, []);
		show(store, RotaSetUpScreen);
		await page.getByLabelText('How far ahead?').selectOptions('Two weeks');
		await page.getByRole('button', { name: /^Show who would fill the 15 gaps/ }).click();
		await expect.element(page.getByText(/Nothing has changed yet/)).toBeVisible();
		expect(await store.all(rotaSlotRecord)).toEqual([]);

		await page.getByRole('button', { name: 'Fill these days' }).click();

		await expect.element(page.getByText(/^15 days are filled/)).toBeVisible();
		expect(await store.all(rotaSlotRecord)).toHaveLength(15);
	});

	test('another duty is switched on', async () => {
		const store = await open(coordinator, []);
		show(store, RotaSetUpScreen);
		await page
			.getByRole('group', { name: 'Take photos' })
			.getByRole('checkbox', { name: 'On our rota' })
			.click();

		await expect
			.element(page.getByLabelText('How many people does a day need?').nth(1))
			.toBeVisible();
	});

	test('somebody is suggested for a gap', async () => {
		await openRota(coordinator, [slotOf(today, null)]);
		await page.getByText('More for today').click();
		await page.getByText('Suggest somebody').first().click();
		await page.getByRole('button', { name: 'Put Sam on this day' }).click();

		await expect.element(page.getByText('Sam covers today.')).toBeVisible();
	});

	test('a table is looked at first; what cannot be used is said', async () => {
		const store = await open(coordinator, []);
		show(store, RotaTableScreen);
		const [year, month, day] = tomorrow.split('-');
		const text = `Day,Who covers\n${day}/${month}/${year},Sam\n${day}/${month}/${year},Zed`;
		const file = new File([text], 'rota.csv', { type: 'text/csv' });
		await page.getByLabelText('Choose the file').upload(file);
		await expect.element(page.getByText(/called “Zed”/)).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);

		await page.getByRole('button', { name: 'Put these on the rota' }).click();

		await expect.element(page.getByText(/^1 days? (are|is) on the rota now/)).toBeVisible();
		expect(await store.all(rotaSlotRecord)).toMatchObject([{ dutyOn: tomorrow, personId: sam.id }]);
	});
});

describe('looking rather than reading', () => {
	test('the month says each day in words and leads to it', async () => {
		await openRota(volunteer, [slotOf(today, sam.id)]);
		await page.getByRole('tab', { name: 'Month' }).click();

		await page.getByRole('gridcell', { name: /Sam\./ }).getByRole('button').click();

		expect(document.activeElement?.id).toBe(`day-${today}`);
	});

	test('the sheet has no phone number until someone asks', async () => {
		const store = await open(volunteer, [slotOf(today, ann.id)]);
		show(store, RotaPrintScreen, { month: monthOf(today) });
		await expect.element(page.getByRole('cell', { name: 'Ann' })).toBeVisible();
		expect(document.body.textContent).not.toContain('960002');

		await page.getByRole('checkbox', { name: 'Print phone numbers too' }).click();

		await expect.element(page.getByText('Ann: 01632 960002')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
	});

	test.each([320, 1280])('has nothing for axe to find at %s pixels', async (width) => {
		await page.viewport(width, 800);
		await openRota(coordinator, [slotOf(today, sam.id), slotOf(tomorrow, ann.id)]);
		await page.getByRole('tab', { name: 'Month' }).click();
		await page.getByText('Who takes how many turns').click();
		expect(await faultsOfPage()).toEqual([]);
	});

	test.each([320, 1280])('nor on the leaders’ page at %s pixels', async (width) => {
		await page.viewport(width, 800);
		show(await open(coordinator, []), RotaSetUpScreen);
		await page.getByRole('button', { name: /^Show who would fill/ }).click();
		await page.getByRole('button', { name: 'Add a repeating rota' }).click();
		expect(await faultsOfPage()).toEqual([]);
	});
});
