/**
 * What best and weakest posts tell, and when followers respond. Few posts are said to be few.
 */
import { spokenDay } from '#domain/calendar.ts';
import { shownCount } from '../figures/people.ts';
import type { Reason } from '../figures/reasons.ts';
import { fewestPosts, type Score } from '../figures/scores.ts';
import { fewestInAll, type Times } from '../figures/times.ts';
import type { PostResult } from '../results/record.ts';
import { listWords } from './plan.ts';
import { inGroups } from '../rules.ts';
import { counted } from './sentence.ts';

export interface PostWords {
	/** How it is called: the plan's name, else how its text begins. */
	readonly name: string;
	/** '1,240 views. A usual post has 600.' */
	readonly count: string;
	/** Why it may be; empty where nothing in the numbers says so. */
	readonly why: string;
}

/** A post with its score, and what its record says of it. */
interface ShownPost extends Pick<Score, 'seen' | 'seenName' | 'usual' | 'isYoung'> {
	readonly result: Pick<PostResult, 'text' | 'postedOn'>;
}

export function postWords(
	{ result, seen, seenName, usual, isYoung }: ShownPost,
	title: string | undefined,
	reasons: readonly Reason[]
): PostWords {
	const text = result.text.trim();
	const name = title ?? (text === '' ? `Post of ${spokenDay(result.postedOn)}` : text);
	const rise = isYoung ? ' It was under a week old: this can still rise.' : '';
	const usualPost = `A usual post here has ${shownCount(seenName, Math.round(usual))}.`;
	const shown = shownCount(seenName, seen);
	return {
		name,
		count: `${shown.replace(/^f/, 'F')} ${seenName}. ${usualPost}${rise}`,
		why: reasons
			.slice(0, 2)
			.map(({ words }) => words)
			.join(' ')
	};
}

/** Why there is no list, or how far it can be trusted. Undefined: there are many. */
export function fewPostsWords(compared: number, all: number): string | undefined {
	if (all === 0) return 'No post has numbers in this time. Bring in the file of the platform.';
	if (compared === 0) {
		const have = all === 1 ? 'post has' : 'posts have';
		return `Only ${all} ${have} numbers. We need ${fewestPosts} of one account to say which did best.`;
	}
	if (compared < fewestInAll) {
		return `This is from ${counted(compared, 'post', 'posts')} only. Do not judge on so few.`;
	}
	return undefined;
}

export function timesWords({ posts, best }: Times): string {
	if (posts < fewestInAll) {
		return `${counted(posts, 'post has', 'posts have')} a time and numbers. We need ${fewestInAll} to say when people respond.`;
	}
	if (best.length === 0) return `From ${inGroups(posts)} posts: no time of the week stands out.`;
	return `From ${inGroups(posts)} posts: people respond more than usual on ${listWords(best)}. It may be the posts, not the time: try it.`;
}
