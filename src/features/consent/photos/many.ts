/**
 * One thing said about many photos: the occasion of a whole afternoon, its place, its credit.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { changesSchema, describe } from './describing.ts';
import { photoRecord } from './record.ts';

/** As many as one push carries with ease. */
export const mostAtOnce = 200;

/** Photos that someone has removed in the meantime are passed over. */
export const describePhotos = defineMutation({
	name: 'photo.describe-many',
	args: z.strictObject({
		ids: z
			.array(z.uuid())
			.check(
				z.minLength(1, 'Choose at least one photo.'),
				z.maxLength(mostAtOnce, `Choose ${mostAtOnce} photos or fewer.`)
			),
		changes: changesSchema
	}),
	allowed: writers,
	says: 'Changed what we know about several photos',
	async run(transaction, { ids, changes }, { today }) {
		const described = await describe(transaction, changes, today);
		if ('refusal' in described) return described.refusal;
		if (Object.keys(described.fields).length === 0) {
			return refuse('nothing-said', 'Fill in what these photos share.');
		}
		let changed = 0;
		for (const id of new Set(ids)) {
			const photo = await transaction.get(photoRecord, id);
			if (photo?.status !== 'kept') continue;
			await transaction.put(photoRecord, { ...photo, ...described.fields });
			changed += 1;
		}
		return changed > 0 ? undefined : refuse('no-such-photo', 'These photos are no longer here.');
	}
});
