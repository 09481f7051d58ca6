/**
 * Everything a person can do to a post.
 *
 * Changing what is in a post that was ready or approved makes it a draft again.
 */
import * as z from 'zod/mini';
import { accountsInUse } from '#features/accounts/rules.ts';
import { personRecord } from '#features/people/record.ts';
import { hasPledged } from '#features/people/rules.ts';
import { eachOptional } from '#features/practice/record.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { answerAsked, askFirst, takeAskBack } from './asking/mutations.ts';
import { correctPost, takeDownPost } from './corrections/mutations.ts';
import {
	approvePost,
	askPracticeToShare,
	markPosted,
	practiceHasShared,
	sendBackPost
} from './going-out/mutations.ts';
import { askGroupToShare, haveShared } from './group-share/mutations.ts';
import { answerByLink, endAnswerLink, makeAnswerLink } from './links/mutations.ts';
import { confirmFacts, lookAtPhotos, lookOverPost } from './looks/mutations.ts';
import { passFinding } from './letting-pass/mutations.ts';
import { makeEventPack } from './pack/mutations.ts';
import { gather } from './readiness/facts.ts';
import { contentFields, postRecord, type Post } from './record.ts';
import { mustBeFixed, mustBeLookedAt } from './readiness/findings.ts';
import { leftToDo } from './readiness/left.ts';
import { asDraft, gone, newPost, partlyOut, withoutOldLooks } from './rules.ts';

/** What is absent stays as it is. */
const changesSchema = z.strictObject(eachOptional(contentFields));
export type PostChanges = z.infer<typeof changesSchema>;

/** Source of the pledge rule: S0-29. */
export const createPost = defineMutation({
	name: 'post.create',
	args: z.strictObject({ id: z.uuid(), isIdea: z.boolean(), content: changesSchema }),
	allowed: writers,
	says: 'Added a post',
	async run(transaction, { id, isIdea, content }, { actor, actedAt, today }) {
		if (await transaction.get(postRecord, id)) {
			return refuse('already-there', 'This post has already been added.');
		}
		const person = await transaction.get(personRecord, actor.personId);
		if (!person || !hasPledged(person, today)) {
			return refuse('pledge-needed', 'Read and sign the yearly pledge before your first post.');
		}
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		const post: Post = {
			...newPost(made, content, isIdea ? 'idea' : 'draft'),
			checkedOn: checkedOn(content, today)
		};
		if (post.title === '') return refuse('no-title', 'Give the post a short name.', 'title');
		const refusal = await accountsInUse(transaction, post.accounts);
		if (refusal) return refusal;
		await transaction.put(postRecord, post);
		return undefined;
	}
});

export const editPost = defineMutation({
	name: 'post.edit',
	args: z.strictObject({ id: z.uuid(), changes: changesSchema }),
	allowed: writers,
	says: 'Changed the post',
	async run(transaction, { id, changes }, { today }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.postings.length > 0) {
			return refuse('already-posted', 'This has gone out. What is posted cannot be changed here.');
		}
		if (post.status === 'dropped') {
			return refuse('is-dropped', 'This post was dropped. Pick it up again first.');
		}
		const refusal = await accountsInUse(transaction, changes.accounts ?? []);
		if (refusal) return refusal;
		const edited = withoutOldLooks(post, {
			...post,
			...changes,
			...(changes.checkedBy !== undefined && { checkedOn: checkedOn(changes, today) })
		});
		await transaction.put(postRecord, post.status === 'idea' ? edited : asDraft(edited));
		return undefined;
	}
});

export const startDraft = defineMutation({
	name: 'post.start-draft',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Made the idea a draft',
	async run(transaction, { id }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'idea') return refuse('not-an-idea', 'This post is already a draft.');
		await transaction.put(postRecord, { ...post, status: 'draft' });
		return undefined;
	}
});

/** All checks run again here, on the device and on the server. Sources: S0-26, S0-27, S0-31. */
export const makePostReady = defineMutation({
	name: 'post.make-ready',
	args: z.strictObject({
		id: z.uuid(),
		/** One reason for each check that warned. */
		looks: z.array(
			z.strictObject({
				check: z.string().check(z.maxLength(10)),
				reason: z
					.string()
					.check(
						z.trim(),
						z.minLength(3, 'Say in a few words why this is all right.'),
						z.maxLength(200)
					)
			})
		)
	}),
	allowed: writers,
	says: 'Made the post ready',
	async run(transaction, { id, looks }, { actor, actedAt, today, practiceId }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'draft') {
			return refuse('not-a-draft', 'Only a draft can be made ready.');
		}
		const facts = await gather(transaction, post, { today, practiceId });
		const [stop] = mustBeFixed(facts);
		if (stop) return refuse('must-be-fixed', `${stop.saw} ${stop.todo}`, stop.field);
		const [left] = leftToDo(facts);
		if (left) return refuse(`${left.step}-left`, `${left.saw} ${left.todo}`, left.field);
		const [open] = mustBeLookedAt(facts).filter(
			({ check }) => !looks.some((look) => look.check === check)
		);
		if (open) return refuse('must-be-looked-at', `${open.saw} Say why this is all right.`);
		await transaction.put(postRecord, {
			...post,
			status: 'ready',
			looks: looks.map((look) => ({ ...look, by: actor.personId })),
			readyBy: actor.personId,
			readyAt: actedAt,
			sentBack: ''
		});
		return undefined;
	}
});

export const backToDraft = defineMutation({
	name: 'post.back-to-draft',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Made the post a draft again',
	async run(transaction, { id }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'ready' && post.status !== 'approved') {
			return refuse('not-ready', 'This post is not ready, so there is nothing to take back.');
		}
		if (post.postings.length > 0) return partlyOut;
		await transaction.put(postRecord, asDraft(post));
		return undefined;
	}
});

export const dropPost = defineMutation({
	name: 'post.drop',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Dropped the post',
	async run(transaction, { id }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.postings.length > 0) {
			return refuse('already-posted', 'This has gone out, so it stays in the plan.');
		}
		await transaction.put(postRecord, { ...asDraft(post), status: 'dropped' });
		return undefined;
	}
});

export const pickUpPost = defineMutation({
	name: 'post.pick-up',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Picked the post up again',
	async run(transaction, { id }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status !== 'dropped') return refuse('not-dropped', 'This post is still in the plan.');
		await transaction.put(postRecord, { ...post, status: 'draft' });
		return undefined;
	}
});

/** The day belongs to the name: without a name nobody has checked. */
function checkedOn({ checkedBy = '' }: PostChanges, today: string): string | null {
	return checkedBy === '' ? null : today;
}

export {
	answerAsked,
	approvePost,
	askFirst,
	askGroupToShare,
	askPracticeToShare,
	confirmFacts,
	correctPost,
	endAnswerLink,
	haveShared,
	lookAtPhotos,
	lookOverPost,
	makeAnswerLink,
	makeEventPack,
	markPosted,
	passFinding,
	practiceHasShared,
	sendBackPost,
	takeAskBack,
	takeDownPost
};

export const postMutations = [
	createPost,
	editPost,
	startDraft,
	makePostReady,
	backToDraft,
	approvePost,
	sendBackPost,
	markPosted,
	dropPost,
	pickUpPost,
	...[lookOverPost, lookAtPhotos, confirmFacts],
	...[askFirst, answerAsked, takeAskBack],
	...[makeAnswerLink, endAnswerLink, answerByLink],
	...[askPracticeToShare, practiceHasShared, passFinding],
	...[correctPost, takeDownPost],
	...[askGroupToShare, haveShared, makeEventPack]
];
