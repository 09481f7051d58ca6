/**
 * The days of a repeating rota. A stored slot always wins over what repeats.
 *
 * Days are text in UK time: no clock is looked at, so nothing moves when the clocks change.
 */
import { daysBetween, daysFrom, mondayOf, weekdayOf } from '#domain/calendar.ts';
import type { RotaSlot } from '../record.ts';
import { dutyOfGroup, isDutyDay, type WorkDays } from '../settings/rules.ts';
import type { RotaPattern } from './record.ts';

interface Stretch {
	readonly from: string;
	readonly to: string;
	readonly workDays: WorkDays | undefined;
}

/** True for a day that comes from a pattern and has no slot of its own yet. */
export function isPlannedId(slotId: string): boolean {
	return slotId.includes('/');
}

/** What a pattern says of a day; undefined when it does not come then. Takes the same time always. */
export function turnOn(
	pattern: RotaPattern,
	day: string
): { readonly personId: string; readonly backupId: string | null } | undefined {
	const { everyWeeks, weekdays, personIds, turn, hasBackup, firstOn, lastOn } = pattern;
	if (day < firstOn || (lastOn !== null && day > lastOn)) return undefined;
	const order = [...new Set(weekdays)].sort((one, other) => one - other);
	const place = order.indexOf(weekdayOf(day));
	const weeks = daysBetween(mondayOf(firstOn), mondayOf(day)) / 7;
	if (place === -1 || weeks % everyWeeks !== 0) return undefined;
	const rounds = weeks / everyWeeks;
	// In its first week it may begin late.
	const missed = order.filter((weekday) => weekday < weekdayOf(firstOn)).length;
	const count = turn === 'week' ? rounds : rounds * order.length + place - missed;
	const personId = personIds[count % personIds.length];
	if (personId === undefined) return undefined;
	const backupId = personIds[(count + 1) % personIds.length] ?? null;
	return { personId, backupId: hasBackup && backupId !== personId ? backupId : null };
}

/** The day as the patterns of its line have it: of two that meet, the one that began later. */
export function plannedSlot(
	patterns: readonly RotaPattern[],
	group: string,
	dutyOn: string
): RotaSlot | undefined {
	const newestFirst = patterns
		.filter((pattern) => pattern.group === group)
		.sort(
			(one, other) => other.firstOn.localeCompare(one.firstOn) || other.id.localeCompare(one.id)
		);
	for (const pattern of newestFirst) {
		const found = turnOn(pattern, dutyOn);
		if (found) {
			const { id, createdAt, createdBy } = pattern;
			const made = { id: `${id}/${dutyOn}`, createdAt, createdBy };
			const duty = dutyOfGroup(group);
			const empty = { alsoIds: [], note: '', minutes: null };
			return { ...made, dutyOn, group, duty, ...found, ...empty };
		}
	}
	return undefined;
}

/** Stored slots, and what the patterns say of days in the stretch that have none. */
export function withPatterns(
	slots: readonly RotaSlot[],
	patterns: readonly RotaPattern[],
	{ from, to, workDays }: Stretch
): RotaSlot[] {
	if (patterns.length === 0) return [...slots];
	const keyOf = (group: string, day: string) => `${day}/${group}`;
	const stored = new Set(slots.map(({ group, dutyOn }) => keyOf(group, dutyOn)));
	const groups = [...new Set(patterns.map(({ group }) => group))];
	const planned = daysFrom(from, to)
		.filter((day) => isDutyDay(day, workDays))
		.flatMap((day) =>
			groups
				.filter((group) => !stored.has(keyOf(group, day)))
				.flatMap((group) => plannedSlot(patterns, group, day) ?? [])
		);
	return [...slots, ...planned].sort((one, other) => one.dutyOn.localeCompare(other.dutyOn));
}

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 'Every week on Monday and Friday', 'Every 2 weeks on Tuesday' */
export function patternWords({
	everyWeeks,
	weekdays
}: Pick<RotaPattern, 'everyWeeks' | 'weekdays'>): string {
	const often = everyWeeks === 1 ? 'Every week' : `Every ${everyWeeks} weeks`;
	const days = [...weekdays].sort((one, other) => one - other).map((day) => names[day - 1] ?? '');
	const last = days.pop() ?? '';
	return `${often} on ${days.length === 0 ? last : `${days.join(', ')} and ${last}`}`;
}
