/**
 * How well each post did beside the others of its own account: 1 is as usual, 2 twice as much.
 *
 * Only posts with the same number, by the same name, are compared. Accounts are never mixed.
 */
import {
	dayPlace,
	isYoungIn,
	mostNamed,
	responsesPlace,
	seenNameIn,
	seenNames,
	traitsPlace,
	width,
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
	/** Larger is later. */
	readonly days: Int32Array;
	/** By index: the planned posts that they are. */
	readonly planned: ReadonlyMap<number, string>;
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
	const usualResponse = usualResponseOf(all);
	const { usuals, isCompared, size } = usualsOf(all);
	const [times, responses] = [new Float64Array(size), new Float64Array(size)];
	const [traits, days] = [new Int32Array(size), new Int32Array(size)];
	/** Where in `all` each one is. */
	const places = new Int32Array(size);
	let index = 0;
	for (let at = 0; at < all.length; at += width) {
		const trait = all[at + traitsPlace] ?? 0;
		const name = seenNameIn(trait);
		if (name === undefined || isCompared[name] !== true) continue;
		const usual = usuals[name] ?? 0;
		times[index] = usual === 0 ? 1 : (all[at] ?? 0) / usual;
		responses[index] = usualResponse ? (all[at + responsesPlace] ?? NaN) / usualResponse : NaN;
		traits[index] = trait;
		days[index] = all[at + dayPlace] ?? 0;
		places[index] = at / width;
		index += 1;
	}
	const planned = plannedIn(results, places);
	return {
		...{ accountId, size, times, responses, traits, days, planned },
		scoreAt(at) {
			const trait = traits[at] ?? 0;
			const name = seenNameIn(trait) ?? 0;
			const response = responses[at] ?? NaN;
			return {
				...{ accountId, named: namedAt(results, places[at] ?? 0), traits: trait },
				seen: all[(places[at] ?? 0) * width] ?? 0,
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

function together(results: readonly MonthDigest[]): Float64Array {
	const all = new Float64Array(results.reduce((sum, { numbers }) => sum + numbers.length, 0));
	let from = 0;
	for (const { numbers } of results) {
		all.set(numbers, from);
		from += numbers.length;
	}
	return all;
}

function usualResponseOf(all: Float64Array): number | undefined {
	const known = new Float64Array(all.length / width);
	let count = 0;
	for (let at = responsesPlace; at < all.length; at += width) {
		const responses = all[at] ?? NaN;
		if (!Number.isNaN(responses)) known[count++] = responses;
	}
	return middleOf(known.subarray(0, count));
}

/** By the place of a name in `seenNames`: what a usual post has, and whether there are enough. */
function usualsOf(all: Float64Array) {
	const counts = seenNames.map(() => 0);
	const seen = seenNames.map(() => new Float64Array(0));
	for (let at = 0; at < all.length; at += width) {
		const name = seenNameIn(all[at + traitsPlace] ?? 0);
		if (name === undefined) continue;
		const count = counts[name] ?? 0;
		if (count === 0) seen[name] = new Float64Array(all.length / width);
		const group = seen[name];
		if (group) group[count] = all[at] ?? 0;
		counts[name] = count + 1;
	}
	const isCompared = counts.map((count) => count >= fewestPosts);
	return {
		usuals: seen.map((group, name) => middleOf(group.subarray(0, counts[name])) ?? 0),
		isCompared,
		size: counts.reduce((sum, count, name) => sum + (isCompared[name] ? count : 0), 0)
	};
}

/** By index: the planned posts that posts are. */
function plannedIn(results: readonly MonthDigest[], places: Int32Array): Map<number, string> {
	const byPlace = new Map<number, string>();
	let from = 0;
	for (const { planned, numbers } of results) {
		for (const [place, id] of planned) byPlace.set(from + place, id);
		from += numbers.length / width;
	}
	const planned = new Map<number, string>();
	if (byPlace.size === 0) return planned;
	for (const [index, place] of places.entries()) {
		const id = byPlace.get(place);
		if (id !== undefined) planned.set(index, id);
	}
	return planned;
}

function namedAt(results: readonly MonthDigest[], place: number): NamedPost | undefined {
	let from = 0;
	for (const { named, numbers } of results) {
		const next = from + numbers.length / width;
		if (place < next) return named.get(place - from);
		from = next;
	}
	return undefined;
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
	for (const { size, times, traits, days, scoreAt } of accounts) {
		for (let index = 0; index < size; index += 1) {
			const [own, day] = [times[index] ?? 1, days[index] ?? 0];
			const score = () => scoreAt(index);
			if (own > 1) best.offer(score, own, day);
			else if (own < 1 && !isYoungIn(traits[index] ?? 0)) weakest.offer(score, own, day);
		}
	}
	const scores = (few: Few<() => Score>) => few.all().map((score) => score());
	return { best: scores(best), weakest: scores(weakest) };
}
