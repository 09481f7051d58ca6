/**
 * What the settings say for today: the yearly question, and the check that comes twice a year.
 */
import { addMonths, monthOf, monthsAfter, spokenDay } from '#domain/calendar.ts';
import type { Meeting } from '#features/meetings/record.ts';
import { meetingOn } from '#features/meetings/rules.ts';
import { monthDue, type Due } from '../rules.ts';
import { firstSettings, type InsightSettings } from './record.ts';

const yearMonths = 12;

export function settingsOf(row: InsightSettings | undefined): InsightSettings {
	return row ?? firstSettings;
}

/** Which month's notes are asked for now, and until when, as this group has it. Source: S4-62. */
export function dueFor(
	today: string,
	row: InsightSettings | undefined,
	meetings: readonly Pick<Meeting, 'heldOn'>[]
): Due {
	const { dueDay, daysBeforeMeeting } = settingsOf(row);
	const meeting = meetingOn(meetings, addMonths(monthOf(today), -1));
	return monthDue(today, { dueDay, daysBeforeMeeting, meetingOn: meeting?.heldOn });
}

/**
 * By when the group checks how it keeps its own rules: some months after the last check, or after it
 * began. Source: S4-72.
 */
export function checkDueOn({ checkedOn, checkMonths }: InsightSettings, beganOn: string): string {
	return monthsAfter(checkedOn ?? beganOn, checkMonths);
}

/** By when the yearly question is asked. Source: S2-47. */
export function questionDueOn({ complaintsAskedOn }: InsightSettings, beganOn: string): string {
	return monthsAfter(complaintsAskedOn ?? beganOn, yearMonths);
}

/** The line of the sheet about the check of our own rules. Source: S4-72. */
export function checkWords(
	{ checkSays, checkedOn, checkMonths }: InsightSettings,
	today: string
): string {
	const every = `Every ${checkMonths === 1 ? 'month' : `${checkMonths} months`} we check our own rules.`;
	if (checkedOn === null) return `${every} No check is noted yet.`;
	const dueOn = monthsAfter(checkedOn, checkMonths);
	const found = checkSays === '' ? 'what it found is not written down' : checkSays;
	const next = dueOn < today ? `The next one was due on` : 'The next one is due by';
	return `Our last check of our own rules, ${spokenDay(checkedOn)}: ${found.replace(/\.$/, '')}. ${next} ${spokenDay(dueOn)}.`;
}

/** Once a year: does the website show numbers of complaints? Source: S2-47. */
export function isYearlyQuestionDue(
	{ complaintsAskedOn }: InsightSettings,
	today: string
): boolean {
	return complaintsAskedOn === null || monthsAfter(complaintsAskedOn, yearMonths) <= today;
}
