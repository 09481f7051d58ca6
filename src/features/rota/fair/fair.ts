/**
 * Who could take a day, fairest first, and how all gaps could be filled.
 *
 * Nobody is put forward who is away, busy that day, at the most turns, or due a rest. Two weeks
 * running comes last, not never: a small group has no choice.
 */
import { addDays, mondayOf } from '#domain/calendar.ts';
import type { MemberRow } from '#domain/member.ts';
import type { Away, RotaSlot } from '../record.ts';
import { awayThen, mayCover, peopleOn, type Cover } from '../rules.ts';
import type { RotaSettings } from '../settings/record.ts';
import { dutyOfGroup, isDutyDay, type WorkDays } from '../settings/rules.ts';

/** Turns are counted two weeks either way of the day. */
const daysAround = 14;
/** As many turns as a week running weighs. */
const weekRunning = 2;

export interface RotaFacts {
	/** Standing slots, with what repeats. */
	readonly slots: readonly RotaSlot[];
	readonly people: readonly MemberRow[];
	readonly aways: readonly Away[];
	readonly settings: RotaSettings;
	readonly workDays: WorkDays | undefined;
}

export interface Suggestion {
	readonly person: MemberRow;
	/** In the four weeks around the day. */
	readonly turns: number;
	readonly wasOnLastWeek: boolean;
	/** They said that two weeks running are fine. */
	readonly hasAsked: boolean;
}

export interface Filling {
	readonly cover: Cover;
	/** Undefined when nobody can. */
	readonly person: MemberRow | undefined;
}

export function suggestFor(cover: Cover, facts: RotaFacts): Suggestion[] {
	const { slots, people, aways, settings } = facts;
	const { dutyOn } = cover;
	const around = slots.filter(
		(slot) =>
			slot.dutyOn >= addDays(dutyOn, -daysAround) && slot.dutyOn <= addDays(dutyOn, daysAround)
	);
	const weight = ({ turns, wasOnLastWeek, hasAsked }: Suggestion) =>
		turns + (wasOnLastWeek && !hasAsked ? weekRunning : 0);
	return people
		.filter(mayCover)
		.filter(({ id }) => !awayThen(aways, id, dutyOn) && !isBusy(around, id, dutyOn))
		.map((person) => ({
			person,
			turns: around.filter(({ personId }) => personId === person.id).length,
			wasOnLastWeek: isOnWeekBesides(around, person.id, dutyOn),
			hasAsked: settings.twoWeeksIds.includes(person.id)
		}))
		.filter(({ turns }) => turns < settings.mostTurns)
		.filter(({ person }) => !needsRest(person.id, cover, around, facts))
		.sort(
			(one, other) =>
				weight(one) - weight(other) || one.person.name.localeCompare(other.person.name, 'en-GB')
		);
}

/** Each gap with the fairest person, one after the other, so that a turn counts for the next. */
export function fillGaps(gaps: readonly Cover[], facts: RotaFacts): Filling[] {
	const slots = [...facts.slots];
	return gaps.map((cover) => {
		const { dutyOn, group } = cover;
		const person = suggestFor(cover, { ...facts, slots })[0]?.person;
		if (person) {
			const made = { id: `fill/${dutyOn}/${group}`, createdAt: 0, createdBy: person.id };
			const held = { personId: person.id, backupId: null, alsoIds: [], note: '', minutes: null };
			slots.push({ ...made, dutyOn, group, duty: dutyOfGroup(group), ...held });
		}
		return { cover, person };
	});
}

function isBusy(slots: readonly RotaSlot[], personId: string, day: string): boolean {
	return slots.some((slot) => slot.dutyOn === day && peopleOn(slot).includes(personId));
}

function isOnWeekBesides(slots: readonly RotaSlot[], personId: string, day: string): boolean {
	const monday = mondayOf(day);
	const weeks = [addDays(monday, -7), addDays(monday, 7)];
	return slots.some((slot) => slot.personId === personId && weeks.includes(mondayOf(slot.dutyOn)));
}

/** True when this day would make more days in a row than the group wants, days off left out. */
function needsRest(
	personId: string,
	{ dutyOn }: Cover,
	slots: readonly RotaSlot[],
	{ settings, workDays }: RotaFacts
): boolean {
	const held = new Set(
		slots.filter((slot) => slot.personId === personId).map((slot) => slot.dutyOn)
	);
	const run = (step: 1 | -1) => {
		let days = 0;
		for (let day = addDays(dutyOn, step); ; day = addDays(day, step)) {
			if (held.has(day)) days += 1;
			// A row of days off longer than this ends the run.
			else if (isDutyDay(day, workDays) || days > daysAround) return days;
			if (day < addDays(dutyOn, -daysAround) || day > addDays(dutyOn, daysAround)) return days;
		}
	};
	return run(1) + run(-1) + 1 > settings.restAfter;
}

/** 'Sam: 2 turns in these four weeks.' */
export function suggestionWords({ person, turns, wasOnLastWeek, hasAsked }: Suggestion): string {
	const count = turns === 0 ? 'no turn' : turns === 1 ? '1 turn' : `${turns} turns`;
	const running = wasOnLastWeek ? ' On the rota the week before or after too.' : '';
	const fine = wasOnLastWeek && hasAsked ? ' Two weeks running are fine for them.' : '';
	return `${person.name}: ${count} in these four weeks.${running}${fine}`;
}
