/**
 * How well each post did beside the others of its own account: 1 is as usual, 2 twice as much.
 *
 * Only posts with the same number, by the same name, are compared. Accounts are never mixed.
 */
import {
	mostNamed,
	seenNames,
	type MonthDigest,
	type NamedPost,
	type SeenPosts
} from '../results/digest.ts';
import { Few } from '../results/few.ts';
import {
	addKind,
	answers,
	kindsOf,
	seenIn,
	traitsIn,
	withTraits,
	type Traits
} from '../results/traits.ts';
import { measureWords } from './counted.ts';
import { columnOf, inOrder, middles, type Column } from './middle.ts';
import { traitsWithPlan, type PostTraits } from './plan-traits.ts';

/** Fewer posts than these are too few to say which is usual. */
export const fewestPosts = 5;

export interface Score {
	readonly accountId: string;
	readonly named: NamedPost;
	readonly seen: number;
	/** 'views' */
	readonly seenName: string;
	/** What a usual post of this account has, by the same name. */
	readonly usual: number;
	/** `seen` in usual posts; 1 where the usual post has none. */
	readonly times: number;
	readonly isYoung: boolean;
	/** With what the plan knows. */
	readonly traits: Traits;
}

export interface OfAccount {
	readonly accountId: string;
	readonly results: readonly MonthDigest[];
}

/** Posts that are compared with each other. */
export interface Compared {
	readonly usual: number;
	/** How many saw each one, with its traits; the smallest first. */
	readonly posts: Column;
	/** How many of them have just the same traits. */
	readonly kinds: ReadonlyMap<Traits, number>;
}

export interface AccountScores {
	readonly accountId: string;
	/** How many posts are compared. */
	readonly size: number;
	/** One for each name of what was seen. */
	readonly compared: readonly Compared[];
	/** In the order of posts: all that can be among the best or the weakest. */
	readonly scores: readonly Score[];
}

/** As much of the plan’s posts as may tell why, by their ids. */
export type Plan = ReadonlyMap<string, PostTraits>;

/** An account with nothing to compare is not among them. */
export function scoresOf(accounts: readonly OfAccount[], plan: Plan): AccountScores[] {
	return accounts.map((account) => scoresOfAccount(account, plan)).filter(({ size }) => size > 0);
}

export function countScores(accounts: readonly AccountScores[]): number {
	return accounts.reduce((sum, { size }) => sum + size, 0);
}

function scoresOfAccount({ accountId, results }: OfAccount, plan: Plan): AccountScores {
	const compared = new Map(
		seenNames.flatMap((name) => {
			const months = results.flatMap(({ seen }) => seen.get(name) ?? []);
			const all = together(months, plan);
			return all.posts.length < fewestPosts ? [] : [[name, all] as const];
		})
	);
	const scores = results.flatMap(({ named }) =>
		named.flatMap((post) => {
			const usual = compared.get(post.name)?.usual;
			return usual === undefined ? [] : [scoreOf(accountId, post, usual, plan)];
		})
	);
	const all = [...compared.values()];
	const size = all.reduce((sum, { posts }) => sum + posts.length, 0);
	return { accountId, size, compared: all, scores };
}

/** Those of the plan with what it knows. */
function together(months: readonly SeenPosts[], plan: Plan): Compared {
	const planned = months.flatMap((month) =>
		month.planned.map(({ postId, post }) =>
			withTraits(seenIn(post), traitsWithPlan(traitsIn(post), plan.get(postId)))
		)
	);
	const kinds = kindsOf(planned);
	for (const month of months) {
		for (const [traits, count] of month.kinds) addKind(kinds, traits, count);
	}
	const posts = inOrder([...months.map((month) => month.posts), columnOf(planned)]);
	return { usual: usualOf(posts), posts, kinds };
}

function usualOf(posts: Column): number {
	const [lower, upper] = middles(posts.length);
	return (seenIn(posts[lower] ?? 0) + seenIn(posts[upper] ?? 0)) / 2;
}

export function timesOfUsual(seen: number, usual: number): number {
	return usual === 0 ? 1 : seen / usual;
}

function scoreOf(accountId: string, named: NamedPost, usual: number, plan: Plan): Score {
	const { name, post, postId } = named;
	const seen = seenIn(post);
	const own = traitsIn(post);
	return {
		...{ accountId, named, seen, usual, seenName: measureWords[name] },
		times: timesOfUsual(seen, usual),
		isYoung: (own & answers.young) !== 0,
		traits: traitsWithPlan(own, postId === null ? undefined : plan.get(postId))
	};
}

export interface BestAndWeakest {
	readonly best: readonly Score[];
	/** Posts whose numbers can still rise are never called weak. */
	readonly weakest: readonly Score[];
}

/** Of two that did the same, the later one is the better. */
export function bestAndWeakest(
	accounts: readonly AccountScores[],
	most = mostNamed
): BestAndWeakest {
	const best = new Few<Score>(most, 1);
	const weakest = new Few<Score>(most, -1);
	for (const score of accounts.flatMap(({ scores }) => scores)) {
		const { times, named, isYoung } = score;
		if (times > 1) best.offer(score, times, named.postedOn);
		else if (times < 1 && !isYoung) weakest.offer(score, times, named.postedOn);
	}
	return { best: best.all(), weakest: weakest.all() };
}
