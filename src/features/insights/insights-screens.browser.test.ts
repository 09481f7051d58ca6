/**
 * Monthly notes, chart and meeting sheet as a person uses them, in a real browser.
 */
import '#ui/app.scss';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addMonths, dayOf, monthOf } from '#domain/calendar.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { coordinator, idFor, reader, volunteer } from '#tests/support/actors.ts';
import { chartPicture } from '#parts/chart-picture.ts';
import type { Store } from '#store/store.ts';
import { aPerson } from '#tests/support/group.ts';
import { aResult, resultsOf } from '#tests/support/insights.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import FiguresScreen from './FiguresScreen.svelte';
import InsightNoteScreen from './InsightNoteScreen.svelte';
import InsightSettingsScreen from './InsightSettingsScreen.svelte';
import InsightsScreen from './InsightsScreen.svelte';
import { emptyNote, insightNoteRecord, type InsightNote } from './record.ts';
import OutScreen from './OutScreen.svelte';
import { postResultsRecord } from './results/record.ts';
import ReviewScreen from './ReviewScreen.svelte';
import { monthName } from './rules.ts';
import SheetScreen from './SheetScreen.svelte';
import { themeRecord } from './themes/record.ts';
import ToldScreen from './ToldScreen.svelte';

const month = addMonths(monthOf(dayOf(Date.now())), -1);
const before = addMonths(month, -1);
const facebook: Account = {
	...{ id: idFor(1), createdAt: 0, createdBy: volunteer.personId, name: 'Our Facebook page' },
	...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
	...{ postsPerWeek: 2, accessNote: '', hasTwoStep: true, showsHours: true },
	...{ group: 'All accounts', status: 'active', closedOn: null, checkedOn: null }
};

function note(number: number, ofMonth: string, rest: Partial<InsightNote> = {}) {
	const made = { id: idFor(number), createdAt: 0, createdBy: volunteer.personId };
	return seed(insightNoteRecord, { ...made, ...emptyNote(ofMonth, facebook.id), ...rest });
}

const ann = seed(personRecord, aPerson({ id: volunteer.personId, name: 'Ann' }));
const account = seed(accountRecord, facebook);
const old = note(10, before, { followers: 100, willChange: 'Post in the evening.' });
const current = note(11, month, { followers: 140, learned1: 'Photos work.' });

/** Twenty posts with numbers: every day at 9am, those with a picture seen twice as often. */
const results = seed(
	postResultsRecord,
	resultsOf(
		month,
		Array.from({ length: 20 }, (_, index) =>
			aResult(`${month}-${String(index + 1).padStart(2, '0')}`, {
				...{ text: `Post ${index + 1}`, type: index % 2 === 0 ? 'Photos' : 'Text' },
				numbers: { views: index % 2 === 0 ? 200 + index : 100 + index, reactions: 9 }
			})
		),
		facebook.id
	)
);

let store: Store;

describe('the list of months', () => {
	test('says what is missing and draws the numbers with their table', async () => {
		show(await openStore(volunteer, [ann, account, old, current]), InsightsScreen);

		await expect.element(page.getByText('Still missing: what we will change')).toBeVisible();
		await expect
			.element(page.getByRole('img', { name: 'Followers, month by month' }))
			.toBeVisible();

		await page.getByText('Show these numbers as a table').click();

		await expect.element(page.getByRole('cell', { name: '140' })).toBeVisible();
	});

	test('leads to the accounts while there are none', async () => {
		show(await openStore(volunteer, [ann]), InsightsScreen);

		await expect.element(page.getByText('Start with your accounts')).toBeVisible();
	});
});

describe('the monthly note', () => {
	test('keeps a number when its box is left, and asks about a slip', async () => {
		const store = await openStore(volunteer, [ann, account, old, current]);
		show(store, InsightNoteScreen, { id: idFor(11) });

		await page.getByLabelText('Followers').fill('1,400');

		await expect.element(page.getByText(/was 100\. Is there a figure too many/)).toBeVisible();

		await page.getByLabelText('Reach').fill('lots');
		await page.getByLabelText('Views').click();

		await expect.element(page.getByText(/Type a whole number/)).toBeVisible();

		await page.getByLabelText('Reach').fill('');
		await page.getByLabelText('Views').click();

		await expect
			.poll(() => store.get(insightNoteRecord, idFor(11)))
			.toMatchObject({ followers: 1400, reach: null });
	});

	test('keeps words, and shows what last month promised', async () => {
		const store = await openStore(volunteer, [ann, account, old, current]);
		show(store, InsightNoteScreen, { id: idFor(11) });

		await expect
			.element(page.getByText(`In ${monthName(before, month)} we said: Post in the evening.`))
			.toBeVisible();
		await page.getByLabelText('What came of it?').fill('More people saw us.');
		await page.getByLabelText('One thing we will change now').fill('Ask a question.');
		await page.getByLabelText('Followers').click();

		await expect
			.poll(() => store.get(insightNoteRecord, idFor(11)))
			.toMatchObject({ cameOfIt: 'More people saw us.', willChange: 'Ask a question.' });
	});

	test('is begun for the month and account that the link names', async () => {
		const store = await openStore(volunteer, [ann, account]);
		show(store, InsightNoteScreen, { id: 'new' });

		await page.getByLabelText('Account').selectOptions('Our Facebook page');
		await page.getByLabelText('Followers').fill('12');
		await page.getByLabelText('Reach').click();

		await expect
			.poll(() => store.by(insightNoteRecord, 'accountId', facebook.id))
			.toMatchObject([{ month, followers: 12 }]);
	});

	test('someone who only reads sees the words and no boxes', async () => {
		const store = await openStore(reader, [ann, account, old, current]);
		show(store, InsightNoteScreen, { id: idFor(11) });

		await expect.element(page.getByText('Photos work.')).toBeVisible();
		expect(page.getByRole('textbox').elements()).toEqual([]);
	});
});

