/**
 * Looking at the plan, in a real browser with the device's own database.
 */
import '#ui/app.scss';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays, addMonths, firstDayOf, mondayOf, spokenDay } from '#domain/calendar.ts';
import { postResultsRecord } from '#features/insights/results/record.ts';
import { idFor } from '#tests/support/actors.ts';
import { carol, openPlan, post, repeat, today, tomorrow } from '#tests/support/plan.ts';
import { facebook } from '#tests/support/posts.ts';
import { faultsOfPage, seed } from '#tests/support/screen.ts';

/** In the middle of last month. */
const monday = mondayOf(`${addMonths(today.slice(0, 7), -1)}-15`);

describe('looking at the plan', () => {
	test('list, week and month show the same posts, and say in the address what is looked at', async () => {
		const { addresses } = await openPlan([
			post(1, 'Flu clinic', { plannedOn: today, aim: 'listening' })
		]);
		const link = page.getByRole('link', { name: 'Flu clinic' });
		await expect.element(link).toBeVisible();

		await page.getByRole('tab', { name: 'Week' }).click();
		await expect.element(link).toBeVisible();

		await page.getByRole('tab', { name: 'Month' }).click();
		await page.getByRole('button', { name: spokenDay(today, today), exact: false }).click();
		await expect.element(page.getByRole('heading', { name: 'Flu clinic' })).toBeVisible();
		expect(addresses).toEqual(['#view=week', '#view=month', `#view=month&on=${today}`]);
	});

	test('a day of the month says how many posts it has and what for', async () => {
		await openPlan(
			[
				post(1, 'Flu clinic', { plannedOn: today, aim: 'listening' }),
				post(2, 'Garden', { plannedOn: today, aim: 'ppg-work' })
			],
			'#view=month'
		);

		const day = page.getByRole('button', { name: spokenDay(today, today), exact: false });
		await expect
			.element(day.getByText('2 posts: Listening to patients, The group’s work.'))
			.toBeInTheDocument();
	});

	test('what is late and what has no day stand apart', async () => {
		await openPlan([
			post(1, 'Late one', { plannedOn: addDays(today, -3) }),
			post(2, 'Some day', { status: 'idea' }),
			post(3, 'Soon', { plannedOn: tomorrow })
		]);

		const inList = (name: string) => page.getByRole('list', { name });
		await expect
			.element(inList('Should have gone out').getByRole('link', { name: 'Late one' }))
			.toBeVisible();
		await expect
			.element(inList('No day yet').getByRole('link', { name: 'Some day' }))
			.toBeVisible();
		await expect.element(inList('Coming up').getByRole('link', { name: 'Soon' })).toBeVisible();
	});

	test('a long gap is told in every view, and its days are marked', async () => {
		const on = addDays(today, 20);
		await openPlan([post(1, 'Today’s', { plannedOn: today }), post(2, 'Far', { plannedOn: on })]);
		const words = /Nothing goes out from .* 19 days\./;

		await expect.element(page.getByText(words)).toBeVisible();
		await page.getByRole('tab', { name: 'Month' }).click();
		await expect.element(page.getByText(words)).toBeVisible();
		await page.getByRole('tab', { name: 'Week' }).click();
		// On a Sunday the gap begins with it.
		await page.getByRole('button', { name: 'Next week' }).click();
		await expect.element(page.getByText(words)).toBeVisible();
		await expect.element(page.getByText('Nothing (long gap)').first()).toBeVisible();
	});

	test('filters hold in every view, count what they hide, and can be cleared', async () => {
		const { addresses } = await openPlan([
			post(1, 'Flu clinic', { plannedOn: tomorrow, aim: 'listening', campaignId: idFor(800) }),
			post(2, 'Garden', { plannedOn: tomorrow, aim: 'ppg-work', writerId: carol.id })
		]);

		await page.getByText('Filter', { exact: true }).click();
		await page.getByLabelText('Written by').selectOptions('Carol');
		await expect.element(page.getByText('1 of 2 posts shown.')).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'Garden' })).toBeVisible();
		expect(page.getByRole('link', { name: 'Flu clinic' }).elements()).toEqual([]);

		await page.getByLabelText('Campaign').selectOptions('Winter');
		await expect.element(page.getByText('Nothing fits these filters')).toBeVisible();
		expect(addresses.at(-1)).toBe(`#view=list&person=${carol.id}&campaign=${idFor(800)}`);

		await page.getByRole('button', { name: 'Clear filters' }).click();
		await expect.element(page.getByRole('link', { name: 'Flu clinic' })).toBeVisible();
		expect(addresses.at(-1)).toBe('#view=list');
	});

	test('an address with filters opens with them', async () => {
		await openPlan(
			[
				post(1, 'Flu clinic', { plannedOn: tomorrow, aim: 'listening' }),
				post(2, 'Garden', { plannedOn: tomorrow })
			],
			'#view=list&aim=none'
		);

		await expect.element(page.getByText('1 of 2 posts shown.')).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'Garden' })).toBeVisible();
	});

	test('the mix says which aim is missing and how the accounts stand, also as a table', async () => {
		await openPlan([post(1, 'Flu clinic', { plannedOn: today, aim: 'health-campaign' })]);

		await expect
			.element(page.getByText(/^One post\. Not there yet: The group’s work/))
			.toBeVisible();
		await expect.element(page.getByText(/Target: 2 a week\. Below it in/)).toBeVisible();
		await page.getByText('Show these numbers as a table').click();
		await expect.element(page.getByRole('table', { name: /^Posts by aim/ })).toBeVisible();
		await expect
			.element(page.getByRole('table', { name: /^Posts a week/ }).getByText(/1 planned/))
			.toBeVisible();
	});

	test('times to post are called a plain start while nothing is known', async () => {
		await openPlan([post(1, 'Flu clinic', { plannedOn: today })]);

		await page.getByText('When to post').click();

		await expect.element(page.getByText(/plain start and not from your numbers/)).toBeVisible();
	});

	test('times to post come from the account’s own numbers, once there are 15 posts with a time', async () => {
		const mondays = Array.from({ length: 15 }, (_, index) => ({
			...{ key: String(index), link: '', postedOn: monday, postedAtMinute: 9 * 60 + index },
			...{ text: '', type: '', postId: null, takenOn: today, importId: idFor(9) },
			numbers: { reach: 40 + index }
		}));
		const month = {
			...{ id: idFor(5), createdAt: 0, createdBy: carol.id, accountId: facebook },
			...{ month: monday.slice(0, 7), monthOn: firstDayOf(monday.slice(0, 7)), results: mondays }
		};
		await openPlan([
			post(1, 'Flu clinic', { plannedOn: today }),
			seed(postResultsRecord, postResultsRecord.schema.parse(month))
		]);

		await page.getByText('When to post').click();

		await expect
			.element(page.getByText(/Your posts reached most people on Monday at 9am/))
			.toBeVisible();
	});
});

