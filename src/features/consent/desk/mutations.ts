/**
 * What only the practice manager does: confirm, ask, say no, and put the last one right again.
 *
 * Never for a record that they had a part in. The contact leaves the consent as it is confirmed.
 */
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Transaction } from '#domain/transaction.ts';
import * as z from 'zod/mini';
import { nextCode } from '../codes/codes.ts';
import { filledLine } from '../fields/lines.ts';
import { deskChecks, type DeskCheck } from '../life/fields.ts';
import { consentRecord, type Consent } from '../record.ts';
import { whyNotConfirm } from '../rules.ts';
import { consentContactRecord } from './record.ts';

const gone = () => refuse('no-such-consent', 'This consent is no longer here.');
const onlyManagers = ['practice-manager'] as const;
const noteSchema = z.exactOptional(filledLine(500, 'the note'));
const mostTogether = 100;
const checkedSchema = z.array(z.enum(deskChecks)).check(z.maxLength(deskChecks.length));

/** The practice manager has seen the signed form and says that the picture may be used. */
export const confirmConsent = defineMutation({
	name: 'consent.confirm',
	args: z.strictObject({
		id: z.uuid(),
		note: noteSchema,
		/** What was looked at. */
		checked: z.exactOptional(checkedSchema)
	}),
	allowed: onlyManagers,
	says: 'Confirmed a consent',
	final: true,
	async run(transaction, { id, note, checked }, context) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		const refusal = whyNotConfirm(context.actor, consent, context.today);
		if (refusal) return refusal;
		await confirm(transaction, consent, { note: note ?? null, checked: checked ?? [] }, context);
		return undefined;
	}
});

/** All those of one occasion that still may be: what was taken back meanwhile is left out. */
export const confirmTogether = defineMutation({
	name: 'consent.confirmTogether',
	args: z.strictObject({
		/** Each one was looked at by itself. */
		each: z
			.array(z.strictObject({ id: z.uuid(), checked: checkedSchema }))
			.check(z.minLength(1), z.maxLength(mostTogether)),
		note: noteSchema
	}),
	allowed: onlyManagers,
	says: 'Confirmed the consents of an occasion',
	// Undone by `unconfirmConsents`: numbers that were handed out stay.
	final: true,
	async run(transaction, { each, note }, context) {
		let first: Refusal | undefined;
		let count = 0;
		for (const { id, checked } of each) {
			const consent = await transaction.get(consentRecord, id);
			if (!consent) continue;
			const refusal = whyNotConfirm(context.actor, consent, context.today);
			first ??= refusal;
			if (refusal) continue;
			await confirm(transaction, consent, { note: note ?? null, checked }, context);
			count += 1;
		}
		return count > 0 ? undefined : (first ?? gone());
	}
});

async function confirm(
	transaction: Transaction,
	consent: Consent,
	seen: { note: string | null; checked: DeskCheck[] },
	{ actor, actedAt }: Context
): Promise<void> {
	const { id, code, contact } = consent;
	await transaction.put(consentRecord, {
		...consent,
		status: 'confirmed',
		code: code.startsWith('C-') ? code : await nextCode(transaction),
		contact: null,
		confirmedAt: actedAt,
		confirmedBy: actor.personId,
		confirmNote: seen.note,
		confirmChecked: seen.checked
	});
	if (contact !== null) {
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(consentContactRecord, { ...made, contact });
	}
}

const undoWithinMs = 86_400_000;

/** For a day, who confirmed can take that back: then the pictures wait again. */
export const unconfirmConsents = defineMutation({
	name: 'consent.unconfirm',
	args: z.strictObject({ ids: z.array(z.uuid()).check(z.minLength(1), z.maxLength(mostTogether)) }),
	allowed: onlyManagers,
	says: 'Took back that consents were confirmed',
	final: true,
	async run(transaction, { ids }, { actor, actedAt }) {
		let count = 0;
		for (const id of ids) {
			const consent = await transaction.get(consentRecord, id);
			if (consent?.status !== 'confirmed' || consent.confirmedBy !== actor.personId) continue;
			if (actedAt - (consent.confirmedAt ?? 0) > undoWithinMs) continue;
			await transaction.put(consentRecord, {
				...consent,
				status: 'given',
				confirmedAt: null,
				confirmedBy: null,
				confirmNote: null,
				confirmChecked: []
			});
			count += 1;
		}
		return count > 0
			? undefined
			: refuse('too-late', 'This is too old to take back here. Open the consent instead.');
	}
});

/** The practice manager asks before confirming. The answer comes with an edit. */
export const sendBackConsent = defineMutation({
	name: 'consent.sendBack',
	args: z.strictObject({ id: z.uuid(), question: filledLine(500, 'your question') }),
	allowed: onlyManagers,
	says: 'Asked about a consent',
	async run(transaction, { id, question }, { actor }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (consent.status !== 'given') {
			return refuse('not-waiting', 'This consent is not waiting for the practice.');
		}
		const asked = { question, questionBy: actor.personId, answer: null };
		await transaction.put(consentRecord, { ...consent, ...asked });
		return undefined;
	}
});

/** The form cannot be accepted. It counts as a no; whoever wants more asks the person again. */
export const turnDownConsent = defineMutation({
	name: 'consent.turnDown',
	args: z.strictObject({ id: z.uuid(), why: filledLine(300, 'why') }),
	allowed: onlyManagers,
	says: 'Did not accept a consent',
	final: true,
	async run(transaction, { id, why }, { actor, today }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (consent.status !== 'given') {
			return refuse('not-waiting', 'This consent is not waiting for the practice.');
		}
		await transaction.put(consentRecord, {
			...consent,
			status: 'refused',
			refusedOn: today,
			turnedDownBy: actor.personId,
			turnedDownWhy: why
		});
		return undefined;
	}
});

export const deskMutations = [
	confirmConsent,
	confirmTogether,
	unconfirmConsents,
	sendBackConsent,
	turnDownConsent
];
