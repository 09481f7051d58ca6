/** The group's objectives beside the month: what is added up, what never, what it is compared with. */
import { describe, expect, test } from 'vitest';
import { objectiveRecord } from '#features/campaigns/record.ts';
import { idFor } from '#tests/support/actors.ts';
import { objective } from '#tests/support/campaigns.ts';
import { aNote, instagram } from '#tests/support/insights.ts';
import { goalsOf } from './goals.ts';

describe('objectives', () => {
	const wanted = objectiveRecord.schema.parse({
		...{ ...objective, id: idFor(7), createdAt: 0, createdBy: idFor(8) },
		...{ watch: 'reach', ownWatch: '', goal: 500, ownCount: null, ownCountOn: null }
	});

	test('are compared with three months before, where the same accounts have the number', () => {
		const notes = [aNote('2026-07', { reach: 300 }), aNote('2026-10', { reach: 400 })];

		expect(goalsOf([wanted], notes, '2026-10')).toMatchObject([
			{ count: 400, before: 300, beforeWhen: 'July 2026', goal: 500 }
		]);
		const more = [...notes, aNote('2026-10', { reach: 90, accountId: instagram.id })];
		expect(goalsOf([wanted], more, '2026-10')).toMatchObject([{ before: null }]);
	});

	test('never add up people over accounts: there are at least as many as the largest has', () => {
		const notes = [aNote('2026-10', { reach: 400, linkClicks: 7 })];
		const more = [
			...notes,
			aNote('2026-10', { reach: 90, linkClicks: 2, accountId: instagram.id })
		];
		const clicks = { ...wanted, watch: 'linkClicks' as const };

		expect(goalsOf([wanted], notes, '2026-10')).toMatchObject([{ count: 400, isLeast: false }]);
		expect(goalsOf([wanted], more, '2026-10')).toMatchObject([{ count: 400, isLeast: true }]);
		expect(goalsOf([clicks], more, '2026-10')).toMatchObject([{ count: 9, isLeast: false }]);
	});

	test('without a number say so', () => {
		expect(goalsOf([wanted], [], '2026-10')).toMatchObject([{ count: null }]);
	});
});