describe('what holds posts back', () => {
	test('a pause is told before all else, with why', async () => {
		await openPlan([post(1, 'Flu clinic', { plannedOn: today })], '#view=list', undefined, {
			isPaused: true,
			pausedWhy: 'There has been a fire in the high street.'
		});

		await expect
			.element(page.getByRole('heading', { name: 'Important: Planned posts are paused' }))
			.toBeVisible();
		await expect.element(page.getByText(/There has been a fire/)).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
	});

	test('the weeks before a vote are told with their last day', async () => {
		await openPlan([post(1, 'Flu clinic', { plannedOn: today })], '#view=list', undefined, {
			electionFirstOn: addDays(today, -3),
			electionLastOn: tomorrow
		});

		await expect.element(page.getByText(/a vote is near: keep to service/)).toBeVisible();
	});
});

describe('for everyone', () => {
	test('the month is one stop of the Tab key, and is gone through with the arrow keys', async () => {
		await page.viewport(1280, 900);
		const { addresses } = await openPlan(
			[post(1, 'Flu clinic', { plannedOn: today, aim: 'listening' })],
			'#view=month'
		);
		await expect.element(page.getByRole('grid')).toBeVisible();
		const stops = () => document.querySelectorAll('[role=grid] [tabindex="0"]').length;
		expect(stops()).toBe(1);
		expect(document.querySelectorAll('[role=grid] a:not([tabindex="-1"])')).toHaveLength(0);

		document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
		await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
		await expect.element(page.getByRole('heading', { name: 'Flu clinic' })).toBeVisible();
		expect(document.activeElement?.textContent).toContain(spokenDay(today, today));
		expect(addresses.at(-1)).toBe(`#view=month&on=${today}`);

		await userEvent.keyboard('{PageDown}');
		await expect.poll(() => addresses.at(-1)).toMatch(/^#view=month&on=\d{4}-\d{2}$/);
		expect(stops()).toBe(1);
	});

	test.each([
		['list', 320],
		['week', 320],
		['month', 320],
		['list', 1280],
		['week', 1280],
		['month', 1280]
	])(
		'axe finds nothing in the %s at %s pixels, and it does not scroll sideways',
		async (view, width) => {
			await page.viewport(width, 800);
			await openPlan(
				[
					post(1, 'Flu clinic', { plannedOn: today, plannedTime: '18:00', aim: 'listening' }),
					post(2, 'Averyveryverylongwordwithoutanybreakinit', {
						plannedOn: today,
						status: 'ready'
					}),
					post(3, 'Some day', { status: 'idea' }),
					post(4, 'Far', { plannedOn: addDays(today, 30), aim: 'ppg-work' }),
					repeat()
				],
				`#view=${view}&on=${today}`
			);
			await expect.element(page.getByRole('link', { name: 'Flu clinic' }).first()).toBeVisible();
			await page.getByText('Filter', { exact: true }).click();
			await page.getByText('Show these numbers as a table').click();
			expect(await faultsOfPage()).toEqual([]);

			await page.getByRole('button', { name: 'Move Flu clinic' }).first().click();
			expect(await faultsOfPage()).toEqual([]);
		}
	);
});
