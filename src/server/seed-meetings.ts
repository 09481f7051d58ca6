/**
 * The made-up meetings: one a month with what was agreed, themes of what people told us, the review
 * of the accounts, and how the group looks back.
 */
import { addDays, addMonths, firstDayOf, monthOf, weekdayOf } from '#domain/calendar.ts';
import { quarterBefore } from '#features/insights/reviews/rules.ts';
import { reviewAccount } from '#features/insights/reviews/mutations.ts';
import { editInsightSettings } from '#features/insights/settings/mutations.ts';
import { addTheme } from '#features/insights/themes/mutations.ts';
import type { ThemeSort } from '#features/insights/themes/record.ts';
import { addAction, tickAction } from '#features/meetings/actions/mutations.ts';
import { addMeeting, writeDecisions } from '#features/meetings/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';
import { accountKeys, type Accounts } from './seed-practice-record.ts';

const agreed = [
	'Ask the surgery for a photo of the new bicycle stand',
	'Put the meeting days on the poster at the door',
	'Ask the school whether we may share its walk',
	'Write down what carers asked for',
	'Look for someone who speaks Polish'
];
const decided = [
	'We post twice in the morning for a month and look again.',
	'We ask one question each month, and tell people what came of it.',
	'No post without a source, also when it is in a hurry.'
];
const themes: readonly [string, ThemeSort, number, string, string][] = [
	[
		'The phone queue in the morning',
		'concern',
		14,
		'the practice manager',
		'Two more people answer the phone from 8am.'
	],
	['Kind words for reception', 'praise', 9, 'the reception team', ''],
	[
		'The check-in screen is hard to read',
		'concern',
		3,
		'the practice manager',
		'The letters are larger now.'
	],
	['A walk for new parents', 'idea', 6, 'the group', ''],
	['How to order medicines online', 'question', 4, '', '']
];
/** Months that have themes. */
const monthsOfThemes = 4;

export function writeMeetings(diary: Diary, people: People, accounts: Accounts): void {
	const { startOn, today, lastOn } = diary.time;
	const { ben, cerys, dev, elsie } = people;
	const doers = [cerys, dev, elsie, ben];
	let number = 0;
	for (
		let month = monthOf(startOn);
		month <= addMonths(monthOf(today), 1);
		month = addMonths(month, 1)
	) {
		const heldOn = secondTuesday(month);
		if (heldOn <= addDays(startOn, 3)) continue;
		number += 1;
		const madeOn = diary.within(addDays(heldOn, -30));
		const at = momentOf(madeOn, 12, number);
		const id = diary.idAt(at);
		diary.note(at, ben.id, addMeeting, { id, heldOn });
		if (heldOn > lastOn) continue;
		diary.note(momentOf(heldOn, 20), cerys.id, writeDecisions, {
			...{ id, decisions: decided[number % 3] ?? '' }
		});
		for (const index of [0, 1]) {
			const writtenAt = momentOf(heldOn, 20, 10 + index);
			const actionId = diary.idAt(writtenAt);
			const doer = doers[(number + index) % doers.length];
			const dueOn = addDays(heldOn, 14 + index * 7);
			diary.note(writtenAt, cerys.id, addAction, {
				...{ id: actionId, meetingId: id, what: agreed[(number + index * 2) % 5] ?? '' },
				...{ whoId: doer?.id ?? null, dueOn }
			});
			const doneOn = addDays(dueOn, -2);
			if (doer && doneOn <= lastOn) {
				diary.note(momentOf(doneOn, 17), doer.id, tickAction, { id: actionId, isDone: true });
			}
		}
	}
	writeThemes(diary, people);
	writeReview(diary, people, accounts);
}

function writeThemes(diary: Diary, { elsie, cerys }: People): void {
	const { today } = diary.time;
	for (let back = monthsOfThemes; back >= 1; back -= 1) {
		const month = addMonths(monthOf(today), -back);
		const writtenOn = addDays(firstDayOf(addMonths(month, 1)), 1);
		if (writtenOn > diary.time.lastOn || writtenOn < addDays(diary.time.startOn, 3)) continue;
		for (const [index, [theme, sort, count, passedTo, cameOfIt]] of themes.entries()) {
			if ((index + back) % 3 === 0) continue;
			const at = momentOf(writtenOn, 14, index);
			diary.note(at, index % 2 === 0 ? elsie.id : cerys.id, addTheme, {
				...{ id: diary.idAt(at), month, theme, sort, count: Math.max(1, count - back) },
				...{ passedTo, passedOn: passedTo === '' ? null : writtenOn, cameOfIt }
			});
		}
	}
}

function writeReview(diary: Diary, { ben, asha }: People, accounts: Accounts): void {
	const { lastOn, today } = diary.time;
	const at = momentOf(diary.within(addDays(lastOn, -8)), 10);
	const verdicts = { facebook: 'keep', instagram: 'keep', bluesky: 'fix' } as const;
	for (const [index, key] of accountKeys.entries()) {
		const decidedAt = at + index * 60_000;
		diary.note(decidedAt, ben.id, reviewAccount, {
			...{ id: diary.idAt(decidedAt), accountId: accounts[key], verdict: verdicts[key] },
			quarter: quarterBefore(monthOf(today)),
			why: key === 'bluesky' ? 'Few people see it. We try pictures until spring.' : ''
		});
	}
	diary.note(at + 600_000, asha.id, editInsightSettings, {
		changes: {
			checkedOn: diary.within(addDays(today, -60)),
			checkSays: 'Two posts had no source. All photos had their consent.',
			complaintNumbers: 'yes',
			complaintsAskedOn: diary.within(addDays(today, -60))
		}
	});
}

function secondTuesday(month: string): string {
	const first = firstDayOf(month);
	return addDays(first, ((2 - weekdayOf(first) + 7) % 7) + 7);
}
