/**
 * Questions about accounts: what is due, what is not safe yet, and what looks like a password.
 *
 * Each account is checked every 3 months. Source: sources.md S4-24.
 */
import { monthsAfter } from '#domain/calendar.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, type Actor } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { accountRecord, type Account } from './record.ts';

const accountCheckMonths = 3;

export function isActive(account: Account): boolean {
	return account.status === 'active';
}

/** Why these cannot be chosen, or undefined: each must be here and in use. */
export async function accountsInUse(
	transaction: Transaction,
	ids: readonly string[]
): Promise<Refusal | undefined> {
	for (const id of ids) {
		const account = await transaction.get(accountRecord, id);
		if (account && isActive(account)) continue;
		return refuse('no-such-account', 'One of these accounts is closed.', 'accounts');
	}
	return undefined;
}

export function isCheckDue(account: Account, today: string): boolean {
	if (!isActive(account)) return false;
	return account.checkedOn === null || today >= monthsAfter(account.checkedOn, accountCheckMonths);
}

export function mayCheck(actor: Actor, account: Account): boolean {
	return (
		leaders.includes(actor.role) || [account.ownerId, account.deputyId].includes(actor.personId)
	);
}

/** What is still missing before an account is safe (S4-17, S4-22, S0-58). Empty: all is well. */
export function gapsOf(account: Account): string[] {
	if (!isActive(account)) return [];
	const gaps: string[] = [];
	if (account.ownerId === null) gaps.push('Nobody looks after it yet.');
	if (account.deputyId === null) gaps.push('Nobody stands in when that person is away.');
	if (!account.hasTwoStep) gaps.push('Two-step sign-in is not on yet.');
	if (!account.showsHours) gaps.push('The page does not show our hours yet.');
	return gaps;
}

/** The duties of the rota, each once, by name. */
export function dutyGroups(accounts: readonly Account[]): string[] {
	const groups = new Set(accounts.filter(isActive).map(({ group }) => group));
	return [...groups].sort((one, other) => one.localeCompare(other, 'en-GB'));
}

const passwordWords =
	/\b(?:pass[\s-]?(?:word|code|phrase)|pwd?|passwd|log-?in code|pin(?: (?:is|number|code))?)s?\s*(?:is\b|[:=])/i;
/** One run of signs with a small letter, a capital, a number and a mark; not a link or a hashtag. */
const mixedRun =
	/(?<![\w./@:-])(?=[^\s]*[a-z])(?=[^\s]*[A-Z])(?=[^\s]*\d)(?=[^\s]*[!$%^*~])[^\s./:]{8,}/;

/** True when a text seems to hold a password. The word alone is fine: 'no shared passwords'. */
export function looksLikePassword(text: string): boolean {
	return passwordWords.test(text) || mixedRun.test(text);
}

export function byName(one: Account, other: Account): number {
	return one.name.localeCompare(other.name, 'en-GB');
}
