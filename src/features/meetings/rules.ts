/**
 * Questions about meetings: which is next, which was last, whose are the things to do.
 */
import { addMonths, monthOf } from '#domain/calendar.ts';
import { leaders, writers, type Actor } from '#domain/roles.ts';
import { maxWhat, type Action, type Meeting } from './record.ts';

type Day = Pick<Meeting, 'heldOn'>;

/** How long someone has for a thing to do, where nobody says otherwise. */
export const usualDays = 14;

/** Lines of what was decided that are no thing to do yet, each once. */
export function toBecomeActions(
	{ decisions }: Pick<Meeting, 'decisions'>,
	actions: readonly Pick<Action, 'what'>[]
): string[] {
	const there = new Set(actions.map(({ what }) => what));
	const lines = decisions.split('\n').map((line) => line.trim().slice(0, maxWhat).trim());
	return [...new Set(lines)].filter((line) => line !== '' && !there.has(line));
}

/** Today's counts as the next one. */
export function nextMeeting<Row extends Day>(
	meetings: readonly Row[],
	today: string
): Row | undefined {
	return [...meetings].sort(byDay).find(({ heldOn }) => heldOn >= today);
}

/** The month whose sheet a meeting looks at. */
export function sheetMonth({ heldOn }: Day): string {
	return addMonths(monthOf(heldOn), -1);
}

/** The meeting at which the sheet of a month is shown: the first of the month after it. */
export function meetingOn<Row extends Day>(
	meetings: readonly Row[],
	month: string
): Row | undefined {
	return [...meetings].sort(byDay).find((meeting) => sheetMonth(meeting) === month);
}

/** The newest meeting before a day. */
export function meetingBefore<Row extends Day>(
	meetings: readonly Row[],
	day: string
): Row | undefined {
	return [...meetings].sort(byDay).findLast(({ heldOn }) => heldOn < day);
}

export function byDay(one: Day, other: Day): number {
	return one.heldOn.localeCompare(other.heldOn);
}

/** What is not done first, soonest first. */
export function byDue(one: Action, other: Action): number {
	return one.isDone.localeCompare(other.isDone) || one.dueOn.localeCompare(other.dueOn);
}

/** The person's own, and for leaders those that nobody has taken. */
export function isForMe({ whoId, isDone }: Action, actor: Actor): boolean {
	if (isDone === 'yes') return false;
	return whoId === actor.personId || (whoId === null && leaders.includes(actor.role));
}

export function mayTick({ whoId }: Action, actor: Actor): boolean {
	return whoId === actor.personId || writers.includes(actor.role);
}
