/**
 * What is made up around the plan: a post that comes again, local places, and a request to share.
 */
import { addDays, mondayOf } from '#domain/calendar.ts';
import { addPlace, addRequest, decideRequest, visitPlace } from '#features/around/mutations.ts';
import { addRepeat } from '#features/repeats/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';
import type { Accounts } from './seed-practice-record.ts';

export function writeAround(diary: Diary, people: People, accounts: Accounts): void {
	const { today, lastOn } = diary.time;
	const { ben, cerys, dev } = people;
	const on = diary.within(addDays(lastOn, -30));
	const at = (minute: number) => momentOf(on, 13, minute);

	diary.note(at(0), cerys.id, addRepeat, {
		id: diary.idAt(at(0)),
		content: {
			title: 'What is on this week',
			text: 'This week at the surgery: [what is on]. Ask at the desk if you have a question.',
			accounts: [accounts.facebook],
			aim: 'practice-services',
			type: 'own',
			time: '08:30',
			pattern: { unit: 'week', every: 2, weekday: 1 },
			firstOn: addDays(mondayOf(today), 7),
			lastOn: null
		}
	});

	const boardId = diary.idAt(at(10));
	diary.note(at(10), dev.id, addPlace, {
		...{ id: boardId, name: 'Notice board in the library', kind: 'board', link: '' },
		...{ rules: 'One notice at a time, four weeks at most.', contact: 'The desk of the library' }
	});
	diary.note(momentOf(lastOn, 13), dev.id, visitPlace, { id: boardId });
	diary.note(at(20), dev.id, addPlace, {
		...{ id: diary.idAt(at(20)), name: 'Exampleton neighbours', kind: 'group' },
		...{ link: 'https://example.org/exampleton-neighbours', contact: 'The people who run it' },
		rules: 'Say who you are. No notices from firms.'
	});

	const askedAt = momentOf(lastOn, 14);
	const request = (id: string, asker: string, what: string) => ({
		...{ id, asker, what, body: 'charity' as const, askedOn: lastOn },
		link: 'https://example.org/walks'
	});
	const decidedId = diary.idAt(askedAt);
	diary.note(
		askedAt,
		dev.id,
		addRequest,
		request(decidedId, 'Age Well Exampleton', 'Their list of short walks for older people')
	);
	const reason = 'It fits our patients, and we know who runs it.';
	diary.note(askedAt + 600_000, ben.id, decideRequest, { id: decidedId, decision: 'yes', reason });
	const openId = diary.idAt(askedAt + 900_000);
	diary.note(
		askedAt + 900_000,
		dev.id,
		addRequest,
		request(openId, 'Exampleton Allotments', 'An open day for people who feel alone')
	);
}
