/** What the plan shows: addresses and filters, spans, gaps, the mix. */
import { describe, expect, test } from 'vitest';
import { addDays, daysFrom } from '#domain/calendar.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { aMoment, as, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { facebook, xAccount } from '#tests/support/posts.ts';
import type { Post } from '../record.ts';
import { newPost } from '../rules.ts';
import { anchorOf, fits, isFiltering, noFilters, readAddress, writeAddress } from './address.ts';
import { gapsIn, gapWords } from './gaps.ts';
import { accountMix, aimCounts, mixWords, targetWords, weekWords, type Planned } from './mix.ts';
import { readSpan, shownSpan } from './span.ts';
import { dayWords, whenWords } from './words.ts';

const { today } = as(volunteer);
const person = idFor(77);

function post(more: Partial<Post> = {}): Post {
	const made = { id: idFor(1), createdAt: aMoment, createdBy: volunteer.personId };
	return { ...newPost(made, { title: 'Flu clinic' }), ...more };
}

describe('the address', () => {
	test('says what is looked at, and reads the same back', () => {
		const address = {
			view: 'month' as const,
			on: '2026-12-03',
			filters: { ...noFilters, aim: 'listening' as const, account: facebook, person }
		};

		expect(readAddress(writeAddress(address))).toEqual(address);
	});

	test.each([
		'',
		'#',
		'#view=decade&on=2026-02-30&aim=profit&state=gone&account=<b>',
		'#on=2026-13',
		'#%%%'
	])('what cannot be read is left out: "%s"', (hash) => {
		expect(readAddress(hash)).toEqual({ view: undefined, on: undefined, filters: noFilters });
	});

	test('a month that is looked at starts at its first day, this month at today', () => {
		expect(anchorOf('2026-12', today)).toBe('2026-12-01');
		expect(anchorOf('2026-11', today)).toBe(today);
		expect(anchorOf('2026-12-24', today)).toBe('2026-12-24');
		expect(anchorOf(undefined, today)).toBe(today);
	});
});

describe('the filters', () => {
	test.each<[string, Partial<typeof noFilters>, Partial<Post>, boolean]>([
		['nothing chosen', {}, {}, true],
		['nothing chosen, dropped', {}, { status: 'dropped' }, false],
		['dropped ones', { state: 'dropped' }, { status: 'dropped' }, true],
		['an account of the post', { account: facebook }, { accounts: [xAccount, facebook] }, true],
		['another account', { account: facebook }, { accounts: [xAccount] }, false],
		['its aim', { aim: 'listening' }, { aim: 'listening' }, true],
		['another aim', { aim: 'listening' }, { aim: null }, false],
		['posts without an aim', { aim: 'none' }, { aim: null }, true],
		['the writer', { person }, { writerId: person }, true],
		[
			'who added it, though someone else writes',
			{ person: volunteer.personId },
			{ writerId: person },
			false
		],
		['who added it, where no writer is named', { person: volunteer.personId }, {}, true],
		['its campaign', { campaign: idFor(8) }, { campaignId: idFor(8) }, true],
		['another campaign', { campaign: idFor(8) }, { campaignId: null }, false],
		['its state', { state: 'ready' }, { status: 'ready' }, true],
		['another state', { state: 'ready' }, { status: 'draft' }, false]
	])('%s', (_, filters, more, isShown) => {
		expect(fits(post(more), { ...noFilters, ...filters })).toBe(isShown);
	});

	test('say whether anything is chosen', () => {
		expect(isFiltering(noFilters)).toBe(false);
		expect(isFiltering({ ...noFilters, aim: 'none' })).toBe(true);
	});
});

describe('what is read', () => {
	test('holds the whole weeks of the month, and a gap’s length more on both sides', () => {
		expect(readSpan('month', '2026-12-24', today, 14)).toEqual({
			firstOn: addDays('2026-11-30', -14),
			lastOn: addDays('2027-01-03', 14)
		});
	});

	test('a week reads no more and no less than its month, so that changing the view reads nothing', () => {
		expect(readSpan('week', '2026-12-17', today, 14)).toEqual(
			readSpan('month', '2026-12-17', today, 14)
		);
	});

	test.each(['2026-11-30', '2026-12-31', '2027-01-03'])(
		'a week at a month’s end is read whole: %s',
		(on) => {
			const read = readSpan('week', on, today, 1);
			const shown = shownSpan('week', on, today);

			expect(read.firstOn < shown.firstOn).toBe(true);
			expect(read.lastOn > shown.lastOn).toBe(true);
		}
	);
});

