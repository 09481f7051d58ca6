/**
 * The number in the middle, exactly, also of very many: nothing is put in order for it.
 */

/** Half are larger, half are smaller. Undefined of none. */
export function middle(numbers: readonly number[]): number | undefined {
	return middleOf(new Float64Array(numbers));
}

/** The same; puts the numbers into another order. */
export function middleOf(all: Float64Array): number | undefined {
	if (all.length === 0) return undefined;
	const half = Math.floor(all.length / 2);
	const upper = inPlace(all, half);
	if (all.length % 2 === 1) return upper;
	// All before it are no larger by now.
	let lower = -Infinity;
	for (let place = 0; place < half; place += 1) lower = Math.max(lower, at(all, place));
	return (upper + lower) / 2;
}

/** Moves numbers about until the one that belongs to this place is there (Hoare’s way). */
function inPlace(all: Float64Array, wanted: number): number {
	let [from, to] = [0, all.length - 1];
	while (from < to) {
		const between = at(all, (from + to) >> 1);
		let [left, right] = [from, to];
		while (left <= right) {
			while (at(all, left) < between) left += 1;
			while (at(all, right) > between) right -= 1;
			if (left > right) break;
			const one = at(all, left);
			all[left] = at(all, right);
			all[right] = one;
			left += 1;
			right -= 1;
		}
		if (wanted <= right) to = right;
		else if (wanted >= left) from = left;
		else break;
	}
	return at(all, wanted);
}

function at(all: Float64Array, place: number): number {
	return all[place] ?? NaN;
}
