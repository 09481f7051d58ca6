/**
 * Everything that can be done to the register of accounts.
 *
 * A text that looks like a password is refused in every field.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { belongs } from '#features/people/rules.ts';
import { eachOptional } from '#features/practice/record.ts';
import * as z from 'zod/mini';
import { accountFields, accountRecord, type Account } from './record.ts';
import { isActive, looksLikePassword, mayCheck } from './rules.ts';

const gone = () => refuse('no-such-account', 'This account is no longer on the list.');

export const addAccount = defineMutation({
	name: 'account.add',
	args: z.strictObject({ id: z.uuid(), ...accountFields }),
	allowed: leaders,
	says: 'Added an account',
	async run(transaction, fields, { actor, actedAt, today }) {
		if (await transaction.get(accountRecord, fields.id)) {
			return refuse('already-here', 'This account is already on the list.');
		}
		const account: Account = {
			...fields,
			createdAt: actedAt,
			createdBy: actor.personId,
			status: 'active',
			closedOn: null,
			checkedOn: today
		};
		const refusal = await problemWith(transaction, account, fields);
		if (!refusal) await transaction.put(accountRecord, account);
		return refusal;
	}
});

export const editAccount = defineMutation({
	name: 'account.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(accountFields)) }),
	allowed: leaders,
	says: 'Changed an account',
	async run(transaction, { id, changes }) {
		const account = await transaction.get(accountRecord, id);
		if (!account) return gone();
		if (!isActive(account)) {
			return refuse('is-closed', 'This account is closed. Open it again to change it.');
		}
		const edited: Account = { ...account, ...changes };
		const refusal = await problemWith(transaction, edited, changes);
		if (!refusal) await transaction.put(accountRecord, edited);
		return refusal;
	}
});

export const closeAccount = defineMutation({
	name: 'account.close',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Closed an account',
	async run(transaction, { id }, { today }) {
		const account = await transaction.get(accountRecord, id);
		if (!account) return gone();
		if (!isActive(account)) return refuse('already-closed', 'This account is closed already.');
		await transaction.put(accountRecord, { ...account, status: 'closed', closedOn: today });
		return undefined;
	}
});

export const reopenAccount = defineMutation({
	name: 'account.reopen',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Opened an account again',
	async run(transaction, { id }) {
		const account = await transaction.get(accountRecord, id);
		if (!account) return gone();
		if (isActive(account)) return refuse('already-open', 'This account is in use already.');
		await transaction.put(accountRecord, { ...account, status: 'active', closedOn: null });
		return undefined;
	}
});

/** Someone has looked: it is used, it is safe, the right people can get in. */
export const checkAccount = defineMutation({
	name: 'account.check',
	args: z.strictObject({ id: z.uuid() }),
	allowed: 'everyone',
	says: 'Checked an account',
	async run(transaction, { id }, { actor, today }) {
		const account = await transaction.get(accountRecord, id);
		if (!account) return gone();
		if (!isActive(account)) return refuse('is-closed', 'This account is closed.');
		if (!mayCheck(actor, account)) {
			return refuse('not-yours', 'The two people who look after it check it, or a coordinator.');
		}
		await transaction.put(accountRecord, { ...account, checkedOn: today });
		return undefined;
	}
});

/** `typed` is what came in now: older texts are not looked at again. */
async function problemWith(
	transaction: Transaction,
	account: Account,
	typed: Readonly<Record<string, unknown>>
): Promise<Refusal | undefined> {
	for (const [field, text] of Object.entries(typed)) {
		if (field === 'id' || typeof text !== 'string' || !looksLikePassword(text)) continue;
		return refuse(
			'looks-like-password',
			'This looks like a password. Please keep it somewhere safe, never here. Write who has it.',
			field
		);
	}
	for (const field of ['ownerId', 'deputyId'] as const) {
		const personId = typed[field];
		if (typeof personId !== 'string') continue;
		const person = await transaction.get(personRecord, personId);
		if (!person || !belongs(person)) {
			return refuse('not-in-group', 'Choose someone who is in the group.', field);
		}
	}
	if (account.ownerId !== null && account.ownerId === account.deputyId) {
		return refuse('needs-two', 'Choose two different people.', 'deputyId');
	}
	return undefined;
}

export const accountMutations = [
	addAccount,
	editAccount,
	closeAccount,
	reopenAccount,
	checkAccount
];
