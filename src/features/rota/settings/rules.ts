/**
 * Which duties a group has and on which days they are done.
 *
 * A duty that is not about accounts is a line of the rota named as the duty itself.
 */
import { weekdayOf } from '#domain/calendar.ts';
import { isHoliday } from '#domain/working-days.ts';
import type { Account } from '#features/accounts/record.ts';
import { dutyGroups } from '#features/accounts/rules.ts';
import { duties, type Duty } from '../record.ts';
import { firstSettings, type RotaSettings } from './record.ts';

export const dutyNames: Readonly<Record<Duty, string>> = {
	accounts: 'Look after accounts',
	posts: 'Write posts',
	photos: 'Take photos',
	events: 'Cover events',
	crisis: 'Help in a crisis'
};
/** The group of a practice that has not yet divided its accounts. */
const wholeGroup = 'All accounts';

/** The days on which somebody is needed; undefined stands for every day. */
export interface WorkDays {
	/** 1 is Monday. */
	readonly weekdays: ReadonlySet<number>;
	readonly closedOn: readonly string[];
}

export function settingsOf(row: RotaSettings | undefined): RotaSettings {
	return row ?? firstSettings;
}

/** Which duty a line of the rota is about, by its name. */
export function dutyOfGroup(group: string): Duty {
	return duties.find((duty) => duty !== 'accounts' && dutyNames[duty] === group) ?? 'accounts';
}

/** The lines of the rota: groups of accounts, one for all before there are any, then other duties. */
export function rotaGroups(
	accounts: readonly Account[],
	settings: RotaSettings = firstSettings
): string[] {
	const groups = dutyGroups(accounts).filter((group) => dutyOfGroup(group) === 'accounts');
	const ofAccounts = groups.length === 0 ? [wholeGroup] : groups;
	const others = duties.filter((duty) => duty !== 'accounts' && settings[duty].isUsed);
	return [
		...(settings.accounts.isUsed ? ofAccounts : []),
		...others.map((duty) => dutyNames[duty])
	];
}

/** People whom a day of this line needs: 0, 1, 2 with the backup, or more for an event. */
export function peopleNeeded(group: string, settings: RotaSettings): number {
	return settings[dutyOfGroup(group)].people;
}

/** Days with staffed hours, without holidays in England and Wales. Undefined when no hours are set. */
export function workDaysOf(
	staffedHours: Readonly<Record<string, unknown>>,
	closedOn: readonly string[] = []
): WorkDays | undefined {
	const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => staffedHours[weekday]);
	return weekdays.length === 0 ? undefined : { weekdays: new Set(weekdays), closedOn };
}

export function isDutyDay(day: string, workDays: WorkDays | undefined): boolean {
	if (!workDays) return true;
	const { weekdays, closedOn } = workDays;
	if (!weekdays.has(weekdayOf(day))) return false;
	return !isHoliday(day, 'england-and-wales') && !closedOn.includes(day);
}
