/**
 * Every chart leaves as a picture and as a table, and the list of comments offers its counts.
 */
import '#ui/app.scss';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addMonths, dayOf, firstDayOf, monthOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { commentRecord } from '#features/comments/record.ts';
import { personRecord } from '#features/people/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { chartPicture } from '#parts/chart-picture.ts';
import type { Store } from '#store/store.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { aResult, outPost, resultsOf } from '#tests/support/insights.ts';
import { openStore, seed, show } from '#tests/support/screen.ts';
import FiguresScreen from './FiguresScreen.svelte';
import InsightNoteScreen from './InsightNoteScreen.svelte';
import InsightsScreen from './InsightsScreen.svelte';
import { emptyNote, insightNoteRecord } from './record.ts';
import { postResultsRecord } from './results/record.ts';
import SheetScreen from './SheetScreen.svelte';

const month = addMonths(monthOf(dayOf(Date.now())), -1);
const made = { createdAt: 0, createdBy: volunteer.personId };
const accountId = idFor(1);
const ann = seed(personRecord, aPerson({ id: volunteer.personId, name: 'Ann' }));
const account = seed(
	accountRecord,
	accountRecord.schema.parse({
		...{ id: accountId, ...made, name: 'Our Facebook page', platform: 'facebook' },
		...{ profileUrl: null, purpose: '', ownerId: null, deputyId: null, status: 'active' }
	})
);
const notes = [-1, 0].map((back) => {
	const ofMonth = addMonths(month, back);
	const counted = { followers: 140 + back, reach: 900 + back };
	return seed(insightNoteRecord, {
		...{ id: idFor(20 + back), ...made },
		...{ ...emptyNote(ofMonth, accountId), ...counted }
	});
});
const results = seed(
	postResultsRecord,
	resultsOf(
		month,
		Array.from({ length: 20 }, (_, index) =>
			aResult(`${month}-${String(index + 1).padStart(2, '0')}`, {
				numbers: { views: 100 + index, reactions: 9 }
			})
		),
		accountId
	)
);
const post = seed(
	postRecord,
	outPost(firstDayOf(month), { accounts: [accountId], audiences: ['carers'] })
);

describe('every chart', () => {
	test.each([
		['of the insights', (store: Store) => show(store, InsightsScreen), 1],
		['of the sheet', (store: Store) => show(store, SheetScreen, { month }), 1],
		['of the numbers', (store: Store) => show(store, FiguresScreen), 3]
	] as const)('%s leaves as a picture and as a table', async (_, open, count) => {
		open(await openStore(volunteer, [ann, account, ...notes, results, post]));

		await expect.poll(() => page.getByRole('figure').elements().length).toBe(count);
		const ways = (name: RegExp) => page.getByRole('button', { name }).elements().length;
		await expect.poll(() => ways(/^Save as a picture/)).toBe(count);
		// The table of the months leaves as a table too.
		expect(ways(/^Save as a table \(CSV\)/)).toBeGreaterThanOrEqual(count);
		for (const figure of page.getByRole('figure').elements()) {
			const picture = figure instanceof HTMLElement ? await chartPicture(figure) : undefined;
			expect(picture?.type).toBe('image/png');
		}
	});
});

test('Comments that our list has answered are offered to the note, and put in when asked', async () => {
	const cameOn = `${month}-12`;
	const comment = (id: number, answeredOn: string) =>
		seed(
			commentRecord,
			commentRecord.schema.parse({
				...{ id: idFor(id), ...made, accountId, thing: 'comments', link: '', cameOn },
				...{ cameAt: momentOf(cameOn, '09:00'), firstAnswerAt: momentOf(answeredOn, '10:00') },
				...{ state: 'ended', promisedOn: null, outcome: 'answered' },
				...{ endedAt: momentOf(answeredOn, '10:00'), endedBy: volunteer.personId }
			})
		);
	const comments = [comment(31, cameOn), comment(32, cameOn), comment(33, `${month}-20`)];
	const store = await openStore(volunteer, [ann, account, ...notes, ...comments]);
	show(store, InsightNoteScreen, { id: idFor(20) });

	await expect.element(page.getByText(/has 3 answered in this month, 2 of them/)).toBeVisible();
	await page.getByRole('button', { name: 'Put them into the boxes' }).click();

	await expect
		.poll(() => store.get(insightNoteRecord, idFor(20)))
		.toMatchObject({ answered: 3, sameDay: 2, followers: 140 });
	await expect
		.element(page.getByRole('button', { name: 'Put them into the boxes' }))
		.not.toBeInTheDocument();
});
