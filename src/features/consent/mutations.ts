/**
 * Everything that can be done to a consent: asked, answered, confirmed, taken back.
 *
 * Only a practice manager confirms, and never their own. A withdrawal always works, in any order.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { defineGuard } from '#domain/put-back.ts';
import { refuse } from '#domain/refusal.ts';
import { members, writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { nothingAnswered, withAnswers } from './answers/answered.ts';
import { answersFields, whyNotGiven } from './answers/answers.ts';
import {
	aboutFields,
	ageFits,
	changesSchema,
	personFields,
	whyNotChange
} from './answers/changes.ts';
import { noteLawfulRoute } from './answers/route.ts';
import { temporaryCode } from './codes/codes.ts';
import { consentKinds } from './fields/kinds.ts';
import { deskMutations } from './desk/mutations.ts';
import { keepingMutations } from './keeping/mutations.ts';
import { lifeMutations } from './life/mutations.ts';
import { consentLinkMutations } from './links/mutations.ts';
import { mustNotShowMutations } from './must-not-show/mutations.ts';
import { photoMutations } from './photos/mutations.ts';
import { takeDownMutations } from './takedown/mutations.ts';
import { consentRecord } from './record.ts';
import { venueMutations } from './venues/mutations.ts';

export { confirmConsent, sendBackConsent } from './desk/mutations.ts';
export { withdrawConsent } from './takedown/mutations.ts';

const gone = () => refuse('no-such-consent', 'This consent is no longer here.');
const answered = () => refuse('already-answered', 'They have already answered. Open it to see.');

/** Writes down who is in a picture. Nothing is agreed yet. */
export const recordConsent = defineMutation({
	name: 'consent.record',
	args: z.strictObject({
		id: z.uuid(),
		kind: z.enum(consentKinds),
		isStaff: z.boolean(),
		...personFields,
		...aboutFields,
		/** An earlier consent of the same person. */
		earlierId: z.nullable(z.uuid()),
		/** Once confirmed, this one counts instead of the earlier one. */
		isInsteadOfEarlier: z.boolean()
	}),
	allowed: writers,
	says: 'Added a person to ask',
	async run(transaction, { earlierId, isInsteadOfEarlier, ...person }, { actor, actedAt }) {
		const { id, kind, ageBand } = person;
		if (await transaction.get(consentRecord, id)) {
			return refuse('already-here', 'This consent is already here.');
		}
		if (!ageFits(kind, ageBand)) {
			return refuse('age-does-not-fit', 'Choose an age that fits.', 'ageBand');
		}
		const earlier =
			earlierId === null ? undefined : await transaction.get(consentRecord, earlierId);
		if (earlierId !== null && !earlier) return gone();
		await transaction.put(consentRecord, {
			...nothingAnswered,
			...person,
			isStaff: person.isStaff || kind === 'staff',
			createdAt: actedAt,
			createdBy: actor.personId,
			code: temporaryCode(id),
			personKey: earlier?.personKey ?? id,
			replacesId: isInsteadOfEarlier ? earlierId : null
		});
		return undefined;
	}
});

export const askConsent = defineMutation({
	name: 'consent.ask',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Noted that someone was asked',
	async run(transaction, { id }, { today }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (consent.status !== 'not-asked') {
			return refuse('already-asked', 'This person has already been asked.');
		}
		await transaction.put(consentRecord, { ...consent, status: 'asked', askedOn: today });
		return undefined;
	}
});

/** The person, or parent and child, say yes and sign. A child's no makes it a no. */
export const giveConsent = defineMutation({
	name: 'consent.give',
	args: z.strictObject({ id: z.uuid(), ...answersFields }),
	allowed: writers,
	says: 'Kept a signed consent',
	final: true,
	async run(transaction, { id, ...answers }, context) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (consent.status !== 'not-asked' && consent.status !== 'asked') return answered();
		const refusal = whyNotGiven(consent, answers, context.today);
		if (refusal) return refusal;
		await transaction.put(consentRecord, withAnswers(consent, answers, context));
		return undefined;
	}
});

/** A no always counts: it wins over a yes that someone else wrote down at the same time. */
export const refuseConsent = defineMutation({
	name: 'consent.refuse',
	args: z.strictObject({ id: z.uuid(), refusedOn: daySchema }),
	allowed: members,
	says: 'Noted a no',
	final: true,
	async run(transaction, { id, refusedOn }, { actor, today }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (refusedOn > today) {
			return refuse('not-yet', 'The day of the no cannot be later than today.', 'refusedOn');
		}
		if (consent.status === 'refused' || consent.status === 'withdrawn') return undefined;
		await transaction.put(consentRecord, {
			...consent,
			status: 'refused',
			refusedOn,
			takenBy: actor.personId
		});
		return undefined;
	}
});

/** Before it is confirmed. Never makes an answer wider, and never takes one back by the way. */
export const editConsent = defineMutation({
	name: 'consent.edit',
	args: z.strictObject({ id: z.uuid(), changes: changesSchema }),
	allowed: writers,
	says: 'Changed a consent',
	async run(transaction, { id, changes }, { actor }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		const refusal = whyNotChange(consent, changes, actor.role);
		if (refusal) return refusal;
		await transaction.put(consentRecord, { ...consent, ...changes });
		return undefined;
	}
});

/** Undo is no way round it: only the practice manager lifts 'must not be shown'. */
export const consentGuard = defineGuard(consentRecord, (_transaction, { now, then, actor }) => {
	const isLifted = now?.mustNotShow === true && then?.mustNotShow === false;
	const refusal = isLifted ? whyNotChange(now, { mustNotShow: false }, actor.role) : undefined;
	return Promise.resolve(refusal);
});

export const consentMutations = [
	...photoMutations,
	...venueMutations,
	recordConsent,
	askConsent,
	giveConsent,
	refuseConsent,
	editConsent,
	noteLawfulRoute,
	...consentLinkMutations,
	...deskMutations,
	...takeDownMutations,
	...mustNotShowMutations,
	...keepingMutations,
	...lifeMutations
];
