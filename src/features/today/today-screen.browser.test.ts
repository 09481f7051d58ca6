/** Today on a phone: what to do now, from this device's own records, and what has changed since. */
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { personRecord } from '#features/people/record.ts';
import { consentRecord, photoRecord } from '#features/consent/record.ts';
import { awayRecord, rotaSlotRecord } from '#features/rota/record.ts';
import { rotaPatternRecord } from '#features/rota/patterns/record.ts';
import { addDays, dayOf } from '#domain/calendar.ts';
import { setDeviceValue } from '#store/tables.ts';
import { coordinator, idFor, volunteer } from '#tests/support/actors.ts';
import { consentOf, photoOf } from '#tests/support/consents.ts';
import { aPerson } from '#tests/support/group.ts';
import { aPattern } from '#tests/support/rota-desk.ts';
import { all, away, slot } from '#tests/support/rota-rows.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import TodayScreen from './TodayScreen.svelte';

/** Who covers is shown by the rota. */
const cover = createRawSnippet(() => ({ render: () => '<p>Vera covers today.</p>' }));
const today = dayOf(Date.now());
const me = aPerson({ id: coordinator.personId, role: coordinator.role, pledgedOn: today });
const other = aPerson({ id: volunteer.personId, name: 'Vera', pledgedOn: today });

test('A picture to take down and a duty on a day away are there, the oldest first', async () => {
	const inAWeek = addDays(today, 7);
	const store = await openStore(coordinator, [
		seed(personRecord, me),
		seed(personRecord, other),
		seed(consentRecord, consentOf(1, { status: 'withdrawn', withdrawnOn: addDays(today, -1) })),
		seed(photoRecord, photoOf()),
		seed(rotaSlotRecord, slot(inAWeek, me.id)),
		seed(awayRecord, away(me.id, inAWeek, inAWeek))
	]);

	show(store, TodayScreen, { cover });

	const first = page.getByRole('listitem').first();
	await expect.element(first.getByText('Take down the picture “Flu clinic”')).toBeVisible();
	await expect.element(page.getByText(/^You are away on .* and down to cover$/)).toBeVisible();
	expect(await faultsOfPage()).toEqual([]);
});

test('A turn that repeats is a turn like any other', async () => {
	const everyDay = aPattern({
		...{ group: all, personIds: [me.id], weekdays: [1, 2, 3, 4, 5, 6, 7], hasBackup: false },
		...{ firstOn: today, lastOn: null }
	});
	const store = await openStore(coordinator, [
		seed(personRecord, me),
		seed(rotaPatternRecord, everyDay)
	]);

	show(store, TodayScreen, { cover });

	await expect.element(page.getByText(`You look after ${all} today`)).toBeVisible();
});

test('What others changed is listed once, until the person says that they have seen it', async () => {
	const photos = Array.from({ length: 9 }, (_, index) =>
		seed(photoRecord, photoOf({ id: idFor(0x60 + index), occasion: `Picture ${index}` }))
	);
	const store = await openStore(coordinator, [seed(personRecord, me), ...photos]);
	await store.parts.tables.write(async (session) => {
		await setDeviceValue(session, 'lookedTo', 0);
		const cookie = { epoch: 'first', version: 1, scope: 'coordinator', protocol: 1 };
		await setDeviceValue(session, 'cookie', cookie);
	});

	show(store, TodayScreen, { cover });

	await expect
		.element(page.getByRole('heading', { name: 'Changed since you last looked' }))
		.toBeVisible();
	await expect.element(page.getByText(/^These are the newest 8/)).toBeVisible();
	await page.getByRole('button', { name: 'I have seen these' }).click();
	await expect
		.element(page.getByRole('heading', { name: 'Changed since you last looked' }))
		.not.toBeInTheDocument();
});
