/**
 * The made-up monthly notes: numbers that grow a little, three things learned, one thing to change.
 *
 * A number that nobody could see is left empty: a blank is not a zero.
 */
import { addDays, addMonths, firstDayOf, monthOf } from '#domain/calendar.ts';
import { writeInsight } from '#features/insights/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';
import { accountKeys, type AccountKey, type Accounts } from './seed-practice-record.ts';

export type PostsMade = (month: string, account: AccountKey) => number;

const learned = [
	'Posts with a picture of the team are seen twice as often.',
	'Posts before 9am reach more people than posts at night.',
	'Short posts get more answers than long ones.',
	'People share news about the car park most of all.',
	'A question at the end brings more comments.',
	'Fewer people look in the holidays.'
];
const willChange = [
	'We post twice in the morning and look again in a month.',
	'We ask one question in each post about the group.',
	'We show a face, with consent, in every other post.',
	'We keep posts under five lines.'
];
const cameOfIt = [
	'It helped: one more comment on most posts.',
	'No change that we can see. We try something else.',
	'It helped a little. We go on with it.'
];
const told = [
	'The phone queue in the morning is too long.',
	'The new check-in screen is hard to read.',
	'People like the Saturday clinic.',
	'Nobody knew that the group meets in the evening.'
];
const didAboutIt = [
	'Two more people answer the phone from 8am to 9am.',
	'The letters on the screen are larger now.',
	'The Saturday clinic stays until spring.',
	'The meeting is on the poster at the door.'
];
const praise = [
	'People thank the reception team for being kind.',
	'People like to see who works at the practice.',
	'The flu clinic ran on time.'
];
/** Months before the group began with the app, typed in from its old lists. */
const monthsBefore = 2;
const size: Readonly<Record<AccountKey, { followers: number; reach: number }>> = {
	facebook: { followers: 310, reach: 940 },
	instagram: { followers: 120, reach: 380 },
	bluesky: { followers: 45, reach: 110 }
};

export function writeInsights(
	diary: Diary,
	people: People,
	{ accounts, postsMade }: { accounts: Accounts; postsMade: PostsMade }
): number {
	const { startOn, today, lastOn } = diary.time;
	let made = 0;
	let number = 0;
	const first = addMonths(monthOf(startOn), -monthsBefore);
	for (let month = first; month < monthOf(today); month = addMonths(month, 1)) {
		const dueOn = addDays(firstDayOf(addMonths(month, 1)), 2);
		const wroteOn = dueOn < addDays(startOn, 5) ? addDays(startOn, 5) : dueOn;
		number += 1;
		if (wroteOn > lastOn) break;
		for (const [index, account] of accountKeys.entries()) {
			const at = momentOf(wroteOn, 15, index * 10 + number);
			const { followers, reach } = size[account];
			const wave = 1 + 0.25 * Math.sin(number * 1.7 + index);
			const seen = Math.round(reach * wave * (1 + number * 0.03));
			const turn = number + index;
			diary.note(at, (index === 2 ? people.dev : people.cerys).id, writeInsight, {
				id: diary.idAt(at),
				month,
				accountId: accounts[account],
				changes: {
					followers: Math.round(followers * (1 + number * 0.035)),
					reach: seen,
					views: account === 'bluesky' ? null : Math.round(seen * 1.6),
					interactions: Math.round(seen * 0.07),
					linkClicks: turn % 4 === 0 ? null : Math.round(seen * 0.03),
					postsMade: month < monthOf(startOn) ? null : postsMade(month, account),
					answered: turn % 6,
					sameDay: turn % 6 > 0 ? (turn % 6) - (number % 2) : 0,
					learned1: learned[turn % 6] ?? '',
					learned2: learned[(turn + 2) % 6] ?? '',
					learned3: learned[(turn + 4) % 6] ?? '',
					willChange: willChange[turn % 4] ?? '',
					cameOfIt: number === 1 ? '' : (cameOfIt[turn % 3] ?? ''),
					praise: index === 0 ? (praise[number % 3] ?? '') : '',
					told: index === 2 ? '' : (told[turn % 4] ?? ''),
					didAboutIt: index === 2 ? '' : (didAboutIt[turn % 4] ?? '')
				}
			});
			made += 1;
		}
	}
	return made;
}
