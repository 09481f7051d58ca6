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
	for (let place = 0; place < half; place += 1) {
		const other = all[place] ?? NaN;
		if (other > lower) lower = other;
	}
	return (upper + lower) / 2;
}

/** Moves numbers about until the one that belongs to this place is there (Hoare’s way). */
function inPlace(all: Float64Array, wanted: number): number {
	let [from, to] = [0, all.length - 1];
	while (from < to) {
		const between = all[(from + to) >> 1] ?? NaN;
		let [left, right] = [from, to];
		while (left <= right) {
			while ((all[left] ?? NaN) < between) left += 1;
			while ((all[right] ?? NaN) > between) right -= 1;
			if (left > right) break;
			const one = all[left] ?? NaN;
			all[left] = all[right] ?? NaN;
			all[right] = one;
			left += 1;
			right -= 1;
		}
		if (wanted <= right) to = right;
		else if (wanted >= left) from = left;
		else break;
	}
	return all[wanted] ?? NaN;
}
