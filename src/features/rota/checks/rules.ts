/**
 * When each account was last looked at, and the alarm when it was not (S0-53).
 *
 * Staffed days without a look are counted; today is not over, so it does not count.
 */
import { addDays, dayOf, daysBetween, spokenDay, spokenMoment } from '#domain/calendar.ts';
import { isActive } from '#features/accounts/rules.ts';
import type { Account } from '#features/accounts/record.ts';
import type { RotaSettings } from '../settings/record.ts';
import { isDutyDay, type WorkDays } from '../settings/rules.ts';
import type { AccountCheck, CheckThing } from './record.ts';

export const thingNames: Readonly<Record<CheckThing, string>> = {
	comments: 'Comments',
	messages: 'Messages',
	mentions: 'Mentions',
	reviews: 'Reviews'
};
/** How far back looks are read: an account that was left alone for longer is urgent anyway. */
export const daysOfChecks = 92;

export interface Unattended {
	readonly account: Account;
	readonly level: 'amber' | 'red';
	/** Staffed days on which nobody looked. */
	readonly days: number;
	readonly last: AccountCheck | undefined;
}

/** The latest look with at least one tick. */
export function lastCheck(
	checks: readonly AccountCheck[],
	accountId: string
): AccountCheck | undefined {
	return checks
		.filter((check) => check.accountId === accountId && check.what.length > 0)
		.sort((one, other) => other.checkedAt - one.checkedAt)[0];
}

/** Staffed days after the latest look, or after the account came in, up to yesterday. */
function daysWithoutLook(
	account: Account,
	last: AccountCheck | undefined,
	today: string,
	workDays: WorkDays | undefined
): number {
	const seenOn = last?.checkedOn ?? dayOf(account.createdAt);
	const earliestOn = addDays(today, -daysOfChecks);
	const fromOn = seenOn > earliestOn ? seenOn : earliestOn;
	let days = 0;
	for (let back = 1; back < daysBetween(fromOn, today); back += 1) {
		if (isDutyDay(addDays(today, -back), workDays)) days += 1;
	}
	return days;
}

/** Active accounts that nobody has looked at for too long, the longest first. */
export function unattended(
	accounts: readonly Account[],
	checks: readonly AccountCheck[],
	today: string,
	{
		workDays,
		settings
	}: {
		readonly workDays: WorkDays | undefined;
		readonly settings: Pick<RotaSettings, 'amberDays' | 'redDays'>;
	}
): Unattended[] {
	return accounts
		.filter(isActive)
		.flatMap((account): Unattended[] => {
			const last = lastCheck(checks, account.id);
			const days = daysWithoutLook(account, last, today, workDays);
			if (days < settings.amberDays) return [];
			return [{ account, level: days >= settings.redDays ? 'red' : 'amber', days, last }];
		})
		.sort((one, other) => other.days - one.days);
}

/** 'Nobody has ticked our page for 3 staffed days. The last look was on Monday 16 November.' */
export function unattendedWords({ account, days, last }: Unattended, today: string): string {
	const span = days === 1 ? '1 day' : `${days} days`;
	const first = `Nobody has looked at ${account.name} for ${span} when we work.`;
	return last
		? `${first} The last look was on ${spokenDay(last.checkedOn, today)}.`
		: `${first} Nobody has ticked it off on the rota yet.`;
}

/** 'Last checked today at 6pm by Ann.' */
export function lastCheckWords(
	last: AccountCheck | undefined,
	nameOf: (personId: string) => string,
	now: number
): string {
	if (!last) return 'Not checked yet.';
	return `Last checked ${spokenMoment(last.checkedAt, now)} by ${nameOf(last.by)}.`;
}
