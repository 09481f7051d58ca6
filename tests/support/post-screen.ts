/**
 * One post on its screen, in a real browser with the device's own database.
 */
import { page } from 'vitest/browser';
import { expect } from 'vitest';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import PostScreen from '#features/posts/PostScreen.svelte';
import { postRecord, type Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { deputy, idFor, manager, otherVolunteer, practiceId, volunteer } from './actors.ts';
import { aPerson } from './group.ts';
import { openStore, seed, show, type Seed } from './screen.ts';

export const facebook = idFor(100);
export const xAccount = idFor(101);
export const postId = idFor(1);
const made = { createdAt: 0, createdBy: volunteer.personId };

function account(id: string, name: string, platform: string): Seed {
	const given = { id, ...made, name, platform, profileUrl: null, purpose: '' };
	const row = { ...given, ownerId: null, deputyId: null, status: 'active' };
	return seed(accountRecord, accountRecord.schema.parse(row));
}

export function aPost(more: Partial<Post> = {}): Post {
	const content = {
		title: 'Coffee morning',
		text: 'Coffee and a chat.',
		accounts: [facebook],
		writerId: volunteer.personId
	};
	return { ...newPost({ id: postId, ...made }, content), ...more };
}

/** Opens the post for this person; `also` is what else is on the phone. */
export async function openPost(
	who: Actor,
	post: Post,
	{ settings = {}, also = [] }: { settings?: object; also?: readonly Seed[] } = {}
) {
	const practice = { id: practiceId, ...made, practiceName: 'Elm Road', groupName: 'Elm group' };
	const names = {
		[manager.personId]: 'Mo',
		[deputy.personId]: 'Dee',
		[volunteer.personId]: 'Vera'
	};
	const store = await openStore(who, [
		seed(practiceRecord, practiceRecord.schema.parse({ ...practice, ...settings })),
		...[manager, deputy, volunteer, otherVolunteer].map(({ personId, role }) =>
			seed(
				personRecord,
				aPerson({ id: personId, role, name: names[personId] ?? 'Otto', pledgedOn: '2026-11-01' })
			)
		),
		account(facebook, 'Our page', 'facebook'),
		account(xAccount, 'Our X', 'x'),
		seed(postRecord, post),
		...also
	]);
	show(store, PostScreen, { id: post.id });
	await expect.element(page.getByRole('heading', { level: 1, name: post.title })).toBeVisible();
	return { store, post: () => store.get(postRecord, post.id) };
}
