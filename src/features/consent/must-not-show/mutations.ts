/**
 * Keeping the list of those who must not be shown, and holding a picture back for it.
 *
 * The flag on a picture blocks for everyone and tells nobody why.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import * as z from 'zod/mini';
import { filledLine } from '../fields/lines.ts';
import { photoRecord } from '../record.ts';
import { mustNotShowReasons, mustNotShowRecord } from './record.ts';

const onlyManagers = ['practice-manager'] as const;
const firstNameSchema = filledLine(60, 'the first name').check(
	z.regex(/^\S+([ -]\S+)?$/u, 'Enter the first name only.')
);

export const addMustNotShow = defineMutation({
	name: 'mustNotShow.add',
	args: z.strictObject({
		id: z.uuid(),
		firstName: firstNameSchema,
		reason: z.enum(mustNotShowReasons, 'Choose a reason.')
	}),
	allowed: onlyManagers,
	says: 'Added someone who must not be shown',
	async run(transaction, { id, firstName, reason }, { actor, actedAt }) {
		if (await transaction.get(mustNotShowRecord, id)) {
			return refuse('already-here', 'This is already on the list.');
		}
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(mustNotShowRecord, { ...made, firstName, reason });
		return undefined;
	}
});

export const removeMustNotShow = defineMutation({
	name: 'mustNotShow.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: onlyManagers,
	says: 'Took someone off the list of those who must not be shown',
	async run(transaction, { id }) {
		if (!(await transaction.get(mustNotShowRecord, id))) {
			return refuse('not-on-list', 'This is not on the list any more.');
		}
		await transaction.remove(mustNotShowRecord, id);
		return undefined;
	}
});

/** Blocks a picture for everyone, or lets it go again. */
export const holdPhotoBack = defineMutation({
	name: 'photo.holdBack',
	args: z.strictObject({ id: z.uuid(), isHeldBack: z.boolean() }),
	allowed: onlyManagers,
	says: 'Decided if a photo may be used at all',
	async run(transaction, { id, isHeldBack }) {
		const photo = await transaction.get(photoRecord, id);
		if (photo?.status !== 'kept') {
			return refuse('no-such-photo', 'This photo is no longer here.');
		}
		await transaction.put(photoRecord, { ...photo, isHeldBack });
		return undefined;
	}
});

export const mustNotShowMutations = [addMustNotShow, removeMustNotShow, holdPhotoBack];
