/** Who is told on Today that something waits for an answer, and by when. */
import { expect, test } from 'vitest';
import { momentOf } from '#domain/clock.ts';
import { commentRecord } from '#features/comments/record.ts';
import { coordinator, idFor, otherVolunteer, volunteer } from '#tests/support/actors.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { accountId, made, titles, today, todayFacts, told } from '#tests/support/today.ts';
import { ofComments } from './comments.ts';

const came = (cameOn: string) =>
	commentRecord.schema.parse({
		...{ id: idFor(0x90), ...made, accountId, thing: 'comments', link: '' },
		...{ cameAt: momentOf(cameOn, '10:00'), cameOn, state: 'waiting' },
		...{ firstAnswerAt: null, promisedOn: null, outcome: null, endedAt: null, endedBy: null }
	});
const slots = [slot(today, volunteer.personId, { backupId: otherVolunteer.personId })];
const title = 'Answer a comment on our Facebook page';

test('Who is on duty and the backup are told what waits, and by when', () => {
	const facts = { comments: [came(today)], slots };

	expect(titles(volunteer, facts)).toContain(title);
	expect(titles(otherVolunteer, facts)).toContain(title);
	expect(titles(coordinator, facts)).toEqual([]);
	expect(ofComments(todayFacts(volunteer, facts))).toMatchObject([
		{ hint: 'By Monday 23 November at 5pm', status: 'Soon', dueOn: '2026-11-23' }
	]);
});

test('Once it is late, the coordinator is told as well', () => {
	const facts = { comments: [came('2026-11-19')], slots };

	expect(titles(coordinator, facts)).toEqual([title]);
	expect(ofComments(todayFacts(coordinator, facts))).toMatchObject([{ status: 'Late' }]);
});

test('Where nobody is on duty, the coordinator is told at once', () => {
	expect(told({ comments: [came(today)] })).toEqual([coordinator]);
});
