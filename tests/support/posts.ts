/**
 * A practice with one account and a volunteer who has pledged, for tests of posts.
 */
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { createPost, postMutations } from '#features/posts/mutations.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import {
	aMoment,
	as,
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	practiceId,
	volunteer
} from './actors.ts';
import { memoryTransaction } from './memory-transaction.ts';

export const postId = idFor(1);
export const facebook = idFor(100);
export const xAccount = idFor(101);

type Name = (typeof postMutations)[number]['name'];

export async function postsOfTests() {
	const transaction = memoryTransaction();
	const made = { createdAt: aMoment, createdBy: manager.personId };
	await transaction.put(
		practiceRecord,
		practiceRecord.schema.parse({
			id: practiceId,
			...made,
			practiceName: 'Test practice',
			groupName: 'Test group'
		})
	);
	for (const { personId, role } of [manager, coordinator, volunteer, otherVolunteer]) {
		const pledgedOn = personId === otherVolunteer.personId ? null : '2026-05-01';
		await transaction.put(
			personRecord,
			personRecord.schema.parse({
				id: personId,
				...made,
				name: 'Test person',
				role,
				leftOn: null,
				pledgedOn,
				phone: null
			})
		);
	}
	for (const [id, platform] of [
		[facebook, 'facebook'],
		[xAccount, 'x']
	] as const) {
		const account = {
			id,
			...made,
			name: `Our page on ${platform}`,
			platform,
			profileUrl: null,
			purpose: '',
			ownerId: null,
			deputyId: null,
			status: 'active'
		};
		await transaction.put(accountRecord, accountRecord.schema.parse(account));
	}

	/** Runs a mutation of posts by its name, on the one post of the tests. */
	async function does(who: Actor, name: Name, args: object = {}) {
		const mutation: Mutation | undefined = postMutations.find((known) => known.name === name);
		if (!mutation) throw new Error(`There is no '${name}'.`);
		return runMutation(mutation, transaction, { id: postId, ...args }, as(who));
	}

	return {
		transaction,
		does,
		async post(): Promise<Post> {
			const post = await transaction.get(postRecord, postId);
			if (!post) throw new Error('The post of the tests is not there.');
			return post;
		},
		/** A draft that nothing is wrong with. */
		draft: (content: object = {}) =>
			runMutation(
				createPost,
				transaction,
				{
					id: postId,
					isIdea: false,
					content: {
						title: 'Flu clinic',
						text: 'Flu jabs start on Saturday.',
						accounts: [facebook],
						...content
					}
				},
				as(volunteer)
			),
		settings: async (changes: object) => {
			const practice = await transaction.get(practiceRecord, practiceId);
			if (practice) await transaction.put(practiceRecord, { ...practice, ...changes });
		}
	};
}
