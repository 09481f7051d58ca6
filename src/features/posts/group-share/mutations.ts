/**
 * "Please share this": the people of the group are asked to like it and pass it on. Source: S1-24.
 *
 * Each says it for themselves; nobody is told who has not.
 */
import * as z from 'zod/mini';
import { addDays } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { postRecord } from '../record.ts';
import { gone, groupShareDays } from '../rules.ts';

export const askGroupToShare = defineMutation({
	name: 'post.ask-group-to-share',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Asked the group to share the post',
	async run(transaction, { id }, { actor, today }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'posted') {
			return refuse('not-posted', 'Ask once it is posted everywhere.');
		}
		if (post.groupShare && today <= addDays(post.groupShare.on, groupShareDays)) {
			return refuse('already-asked', 'The group has been asked a few days ago.');
		}
		const groupShare = { by: actor.personId, on: today, doneBy: [] };
		await transaction.put(postRecord, { ...post, groupShare });
		return undefined;
	}
});

export const haveShared = defineMutation({
	name: 'post.have-shared',
	args: z.strictObject({ id: z.uuid() }),
	allowed: 'everyone',
	says: 'Shared the post',
	async run(transaction, { id }, { actor }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		const { groupShare } = post;
		if (!groupShare) return refuse('not-asked', 'Nobody has asked for this.');
		if (groupShare.doneBy.includes(actor.personId)) return undefined;
		const doneBy = [...groupShare.doneBy, actor.personId];
		await transaction.put(postRecord, { ...post, groupShare: { ...groupShare, doneBy } });
		return undefined;
	}
});
