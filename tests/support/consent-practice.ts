/**
 * A practice in memory, for tests of what people do with consents.
 */
import { expect } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { confirmConsent, giveConsent, recordConsent } from '#features/consent/mutations.ts';
import { consentRecord } from '#features/consent/record.ts';
import { as, idFor, manager, volunteer } from './actors.ts';
import { ada, adasYes, facebook, instagram } from './consents.ts';
import { memoryTransaction } from './memory-transaction.ts';

/** The consent of Ada. */
export const adasId = idFor(1);

/** An empty practice in which people act. */
export function practice() {
	const transaction = memoryTransaction();
	const act = (mutation: Mutation, args: object, who: Actor) =>
		runMutation(mutation, transaction, args, as(who));
	return { transaction, act, consent: (key = adasId) => transaction.get(consentRecord, key) };
}

/** Ada has been written down; in the later ones she has signed, and has been confirmed. */
export async function withAda(changes: object = {}) {
	const group = practice();
	expect(
		await group.act(recordConsent, { id: adasId, ...ada, ...changes }, volunteer)
	).toBeUndefined();
	return group;
}

export async function withAdasYes(changes: object = {}) {
	const group = await withAda();
	expect(
		await group.act(giveConsent, { id: adasId, ...adasYes, ...changes }, volunteer)
	).toBeUndefined();
	return group;
}

export async function withAdaConfirmed() {
	const group = await withAdasYes({ accounts: [facebook.id, instagram.id] });
	expect(await group.act(confirmConsent, { id: adasId }, manager)).toBeUndefined();
	return group;
}
