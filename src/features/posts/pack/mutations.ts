/**
 * Making the posts of the day of an event, all at once. Source: S1-33.
 *
 * They travel whole, so that what was seen is what is made.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { personRecord } from '#features/people/record.ts';
import { hasPledged } from '#features/people/rules.ts';
import { contentFields, postRecord } from '../record.ts';
import { gone, newPost } from '../rules.ts';

export const makeEventPack = defineMutation({
	name: 'post.make-event-pack',
	args: z.strictObject({
		/** The post that tells people of the event. */
		id: z.uuid(),
		posts: z
			.array(
				z.strictObject({
					id: z.uuid(),
					title: contentFields.title,
					text: contentFields.text,
					plannedTime: contentFields.plannedTime
				})
			)
			.check(z.minLength(1), z.maxLength(8))
	}),
	allowed: writers,
	says: 'Made the posts of the day of an event',
	async run(transaction, { id, posts }, { actor, actedAt, today }) {
		const event = await transaction.get(postRecord, id);
		if (!event) return gone;
		const { eventOn } = event;
		if (event.type !== 'event' || eventOn === null) {
			return refuse('no-event-day', 'Choose the day of the event first.', 'eventOn');
		}
		if (eventOn < today) return refuse('day-is-past', 'The day of the event is over.');
		const person = await transaction.get(personRecord, actor.personId);
		if (!person || !hasPledged(person, today)) {
			return refuse('pledge-needed', 'Read and sign the yearly pledge before your first post.');
		}
		const earlier = await transaction.by(postRecord, 'packOf', id);
		if (earlier.some(({ status }) => status !== 'dropped')) {
			return refuse('already-there', 'These posts have been made. Open them and change them.');
		}
		for (const { id: newId, ...content } of posts) {
			if (await transaction.get(postRecord, newId)) {
				return refuse('already-there', 'This post has already been added.');
			}
			const { accounts, aim, campaignId, audiences, place } = event;
			const shared = { accounts, aim, campaignId, audiences, place, plannedOn: eventOn };
			const made = { id: newId, createdAt: actedAt, createdBy: actor.personId };
			await transaction.put(postRecord, newPost(made, { ...shared, ...content, packOf: id }));
		}
		return undefined;
	}
});
