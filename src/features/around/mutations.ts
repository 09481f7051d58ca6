/**
 * Keeping the list of local places, and deciding what the group shares for others.
 *
 * Each request is decided by itself, with a reason that stays. Sources: S0-51, S3-19.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members, writers } from '#domain/roles.ts';
import { putNewPosts, plainPost } from '#features/ideas/rules.ts';
import { postRecord } from '#features/posts/record.ts';
import { eachOptional } from '#features/practice/record.ts';
import * as z from 'zod/mini';
import { localPlaceRecord, placeFields, requestFields, shareRequestRecord } from './record.ts';

const placeGone = refuse('no-such-place', 'This place is no longer on the list.');
const requestGone = refuse('no-such-request', 'This request is no longer on the list.');

export const addPlace = defineMutation({
	name: 'local-place.add',
	args: z.strictObject({ id: z.uuid(), ...placeFields }),
	allowed: writers,
	says: 'Added a local place',
	async run(transaction, fields, { actor, actedAt }) {
		if (await transaction.get(localPlaceRecord, fields.id)) {
			return refuse('already-here', 'This place is on the list already.');
		}
		const made = { createdAt: actedAt, createdBy: actor.personId };
		const visit = { visitedOn: null, visitedBy: null };
		await transaction.put(localPlaceRecord, { ...fields, ...made, ...visit });
		return undefined;
	}
});

export const editPlace = defineMutation({
	name: 'local-place.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(placeFields)) }),
	allowed: writers,
	says: 'Changed a local place',
	async run(transaction, { id, changes }) {
		const place = await transaction.get(localPlaceRecord, id);
		if (!place) return placeGone;
		await transaction.put(localPlaceRecord, { ...place, ...changes });
		return undefined;
	}
});

/** Someone of the group was there today. */
export const visitPlace = defineMutation({
	name: 'local-place.visit',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Visited a local place',
	async run(transaction, { id }, { actor, today }) {
		const place = await transaction.get(localPlaceRecord, id);
		if (!place) return placeGone;
		const visit = { visitedOn: today, visitedBy: actor.personId };
		await transaction.put(localPlaceRecord, { ...place, ...visit });
		return undefined;
	}
});

export const removePlace = defineMutation({
	name: 'local-place.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Removed a local place',
	async run(transaction, { id }) {
		if (!(await transaction.get(localPlaceRecord, id))) return placeGone;
		await transaction.remove(localPlaceRecord, id);
		return undefined;
	}
});

export const addRequest = defineMutation({
	name: 'share-request.add',
	args: z.strictObject({ id: z.uuid(), ...requestFields }),
	allowed: members,
	says: 'Noted a request to share',
	async run(transaction, fields, { actor, actedAt, today }) {
		if (await transaction.get(shareRequestRecord, fields.id)) {
			return refuse('already-here', 'This request is on the list already.');
		}
		if (fields.askedOn > today) {
			return refuse('not-yet', 'This day has not come yet.', 'askedOn');
		}
		await transaction.put(shareRequestRecord, {
			...fields,
			...{ createdAt: actedAt, createdBy: actor.personId },
			...{ decision: null, reason: '', decidedOn: null, decidedBy: null, postId: null }
		});
		return undefined;
	}
});

export const decideRequest = defineMutation({
	name: 'share-request.decide',
	args: z.strictObject({
		id: z.uuid(),
		decision: z.enum(['yes', 'no']),
		reason: z
			.string()
			.check(
				z.trim(),
				z.minLength(3, 'Say in a few words why.'),
				z.maxLength(300, 'Use 300 letters or fewer.')
			)
	}),
	allowed: writers,
	says: 'Decided about a request to share',
	async run(transaction, { id, decision, reason }, { actor, today }) {
		const request = await transaction.get(shareRequestRecord, id);
		if (!request) return requestGone;
		if (request.postId !== null) {
			return refuse('has-post', 'There is a post for this already. Drop the post instead.');
		}
		if (decision === 'yes' && request.body === 'party') {
			return refuse('takes-sides', 'We take no side, so this cannot be a yes.', 'decision');
		}
		const decided = { decision, reason, decidedOn: today, decidedBy: actor.personId };
		await transaction.put(shareRequestRecord, { ...request, ...decided });
		return undefined;
	}
});

/** The draft of a post that shares it; where it comes from is filled in. */
export const shareRequested = defineMutation({
	name: 'share-request.write',
	args: z.strictObject({ id: z.uuid(), postId: z.uuid() }),
	allowed: writers,
	says: 'Made a draft from a request to share',
	async run(transaction, { id, postId }, context) {
		const request = await transaction.get(shareRequestRecord, id);
		if (!request) return requestGone;
		const earlier = request.postId && (await transaction.get(postRecord, request.postId));
		if (earlier && earlier.status !== 'dropped') {
			return refuse('has-post', 'There is a post for this already. Open it.');
		}
		if (request.decision !== 'yes') {
			return refuse('no-yes', 'Say yes to it first, and why.');
		}
		const title = `Share: ${request.asker}`.slice(0, 120);
		const draft = { ...plainPost, id: postId, title, type: 'share' as const };
		const refusal = await putNewPosts(transaction, [draft], context);
		const post = refusal ? undefined : await transaction.get(postRecord, postId);
		if (!post) return refusal;
		const original = { originalUrl: request.link, originalAuthor: request.asker };
		await transaction.put(postRecord, { ...post, ...original });
		await transaction.put(shareRequestRecord, { ...request, postId });
		return undefined;
	}
});

export const aroundMutations = [
	...[addPlace, editPlace, visitPlace, removePlace],
	...[addRequest, decideRequest, shareRequested]
];
