/**
 * The rota as a person uses it, in a real browser with the device's own database.
 */
import '#ui/app.scss';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf, spokenDay } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, otherVolunteer, reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import { awayRecord, rotaSlotRecord, type RotaSlot } from './record.ts';
import RotaScreen from './RotaScreen.svelte';

const today = dayOf(Date.now());
const tomorrow = addDays(today, 1);
const ann = aPerson({ id: volunteer.personId, name: 'Ann' });
const carol = aPerson({ id: coordinator.personId, name: 'Carol', role: 'coordinator' });
const sam = aPerson({
	...{ id: otherVolunteer.personId, name: 'Sam', phone: '01632 960001' },
	...{ mayCall: true, mayMessage: true }
});

function slot(number: number, dutyOn: string, rest: Partial<RotaSlot> = {}) {
	const made = {
		id: idFor(number),
		createdAt: 0,
		createdBy: ann.id,
		dutyOn,
		note: '',
		minutes: null
	};
	const row = {
		...made,
		duty: 'accounts' as const,
		group: 'All accounts',
		personId: null,
		backupId: null,
		alsoIds: [],
		...rest
	};
	return seed(rotaSlotRecord, row);
}

async function open(who: Actor, slots: readonly ReturnType<typeof slot>[]) {
	const store = await openStore(who, [seed(personRecord, ann), seed(personRecord, sam), ...slots]);
	show(store, RotaScreen);
	await expect.element(page.getByRole('heading', { name: 'Who covers today?' })).toBeVisible();
	return store;
}

describe('the rota screen', () => {
	test('says who covers, who is next and how to reach them', async () => {
		await open(volunteer, [
			slot(1, today, { personId: sam.id }),
			slot(2, tomorrow, { personId: ann.id })
		]);

		await expect.element(page.getByText('Sam covers today.')).toBeVisible();
		await expect.element(page.getByText('Next: you, tomorrow.')).toBeVisible();
		await expect
			.element(page.getByRole('link', { name: 'Call Sam' }).first())
			.toHaveAttribute('href', 'tel:01632960001');
	});

	test('a free day is taken with one tap, and given back', async () => {
		const store = await open(volunteer, [slot(1, today)]);

		await page.getByRole('button', { name: 'I can cover today' }).click();

		await expect.element(page.getByText('You cover today.')).toBeVisible();
		expect(await store.get(rotaSlotRecord, idFor(1))).toMatchObject({ personId: ann.id });

		await page.getByText('More for today').click();
		await page.getByRole('button', { name: 'Give this day back' }).click();

		await expect.element(page.getByText('Nobody covers today', { exact: false })).toBeVisible();
	});

	test('away dates tell at once which days on the rota they meet', async () => {
		const store = await open(volunteer, [
			slot(1, tomorrow, { personId: ann.id, backupId: sam.id })
		]);

		await page.getByLabelText('First day away').fill(tomorrow);
		await page.getByLabelText('Last day away').fill(addDays(today, 3));

		await expect.element(page.getByText(/You are on the rota then/)).toBeVisible();
		await expect.element(page.getByText(/backup: Sam/)).toBeVisible();

		await page.getByRole('button', { name: 'Add these dates' }).click();

		await expect
			.element(page.getByText(/You are away tomorrow, but you cover that day/))
			.toBeVisible();
		expect(await store.by(awayRecord, 'personId', ann.id)).toHaveLength(1);
	});

	test('a handover note is kept when the field is left', async () => {
		const store = await open(volunteer, [slot(1, today, { personId: ann.id })]);

		await page.getByText('More for today').click();
		await page.getByLabelText('Handover note').fill('One question is open.');
		await page.getByRole('button', { name: 'Keep the note' }).click();

		await expect
			.poll(async () => (await store.get(rotaSlotRecord, idFor(1)))?.note)
			.toBe('One question is open.');
	});

	test('the weeks show every gap in words and lead to the day', async () => {
		await open(volunteer, [slot(1, today, { personId: sam.id })]);

		await page.getByRole('tab', { name: 'Weeks' }).click();
		await page.getByRole('button', { name: 'Sam', exact: false }).first().click();

		await expect
			.element(page.getByRole('tab', { name: 'List' }))
			.toHaveAttribute('aria-selected', 'true');
		expect(document.activeElement?.id).toBe(`day-${today}`);
	});

	test('someone who only reads sees the rota and no buttons to change it', async () => {
		await open(reader, [slot(1, today)]);

		expect(page.getByRole('button', { name: /take this day|can cover/i }).elements()).toEqual([]);
		expect(page.getByRole('heading', { name: 'Away dates' }).elements()).toEqual([]);
		expect(document.body.textContent).toContain(spokenDay(addDays(today, 2), today));
	});

	test.each([320, 1280])(
		'has nothing for axe to find at %s pixels, nor scrolls sideways',
		async (width) => {
			await page.viewport(width, 800);
			const slots = [slot(1, today, { personId: sam.id, backupId: ann.id }), slot(2, tomorrow)];
			await open(coordinator, [...slots, seed(personRecord, carol)]);

			await page.getByText('More for today').click();
			expect(await faultsOfPage()).toEqual([]);

			await page.getByRole('tab', { name: 'Weeks' }).click();
			expect(await faultsOfPage()).toEqual([]);
		}
	);
});
