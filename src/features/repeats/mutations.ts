/**
 * Everything a person can do to a repeating post.
 *
 * What has been written stays as it is: a change is for the posts that are still to come.
 */
import * as z from 'zod/mini';
import { addDays, daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { accountsInUse } from '#features/accounts/rules.ts';
import { personRecord } from '#features/people/record.ts';
import { hasPledged } from '#features/people/rules.ts';
import { postRecord } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { postRepeatRecord, repeatFields, wordFields, type PostRepeat } from './record.ts';
import { comesOn, daysOf } from './rules.ts';

const contentSchema = z.strictObject(repeatFields);
export type RepeatContent = z.infer<typeof contentSchema>;
const wordsSchema = z.strictObject({
	title: z.exactOptional(wordFields.title),
	text: z.exactOptional(wordFields.text),
	accounts: z.exactOptional(wordFields.accounts),
	aim: z.exactOptional(wordFields.aim),
	type: z.exactOptional(wordFields.type),
	time: z.exactOptional(wordFields.time)
});

/** One day of a repeating post. */
const daySchemas = { id: z.uuid(), plannedOn: daySchema };

export const addRepeat = defineMutation({
	name: 'post-repeat.add',
	args: z.strictObject({ id: z.uuid(), content: contentSchema }),
	allowed: writers,
	says: 'Added a repeating post',
	async run(transaction, { id, content }, { actor, actedAt }) {
		if (await transaction.get(postRepeatRecord, id)) {
			return refuse('already-there', 'This repeating post has already been added.');
		}
		const refusal = notInOrder(content) ?? (await accountsInUse(transaction, content.accounts));
		if (refusal) return refusal;
		const made = { id, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(postRepeatRecord, {
			...made,
			...content,
			skippedOn: [],
			writtenOn: []
		});
		return undefined;
	}
});

/** Other words for every post that is still to come. */
export const editRepeat = defineMutation({
	name: 'post-repeat.edit',
	args: z.strictObject({ id: z.uuid(), changes: wordsSchema }),
	allowed: writers,
	says: 'Changed the repeating post',
	async run(transaction, { id, changes }) {
		const repeat = await transaction.get(postRepeatRecord, id);
		if (!repeat) return gone;
		const refusal = await accountsInUse(transaction, changes.accounts ?? []);
		if (refusal) return refusal;
		await transaction.put(postRepeatRecord, { ...repeat, ...changes });
		return undefined;
	}
});

/** Another rhythm from a day on: this one ends the day before, and a new one begins. */
export const changeRepeatFrom = defineMutation({
	name: 'post-repeat.change-from',
	args: z.strictObject({ id: z.uuid(), newId: z.uuid(), content: contentSchema }),
	allowed: writers,
	says: 'Changed when the post repeats',
	async run(transaction, { id, newId, content }, { actor, actedAt, today }) {
		const repeat = await transaction.get(postRepeatRecord, id);
		if (!repeat) return gone;
		if (await transaction.get(postRepeatRecord, newId)) {
			return refuse('already-there', 'This change has already been made.');
		}
		const { firstOn } = content;
		if (firstOn < today) return dayIsPast('content.firstOn');
		const refusal = notInOrder(content) ?? (await accountsInUse(transaction, content.accounts));
		if (refusal) return refusal;
		const isLater = (day: string) => day >= firstOn;
		const made = { id: newId, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(postRepeatRecord, {
			...made,
			...content,
			skippedOn: repeat.skippedOn.filter(isLater),
			writtenOn: repeat.writtenOn.filter(isLater)
		});
		const isUsed = repeat.writtenOn.length > 0 || daysOf(repeat, repeat.firstOn, today).length > 0;
		if (firstOn <= repeat.firstOn && !isUsed) await transaction.remove(postRepeatRecord, id);
		else await transaction.put(postRepeatRecord, { ...repeat, lastOn: addDays(firstOn, -1) });
		return undefined;
	}
});

/** The last day on which it may come; with null it goes on. */
export const endRepeat = defineMutation({
	name: 'post-repeat.end',
	args: z.strictObject({ id: z.uuid(), lastOn: z.nullable(daySchema) }),
	allowed: writers,
	says: 'Changed how long the post repeats',
	async run(transaction, { id, lastOn }) {
		const repeat = await transaction.get(postRepeatRecord, id);
		if (!repeat) return gone;
		const ended = { ...repeat, lastOn };
		const refusal = notInOrder(ended);
		if (refusal) return refusal;
		await transaction.put(postRepeatRecord, ended);
		return undefined;
	}
});

export const removeRepeat = defineMutation({
	name: 'post-repeat.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Removed the repeating post',
	async run(transaction, { id }) {
		const repeat = await transaction.get(postRepeatRecord, id);
		if (!repeat) return gone;
		if (repeat.writtenOn.length > 0) {
			return refuse('has-posts', 'Posts have been made from this, so it stays. End it instead.');
		}
		await transaction.remove(postRepeatRecord, id);
		return undefined;
	}
});

/** It does not come on this one day. */
export const skipRepeatDay = defineMutation({
	name: 'post-repeat.skip',
	args: z.strictObject(daySchemas),
	allowed: writers,
	says: 'Left out one repeating post',
	async run(transaction, { id, plannedOn }) {
		const repeat = await transaction.get(postRepeatRecord, id);
		if (!repeat) return gone;
		const refusal = notOpen(repeat, plannedOn);
		if (refusal) return refusal;
		const skippedOn = [...repeat.skippedOn, plannedOn].sort();
		await transaction.put(postRepeatRecord, { ...repeat, skippedOn });
		return undefined;
	}
});

export const bringBackRepeatDay = defineMutation({
	name: 'post-repeat.bring-back',
	args: z.strictObject(daySchemas),
	allowed: writers,
	says: 'Put a repeating post back',
	async run(transaction, { id, plannedOn }) {
		const repeat = await transaction.get(postRepeatRecord, id);
		if (!repeat) return gone;
		if (!repeat.skippedOn.includes(plannedOn)) {
			return refuse('not-skipped', 'This day is in the plan already.');
		}
		const skippedOn = repeat.skippedOn.filter((day) => day !== plannedOn);
		await transaction.put(postRepeatRecord, { ...repeat, skippedOn });
		return undefined;
	}
});

/** Makes the draft of one day. Accounts that have closed since are left out. Source: S0-29. */
export const writeRepeatDay = defineMutation({
	name: 'post-repeat.write',
	args: z.strictObject({ ...daySchemas, postId: z.uuid() }),
	allowed: writers,
	says: 'Made a draft of the repeating post',
	async run(transaction, { id, plannedOn, postId }, { actor, actedAt, today }) {
		const repeat = await transaction.get(postRepeatRecord, id);
		if (!repeat) return gone;
		const person = await transaction.get(personRecord, actor.personId);
		if (!person || !hasPledged(person, today)) {
			return refuse('pledge-needed', 'Read and sign the yearly pledge before your first post.');
		}
		if (plannedOn < today) return dayIsPast('plannedOn');
		const refusal = notOpen(repeat, plannedOn);
		if (refusal) return refusal;
		if (await transaction.get(postRecord, postId)) {
			return refuse('already-there', 'This post has already been added.');
		}
		const { title, text, aim, type, time } = repeat;
		const accounts = await activeAmong(transaction, repeat.accounts);
		const made = { id: postId, createdAt: actedAt, createdBy: actor.personId };
		const words = { title, text, aim, type, accounts };
		const when = { plannedOn, plannedTime: time, repeatId: id };
		await transaction.put(postRecord, newPost(made, { ...words, ...when }));
		const writtenOn = [...repeat.writtenOn, plannedOn].sort();
		await transaction.put(postRepeatRecord, { ...repeat, writtenOn });
		return undefined;
	}
});

const gone = refuse('no-such-repeat', 'This repeating post is no longer here.');

function dayIsPast(field: string): Refusal {
	return refuse('day-is-past', 'This day is over. Choose today or a later day.', field);
}

function notInOrder({ firstOn, lastOn }: Pick<PostRepeat, 'firstOn' | 'lastOn'>) {
	if (lastOn === null || lastOn >= firstOn) return undefined;
	return refuse('ends-too-early', 'The last day is before the first day.', 'lastOn');
}

function notOpen(repeat: PostRepeat, day: string): Refusal | undefined {
	if (repeat.writtenOn.includes(day)) {
		return refuse('already-written', 'Someone has made the post of this day. It is in the plan.');
	}
	if (repeat.skippedOn.includes(day)) {
		return refuse('is-skipped', 'This day is left out. Put it back first.');
	}
	if (comesOn(repeat, day)) return undefined;
	return refuse('not-on-that-day', 'The repeating post does not come on this day any more.');
}

async function activeAmong(transaction: Transaction, accounts: readonly string[]) {
	const active: string[] = [];
	for (const id of accounts) {
		if ((await transaction.get(accountRecord, id))?.status === 'active') active.push(id);
	}
	return active;
}

export const repeatMutations = [
	addRepeat,
	editRepeat,
	changeRepeatFrom,
	endRepeat,
	removeRepeat,
	skipRepeatDay,
	bringBackRepeatDay,
	writeRepeatDay
];
