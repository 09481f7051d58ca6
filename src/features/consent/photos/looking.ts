/**
 * Someone went through the list of what to look for in a picture. Sources: S0-25, PC-09.
 *
 * What they saw stays with the photo until the list is gone through again.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { concerns, photoRecord } from './record.ts';

export const lookAtPhoto = defineMutation({
	name: 'photo.look',
	args: z.strictObject({ id: z.uuid(), concerns: z.array(z.enum(concerns)) }),
	allowed: writers,
	says: 'Looked through a photo',
	async run(transaction, { id, concerns: seen }, { actor, today }) {
		const photo = await transaction.get(photoRecord, id);
		if (photo?.status !== 'kept') return refuse('no-such-photo', 'This photo is no longer here.');
		await transaction.put(photoRecord, {
			...photo,
			concerns: concerns.filter((concern) => seen.includes(concern)),
			lookedBy: actor.personId,
			lookedOn: today
		});
		return undefined;
	}
});
