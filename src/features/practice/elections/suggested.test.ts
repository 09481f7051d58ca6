/**
 * The weeks before a vote: suggested until someone has checked, and the pause in a crisis.
 */
import { describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import { daysBetween, weekdayOf } from '#domain/calendar.ts';
import { aMoment, as, coordinator, manager, practiceId, volunteer } from '#tests/support/actors.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { editPractice } from '../mutations.ts';
import { firstSettings, practiceRecord, type Practice } from '../record.ts';
import { isBeforeVote, pauseOf } from '../rules.ts';
import { areUnchecked, electionInWords, nextSuggestion } from './suggested.ts';

const practice: Practice = {
	...firstSettings,
	...{ id: practiceId, createdAt: aMoment, createdBy: manager.personId },
	...{ practiceName: 'Elm Road', groupName: 'Elm Road Patients' }
};
const dates = { electionFirstOn: '2027-03-25', electionLastOn: '2027-05-07' };

async function kept() {
	const transaction = memoryTransaction();
	await transaction.put(practiceRecord, practice);
	return transaction;
}

describe('the weeks before a vote', () => {
	test('are suggested until they are over: a Thursday, about six weeks on', () => {
		const suggestion = nextSuggestion('2026-11-21');

		expect(suggestion).toMatchObject({ firstOn: '2027-03-25', lastOn: '2027-05-07' });
		expect(weekdayOf(suggestion?.voteOn ?? '')).toBe(4);
		expect(daysBetween(suggestion?.firstOn ?? '', suggestion?.voteOn ?? '')).toBe(42);
		expect(nextSuggestion('2027-05-07')).toBeDefined();
		expect(nextSuggestion('2027-05-08')).toBeUndefined();
	});

	test('count at once, and are called suggested until someone has checked them', () => {
		const taken = { ...practice, ...dates };
		const checked = { ...taken, electionCheckedOn: '2026-11-21' };

		expect(isBeforeVote(taken, '2027-04-01')).toBe(true);
		expect([areUnchecked(practice), areUnchecked(taken), areUnchecked(checked)]).toEqual([
			...[false, true, false]
		]);
		expect(electionInWords(practice)).toBe('None are set');
		expect(electionInWords(taken)).toContain('suggested, not checked yet');
		expect(electionInWords(checked)).toBe('Thursday 25 March 2027 to Friday 7 May 2027');
	});

	test('are read in a practice that is older than they are', () => {
		const later = ['electionCheckedOn', 'isPaused', 'pausedWhy'];
		const older = Object.fromEntries(
			Object.entries(practice).filter(([field]) => !later.includes(field))
		);

		const read = practiceRecord.schema.safeParse(older);

		expect(read.data).toMatchObject({ electionCheckedOn: null, isPaused: false, pausedWhy: '' });
	});
});

describe('the pause in a crisis', () => {
	test.each([manager, coordinator])('is a $role’s to begin and to end', async (who) => {
		const transaction = await kept();
		const on = { id: practiceId, changes: { isPaused: true, pausedWhy: 'A fire in town' } };

		expect(await runMutation(editPractice, transaction, on, as(who))).toBeUndefined();
		expect(pauseOf(await transaction.get(practiceRecord, practiceId))).toEqual({
			why: 'A fire in town'
		});
		const off = { id: practiceId, changes: { isPaused: false } };
		expect(await runMutation(editPractice, transaction, off, as(who))).toBeUndefined();
		expect(pauseOf(await transaction.get(practiceRecord, practiceId))).toBeUndefined();
	});

	test('is not a volunteer’s, and there is none without a practice', async () => {
		const on = { id: practiceId, changes: { isPaused: true } };

		expect(await runMutation(editPractice, await kept(), on, as(volunteer))).toMatchObject({
			code: 'role-may-not'
		});
		expect(pauseOf(undefined)).toBeUndefined();
	});
});
