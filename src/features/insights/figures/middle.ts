/**
 * The number in the middle, exactly, also of very many.
 *
 * A browser puts numbers in order by itself, and fast also where a page has just been opened: a loop
 * over all of them takes many times as long there.
 */

/** Numbers of 32 bits where they fit: these are put in order several times as fast as others. */
export type Column = Int32Array | Float64Array;

/** Of whole numbers. */
export function columnOf(numbers: readonly number[]): Column {
	return numbers.every((each) => each === Math.trunc(each) && Math.abs(each) < 2 ** 31)
		? Int32Array.from(numbers)
		: Float64Array.from(numbers);
}

/** All of them, the smallest first. */
export function inOrder(lists: readonly Column[]): Column {
	const size = lists.reduce((sum, { length }) => sum + length, 0);
	const isSmall = lists.every((list) => list instanceof Int32Array);
	const all = isSmall ? new Int32Array(size) : new Float64Array(size);
	let from = 0;
	for (const list of lists) {
		all.set(list, from);
		from += list.length;
	}
	return all.sort();
}

/** Half are larger, half are smaller. Undefined of none. */
export function middle(numbers: readonly number[]): number | undefined {
	return middleOf(new Float64Array(numbers).sort());
}

/** The same of numbers in order. */
export function middleOf(ordered: Column): number | undefined {
	const [lower, upper] = middles(ordered.length);
	const [one, other] = [ordered[lower], ordered[upper]];
	return one === undefined || other === undefined ? undefined : (one + other) / 2;
}

/** Where the middle of so many numbers is: one place, or two beside each other. */
export function middles(size: number): readonly [lower: number, upper: number] {
	return [Math.floor((size - 1) / 2), Math.floor(size / 2)];
}

/** The first place at which a number is not smaller than this. */
export function placeOf(ordered: Column, number: number): number {
	let [from, to] = [0, ordered.length];
	while (from < to) {
		const between = (from + to) >> 1;
		if ((ordered[between] ?? 0) < number) from = between + 1;
		else to = between;
	}
	return from;
}
