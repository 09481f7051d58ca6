/**
 * The bank of hashtags: each stands in it once, has a purpose, and is looked at before it is used.
 *
 * Sources: sources.md S0-40, S0-41, S0-42.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { eachOptional } from '#features/practice/record.ts';
import * as z from 'zod/mini';
import { campaignRecord, hashtagFields, hashtagRecord, type Hashtag } from '../record.ts';
import { hashtagKey } from '../rules.ts';

const gone = () => refuse('no-such-hashtag', 'This hashtag is no longer in the list.');

export const addHashtag = defineMutation({
	name: 'hashtag.add',
	args: z.strictObject({ id: z.uuid(), ...hashtagFields, isChecked: z.boolean() }),
	allowed: writers,
	says: 'Added a hashtag',
	async run(transaction, { isChecked, ...fields }, { actor, actedAt, today }) {
		if (await transaction.get(hashtagRecord, fields.id)) return alreadyHere;
		const hashtag: Hashtag = {
			...fields,
			createdAt: actedAt,
			createdBy: actor.personId,
			key: hashtagKey(fields.tag),
			checkedCleanOn: isChecked ? today : null,
			checkedBy: isChecked ? actor.personId : null
		};
		const refusal = await problemWith(transaction, hashtag);
		if (!refusal) await transaction.put(hashtagRecord, hashtag);
		return refusal;
	}
});

export const editHashtag = defineMutation({
	name: 'hashtag.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(hashtagFields)) }),
	allowed: writers,
	says: 'Changed a hashtag',
	async run(transaction, { id, changes }) {
		const hashtag = await transaction.get(hashtagRecord, id);
		if (!hashtag) return gone();
		const key = hashtagKey(changes.tag ?? hashtag.tag);
		// A look at one hashtag says nothing of another.
		const looked = key === hashtag.key ? {} : { checkedCleanOn: null, checkedBy: null };
		const edited: Hashtag = { ...hashtag, ...changes, ...looked, key };
		const refusal = await problemWith(transaction, edited);
		if (!refusal) await transaction.put(hashtagRecord, edited);
		return refusal;
	}
});

/** Someone has looked at what others post under it, and nothing is wrong. */
export const checkHashtag = defineMutation({
	name: 'hashtag.check',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Checked a hashtag',
	async run(transaction, { id }, { actor, today }) {
		const hashtag = await transaction.get(hashtagRecord, id);
		if (!hashtag) return gone();
		const checkedBy = actor.personId;
		await transaction.put(hashtagRecord, { ...hashtag, checkedCleanOn: today, checkedBy });
		return undefined;
	}
});

export const removeHashtag = defineMutation({
	name: 'hashtag.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Removed a hashtag',
	async run(transaction, { id }) {
		if (!(await transaction.get(hashtagRecord, id))) return gone();
		await transaction.remove(hashtagRecord, id);
		return undefined;
	}
});

const alreadyHere = refuse('already-here', 'This hashtag is in the list already.', 'tag');

async function problemWith(
	transaction: Transaction,
	{ id, key, campaignId }: Hashtag
): Promise<Refusal | undefined> {
	const same = await transaction.by(hashtagRecord, 'key', key);
	if (same.some((other) => other.id !== id)) return alreadyHere;
	if (campaignId !== null && !(await transaction.get(campaignRecord, campaignId))) {
		return refuse('no-such-campaign', 'This campaign is no longer here.', 'campaignId');
	}
	return undefined;
}

export const hashtagMutations = [addHashtag, editHashtag, checkHashtag, removeHashtag];
