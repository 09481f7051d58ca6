/**
 * The form over one post: typing is kept on the phone as it goes, leaving a field saves it.
 */
import { editing, type Editing } from '#parts/editing.svelte.ts';
import type { Store } from '#store/store.ts';
import { editPost, type PostChanges } from './mutations.ts';
import { postRecord, type Post } from './record.ts';

export type PostForm = Editing<Required<PostChanges>>;

export function postForm(store: Store, id: string, row: () => Post): PostForm {
	return editing<Required<PostChanges>>({
		kind: postRecord.kind,
		id,
		row,
		save: (changes, saw) => store.mutate(editPost, { id, changes }, saw)
	});
}
