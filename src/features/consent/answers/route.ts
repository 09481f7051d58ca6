/**
 * The practice manager notes who may decide in law for someone who cannot decide this.
 *
 * Without that the answer stands, and nothing is used: see `isRouteMissing`.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import * as z from 'zod/mini';
import { lawfulRoutes } from '../fields/kinds.ts';
import { consentRecord } from '../record.ts';

export const noteLawfulRoute = defineMutation({
	name: 'consent.note-route',
	args: z.strictObject({ id: z.uuid(), route: z.enum(lawfulRoutes) }),
	allowed: ['practice-manager'],
	says: 'Noted who may decide for someone',
	final: true,
	async run(transaction, { id, route }, { actor }) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return refuse('no-such-consent', 'This consent is no longer here.');
		if (consent.kind !== 'capacity' || consent.status !== 'given') {
			return refuse('not-waiting', 'There is no such answer to look at.');
		}
		if (consent.takenBy === actor.personId || consent.createdBy === actor.personId) {
			return refuse('your-own', 'You had a part in this one. Ask the other practice manager.');
		}
		await transaction.put(consentRecord, { ...consent, lawfulRoute: route });
		return undefined;
	}
});
