/**
 * Taking a yes back, and working through what has to come down.
 *
 * A withdrawal needs no reason, always works and wins over everything, whatever comes first.
 */
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { members } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { postRecord } from '#features/posts/record.ts';
import * as z from 'zod/mini';
import { accountsSchema } from '../answers/answers.ts';
import { filledLine, line } from '../fields/lines.ts';
import { consentRecord, type Consent } from '../record.ts';
import { addToTakeDown, missingItems, picturesOf, type Wanted } from './gather.ts';
import { takeDownOutcomes, takeDownRecord, type TakeDown } from './record.ts';
import { isSettled, itemsLeft, withItems, withState } from './rules.ts';

const gone = () => refuse('no-such-consent', 'This consent is no longer here.');
const noList = () => refuse('no-such-list', 'There is no list of what to take down for this.');
const howSchema = z.nullable(filledLine(200, 'how they told you'));

/** No reason needed. Wins over everything else, whatever comes first. */
export const withdrawConsent = defineMutation({
	name: 'consent.withdraw',
	args: z.strictObject({
		id: z.uuid(),
		/** Null: everywhere. */
		accounts: z.nullable(accountsSchema.check(z.minLength(1, 'Choose an account.'))),
		/** Only in these pictures. */
		photos: z.exactOptional(
			z.array(z.uuid()).check(z.minLength(1, 'Choose a picture.'), z.maxLength(200))
		),
		/** What has gone out may stay; it is not to be used again. */
		keepsPosts: z.exactOptional(z.boolean()),
		how: howSchema
	}),
	allowed: members,
	says: 'Took a consent back',
	final: true,
	async run(transaction, { id, accounts, photos, keepsPosts = false, how }, context) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		if (consent.status === 'withdrawn') return undefined;
		if (accounts !== null && photos !== undefined) {
			return refuse('one-at-a-time', 'Choose accounts or pictures, not both.', 'photos');
		}
		// Whoever holds a copy names pictures by their ids: those of others stay as they are.
		const theirs = photos && (await picturesOf(transaction, consent, photos));
		if (theirs?.length === 0) {
			return refuse('not-in-picture', 'This form is not about that picture.', 'photos');
		}
		const wanted = wantedOf(accounts, theirs);
		const { today, actor } = context;
		await transaction.put(consentRecord, {
			...consent,
			status: wanted.scope === 'all' ? 'withdrawn' : consent.status,
			withdrawnAccounts: both(consent.withdrawnAccounts, accounts),
			withdrawnPhotos: both(consent.withdrawnPhotos, theirs),
			keepsPosts,
			withdrawnOn: today,
			withdrawnBy: actor.personId,
			withdrawnHow: how
		});
		if (!keepsPosts && wasEverYes(consent)) {
			await addToTakeDown(transaction, consent, wanted, context);
		}
		return undefined;
	}
});

function wantedOf(accounts: string[] | null, photos: string[] | undefined): Wanted {
	if (photos) return { scope: 'photos', accounts: null, photos };
	return accounts
		? { scope: 'accounts', accounts, photos: null }
		: { scope: 'all', accounts: null, photos: null };
}

function both(one: readonly string[], more: readonly string[] | null | undefined): string[] {
	return [...new Set([...one, ...(more ?? [])])];
}

function wasEverYes({ status }: Consent): boolean {
	return status === 'given' || status === 'confirmed';
}

/** Their yes stands for what comes, but what has gone out has to come down. */
export const askRemoval = defineMutation({
	name: 'consent.askRemoval',
	args: z.strictObject({ id: z.uuid(), how: howSchema }),
	allowed: members,
	says: 'Noted that someone wants old posts taken down',
	final: true,
	async run(transaction, { id, how }, context) {
		const consent = await transaction.get(consentRecord, id);
		if (!consent) return gone();
		const wanted: Wanted = { scope: 'posts', accounts: null, photos: null };
		await transaction.put(consentRecord, {
			...consent,
			keepsPosts: false,
			withdrawnHow: how ?? consent.withdrawnHow
		});
		await addToTakeDown(transaction, consent, wanted, context);
		return undefined;
	}
});

