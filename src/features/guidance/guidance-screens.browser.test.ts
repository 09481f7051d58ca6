/**
 * Do's and don'ts as a person meets them, in a real browser.
 */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ScreenGuidance } from '#domain/guidance.ts';
import type { Actor } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show } from '#tests/support/screen.ts';
import GuidanceBox from './GuidanceBox.svelte';
import GuidanceScreen from './GuidanceScreen.svelte';
import { guidanceLineRecord, type OwnLine } from './record.ts';

/** Busy machines are slow; a wrong answer is still wrong at the end. */
const patient = { timeout: 30_000 };

const guidance: ScreenGuidance = {
	screen: 'rota',
	lines: [
		{ id: 'rota-one', kind: 'do', text: 'Look each day.', sources: ['S0-19'] },
		{ id: 'rota-two', kind: 'do', text: 'Swap early.', sources: ['S0-17'] },
		{ id: 'rota-three', kind: 'do', text: 'Hand over.', sources: ['S0-17'] },
		{ id: 'rota-four', kind: 'dont', text: 'Leave no gaps.', sources: ['S0-53'], when: ['gap'] }
	]
};
const screens = [{ name: 'Rota', guidance }];

function own(rest: Partial<OwnLine>): OwnLine {
	const made = { id: idFor(1), createdAt: 1, createdBy: coordinator.personId };
	const line = { screen: 'rota', doOrDont: 'do', text: null, isHidden: false } as const;
	return { ...made, lineId: null, ...line, ...rest };
}

async function open(who: Actor, lines: readonly OwnLine[] = []) {
	return openStore(who, [
		seed(personRecord, aPerson({ id: who.personId, role: who.role })),
		...lines.map((line) => seed(guidanceLineRecord, line))
	]);
}

describe('the box on a screen', () => {
	test('shows three lines, those of the moment first, and the rest one tap away', async () => {
		show(await open(volunteer), GuidanceBox, { guidance, moments: ['gap'] });

		await expect.element(page.getByText(/Leave no gaps/).first()).toBeVisible();
		expect(
			page
				.getByText(/Hand over/)
				.elements()
				.some(isShown)
		).toBe(false);

		await page.getByText('All do’s and don’ts for this screen').click();

		await expect.element(page.getByText(/Hand over/).first()).toBeVisible();
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('opens each line’s source in words', async () => {
		show(await open(volunteer), GuidanceBox, { guidance });

		await page.getByText('Look each day. Source').first().click();

		await expect
			.element(page.getByText('Look at the account every day.', { exact: false }).first())
			.toBeVisible();
	});

	test('goes by the group’s own words, and leaves out what is hidden', async () => {
		const lines = [
			own({ lineId: 'rota-one', text: 'Look at nine.' }),
			own({ id: idFor(2), lineId: 'rota-two', isHidden: true })
		];

		show(await open(volunteer, lines), GuidanceBox, { guidance });

		await expect.element(page.getByText(/Look at nine/).first()).toBeVisible();
		expect(page.getByText(/Swap early/).elements()).toHaveLength(0);
	});
});

describe('the list of all', () => {
	test('lets a coordinator reword, hide and show a line', async () => {
		const store = await open(coordinator);
		show(store, GuidanceScreen, { screens });
		const kept = () => store.by(guidanceLineRecord, 'lineId', 'rota-one');

		await page.getByRole('button', { name: 'Reword Look each day.' }).click();
		await page.getByLabelText('Your words').fill('Look at nine.');
		await page.getByRole('button', { name: 'Keep the words' }).click();
		await expect.poll(kept, patient).toMatchObject([{ text: 'Look at nine.', isHidden: false }]);

		await page.getByRole('button', { name: 'Hide Look at nine.' }).click();
		await expect.poll(kept, patient).toMatchObject([{ isHidden: true }]);
		await page.getByRole('button', { name: 'Show Look at nine.' }).click();

		await expect.poll(kept, patient).toMatchObject([{ isHidden: false }]);
		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('lets a coordinator add a line and take it away', async () => {
		const store = await open(coordinator);
		show(store, GuidanceScreen, { screens });
		await page.getByText('Add a line for: Rota').click();
		await page.getByLabelText('Your line').first().fill('Ring the bell.');
		await page.getByRole('button', { name: 'Add this line' }).first().click();
		await expect.element(page.getByText('Added by your group')).toBeVisible();

		await page.getByRole('button', { name: 'Remove Ring the bell.' }).click();

		await expect.poll(() => store.all(guidanceLineRecord), patient).toEqual([]);
	});

	test('is only read by a volunteer', async () => {
		show(await open(volunteer), GuidanceScreen, { screens });

		await expect.element(page.getByText(/Your coordinator can change the words/)).toBeVisible();
		expect(page.getByRole('button', { name: /^Reword/ }).elements()).toHaveLength(0);
	});
});

function isShown(element: Element): boolean {
	return element.checkVisibility();
}
