/**
 * How well each post did beside the others of its own account: 1 is as usual, 2 twice as much.
 *
 * Only posts with the same number, by the same name, are compared. Accounts are never mixed.
 */
import {
	isYoungIn,
	mostNamed,
	noName,
	parts,
	seenNameIn,
	seenNames,
	type MonthDigest,
	type NamedPost,
	type Traits
} from '../results/digest.ts';
import { Few } from '../results/few.ts';
import { measureWords } from './counted.ts';
import { middleOf } from './middle.ts';

/** Fewer posts than these are too few to say which is usual. */
export const fewestPosts = 5;

export interface Score {
	readonly accountId: string;
	/** What it is called by; only of those that a list can show. */
	readonly named: NamedPost | undefined;
	readonly seen: number;
	/** 'views' */
	readonly seenName: string;
	/** What a usual post of this account has, by the same name. */
	readonly usual: number;
	/** `seen` in usual posts; 1 where the usual post has none. */
	readonly times: number;
	/** Reactions, comments and shares, in usual posts; undefined where nothing is known. */
	readonly responses: number | undefined;
	readonly isYoung: boolean;
	/** The planned post that it is. */
	readonly postId: string | undefined;
	readonly traits: Traits;
}

export interface OfAccount {
	readonly accountId: string;
	readonly results: readonly MonthDigest[];
}

/** All posts of an account that can be compared, in columns: there may be very many. */
export interface AccountScores {
	readonly accountId: string;
	readonly size: number;
	readonly times: Float64Array;
	/** NaN where nothing is known. */
	readonly responses: Float64Array;
	readonly traits: Int32Array;
	/** By index: the planned posts that they are. */
	readonly planned: ReadonlyMap<number, string>;
	/** By index, in the order of posts: all that can be among the best or the weakest. */
	readonly named: ReadonlyMap<number, NamedPost>;
	readonly scoreAt: (index: number) => Score;
}

/** An account with nothing to compare is not among them. */
export function scoresOf(accounts: readonly OfAccount[]): AccountScores[] {
	return accounts.map(scoresOfAccount).filter(({ size }) => size > 0);
}

export function countScores(scores: readonly AccountScores[]): number {
	return scores.reduce((sum, { size }) => sum + size, 0);
}

function scoresOfAccount({ accountId, results }: OfAccount): AccountScores {
	const all = together(results);
	const usualResponse = usualResponseOf(all.responses);
	const { usuals, isCompared, size } = usualsOf(all);
	const [times, responses] = [new Float64Array(size), new Float64Array(size)];
	const traits = new Int32Array(size);
	/** Where in `all` each one is, and the other way round. */
	const places = new Int32Array(size);
	const indexes = new Int32Array(all.traits.length).fill(-1);
	let index = 0;
	for (let place = 0; place < indexes.length; place += 1) {
		const trait = all.traits[place] ?? 0;
		const name = trait & parts.name;
		if (isCompared[name] !== true) continue;
		const usual = usuals[name] ?? 0;
		times[index] = usual === 0 ? 1 : (all.seen[place] ?? 0) / usual;
		responses[index] = usualResponse ? (all.responses[place] ?? NaN) / usualResponse : NaN;
		traits[index] = trait;
		places[index] = place;
		indexes[place] = index;
		index += 1;
	}
	const planned = byIndex(results, indexes, (digest) => digest.planned);
	const named = byIndex(results, indexes, (digest) => digest.named);
	return {
		...{ accountId, size, times, responses, traits, planned, named },
		scoreAt(at) {
			const trait = traits[at] ?? 0;
			const name = seenNameIn(trait) ?? 0;
			const response = responses[at] ?? NaN;
			return {
				...{ accountId, named: named.get(at), traits: trait },
				seen: all.seen[places[at] ?? 0] ?? 0,
				seenName: measureWords[seenNames[name] ?? seenNames[0]],
				usual: usuals[name] ?? 0,
				times: times[at] ?? 1,
				responses: Number.isNaN(response) ? undefined : response,
				isYoung: isYoungIn(trait),
				postId: planned.get(at)
			};
		}
	};
}

type Columns = Pick<MonthDigest, 'seen' | 'responses' | 'traits'>;

function together(results: readonly MonthDigest[]): Columns {
	const size = results.reduce((sum, { traits }) => sum + traits.length, 0);
	const seen = new Float64Array(size);
	const responses = new Float64Array(size);
	const traits = new Int32Array(size);
	let from = 0;
	for (const digest of results) {
		seen.set(digest.seen, from);
		responses.set(digest.responses, from);
		traits.set(digest.traits, from);
		from += digest.traits.length;
	}
	return { seen, responses, traits };
}

function usualResponseOf(responses: Float64Array): number | undefined {
	const known = new Float64Array(responses.length);
	let count = 0;
	for (let place = 0; place < responses.length; place += 1) {
		const response = responses[place] ?? NaN;
		// What is not known is no number: nothing is larger or smaller.
		if (response >= 0) known[count++] = response;
	}
	return middleOf(known.subarray(0, count));
}

/** By the place of a name in `seenNames`: what a usual post has, and whether there are enough. */
function usualsOf({ seen, traits }: Columns) {
	const counts = new Int32Array(seenNames.length);
	const groups = seenNames.map(() => new Float64Array(0));
	for (let place = 0; place < traits.length; place += 1) {
		const name = (traits[place] ?? 0) & parts.name;
		if (name === noName) continue;
		const count = counts[name] ?? 0;
		if (count === 0) groups[name] = new Float64Array(traits.length);
		const group = groups[name];
		if (group) group[count] = seen[place] ?? 0;
		counts[name] = count + 1;
	}
	const isCompared = Array.from(counts, (count) => count >= fewestPosts);
	return {
		usuals: groups.map((group, name) => middleOf(group.subarray(0, counts[name])) ?? 0),
		isCompared,
		size: counts.reduce((sum, count) => sum + (count >= fewestPosts ? count : 0), 0)
	};
}

/** What the months know by place, by index: of those that are compared. */
function byIndex<Value>(
	results: readonly MonthDigest[],
	indexes: Int32Array,
	of: (digest: MonthDigest) => ReadonlyMap<number, Value>
): Map<number, Value> {
	const found = new Map<number, Value>();
	let from = 0;
	for (const digest of results) {
		for (const [place, value] of of(digest)) {
			const index = indexes[from + place] ?? -1;
			if (index !== -1) found.set(index, value);
		}
		from += digest.traits.length;
	}
	return found;
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
	const best = new Few<() => Score>(most, 1);
	const weakest = new Few<() => Score>(most, -1);
	for (const { times, traits, named, scoreAt } of accounts) {
		for (const [index, { postedOn }] of named) {
			const own = times[index] ?? 1;
			const score = () => scoreAt(index);
			if (own > 1) best.offer(score, own, postedOn);
			else if (own < 1 && !isYoungIn(traits[index] ?? 0)) weakest.offer(score, own, postedOn);
		}
	}
	const scores = (few: Few<() => Score>) => few.all().map((score) => score());
	return { best: scores(best), weakest: scores(weakest) };
}
