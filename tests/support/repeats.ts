/**
 * A made-up post that comes every Monday, for tests of repeating posts and of the plan.
 */
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { repeatMutations } from '#features/repeats/mutations.ts';
import { postRepeatRecord, type PostRepeat } from '#features/repeats/record.ts';
import { aMoment, as, idFor, volunteer } from './actors.ts';
import { facebook, postsOfTests } from './posts.ts';

export const repeatId = idFor(500);
/** The Monday after the tests' Saturday 21 November 2026. */
export const monday = '2026-11-23';

export type RepeatDeed = (typeof repeatMutations)[number]['name'];

export function aRepeat(more: Partial<PostRepeat> = {}): PostRepeat {
	return postRepeatRecord.schema.parse({
		id: repeatId,
		createdAt: aMoment,
		createdBy: volunteer.personId,
		title: 'The group meets',
		text: 'Come and meet us.',
		accounts: [],
		aim: 'ppg-work',
		type: 'event',
		time: '18:00',
		pattern: { unit: 'week', every: 1, weekday: 1 },
		firstOn: '2026-11-02',
		lastOn: null,
		...more
	});
}

/** What a person fills in for it. */
export function repeatContent(more: object = {}) {
	const { title, text, aim, type, time, pattern, firstOn, lastOn } = aRepeat();
	const words = { title, text, aim, type, time, accounts: [facebook] };
	return { ...words, pattern, firstOn, lastOn, ...more };
}

export async function repeatsOfTests() {
	const { transaction } = await postsOfTests();
	return {
		transaction,
		keep: (more: Partial<PostRepeat> = {}) =>
			transaction.put(postRepeatRecord, aRepeat({ accounts: [facebook], ...more })),
		kept: (id: string = repeatId) => transaction.get(postRepeatRecord, id),
		/** Runs a mutation by its name, on the one repeating post of the tests. */
		does(who: Actor, name: RepeatDeed, args: object = {}) {
			const mutation: Mutation | undefined = repeatMutations.find((known) => known.name === name);
			if (!mutation) throw new Error(`There is no '${name}'.`);
			return runMutation(mutation, transaction, { id: repeatId, ...args }, as(who));
		}
	};
}