/** What became of posts or places on the list. A 'cannot' says why. */
export const markTakeDown = defineMutation({
	name: 'takeDown.mark',
	args: z.strictObject({
		id: z.uuid(),
		keys: z.array(z.string().check(z.maxLength(120))).check(z.minLength(1), z.maxLength(100)),
		outcome: z.enum(takeDownOutcomes),
		why: line(300, 'why it cannot be removed')
	}),
	allowed: members,
	says: 'Noted what has come down',
	async run(transaction, { id, keys, outcome, why }, context) {
		const list = await transaction.get(takeDownRecord, id);
		if (!list) return noList();
		if (keys.some((key) => list.items.every((item) => item.key !== key))) {
			return refuse('not-on-list', 'This is not on the list. Look at the list again.');
		}
		if (outcome === 'cannot' && why === '') {
			return refuse('no-reason', 'Say why it cannot be removed.', 'why');
		}
		const { actor, actedAt } = context;
		const items = list.items.map((item) => {
			if (!keys.includes(item.key)) return item;
			const isOut = outcome === 'hidden' || outcome === 'removed';
			return {
				...item,
				outcome,
				why: outcome === 'cannot' ? why : '',
				hiddenAt: isOut ? (item.hiddenAt ?? actedAt) : null,
				doneAt: isSettled({ outcome }) ? actedAt : null,
				by: outcome === 'open' ? null : actor.personId
			};
		});
		const marked = withState({ ...list, items }, actedAt);
		await transaction.put(takeDownRecord, marked);
		await takeDownPosts(transaction, marked, context);
		return undefined;
	}
});

/** A post that is gone from each of its accounts is taken down, with the reason. */
async function takeDownPosts(
	transaction: Transaction,
	{ items, postIds }: TakeDown,
	{ actor, actedAt }: Context
): Promise<void> {
	for (const postId of postIds) {
		const post = await transaction.get(postRecord, postId);
		if (!post || post.takenDown !== null || post.postings.length === 0) continue;
		const isGone = post.postings.every(({ accountId }) =>
			items.some(
				(item) =>
					item.postId === postId &&
					item.accountId === accountId &&
					(item.outcome === 'removed' || item.outcome === 'not-there')
			)
		);
		if (!isGone) continue;
		const reason = 'Someone in it took their yes back.';
		await transaction.put(postRecord, {
			...post,
			status: 'taken-down',
			takenDown: { reason, by: actor.personId, at: actedAt }
		});
	}
}

/** Posts that only became known later join the list. */
export const lookAgainTakeDown = defineMutation({
	name: 'takeDown.lookAgain',
	args: z.strictObject({ id: z.uuid() }),
	allowed: members,
	says: 'Added posts to take down',
	async run(transaction, { id }, { today, actedAt }) {
		const list = await transaction.get(takeDownRecord, id);
		if (!list) return noList();
		const more = await missingItems(transaction, list, today);
		if (more.length === 0) return refuse('nothing-new', 'Every post is on the list already.');
		const items = withItems(list.items, more);
		const postIds = [...new Set(items.flatMap(({ postId }) => postId ?? []))];
		await transaction.put(takeDownRecord, withState({ ...list, items, postIds }, actedAt));
		return undefined;
	}
});

/** Printed copies, and what others have shared. */
export const noteLeftOver = defineMutation({
	name: 'takeDown.leftOver',
	args: z.strictObject({ id: z.uuid(), leftOver: line(500, 'what could not be undone') }),
	allowed: members,
	says: 'Noted what could not be undone',
	async run(transaction, { id, leftOver }) {
		const list = await transaction.get(takeDownRecord, id);
		if (!list) return noList();
		await transaction.put(takeDownRecord, { ...list, leftOver });
		return undefined;
	}
});

/** The practice has told the person that it is done. */
export const tellTakeDown = defineMutation({
	name: 'takeDown.told',
	args: z.strictObject({ id: z.uuid() }),
	allowed: ['practice-manager'],
	says: 'Told the person that it is down',
	final: true,
	async run(transaction, { id }, { actor, actedAt, today }) {
		const list = await transaction.get(takeDownRecord, id);
		if (!list) return noList();
		if (itemsLeft(list).length > 0) {
			return refuse('not-finished', 'Something is left on the list. Finish it first.');
		}
		if (list.state === 'told') return undefined;
		const told = { ...list, toldOn: today, toldBy: actor.personId };
		await transaction.put(takeDownRecord, withState(told, actedAt));
		return undefined;
	}
});

export const takeDownMutations = [
	withdrawConsent,
	askRemoval,
	markTakeDown,
	lookAgainTakeDown,
	noteLeftOver,
	tellTakeDown
];
