/**
 * Questions about the rota: who covers a day, who is next, where the gaps and clashes are.
 *
 * Rules take calendar days and never look at a clock. A day without a slot is a gap.
 */
import { addDays, daysFrom } from '#domain/calendar.ts';
import type { MemberRow } from '#domain/member.ts';
import { members } from '#domain/roles.ts';
import { isPlannedId } from './patterns/rules.ts';
import type { Away, RotaSlot } from './record.ts';
import { firstSettings, type RotaSettings } from './settings/record.ts';
import { dutyOfGroup, isDutyDay, peopleNeeded, type WorkDays } from './settings/rules.ts';

/** The two places of a slot: who covers, and who is the backup. */
export type Place = 'duty' | 'backup';

/** One day of one group of accounts, whether or not it has a slot. */
export interface Cover {
	readonly dutyOn: string;
	readonly group: string;
	readonly personId: string | null;
	readonly backupId: string | null;
	/** Who comes along to an event. */
	readonly alsoIds: readonly string[];
	readonly note: string;
	/** Null while the day has no slot of its own: nobody ever signed up, or it comes by a pattern. */
	readonly slotId: string | null;
	readonly minutes: number | null;
}

export interface Clash {
	readonly slot: RotaSlot;
	readonly away: Away;
	readonly place: Place | 'also';
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
			: {
					...slot,
					personId: keep(slot.personId),
					backupId: keep(slot.backupId),
					alsoIds: slot.alsoIds.filter((id) => able.has(id))
				}
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
		const nobody = { personId: null, backupId: null, alsoIds: [], slotId: null, minutes: null };
		return { dutyOn: day, group, note: '', ...nobody };
	}
	const { personId, backupId, alsoIds, note, minutes } = slot;
	const slotId = isPlannedId(slot.id) ? null : slot.id;
	return { dutyOn: day, group, personId, backupId, alsoIds, note, slotId, minutes };
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

/** True for a day that still needs somebody: who covers, a backup, or more for an event. */
export function isShort(cover: Cover, settings: RotaSettings = firstSettings): boolean {
	const needed = peopleNeeded(cover.group, settings);
	if (needed === 0 || isWithoutEvent(cover)) return false;
	return cover.personId === null || peopleOn(cover).length < needed;
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
		const { personId, backupId, alsoIds, dutyOn } = slot;
		const away = personId === null ? undefined : awayThen(aways, personId, dutyOn);
		if (away) found.push({ slot, away, place: 'duty' });
		const backupAway = backupId === null ? undefined : awayThen(aways, backupId, dutyOn);
		if (backupAway) found.push({ slot, away: backupAway, place: 'backup' });
		for (const id of alsoIds) {
			const alsoAway = awayThen(aways, id, dutyOn);
			if (alsoAway) found.push({ slot, away: alsoAway, place: 'also' });
		}
	}
	return found.sort((one, other) => one.slot.dutyOn.localeCompare(other.slot.dutyOn));
}

/** True for a day of the line of events on which there is none: then nobody is missed. */
export function isWithoutEvent({ group, slotId, personId }: Cover): boolean {
	return dutyOfGroup(group) === 'events' && slotId === null && personId === null;
}

/** Everyone who is down for a day: who covers, the backup, and who comes along. */
export function peopleOn({
	personId,
	backupId,
	alsoIds
}: Pick<Cover, 'personId' | 'backupId' | 'alsoIds'>): string[] {
	return [personId, backupId, ...alsoIds].filter((id) => id !== null);
}

/** What a person holds in a span of days, soonest first: shown while away dates are typed. */
export function dutiesOf(
	slots: readonly RotaSlot[],
	personId: string,
	firstOn: string,
	lastOn: string
): RotaSlot[] {
	return slots
		.filter((slot) => peopleOn(slot).includes(personId))
		.filter(({ dutyOn }) => firstOn <= dutyOn && dutyOn <= lastOn)
		.sort((one, other) => one.dutyOn.localeCompare(other.dutyOn));
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

function groupsIn(slots: readonly RotaSlot[]): string[] {
	return [...new Set(slots.map(({ group }) => group))].sort((one, other) =>
		one.localeCompare(other)
	);
}
