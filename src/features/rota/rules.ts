/**
 * Questions about the rota: who covers a day, who is next, where the gaps and clashes are.
 *
 * Rules take calendar days and never look at a clock. A day without a slot is a gap.
 */
import { addDays, daysFrom, mondayOf } from '#domain/calendar.ts';
import type { MemberRow } from '#domain/member.ts';
import { members } from '#domain/roles.ts';
import { isPlannedId } from './patterns/rules.ts';
import type { Away, RotaSlot } from './record.ts';
import { firstSettings, type RotaSettings } from './settings/record.ts';
import { isDutyDay, peopleNeeded, type WorkDays } from './settings/rules.ts';

/** The two places of a slot: who covers, and who is the backup. */
export type Place = 'duty' | 'backup';

/** One day of one group of accounts, whether or not it has a slot. */
export interface Cover {
	readonly dutyOn: string;
	readonly group: string;
	readonly personId: string | null;
	readonly backupId: string | null;
	readonly note: string;
	/** Null while the day has no slot of its own: nobody ever signed up, or it comes by a pattern. */
	readonly slotId: string | null;
	readonly minutes: number | null;
}

export interface Clash {
	readonly slot: RotaSlot;
	readonly away: Away;
	readonly place: Place;
}

/** How far ahead a day can be taken, and the most days one stay away may last. */
export const maxDaysAhead = 366;
export const maxDaysAway = 366;

/** May this person hold a day to come? Not after leaving, and not with a role that only reads. */
export function mayCover(person: MemberRow | undefined): person is MemberRow {
	return person !== undefined && person.leftOn === null && members.includes(person.role);
}

/** The slots as they count from today on: somebody who left holds no day to come. */
export function standingSlots(
	slots: readonly RotaSlot[],
	people: readonly MemberRow[],
	today: string
): RotaSlot[] {
	const able = new Set(people.filter(mayCover).map(({ id }) => id));
	const keep = (personId: string | null) =>
		personId !== null && able.has(personId) ? personId : null;
	return slots.map((slot) =>
		slot.dutyOn < today
			? slot
			: { ...slot, personId: keep(slot.personId), backupId: keep(slot.backupId) }
	);
}

export function dutyFor(
	slots: readonly RotaSlot[],
	group: string,
	day: string
): RotaSlot | undefined {
	return slots.find((slot) => slot.dutyOn === day && slot.group === group);
}

export function coverFor(slots: readonly RotaSlot[], group: string, day: string): Cover {
	const slot = dutyFor(slots, group, day);
	if (!slot) {
		const nobody = { personId: null, backupId: null, slotId: null, minutes: null };
		return { dutyOn: day, group, note: '', ...nobody };
	}
	const { personId, backupId, note, minutes } = slot;
	const slotId = isPlannedId(slot.id) ? null : slot.id;
	return { dutyOn: day, group, personId, backupId, note, slotId, minutes };
}

/** Today's cover, one for each group, gaps included. */
export function whoCovers(
	slots: readonly RotaSlot[],
	today: string,
	groups: readonly string[] = groupsIn(slots)
): Cover[] {
	return groups.map((group) => coverFor(slots, group, today));
}

/** For each group the first day after today that somebody holds; groups without one are left out. */
export function whoIsNext(
	slots: readonly RotaSlot[],
	today: string,
	groups: readonly string[] = groupsIn(slots)
): Cover[] {
	const held = slots
		.filter((slot) => slot.dutyOn > today && slot.personId !== null)
		.sort((one, other) => one.dutyOn.localeCompare(other.dutyOn));
	return groups.flatMap((group) => {
		const next = held.find((slot) => slot.group === group);
		return next ? [coverFor([next], group, next.dutyOn)] : [];
	});
}

/** True for a day that still needs somebody: who covers, or a backup where two are needed. */
export function isShort(cover: Cover, settings: RotaSettings = firstSettings): boolean {
	const needed = peopleNeeded(cover.group, settings);
	if (needed === 0) return false;
	return cover.personId === null || (needed === 2 && cover.backupId === null);
}

/**
 * The days that still need somebody, from today to so many days ahead, both included.
 *
 * `workDays` leaves out days on which the group does not work; all count by default.
 */
export function gapsAhead(
	slots: readonly RotaSlot[],
	groups: readonly string[],
	{
		today,
		days,
		workDays,
		settings
	}: {
		readonly today: string;
		readonly days: number;
		readonly workDays?: WorkDays | undefined;
		readonly settings?: RotaSettings | undefined;
	}
): Cover[] {
	return daysFrom(today, addDays(today, days))
		.filter((day) => isDutyDay(day, workDays))
		.flatMap((day) => groups.map((group) => coverFor(slots, group, day)))
		.filter((cover) => isShort(cover, settings));
}

/** Days that are nearly here, that nobody covers, and on which I am the backup. */
export function lateForBackup(covers: readonly Cover[], today: string, myId: string): Cover[] {
	return covers.filter(
		({ dutyOn, personId, backupId }) =>
			personId === null && backupId === myId && today <= dutyOn && dutyOn <= lateUntil(today)
	);
}

/** A day that is given back so late that the backup must hear of it at once. */
export function lateUntil(today: string): string {
	return addDays(today, 2);
}

export function awayThen(aways: readonly Away[], personId: string, day: string): Away | undefined {
	return aways.find(
		(away) => away.personId === personId && away.firstOn <= day && day <= away.lastOn
	);
}

/** Slots whose people are away on the day, soonest first. */
export function clashes(slots: readonly RotaSlot[], aways: readonly Away[]): Clash[] {
	const found: Clash[] = [];
	for (const slot of slots) {
		const { personId, backupId, dutyOn } = slot;
		const away = personId === null ? undefined : awayThen(aways, personId, dutyOn);
		if (away) found.push({ slot, away, place: 'duty' });
		const backupAway = backupId === null ? undefined : awayThen(aways, backupId, dutyOn);
		if (backupAway) found.push({ slot, away: backupAway, place: 'backup' });
	}
	return found.sort((one, other) => one.slot.dutyOn.localeCompare(other.slot.dutyOn));
}

/** What a person holds in a span of days, soonest first: shown while away dates are typed. */
export function dutiesOf(
	slots: readonly RotaSlot[],
	personId: string,
	firstOn: string,
	lastOn: string
): RotaSlot[] {
	return slots
		.filter((slot) => slot.personId === personId || slot.backupId === personId)
		.filter(({ dutyOn }) => firstOn <= dutyOn && dutyOn <= lastOn)
		.sort((one, other) => one.dutyOn.localeCompare(other.dutyOn));
}

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

/** The newest note that was left on a day before `today`. */
export function lastHandover(
	slots: readonly RotaSlot[],
	group: string,
	today: string
): RotaSlot | undefined {
	return slots
		.filter((slot) => slot.group === group && slot.dutyOn < today && slot.note.trim() !== '')
		.sort((one, other) => other.dutyOn.localeCompare(one.dutyOn))[0];
}

/** Turns as the person who covers, most first; people without a turn are there too. */
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
			turns: inSpan.filter(({ personId }) => personId === person.id).length
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

function groupsIn(slots: readonly RotaSlot[]): string[] {
	return [...new Set(slots.map(({ group }) => group))].sort((one, other) =>
		one.localeCompare(other)
	);
}
