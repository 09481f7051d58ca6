/**
 * Posts so long that a first sync comes in many pages.
 */
import { v7 } from 'uuid';
import type { RealPerson } from './real-group.ts';

/** About 1.4 MB: six pages or so. */
export const longPosts = 24;
const longText = 'Words that take their time. '.repeat(2100);

export async function writeLongPosts(manager: RealPerson): Promise<void> {
	await manager.does('person.pledge', {});
	for (let number = 1; number <= longPosts; number++) {
		const content = { title: `Post ${number}`, text: longText };
		await manager.does('post.create', { id: v7(), isIdea: true, content });
	}
}
