/** The sheet on one page and in steps: what stands on it, what is cut, that it fits. */
import { describe, expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { aNote, facebook, instagram } from '#tests/support/insights.ts';
import { objectiveRecord } from '#features/campaigns/record.ts';
import type { Action } from '#features/meetings/record.ts';
import { figuresOf } from '../figures/monthly.ts';
import type { InsightNote } from '../record.ts';
import { firstSettings } from '../settings/record.ts';
import type { Theme } from '../themes/record.ts';
import { fitOf, heightOf } from './fit.ts';
import { pageFor, type PageFacts } from './page.ts';
import { clipped, inTurn } from './room.ts';
import type { SheetPage } from './shape.ts';
import { slidesOf, stepAfterKey } from './slides.ts';

const month = '2026-10';
const made = { createdAt: 0, createdBy: idFor(0x77) };

function aTheme(theme: string, rest: Partial<Theme> = {}): Theme {
	return {
		...{ id: idFor(theme.length + 0x500), ...made, theme, month, monthOn: '2026-10-01' },
		...{ sort: 'concern', count: null, passedTo: '', passedOn: null, cameOfIt: '', ...rest }
	};
}

function anAction(what: string, rest: Partial<Action> = {}): Action {
	return {
		...{ id: idFor(what.length + 0x600), ...made, what, meetingId: idFor(0x78), whoId: null },
		...{ dueOn: '2026-11-24', doneOn: null, isDone: 'no', ...rest }
	};
}

function page(notes: readonly InsightNote[], more: Partial<PageFacts> = {}): SheetPage {
	return pageFor({
		...{ month, today: '2026-11-21', accounts: [facebook, instagram], notes, posts: [] },
		figures: figuresOf({ notes, results: [], posts: [] }),
		...{ objectives: [], themes: [], settings: firstSettings, reviews: [], actions: [] },
		...{ nameOf: () => 'Cerys', meetingOn: undefined, hasChart: false, ...more }
	});
}

const note = aNote(month, {
	...{ followers: 140, reach: 4, learned1: 'Photos work.', learned2: 'Links do not.' },
	...{
		willChange: 'Ask one question.',
		cameOfIt: 'More people came.',
		praise: 'Reception is kind.'
	},
	...{ told: 'The queue is long.', didAboutIt: 'Two more people answer.' }
});
const before = aNote('2026-09', { followers: 100, willChange: 'Post in the evening.' });

describe('the sheet', () => {
	test('has numbers with their change, and fewer than 5 people only in words', () => {
		const { numbers } = page([before, note]);

		expect(numbers.rows).toMatchObject([
			{ name: 'Followers', cells: [{ value: '140', change: '40 more' }, { value: '–' }] },
			{ name: 'Reach', cells: [{ value: 'fewer than 5', change: '' }, { value: '–' }] }
		]);
	});

	test('adds up over accounts what may be added up, and never people', () => {
		const ofMonth = (name: string, factor: number) => [
			aNote(name, { followers: 140, linkClicks: 30 * factor, views: 400, answered: 20 }),
			aNote(name, { followers: 90, linkClicks: 12, answered: 4, accountId: instagram.id })
		];
		const { numbers } = page([...ofMonth('2026-09', 1), ...ofMonth(month, 2)]);
		const together = Object.fromEntries(
			numbers.rows.map(({ field, cells }) => [field, cells.at(-1)])
		);

		expect(numbers.accounts.at(-1)?.name).toBe('Together');
		expect(together).toMatchObject({
			followers: { value: '', change: '' },
			// One account has no number for it.
			views: { value: '' },
			linkClicks: { value: '72', change: '30 more' },
			answered: { value: '24', change: 'The same' }
		});
		expect(page([note]).numbers.accounts.map(({ name }) => name)).not.toContain('Together');
	});

	test('tells no change from which fewer than 5 people can be worked out', () => {
		const changes = (followers: number, earlier: number) =>
			page([aNote('2026-09', { followers: earlier }), aNote(month, { followers })]).numbers.rows[0]
				?.cells[0];

		expect(changes(142, 140)).toEqual({ value: '142', change: 'fewer than 5 more' });
		expect(changes(12, 4)).toEqual({ value: '12', change: '' });
		expect(changes(8, 9)).toEqual({ value: '8', change: 'fewer than 5 less*' });
	});

	test('tells last month’s promise and what came of it', () => {
		expect(page([before, note]).lastTime).toEqual([
			{ account: '', words: 'Post in the evening.', cameOfIt: 'More people came.' }
		]);
		expect(page([note]).lastTime).toEqual([]);
	});

	test('has what people liked and what they found hard, unless the group leaves it out', () => {
		const shown = page([note]);
		const hidden = page([note], {
			settings: { ...firstSettings, showsTold: false },
			themes: [aTheme('Queue')]
		});

		expect(shown.liked).toEqual([{ account: '', words: 'Reception is kind.' }]);
		expect(shown.hard).toEqual([{ account: '', words: 'The queue is long.' }]);
		expect(hidden).toMatchObject({ liked: [], hard: [], did: [], themes: [] });
	});

	test('names accounts only where there are several, and takes what was learned in turn', () => {
		const other = aNote(month, { accountId: instagram.id, learned1: 'Reels are seen.' });

		expect(page([note, other]).learned.map(({ account }) => account)).toEqual([
			...['Facebook', 'Instagram', 'Facebook']
		]);
		expect(page([note]).learned.map(({ account }) => account)).toEqual(['', '']);
	});

	test('shows themes with most people first, never fewer than 5 as a number', () => {
		const themes = [
			aTheme('Screen', { count: 3, passedTo: 'the manager' }),
			aTheme('The queue', { count: 14, cameOfIt: 'More staff.' })
		];

		expect(page([note], { themes }).themes).toMatchObject([
			{ theme: 'The queue', count: 'Concern or complaint, 14 people' },
			{
				theme: 'Screen',
				count: 'Concern or complaint, fewer than 5 people',
				after: 'Passed to the manager.'
			}
		]);
	});

	test('says what has no room, and whose note is missing', () => {
		const themes = ['a', 'bb', 'ccc', 'dddd', 'eeeee'].map((theme) => aTheme(theme));

		const { left } = page([note], { themes });

		expect(left).toEqual(['Notes not whole yet: Instagram.', 'In the app: 1 more theme.']);
	});

	test('shows what was agreed last time, open things first', () => {
		const actions = [
			anAction('Ask the school', { isDone: 'yes', doneOn: '2026-11-20' }),
			anAction('Poster', { whoId: idFor(9) })
		];

		expect(page([note], { actions }).actions).toMatchObject([
			{ what: 'Poster', who: 'Cerys, by Tuesday 24 November', isDone: false },
			{ what: 'Ask the school', who: 'nobody yet, done', isDone: true }
		]);
	});

	test('has a line for the check of our own rules', () => {
		const checked = { ...firstSettings, checkedOn: '2026-04-02', checkSays: 'All well.' };

		expect(page([note]).check).toBe(
			'Every 6 months we check our own rules. No check is noted yet.'
		);
		expect(page([note], { settings: checked }).check).toBe(
			'Our last check of our own rules, Thursday 2 April 2026: All well. ' +
				'The next one was due on Friday 2 October 2026.'
		);
	});

	test('is empty while nothing is known', () => {
		expect(page([]).isEmpty).toBe(true);
		expect(page([note]).isEmpty).toBe(false);
	});
});

/** The longest that can be typed, on five accounts. */
function fullest(): SheetPage {
	const words = (most: number) => 'Wörter und viel '.repeat(60).slice(0, most);
	const accounts = [1, 2, 3, 4, 5].map((number) => ({
		...{ id: idFor(number), name: `Account with a long name ${number}`, status: 'active' },
		createdAt: 0
	}));
	const fields = { followers: 123456, reach: 234567, views: 345678, interactions: 45678 };
	const texts = {
		...{ learned1: words(240), learned2: words(240), learned3: words(240) },
		...{ willChange: words(240), cameOfIt: words(240), praise: words(600) },
		...{ told: words(600), didAboutIt: words(600) }
	};
	const notes = accounts.flatMap(({ id: accountId }) => [
		aNote('2026-09', { accountId, ...fields, ...texts }),
		aNote(month, { accountId, ...fields, linkClicks: 9, postsMade: 8, answered: 3, ...texts })
	]);
	return page(notes, {
		accounts,
		themes: [1, 2, 3, 4, 5, 6].map((number) =>
			aTheme(words(80 - number), { passedTo: words(80), cameOfIt: words(240), count: 90 })
		),
		actions: [1, 2, 3, 4, 5, 6].map((number) => anAction(words(160 - number))),
		objectives: [1, 2, 3].map((number) =>
			objectiveRecord.schema.parse({
				...{ id: idFor(0x900 + number), ...made, title: words(160), watch: 'reach', ownWatch: '' },
				...{ goal: 900, ownCount: null, ownCountOn: null }
			})
		),
		settings: { ...firstSettings, checkedOn: '2026-04-02', checkSays: words(240) }
	});
}

describe('the room on one side of A4', () => {
	test('short notes get large words and the chart', () => {
		expect(fitOf(page([before, note]), true)).toEqual({ size: 11, hasChart: true });
	});

	test('the longest notes of five accounts still fit, without the chart', () => {
		const sheet = fullest();
		const fit = fitOf(sheet, true);

		expect(fit.hasChart).toBe(false);
		expect(heightOf(sheet, fit)).toBeLessThanOrEqual(784);
	});

	test('words are cut before the chart goes', () => {
		const words = 'What several people told us at the door. '.repeat(5);
		const accounts = [1, 2, 3, 4, 5].map((number) => ({
			...{ id: idFor(number), name: `Account ${number}`, status: 'active', createdAt: 0 }
		}));
		const notes = accounts.map(({ id: accountId }) =>
			aNote(month, {
				...{ accountId, followers: 90, reach: 800, views: 900, interactions: 40 },
				...{ learned1: words, learned2: words, willChange: words, praise: words },
				...{ told: words, didAboutIt: words }
			})
		);
		const actions = [1, 2, 3, 4].map((number) => anAction(words.slice(0, 150 - number)));
		const facts = { accounts, actions };
		const [plain, drawn] = [page(notes, facts), page(notes, { ...facts, hasChart: true })];

		expect(fitOf(plain, true).hasChart).toBe(false);
		expect(fitOf(drawn, true)).toMatchObject({ hasChart: true });
		expect(drawn.learned[0]?.words.length).toBeLessThan(plain.learned[0]?.words.length ?? 0);
	});

	test('words are cut at a space', () => {
		expect(clipped('One two three four', 12)).toBe('One two…');
		expect(clipped('  One\n two ', 12)).toBe('One two');
		expect(clipped('Incomprehensibilities', 8)).toBe('Incompr…');
	});

	test('lists are taken in turn', () => {
		expect(inTurn([['a', 'b'], [], ['c']])).toEqual(['a', 'c', 'b']);
		expect(inTurn([])).toEqual([]);
	});
});

describe('the steps for the projector', () => {
	test('begin with last time and end with who does what; empty steps are left out', () => {
		expect(slidesOf(page([before, note])).map(({ id }) => id)).toEqual([
			...['title', 'last-time', 'short', 'numbers', 'chart', 'learned', 'told', 'change'],
			...['check', 'actions']
		]);
		expect(slidesOf(page([])).map(({ id }) => id)).toEqual(['title', 'check', 'actions']);
	});

	test('what is too much for one screen goes on to the next, and nothing is lost', () => {
		const told = slidesOf(fullest()).filter(({ id }) => id.startsWith('told'));
		const few = slidesOf(page([before, note])).filter(({ id }) => id.startsWith('told'));

		expect(few).toHaveLength(1);
		expect(told.length).toBeGreaterThan(1);
		expect(told.map(({ heading }) => heading).slice(0, 2)).toEqual([
			...['What people told us', 'What people told us (2)']
		]);
		const ids = told.flatMap(({ lines }) => lines.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
		expect(told.every(({ lines }) => lines.length > 0)).toBe(true);
	});

	test.each([
		['ArrowRight', 0, 1],
		['PageDown', 1, 2],
		[' ', 2, 2],
		['ArrowLeft', 0, 0],
		['End', 0, 2],
		['Home', 2, 0],
		['x', 1, undefined]
	])('%s at step %d leads to %s', (key, step, to) => {
		expect(stepAfterKey(key, step, 2)).toBe(to);
	});
});