describe('the meeting sheet', () => {
	test('shows numbers with their change and says where they are from', async () => {
		show(await openStore(reader, [ann, account, old, current]), SheetScreen, { month });

		await expect
			.element(
				page.getByRole('table', {
					name: `The numbers, and how they differ from ${monthName(before, month)}`
				})
			)
			.toBeVisible();
		await expect.element(page.getByText('40 more')).toBeVisible();
		await expect.element(page.getByText(/Post in the evening\./)).toBeVisible();
		await expect.element(page.getByText(/copied from each account’s own page/)).toBeVisible();
	});

	test('says what it is for while nothing is written', async () => {
		show(await openStore(reader, [ann, account]), SheetScreen, { month });

		await expect.element(page.getByText(/This page is for the meeting/)).toBeVisible();
	});
});

describe('the numbers and charts', () => {
	test('tell the best post, why it may be, and when people respond', async () => {
		show(await openStore(volunteer, [ann, account, old, current, results]), FiguresScreen);

		await expect.element(page.getByText('Post 19', { exact: true })).toBeVisible();
		await expect.element(page.getByText(/Why it may be: It has a picture\./).first()).toBeVisible();
		await expect.element(page.getByRole('img', { name: 'When people respond' })).toBeVisible();
		await expect.element(page.getByText(/^From 20 posts/)).toBeVisible();
	});

	test('of one account stand in a table, month by month, and in a table beside each chart', async () => {
		show(await openStore(volunteer, [ann, account, old, current, results]), FiguresScreen);

		await page.getByLabelText('Account').selectOptions('Our Facebook page');

		await expect
			.element(page.getByRole('region', { name: 'Numbers of Our Facebook page' }))
			.toBeVisible();
		await expect.element(page.getByRole('cell', { name: '140' }).first()).toBeVisible();
	});

	test('leave as a picture of the chart', async () => {
		show(await openStore(volunteer, [ann, account, old, current, results]), FiguresScreen);
		await expect.element(page.getByRole('img', { name: 'When people respond' })).toBeVisible();
		const figure = page.getByRole('figure').elements()[0];

		const picture = figure instanceof HTMLElement ? await chartPicture(figure) : undefined;

		expect(picture?.type).toBe('image/png');
		const bitmap = await createImageBitmap(picture ?? new Blob());
		expect(inkIn(bitmap)).toBeGreaterThan(500);
	});
});

describe('what people told us', () => {
	test('is written down by theme; a few people are never a number', async () => {
		const store = await openStore(volunteer, [ann]);
		show(store, ToldScreen, { month });

		await page.getByRole('button', { name: 'Add a theme' }).click();
		await page.getByLabelText('What is it about?').fill('The phone queue');
		await page.getByLabelText('How many people?').fill('3');
		await page.getByLabelText('Whom was it passed to?').fill('the practice manager');
		await page.getByRole('button', { name: 'Add this theme' }).click();

		await expect.element(page.getByText(/fewer than 5 people/)).toBeVisible();
		await expect.element(page.getByText(/Passed to the practice manager, today/)).toBeVisible();
		expect(await store.by(themeRecord, 'month', month)).toMatchObject([{ count: 3 }]);
	});
});

/** Pixels that are neither white nor see-through. */
function inkIn(bitmap: ImageBitmap): number {
	const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
	const context = canvas.getContext('2d');
	context?.drawImage(bitmap, 0, 0);
	const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
	let ink = 0;
	for (let index = 0; index < pixels.length; index += 4) {
		if ((pixels[index] ?? 255) < 200) ink += 1;
	}
	return ink;
}

describe.each([320, 1280])('at %s pixels', (width) => {
	test.each([
		['the list of months', () => show(store, InsightsScreen), /still missing/i],
		[
			'the monthly note',
			() => show(store, InsightNoteScreen, { id: idFor(11) }),
			/what we learned/i
		],
		['the meeting sheet', () => show(store, SheetScreen, { month }), /copied from each/i],
		['the numbers and charts', () => show(store, FiguresScreen), /when people respond/i],
		['what people told us', () => show(store, ToldScreen, { month }), /comments and messages by/i],
		['the account review', () => show(store, ReviewScreen), /four times a year/i],
		['what can be taken out', () => show(store, OutScreen), /monthly-notes/i],
		['how we look back', () => show(store, InsightSettingsScreen), /when the monthly notes/i]
	])('%s has nothing for axe to find and does not scroll sideways', async (_, open, words) => {
		await page.viewport(width, 800);
		store = await openStore(coordinator, [ann, account, old, current, results]);
		open();
		await expect.element(page.getByText(words).first()).toBeVisible();

		expect(await faultsOfPage()).toEqual([]);
	});
});
