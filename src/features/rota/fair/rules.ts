/**
 * Counting turns and minutes, the weeks of the list, and the next day that is free.
 *
 * Apart from the rota's other rules, which Today loads first.
 */
import { addDays, daysFrom, mondayOf } from '#domain/calendar.ts';
import type { MemberRow } from '#domain/member.ts';
import type { Away, RotaSlot } from '../record.ts';
import { awayThen, coverFor, mayCover } from '../rules.ts';
import { isDutyDay, type WorkDays } from '../settings/rules.ts';

/** The first working day after `day` on which nobody covers and the person is not away. */
export function nextFreeDay(
	slots: readonly RotaSlot[],
	group: string,
	day: string,
	aways: readonly Away[],
	personId: string,
	workDays?: WorkDays
): string | undefined {
	return daysFrom(addDays(day, 1), addDays(day, 60)).find(
		(candidate) =>
			isDutyDay(candidate, workDays) &&
			coverFor(slots, group, candidate).personId === null &&
			!awayThen(aways, personId, candidate)
	);
}

/** Turns as the person who covers or comes along, most first; people without one are there too. */
export function turnsEach(
	slots: readonly RotaSlot[],
	people: readonly MemberRow[],
	firstOn: string,
	lastOn: string
): { readonly person: MemberRow; readonly turns: number }[] {
	const inSpan = slots.filter(({ dutyOn }) => firstOn <= dutyOn && dutyOn <= lastOn);
	return people
		.filter(mayCover)
		.map((person) => ({
			person,
			turns: inSpan.filter(
				({ personId, alsoIds }) => personId === person.id || alsoIds.includes(person.id)
			).length
		}))
		.sort(
			(one, other) => other.turns - one.turns || one.person.name.localeCompare(other.person.name)
		);
}

/** Minutes that people noted for their days (S0-52), by person. */
export function minutesEach(
	slots: readonly RotaSlot[],
	firstOn: string,
	lastOn: string
): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { dutyOn, personId, minutes } of slots) {
		if (personId === null || minutes === null || dutyOn < firstOn || dutyOn > lastOn) continue;
		sums.set(personId, (sums.get(personId) ?? 0) + minutes);
	}
	return sums;
}

/** Weeks of seven days from Monday, the first holding `today`. */
export function weeksFrom(today: string, count: number): string[][] {
	const monday = mondayOf(today);
	return Array.from({ length: count }, (_, week) =>
		daysFrom(addDays(monday, week * 7), addDays(monday, week * 7 + 6))
	);
}
