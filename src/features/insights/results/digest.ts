/**
 * A month of results in little: what charts and sentences need of it, so that twenty thousand posts
 * are read as quickly as two thousand.
 *
 * Whoever changes what is made here raises `shape`.
 */
import { withDigest } from '#domain/record.ts';
import { responsesOf, sumsOf, type Sums } from '../figures/counted.ts';
import { columnOf, type Column } from '../figures/middle.ts';
import { Few } from './few.ts';
import { postResultsRecord, type Measure, type PostResult, type PostResults } from './record.ts';
import { isYoung, kindsOf, traitsOf, withTraits, type Traits } from './traits.ts';
import { withPart } from './week.ts';

/** What says how many saw a post, best first. */
export const seenNames = [
	'views',
	'impressions',
	'plays',
	'viewers',
	'reach'
] as const satisfies readonly Measure[];
type SeenName = (typeof seenNames)[number];

export interface MonthDigest {
	/** Of the record. */
	readonly id: string;
	readonly accountId: string;
	readonly month: string;
	readonly sums: Sums;
	/** Those that say how many saw them, by the name of that number. */
	readonly seen: ReadonlyMap<SeenName, SeenPosts>;
	/** Of each post of which any are known. */
	readonly responses: Column;
	/** The same with the part of the week (`withPart`), of posts with a time that are not young. */
	readonly timed: Column;
	/** In the order of posts: those that can be among the best or weakest of any time. */
	readonly named: readonly NamedPost[];
}

export interface SeenPosts {
	/** How many saw it, with its traits (`withTraits`); without those that the plan knows. */
	readonly posts: Column;
	/** How many of these have just the same traits. */
	readonly kinds: ReadonlyMap<Traits, number>;
	readonly planned: readonly { readonly postId: string; readonly post: number }[];
}

/** What a list of posts needs to show it. */
export interface NamedPost {
	readonly key: string;
	readonly text: string;
	readonly postedOn: string;
	readonly name: SeenName;
	/** `withTraits` */
	readonly post: number;
	/** The planned post that it is. */
	readonly postId: string | null;
}

/** The most posts in a list of the best or weakest. */
export const mostNamed = 3;

export const digestedResults = withDigest(postResultsRecord, 'monthOn', {
	shape: 4,
	of: digestOf
});

export function digestOf({ id, accountId, month, results }: PostResults): MonthDigest {
	const [seen, named] = [new Map<SeenName, SeenPosts>(), new Map<number, NamedPost>()];
	for (const name of seenNames) {
		const own = [...results.entries()].filter(([, result]) => seenNameOf(result) === name);
		if (own.length === 0) continue;
		const planned = own.flatMap(([, result]) =>
			result.postId === null ? [] : [{ postId: result.postId, post: postOf(result, name) }]
		);
		const others = own.filter(([, { postId }]) => postId === null);
		const posts = columnOf(others.map(([, result]) => postOf(result, name)));
		seen.set(name, { posts, kinds: kindsOf(posts), planned });
		for (const [place, result] of extremes(own, name)) {
			const { key, text, postedOn, postId } = result;
			named.set(place, { key, text, postedOn, name, post: postOf(result, name), postId });
		}
	}
	return {
		...{ id, accountId, month, sums: sumsOf(results, isYoung), seen },
		responses: columnOf(results.flatMap(({ numbers }) => responsesOf(numbers) ?? [])),
		timed: columnOf(results.flatMap((result) => timedOf(result) ?? [])),
		named: [...named].sort(([one], [other]) => one - other).map(([, post]) => post)
	};
}

function postOf(result: PostResult, name: SeenName): number {
	return withTraits(result.numbers[name] ?? 0, traitsOf(result));
}

function timedOf(result: PostResult): number | undefined {
	const { postedOn, postedAtMinute, numbers } = result;
	const responses = responsesOf(numbers);
	if (responses === undefined || postedAtMinute === null || isYoung(result)) return undefined;
	return withPart(responses, postedOn, postedAtMinute);
}

type Placed = readonly [place: number, result: PostResult];

/**
 * A post that is among the few best of several months, by one name of what was seen, is among the
 * few best of its own. So is a weak one.
 */
function extremes(all: readonly Placed[], name: SeenName): Placed[] {
	const best = new Few<Placed>(mostNamed, 1);
	const weakest = new Few<Placed>(mostNamed, -1);
	for (const placed of all) {
		const [, result] = placed;
		const seen = result.numbers[name] ?? 0;
		best.offer(placed, seen, result.postedOn);
		if (!isYoung(result)) weakest.offer(placed, seen, result.postedOn);
	}
	return [...best.all(), ...weakest.all()];
}

function seenNameOf({ numbers }: PostResult): SeenName | undefined {
	return seenNames.find((each) => each in numbers);
}
