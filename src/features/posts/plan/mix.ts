/**
 * The mix of a month: how often each aim comes, and posts a week on each account beside its target.
 *
 * Sources: S0-1, S1-20, S2-8. Dropped posts are no part of it.
 */
import { addDays, firstDayOf, lastDayOf, mondayOf, monthOf } from '#domain/calendar.ts';
import type { Account } from '#features/accounts/record.ts';
import { aimNames, aims, type Aim, type Post } from '../record.ts';

/** A post, or a day of a repeating post that nobody has written yet. */
export type Planned = Pick<Post, 'plannedOn' | 'aim' | 'accounts'> & { readonly isPosted: boolean };

export interface AimCount {
	readonly aim: Aim | null;
	readonly name: string;
	readonly count: number;
}

export interface WeekCount {
	readonly mondayOn: string;
	readonly posted: number;
	readonly planned: number;
}

export interface AccountMix {
	readonly account: Account;
	readonly target: number;
	readonly weeks: readonly WeekCount[];
}

/** Every aim, also those that never come; posts without an aim last, if there are any. */
export function aimCounts(planned: readonly Planned[], month: string): AimCount[] {
	const inMonth = planned.filter(({ plannedOn }) => plannedOn && monthOf(plannedOn) === month);
	const count = (aim: Aim | null) => inMonth.filter((each) => each.aim === aim).length;
	const named = aims.map((aim) => ({ aim, name: aimNames[aim], count: count(aim) }));
	const without = count(null);
	return without === 0 ? named : [...named, { aim: null, name: 'No aim yet', count: without }];
}

/** Whole weeks, Monday first, also where they reach into the months beside. */
function mondaysOf(month: string): string[] {
	const mondays: string[] = [];
	const lastOn = lastDayOf(month);
	for (let on = mondayOf(firstDayOf(month)); on <= lastOn; on = addDays(on, 7)) mondays.push(on);
	return mondays;
}

export function accountMix(
	planned: readonly Planned[],
	accounts: readonly Account[],
	month: string
): AccountMix[] {
	const mondays = mondaysOf(month);
	return accounts
		.filter(({ status }) => status === 'active')
		.map((account) => {
			const own = planned.filter((each) => each.accounts.includes(account.id));
			const weeks = mondays.map((mondayOn) => {
				const inWeek = own.filter(({ plannedOn }) => plannedOn && mondayOf(plannedOn) === mondayOn);
				const posted = inWeek.filter(({ isPosted }) => isPosted).length;
				return { mondayOn, posted, planned: inWeek.length - posted };
			});
			return { account, target: account.postsPerWeek, weeks };
		});
}

/** '1 posted, 2 planned' */
export function weekWords({ posted, planned }: WeekCount): string {
	if (planned === 0) return posted === 0 ? '0' : `${posted} posted`;
	return posted === 0 ? `${planned} planned` : `${posted} posted, ${planned} planned`;
}

/** 'Target: 2 a week. Below it in 1 of 5 weeks.' */
export function targetWords({ target, weeks }: AccountMix): string {
	if (target === 0) return 'No target.';
	const below = weeks.filter(({ posted, planned }) => posted + planned < target).length;
	const said = `Target: ${target} a week.`;
	return below === 0
		? `${said} Reached in every week.`
		: `${said} Below it in ${below} of ${weeks.length} weeks.`;
}

/** What the picture of aims says, in a sentence. */
export function mixWords(counts: readonly AimCount[]): string {
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	if (total === 0) return 'No post is planned in this month yet.';
	const never = counts.filter(({ count }) => count === 0).map(({ name }) => name);
	const posts = total === 1 ? 'One post' : `${total} posts`;
	return never.length === 0
		? `${posts}, and every aim comes.`
		: `${posts}. Not there yet: ${never.join(', ')}.`;
}
