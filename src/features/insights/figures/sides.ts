/**
 * How well the posts of some kinds did beside those of others: the middle of each, exactly.
 *
 * All posts lie in order once, and are counted by kinds in blocks. So each question goes through
 * the blocks, and through the posts of a single one.
 */
import { addKind, answers, seenIn, traitsIn, traitSpace, type Traits } from '../results/traits.ts';
import { middles, type Column } from './middle.ts';
import { timesOfUsual, type Compared } from './scores.ts';

/** Posts in the order of how often they were seen beside a usual one, the least first. */
interface Ordered {
	readonly posts: Column;
	readonly timesAt: (place: number) => number;
}

function orderedOf({ usual, posts }: Compared): Ordered {
	return { posts, timesAt: (place) => timesOfUsual(seenIn(posts[place] ?? 0), usual) };
}

/** Both in their order: posts that are counted by two names, as where a platform renamed them. */
function merged(one: Ordered, other: Ordered): Ordered {
	const size = one.posts.length + other.posts.length;
	const [posts, times] = [new Float64Array(size), new Float64Array(size)];
	let ofOne = 0;
	for (let place = 0; place < size; place += 1) {
		const ofOther = place - ofOne;
		const isOne =
			ofOne < one.posts.length &&
			(ofOther >= other.posts.length || one.timesAt(ofOne) <= other.timesAt(ofOther));
		const [from, at] = isOne ? [one, ofOne++] : [other, ofOther];
		posts[place] = from.posts[at] ?? 0;
		times[place] = from.timesAt(at);
	}
	return { posts, timesAt: (place) => times[place] ?? 0 };
}

type Kinds = ReadonlyMap<Traits, number>;

/** Of posts whose numbers no longer rise. */
function settledKinds(compared: readonly Compared[]): Kinds {
	const all = new Map<Traits, number>();
	for (const [traits, posts] of compared.flatMap(({ kinds }) => [...kinds])) {
		if ((traits & answers.young) === 0) addKind(all, traits, posts);
	}
	return all;
}

/** Posts whose numbers no longer rise can be asked for by their kinds. */
interface Settled extends Ordered {
	readonly kinds: Kinds;
	/** How many posts of each kind lie in each block of places, block by block. */
	readonly counts: Int32Array;
}

const blockSize = 256;

/** Goes through all posts once, so that nothing has to for each question. */
export function settled(compared: readonly Compared[]): Settled {
	const ordered = compared.map(orderedOf).reduce(merged);
	const kinds = settledKinds(compared);
	const { posts } = ordered;
	const places = new Int16Array(traitSpace).fill(-1);
	for (const [place, traits] of [...kinds.keys()].entries()) places[traits] = place;
	const counts = new Int32Array(Math.ceil(posts.length / blockSize) * kinds.size);
	for (let place = 0; place < posts.length; place += 1) {
		const kind = places[traitsIn(posts[place] ?? 0)] ?? -1;
		if (kind === -1) continue;
		const at = Math.floor(place / blockSize) * kinds.size + kind;
		counts[at] = (counts[at] ?? 0) + 1;
	}
	return { ...ordered, kinds, counts };
}

/** The posts of some kinds. */
interface Side {
	readonly size: number;
	/** The places of its kinds among all. */
	readonly kinds: readonly number[];
	/** By their traits: 1 for those of this side. */
	readonly isOfIt: Uint8Array;
}

export function sideOf({ kinds }: Settled, isOfSide: (traits: Traits) => boolean): Side {
	const isOfIt = new Uint8Array(traitSpace);
	const own: number[] = [];
	let size = 0;
	for (const [place, [traits, posts]] of [...kinds].entries()) {
		if (!isOfSide(traits)) continue;
		own.push(place);
		isOfIt[traits] = 1;
		size += posts;
	}
	return { size, kinds: own, isOfIt };
}

/** In usual posts: half of the side were seen more, half less. */
export function middleOfSide(side: Side, all: Settled): number {
	const [lower, upper] = middles(side.size);
	const one = timesOfNth(side, all, lower);
	return upper === lower ? one : (one + timesOfNth(side, all, upper)) / 2;
}

/** As the posts are in order, it is enough to count up to it. */
function timesOfNth({ kinds: own, isOfIt }: Side, all: Settled, nth: number): number {
	const { posts, kinds, counts, timesAt } = all;
	let left = nth;
	for (let block = 0; block * kinds.size < counts.length; block += 1) {
		let inBlock = 0;
		for (const kind of own) inBlock += counts[block * kinds.size + kind] ?? 0;
		if (left >= inBlock) {
			left -= inBlock;
			continue;
		}
		for (let place = block * blockSize; place < posts.length; place += 1) {
			if (isOfIt[traitsIn(posts[place] ?? 0)] !== 1) continue;
			if (left === 0) return timesAt(place);
			left -= 1;
		}
	}
	return 0;
}
