/**
 * Posts with numbers that were not found in the plan, each with the planned posts near its day.
 */
import { dayOf, daysBetween } from '#domain/calendar.ts';
import type { Post } from '#features/posts/record.ts';
import type { PostResults } from '../results/record.ts';

export interface OpenMatch {
	readonly rowId: string;
	readonly key: string;
	readonly postedOn: string;
	readonly words: string;
	/** Nearest day first. */
	readonly near: readonly { readonly id: string; readonly title: string; readonly on: string }[];
}

/** What a person says of one of them; null: it is none of the plan. */
export interface Answer {
	readonly rowId: string;
	readonly key: string;
	readonly postId: string | null;
}

const nearDays = 14;
const mostNear = 20;

/** What a person has answered is not asked again; nor is what has no planned post near. */
export function openMatches(
	rows: readonly PostResults[],
	posts: readonly Post[],
	{ importId, accountId }: { importId: string; accountId: string }
): OpenMatch[] {
	const results = rows.flatMap((row) => row.results.map((result) => ({ rowId: row.id, result })));
	const taken = new Set(results.flatMap(({ result }) => result.postId ?? []));
	const planned = posts.flatMap((post) => {
		const at = post.postings.find((posting) => posting.accountId === accountId)?.at;
		const on = at === undefined ? post.plannedOn : dayOf(at);
		const isHere = at !== undefined || post.accounts.includes(accountId);
		const isGone = post.status === 'posted' || post.status === 'taken-down';
		return on !== null && isHere && isGone && !taken.has(post.id)
			? [{ id: post.id, title: post.title, on }]
			: [];
	});
	return results
		.filter(
			({ result }) =>
				result.importId === importId && result.postId === null && result.match === null
		)
		.map(({ rowId, result: { key, postedOn, text, type } }) => {
			const away = ({ on }: { on: string }) => Math.abs(daysBetween(on, postedOn));
			return {
				...{ rowId, key, postedOn, words: text || type || 'No words' },
				near: planned
					.filter((post) => away(post) <= nearDays)
					.sort((one, other) => away(one) - away(other))
					.slice(0, mostNear)
			};
		})
		.filter(({ near }) => near.length > 0);
}
