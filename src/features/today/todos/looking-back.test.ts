/** What comes round for those who lead: account reviews, the check of the rules, the yearly question. */
import { describe, expect, test } from 'vitest';
import { momentOf } from '#domain/clock.ts';
import { firstSettings, type InsightSettings } from '#features/insights/settings/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { coordinator, manager, practiceId, volunteer } from '#tests/support/actors.ts';
import { aReview, made, told, titles, todayFacts } from '#tests/support/today.ts';
import { todosFor } from '../rules.ts';
import type { TodayFacts } from './todo.ts';

const review = 'Look at each account: keep, fix or close it';
const check = 'Check how we keep our own rules';
const question = 'Once a year: does the website show how many complaints there were?';

/** A practice that began on a day. */
function began(on: string): TodayFacts['practice'] {
	return practiceRecord.schema.parse({
		...{ id: practiceId, ...made, createdAt: momentOf(on, '12:00') },
		...{ practiceName: 'Test practice', groupName: 'Test group' }
	});
}

function settings(more: Partial<InsightSettings>): Partial<TodayFacts> {
	return {
		insightSettings: { ...firstSettings, ...more },
		practice: began('2025-01-10')
	};
}

describe('the review of accounts', () => {
	test('stands on Today from the first day after a quarter, for those who do the daily work', () => {
		const facts = { reviews: [], today: '2026-10-01' };

		expect(titles(coordinator, facts)).toContain(review);
		expect(titles(volunteer, facts)).not.toContain(review);
		expect(titles(manager, facts)).not.toContain(review);
	});

	test('names the accounts, leads to the screen, and is late after that month', () => {
		const find = (today: string) =>
			todosFor(todayFacts(coordinator, { reviews: [], today })).find(
				({ title }) => title === review
			);

		expect(find('2026-10-31')).toMatchObject({
			...{ dueOn: '2026-10-31', href: '/insights/review', status: 'To do' },
			hint: 'After July to September 2026: our Facebook page'
		});
		expect(find('2026-11-01')).toMatchObject({ status: 'Late' });
	});

	test('goes once each account has its word, and an account that is newer needs none', () => {
		expect(titles(coordinator, { reviews: [aReview('2026-Q3')] })).toEqual([]);
		expect(titles(coordinator, { reviews: [aReview('2026-Q2')] })).toEqual([review]);
		const { accounts } = todayFacts(coordinator);
		const fresh = accounts.map((each) => ({
			...each,
			createdAt: momentOf('2026-10-02', '12:00')
		}));
		expect(titles(coordinator, { reviews: [], accounts: fresh })).toEqual([]);
	});
});

describe('the check of our own rules', () => {
	test.each([
		['six months after the last one', { checkedOn: '2026-05-21' }, true],
		['two weeks before that', { checkedOn: '2026-06-05' }, true],
		['not earlier', { checkedOn: '2026-06-06' }, false],
		['as often as the group has it', { checkedOn: '2026-06-05', checkMonths: 12 }, false]
	] as const)('comes %s', (_, more, isThere) => {
		expect(titles(coordinator, settings(more)).includes(check)).toBe(isThere);
	});

	test('of a new group comes six months after it began, and is not a volunteer’s', () => {
		expect(titles(coordinator, { practice: began('2026-05-21') })).toEqual([check]);
		expect(titles(coordinator, { practice: began('2026-08-21') })).toEqual([]);
		expect(told({ practice: began('2026-05-21') })).toEqual([coordinator]);
	});
});

describe('the yearly question about complaints', () => {
	test('comes a year after it was asked, to the practice manager', () => {
		const asked = (on: string | null) =>
			settings({ complaintsAskedOn: on, checkedOn: '2026-11-01' });

		expect(titles(manager, asked('2025-11-21'))).toEqual([question]);
		expect(titles(manager, asked(null))).toEqual([question]);
		expect(titles(manager, asked('2026-01-21'))).toEqual([]);
		expect(titles(coordinator, asked('2025-11-21'))).toEqual([]);
	});
});
