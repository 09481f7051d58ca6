/**
 * Events that need many, help in a crisis, one's own wishes and one's own calendar, as a person uses
 * them on the rota.
 */
import '#ui/app.scss';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf, mondayOf, spokenDay } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { coordinator, otherVolunteer, practiceId, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { faultsOfPage, openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import { rotaSlotRecord } from './record.ts';
import RotaScreen from './RotaScreen.svelte';
import { firstSettings, rotaSettingsRecord } from './settings/record.ts';

const today = dayOf(Date.now());
const tomorrow = addDays(today, 1);
const ann = aPerson({ id: volunteer.personId, name: 'Ann' });
const sam = aPerson({ id: otherVolunteer.personId, name: 'Sam' });
const carol = aPerson({ id: coordinator.personId, name: 'Carol', role: 'coordinator' });
const made = { id: practiceId, createdAt: 0, createdBy: carol.id };

async function openRota(who: Actor, seeds: readonly Seed[]) {
	const people = [ann, sam, carol].map((person) => seed(personRecord, person));
	const store = await openStore(who, [...people, ...seeds]);
	show(store, RotaScreen);
	await expect.element(page.getByRole('heading', { name: 'Who covers today?' })).toBeVisible();
	return store;
}

beforeEach(() => page.viewport(360, 740));

describe('an event that needs many', () => {
	const events = { isUsed: true, people: 3, minutes: 60 };
	const settings = seed(rotaSettingsRecord, { ...made, ...firstSettings, events });
	const group = 'Cover events';
	const row = slot(tomorrow, sam.id, { group, duty: 'events' });

	test('says how many are missing, and coming along is one tap each way', async () => {
		const store = await openRota(volunteer, [settings, seed(rotaSlotRecord, row)]);
		await expect.element(page.getByText('2 more needed')).toBeVisible();
		await page.getByText('More for tomorrow').nth(1).click();

		await page.getByRole('button', { name: 'I will come along' }).click();
		await expect.element(page.getByText(/You come along too\./)).toBeVisible();
		await expect.element(page.getByText('1 more needed')).toBeVisible();
		await page.getByRole('button', { name: 'I cannot come along' }).click();

		await expect.element(page.getByText('2 more needed')).toBeVisible();
		expect(await store.get(rotaSlotRecord, row.id)).toMatchObject({ alsoIds: [] });
	});

	test('a coordinator puts somebody down, and takes them off', async () => {
		const store = await openRota(coordinator, [settings, seed(rotaSlotRecord, row)]);
		await page.getByText('More for tomorrow').nth(1).click();
		await page.getByLabelText('Who comes along?').selectOptions('Ann');
		await page.getByRole('button', { name: 'Put down to come along' }).click();

		await expect.element(page.getByText(/Ann comes along too\./)).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		await page.getByRole('button', { name: 'Take Ann off this event' }).click();
		await expect.poll(async () => (await store.get(rotaSlotRecord, row.id))?.alsoIds).toEqual([]);
	});
});

test('Help in a crisis is for those who want to: no gap, and a weekend can be taken', async () => {
	const crisis = { isUsed: true, people: 0, minutes: 60 };
	const settings = seed(rotaSettingsRecord, { ...made, ...firstSettings, crisis });
	const hours = { from: '09:00', to: '17:00' };
	const weekdays = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours };
	const practice = practiceRecord.schema.parse({
		...{ ...made, practiceName: 'Example', groupName: 'Example', staffedHours: weekdays }
	});
	const saturday = addDays(mondayOf(today), 12);
	const store = await openRota(volunteer, [settings, seed(practiceRecord, practice)]);
	const rows = page.elementLocator(
		document.getElementById(`day-${saturday}`)?.closest('ul') ?? document.body
	);
	const row = rows.getByText(/Help in a crisis/).nth(5);
	await expect.poll(() => row.element().textContent).toMatch(/No\scover\sneeded/);

	const day = spokenDay(saturday, today);
	await rows.getByText(`More for ${day}`).click();
	await page.getByRole('button', { name: 'Take this day' }).last().click();

	await expect
		.poll(async () => store.between(rotaSlotRecord, saturday, saturday))
		.toMatchObject([{ duty: 'crisis', group: 'Help in a crisis', personId: ann.id }]);
});

test('Two weeks running are fine for me: one tick, kept for me alone', async () => {
	const store = await openRota(volunteer, []);
	await page.getByText('Who takes how many turns').click();

	await page.getByRole('checkbox', { name: 'Two weeks running are fine for me' }).click();

	await expect
		.poll(async () => (await store.get(rotaSettingsRecord, practiceId))?.twoWeeksIds)
		.toEqual([ann.id]);
});

test('A turn of mine is saved as a file for my own calendar', async () => {
	await openRota(volunteer, [seed(rotaSlotRecord, slot(tomorrow, ann.id))]);
	const files: Blob[] = [];
	const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
		if (file instanceof Blob) files.push(file);
		return '#';
	});
	onTestFinished(() => made.mockRestore());
	await page.getByText('More for tomorrow').click();

	await page.getByRole('button', { name: /^Put it in my calendar/ }).click();

	const text = (await files[0]?.text()) ?? '';
	expect(text).toContain(`DTSTART;VALUE=DATE:${tomorrow.replaceAll('-', '')}`);
	expect(text).toContain('SUMMARY:Rota: All accounts');
});
