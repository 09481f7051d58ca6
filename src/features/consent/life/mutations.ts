/**
 * What is planned for later: when a child is asked anew, when someone of the staff leaves.
 */
import { daySchema, monthSchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { consentRecord } from '../record.ts';

export const planConsent = defineMutation({
	name: 'consent.plan',
	args: z.strictObject({
		id: z.uuid(),
		reaskIn: z.exactOptional(z.nullable(monthSchema)),
		leavesOn: z.exactOptional(z.nullable(daySchema)),
		/** Someone asked, and what is there may stay. */
		isLeftReviewed: z.exactOptional(z.literal(true))
	}),
	allowed: writers,
	says: 'Planned when to ask again',
	async run(transaction, { id, reaskIn, leavesOn, isLeftReviewed }, { today }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return refuse('no-such-consent', 'This consent is no longer here.');
		if (reaskIn && consent.kind !== 'child') {
			return refuse('not-a-child', 'Only children are asked anew when they grow up.', 'reaskIn');
		}
		if (isLeftReviewed && (consent.leavesOn === null || consent.leavesOn > today)) {
			return refuse('not-left', 'This person has not left yet.');
		}
		await transaction.put(consentRecord, {
			...consent,
			...(reaskIn !== undefined && { reaskIn }),
			...(leavesOn !== undefined && { leavesOn, leftReviewedOn: null }),
			...(isLeftReviewed && { leftReviewedOn: today })
		});
		return undefined;
	}
});

export const lifeMutations = [planConsent];