describe('long gaps', () => {
	const read = { firstOn: '2026-11-01', lastOn: '2027-01-17' };
	const looked = { read, today, limit: 14 };
	const gaps = (...busyOn: string[]) => gapsIn(busyOn, { ...looked, lastPostOn: busyOn.at(-1) });
	const everyWeek = daysFrom('2026-11-01', '2027-01-17').filter((_, index) => index % 7 === 0);

	test('there is none where a post comes every week', () => {
		expect(gaps(...everyWeek)).toEqual([]);
	});

	test('14 days without a post are none, 15 are', () => {
		const until = (day: string) => gaps('2026-11-20', day, ...everyWeek.filter((on) => on > day));

		expect(until('2026-12-05')).toEqual([]);
		const [gap] = until('2026-12-06');
		expect(gap).toEqual({ firstOn: '2026-11-21', lastOn: '2026-12-05', isEnd: false });
		expect(gap && gapWords(gap, today)).toBe('Nothing goes out until Sunday 6 December: 15 days.');
	});

	test('a gap further ahead says from when to when', () => {
		const [gap] = gaps(
			'2026-11-15',
			'2026-11-22',
			'2026-12-20',
			...everyWeek.filter((on) => on > '2026-12-20')
		);

		expect(gap && gapWords(gap, today)).toBe(
			'Nothing goes out from Monday 23 November to Saturday 19 December: 27 days.'
		);
	});

	test('one that is over is not told', () => {
		expect(gaps('2026-11-20', ...everyWeek.filter((on) => on > '2026-11-20'))).toEqual([]);
	});

	test('a plan that runs dry soon is told, one that ends later is not', () => {
		const [gap] = gaps('2026-11-20', '2026-11-25');
		expect(gap && gapWords(gap, today)).toBe('Nothing is planned after Wednesday 25 November.');

		const later = everyWeek.filter((on) => on < '2026-12-15');
		expect(gaps(...later)).toEqual([]);
	});

	test('what only repeats makes no gaps far ahead', () => {
		const monthly = ['2026-11-20', '2026-11-25', '2026-12-07', '2027-01-04'];

		expect(gapsIn(monthly, { ...looked, lastPostOn: '2026-11-25' })).toEqual([]);
		expect(gapsIn(monthly, { ...looked, lastPostOn: '2027-01-04' })).toHaveLength(1);
	});

	test('a plan without any post is one long gap', () => {
		const [gap] = gaps();

		expect(gap && gapWords(gap, today)).toBe('Nothing is planned from today on.');
	});
});

describe('the mix of a month', () => {
	const planned = (plannedOn: string, more: Partial<Planned> = {}): Planned => ({
		...{ plannedOn, aim: 'listening', accounts: [facebook], isPosted: false },
		...more
	});
	const account = (id: string, more: object = {}) =>
		accountRecord.schema.parse({
			...{ id, createdAt: aMoment, createdBy: manager.personId, name: 'Our page' },
			...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
			...{ status: 'active', postsPerWeek: 2, ...more }
		});

	test('counts each aim of the month, also those that never come', () => {
		const counts = aimCounts(
			[planned('2026-12-01'), planned('2026-12-31', { aim: null }), planned('2027-01-01')],
			'2026-12'
		);

		expect(counts.map(({ aim, count }) => [aim, count])).toEqual([
			['ppg-work', 0],
			['practice-services', 0],
			['listening', 1],
			['health-campaign', 0],
			[null, 1]
		]);
		expect(mixWords(counts)).toMatch(/^2 posts\. Not there yet: The group’s work, /);
		expect(mixWords(aimCounts([], '2026-12'))).toBe('No post is planned in this month yet.');
	});

	test('counts whole weeks on each account, posted and planned, beside its target', () => {
		const posts = [
			planned('2026-11-30', { isPosted: true }),
			planned('2026-12-06', { accounts: [facebook, xAccount] }),
			planned('2026-12-07')
		];

		const [first, second] = accountMix(posts, [account(facebook), account(xAccount)], '2026-12');

		expect(first?.weeks.slice(0, 2)).toEqual([
			{ mondayOn: '2026-11-30', posted: 1, planned: 1 },
			{ mondayOn: '2026-12-07', posted: 0, planned: 1 }
		]);
		expect(first?.weeks.slice(0, 3).map(weekWords)).toEqual([
			'1 posted, 1 planned',
			'1 planned',
			'0'
		]);
		expect(first && targetWords(first)).toBe('Target: 2 a week. Below it in 4 of 5 weeks.');
		expect(first && targetWords({ ...first, target: 0 })).toBe('No target.');
		expect(second?.weeks[0]).toMatchObject({ posted: 0, planned: 1 });
	});

	test('leaves out closed accounts', () => {
		expect(accountMix([], [account(facebook, { status: 'closed' })], '2026-12')).toEqual([]);
	});
});

describe('words', () => {
	test('say when, and what is on a day', () => {
		expect(whenWords(post(), today)).toBe('No day yet');
		expect(whenWords(post({ plannedOn: '2026-11-22', plannedTime: '18:30' }), today)).toBe(
			'Tomorrow at 6:30pm'
		);
		expect(dayWords(['listening', 'listening', null], 1)).toBe(
			'3 posts: Listening to patients, No aim yet. 1 planned by repeat.'
		);
		expect(dayWords(['health-campaign'], 0)).toBe('1 post: A health campaign.');
		expect(dayWords([], 0)).toBe('');
	});
});
