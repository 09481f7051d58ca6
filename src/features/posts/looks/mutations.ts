/**
 * Looks that count before a post is ready: a second person, the photo list, the practice's word.
 *
 * Changing the words or the pictures takes them away again (see rules.ts).
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members, writers } from '#domain/roles.ts';
import { postRecord } from '../record.ts';
import { gone, isOpen, writerOf } from '../rules.ts';
import { photoQuestions } from './photo-questions.ts';

const isOut = refuse('already-posted', 'This has gone out, so there is nothing to look over.');

/** "I would say this in the waiting room." Sources: S0-2, S0-55, S4-45. */
export const lookOverPost = defineMutation({
	name: 'post.look-over',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Read the post and would say it in the waiting room',
	async run(transaction, { id }, { actor }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (!isOpen(post)) return isOut;
		if (writerOf(post) === actor.personId) {
			return refuse('own-post', 'You wrote this one. Ask someone else to read it.');
		}
		await transaction.put(postRecord, { ...post, secondLookBy: actor.personId });
		return undefined;
	}
});

/** All questions of the list, for all pictures of the post. Source: S0-25. */
export const lookAtPhotos = defineMutation({
	name: 'post.look-at-photos',
	args: z.strictObject({ id: z.uuid(), ticks: z.array(z.string()).check(z.maxLength(20)) }),
	allowed: writers,
	says: 'Went through the list for pictures',
	async run(transaction, { id, ticks }, { actor }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (!isOpen(post)) return isOut;
		if (post.pictures.length === 0) {
			return refuse('no-pictures', 'This post has no pictures to look at.');
		}
		if (!photoQuestions.every((question) => ticks.includes(question.id))) {
			return refuse(
				'not-all-ticked',
				'Tick each line. If one is not so, use another picture.',
				'ticks'
			);
		}
		await transaction.put(postRecord, { ...post, photoLookBy: actor.personId });
		return undefined;
	}
});

/** Closures, clinics, staff: the practice says that it is so. Sources: S1-28, S1-47. */
export const confirmFacts = defineMutation({
	name: 'post.confirm-facts',
	args: z.strictObject({ id: z.uuid() }),
	allowed: ['practice-manager'],
	says: 'Confirmed the facts in the post',
	async run(transaction, { id }, { actor, today }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (!isOpen(post)) return isOut;
		await transaction.put(postRecord, {
			...post,
			factsConfirmedBy: actor.personId,
			factsConfirmedOn: today
		});
		return undefined;
	}
});
