/**
 * What people still have to do before a post is ready: fill in, look, answer.
 *
 * Asked once, when it is made ready. What must hold until it is out stands in findings.ts.
 */
import { gapsIn } from '#features/ideas/rules.ts';
import { missingOf } from '../types/types.ts';
import { isWaiting, needsSecondLook } from '../rules.ts';
import type { PostFacts } from './facts.ts';

export type LeftStep = 'text' | 'kind' | 'photo-look' | 'second-look' | 'ask';

export interface Left {
	readonly step: LeftStep;
	readonly saw: string;
	readonly todo: string;
	readonly field?: string;
}

export function leftToDo({ post, practice }: Pick<PostFacts, 'post' | 'practice'>): Left[] {
	const left: Left[] = missingOf(post).map(({ field, todo }) => ({
		step: 'kind',
		saw: 'Something is missing for this kind of post.',
		todo,
		field
	}));
	const gaps = gapsIn([post.text, ...post.variants.map(({ text }) => text)].join('\n'));
	if (gaps.length > 0) {
		left.push({
			step: 'text',
			saw: `There is a gap in the words: ${gaps.join(', ')}.`,
			todo: 'Fill it in, or take it out.',
			field: 'text'
		});
	}
	if (post.pictures.length > 0 && post.photoLookBy === null) {
		left.push({
			step: 'photo-look',
			saw: 'Nobody has gone through the list for the pictures yet.',
			todo: 'Look at each picture and tick the list.'
		});
	}
	if (needsSecondLook(post, practice)) {
		left.push({
			step: 'second-look',
			saw: 'Only the writer has read this yet.',
			todo: 'Ask someone else to read it and say that they would say it in the waiting room.'
		});
	}
	if (isWaiting(post)) {
		left.push({
			step: 'ask',
			saw: 'This post waits for an answer.',
			todo: 'Wait for the answer, or take the question back.'
		});
	}
	return left;
}
