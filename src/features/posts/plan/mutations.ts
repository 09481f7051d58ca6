/**
 * What a person does to posts in the plan: another day, another copy.
 *
 * A move changes the day only, so a yes stays a yes, unless the checks say otherwise of the new day.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import { accountsInUse } from '#features/accounts/rules.ts';
import { personRecord } from '#features/people/record.ts';
import { hasPledged } from '#features/people/rules.ts';
import { gather } from '../readiness/facts.ts';
import { mustBeFixed, mustBeLookedAt } from '../readiness/findings.ts';
import { contentFields, postRecord } from '../record.ts';
import { asDraft, gone, newPost } from '../rules.ts';

/** The code of the refusal after which a person may say: then as a draft. */
export const needsDraft = 'needs-draft';

/**
 * Consents and places hold for some days and not for others, so everything that must be right on
 * the day is asked again. Sources: S0-26, S0-27.
 */
export const movePost = defineMutation({
	name: 'post.move',
	args: z.strictObject({
		id: z.uuid(),
		plannedOn: daySchema,
		/** The person knows that it becomes a draft again. */
		evenAsDraft: z.boolean()
	}),
	allowed: writers,
	says: 'Moved the post to another day',
	async run(transaction, { id, plannedOn, evenAsDraft }, { today, practiceId }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (post.status === 'posted' || post.postings.length > 0) {
			return refuse('already-posted', 'This has gone out, so its day stays.');
		}
		if (post.status === 'dropped') {
			return refuse('is-dropped', 'This post was dropped. Pick it up again first.');
		}
		if (plannedOn === post.plannedOn) return undefined;
		if (plannedOn < today) {
			return refuse('day-is-past', 'This day is over. Choose today or a later day.', 'plannedOn');
		}
		const moved = { ...post, plannedOn };
		if (post.status === 'idea' || post.status === 'draft') {
			await transaction.put(postRecord, moved);
			return undefined;
		}
		const facts = await gather(transaction, moved, { today, practiceId });
		const wrong = [
			...mustBeFixed(facts),
			...mustBeLookedAt(facts).filter(
				({ check }) => !post.looks.some((look) => look.check === check)
			)
		][0];
		if (wrong && !evenAsDraft) return refuse(needsDraft, `${wrong.saw} ${wrong.todo}`);
		await transaction.put(postRecord, wrong ? asDraft(moved) : moved);
		return undefined;
	}
});

/** The same words for another account or day. Nothing that was agreed goes along. */
export const copyPost = defineMutation({
	name: 'post.copy',
	args: z.strictObject({
		id: z.uuid(),
		newId: z.uuid(),
		accounts: contentFields.accounts,
		plannedOn: contentFields.plannedOn
	}),
	allowed: writers,
	says: 'Copied the post',
	async run(transaction, { id, newId, accounts, plannedOn }, { actor, actedAt, today }) {
		const post = await transaction.get(postRecord, id);
		if (!post) return gone;
		if (await transaction.get(postRecord, newId)) {
			return refuse('already-there', 'This copy has already been made.');
		}
		const person = await transaction.get(personRecord, actor.personId);
		if (!person || !hasPledged(person, today)) {
			return refuse('pledge-needed', 'Read and sign the yearly pledge before your first post.');
		}
		if (plannedOn !== null && plannedOn < today) {
			return refuse('day-is-past', 'This day is over. Choose today or a later day.', 'plannedOn');
		}
		const refusal = await accountsInUse(transaction, accounts);
		if (refusal) return refusal;
		const made = { id: newId, createdAt: actedAt, createdBy: actor.personId };
		const variants = post.variants.filter(({ accountId }) => accounts.includes(accountId));
		const own = { accounts, plannedOn, variants, writerId: null, repeatId: null };
		const status = post.status === 'idea' ? 'idea' : 'draft';
		await transaction.put(postRecord, newPost(made, { ...post, ...own }, status));
		return undefined;
	}
});

export const planMutations = [movePost, copyPost];
