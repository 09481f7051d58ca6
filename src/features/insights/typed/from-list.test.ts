/** Comments answered, as our own list has them: which month, which account, in time or not. */
import { expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import { commentRecord, type Comment } from '#features/comments/record.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { listedOf } from './from-list.ts';

const accountId = idFor(1);
const about = { accountId, month: '2026-10' };
/** Every day until 6pm. */
const staffed = { hours: {}, closedOn: [], lookBy: '18:00' };
let number = 0x100;

function came(cameAt: number, firstAnswerAt: number | null, more: object = {}): Comment {
	return commentRecord.schema.parse({
		...{ id: idFor(number++), createdAt: cameAt, createdBy: volunteer.personId, accountId },
		...{ thing: 'comments', link: '', cameAt, cameOn: dayOf(cameAt), state: 'ended' },
		...{ firstAnswerAt, promisedOn: null, outcome: 'answered', endedAt: firstAnswerAt },
		...{ endedBy: volunteer.personId, ...more }
	});
}

test('Answers on the same day are counted by the clock of the hours when someone is there', () => {
	const at = (day: string, time: string) => momentOf(day, time);
	const comments = [
		came(at('2026-10-05', '09:00'), at('2026-10-05', '17:00')),
		// After hours: the next day is in time.
		came(at('2026-10-05', '20:00'), at('2026-10-06', '10:00')),
		came(at('2026-10-07', '09:00'), at('2026-10-08', '09:00')),
		// A promise does not give the first answer more time.
		came(at('2026-10-09', '09:00'), at('2026-10-12', '09:00'), { promisedOn: '2026-10-14' }),
		came(at('2026-10-13', '09:00'), null),
		came(at('2026-10-13', '09:00'), at('2026-10-13', '09:30'), { accountId: idFor(2) }),
		came(at('2026-11-01', '09:00'), at('2026-11-01', '09:30'))
	];

	expect(listedOf(comments, about, staffed)).toEqual({ answered: 4, sameDay: 2 });
});

test('Nothing is offered where nothing on the list was answered', () => {
	expect(listedOf([], about, staffed)).toBeUndefined();
	expect(listedOf([came(momentOf('2026-10-13', '09:00'), null)], about, staffed)).toBeUndefined();
});
