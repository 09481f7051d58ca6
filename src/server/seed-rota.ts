/**
 * The made-up rota: a year of days and three weeks ahead, with backups, gaps, notes and away dates.
 *
 * One person goes away after taking a day, so that there is a clash to see.
 */
import { addDays, daysFrom, mondayOf, weekdayOf } from '#domain/calendar.ts';
import { noteMinutes, sayWhatWasSeen, tickCheck } from '#features/rota/checks/mutations.ts';
import { checkThings } from '#features/rota/checks/record.ts';
import { addAway, signUp, signUpAsBackup, writeHandover } from '#features/rota/mutations.ts';
import { addPattern } from '#features/rota/patterns/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People, SeededPerson } from './seed-people.ts';
import { dutyGroup, staffedWeekdays, type Accounts } from './seed-practice-record.ts';

const daysAhead = 21;
const gapEvery = 13;
const notes = [
	'Two comments to answer tomorrow, both about the car park.',
	'All answered. One question went to reception.',
	'One rude comment hidden. A screenshot is with the coordinator.',
	'Quiet day. The flu post was shared nine times.',
	'Someone asked about ear care. I sent them to the practice page.'
];

interface Stay {
	readonly personId: string;
	readonly firstOn: string;
	readonly lastOn: string;
	readonly notedOn: string;
}

/** How far back looks at the accounts are made up. */
const daysOfLooks = 30;
const seen = [
	'Two thank-yous for the flu post.',
	'A question about parking, answered with the link.',
	'Quiet here.'
];

export function writeRota(diary: Diary, people: People, accounts: Accounts): number {
	const { ben, cerys, dev, elsie, farid } = people;
	const turns = [cerys, elsie, dev, farid, ben, elsie, cerys, farid, dev];
	const { startOn, today, lastOn } = diary.time;
	const stays: Stay[] = [
		stay(diary, cerys, diary.dayAt(0.35), 9),
		stay(diary, farid, diary.dayAt(0.62), 13),
		stay(diary, dev, addDays(today, 12), 6)
	];
	for (const { notedOn, ...days } of stays) {
		const at = momentOf(notedOn, 8);
		diary.note(at, days.personId, addAway, { id: diary.idAt(at), ...days });
	}
	const isAway = ({ id }: SeededPerson, day: string) =>
		stays.some((each) => each.personId === id && each.firstOn <= day && day <= each.lastOn);
	let made = 0;
	const lastDay = addDays(today, daysAhead);
	for (const [index, day] of daysFrom(addDays(startOn, 7), lastDay).entries()) {
		if (!staffedWeekdays.includes(weekdayOf(day))) continue;
		// Today and tomorrow are always held.
		const isGap = index % gapEvery === gapEvery - 1 && day > addDays(today, 1);
		const isPastGap = index % (gapEvery * 3) === 5 && day < today;
		if (isGap || isPastGap) continue;
		const free = turns.filter((person) => !isAway(person, day));
		const person = free[index % free.length];
		const backup = free[(index + 1) % free.length];
		if (!person || !backup) continue;
		made += 1;
		// A week is filled on the Sunday two weeks before; who comes late does it today at the latest.
		const signedOn = diary.within(addDays(mondayOf(day), -8));
		const at = momentOf(signedOn, 17);
		const id = diary.idAt(at);
		const args = { id, dutyOn: day, group: dutyGroup };
		diary.note(at, person.id, signUp, args);
		const hasBackup = index % 5 !== 0 || (day >= today && day <= addDays(today, 2));
		if (hasBackup && backup.id !== person.id) {
			diary.note(momentOf(signedOn, 18), backup.id, signUpAsBackup, args);
		}
		if (day <= lastOn && (index % 6 === 0 || day === lastOn)) {
			const note = notes[index % notes.length] ?? '';
			const told = { slotId: id, dutyOn: day, group: dutyGroup, note };
			diary.note(momentOf(day, 17, 30), person.id, writeHandover, told);
		}
		if (day <= lastOn && day >= addDays(today, -daysOfLooks)) {
			writeLooks(diary, accounts, { personId: person.id, day, index });
			const minutes = { id, dutyOn: day, group: dutyGroup, minutes: 10 + (index % 4) * 5 };
			diary.note(momentOf(day, 17, 50), person.id, noteMinutes, minutes);
		}
	}
	writeClash(diary, elsie);
	writePattern(diary, ben, [cerys, dev, farid]);
	return made;
}

/** A look at each account; one of them has been left alone for some days. */
function writeLooks(
	diary: Diary,
	accounts: Accounts,
	{
		personId,
		day,
		index
	}: { readonly personId: string; readonly day: string; readonly index: number }
): void {
	for (const [place, [key, accountId]] of Object.entries(accounts).entries()) {
		if (key === 'bluesky' && day > addDays(diary.time.today, -6)) continue;
		const at = momentOf(day, 17, 32 + place * 4);
		const look = { id: diary.idAt(at), accountId };
		diary.note(at, personId, tickCheck, { ...look, what: [...checkThings], isDone: true });
		if ((index + place) % 4 === 0) {
			const saw = seen[index % seen.length] ?? '';
			diary.note(momentOf(day, 17, 33 + place * 4), personId, sayWhatWasSeen, { ...look, saw });
		}
	}
}

/** From some weeks on the rota repeats: three people by turns, each for a week. */
function writePattern(diary: Diary, leader: SeededPerson, people: readonly SeededPerson[]): void {
	const { today, lastOn } = diary.time;
	const at = momentOf(lastOn, 20);
	const content = {
		...{ group: dutyGroup, everyWeeks: 1, weekdays: [1, 2, 3, 4, 5], turn: 'week' as const },
		...{ personIds: people.map(({ id }) => id), hasBackup: true },
		...{ firstOn: mondayOf(addDays(today, daysAhead + 8)), lastOn: null }
	};
	diary.note(at, leader.id, addPattern, { id: diary.idAt(at), content });
}

/** Days that she has taken, and only now finds that she cannot do. */
function writeClash(diary: Diary, { id: personId }: SeededPerson): void {
	const { today, lastOn } = diary.time;
	const at = momentOf(lastOn, 19);
	const days = { firstOn: addDays(today, 5), lastOn: addDays(today, 8) };
	diary.note(at, personId, addAway, { id: diary.idAt(at), personId, ...days });
}

function stay(diary: Diary, { id }: SeededPerson, firstOn: string, days: number): Stay {
	const notedOn = diary.within(addDays(firstOn, -30));
	return { personId: id, firstOn, lastOn: addDays(firstOn, days - 1), notedOn };
}
