/**
 * What the forms of an account hold: all text, as it is typed, and how it becomes an account.
 */
import type { Account } from './record.ts';

export interface TypedAccount {
	name: string;
	platform: string;
	profileUrl: string;
	purpose: string;
	group: string;
	ownerId: string;
	deputyId: string;
	postsPerWeek: string;
	accessNote: string;
	hasTwoStep: boolean;
	showsHours: boolean;
}

export const emptyAccount: TypedAccount = {
	name: '',
	platform: '',
	profileUrl: '',
	purpose: '',
	group: 'All accounts',
	ownerId: '',
	deputyId: '',
	postsPerWeek: '2',
	accessNote: '',
	hasTwoStep: false,
	showsHours: false
};

export function typedFrom(account: Account): TypedAccount {
	const { name, platform, purpose, group, accessNote, hasTwoStep, showsHours } = account;
	return {
		...{ name, platform, purpose, group, accessNote, hasTwoStep, showsHours },
		profileUrl: account.profileUrl ?? '',
		ownerId: account.ownerId ?? '',
		deputyId: account.deputyId ?? '',
		postsPerWeek: String(account.postsPerWeek)
	};
}

/** A number that cannot be read becomes one that the mutation refuses, with its words. */
export function accountFrom(typed: TypedAccount) {
	const { profileUrl, ownerId, deputyId, postsPerWeek, ...rest } = typed;
	return {
		...rest,
		profileUrl: profileUrl.trim() || null,
		ownerId: ownerId || null,
		deputyId: deputyId || null,
		postsPerWeek: /^\d{1,3}$/.test(postsPerWeek.trim()) ? Number(postsPerWeek) : -1
	};
}

/** Only what differs from the account as it stood when the form was opened. */
export function changesBetween(before: TypedAccount, after: TypedAccount) {
	const old: Readonly<Record<string, unknown>> = accountFrom(before);
	const changed = Object.entries(accountFrom(after)).filter(
		([field, value]) => old[field] !== value
	);
	// Same fields as accountFrom gives, some left out.
	return Object.fromEntries(changed) as Partial<ReturnType<typeof accountFrom>>;
}
