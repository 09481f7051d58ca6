/**
 * Keeping to the room that there is: words cut at a space, lists taken in turn.
 */

/** The words, cut at a space with '…' where they are longer than the room. */
export function clipped(words: string, most: number): string {
	const whole = words.replace(/\s+/g, ' ').trim();
	if (whole.length <= most) return whole;
	const cut = whole.slice(0, most - 1);
	const space = cut.lastIndexOf(' ');
	return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:!?–-]+$/, '')}…`;
}

/** The first of each list, then the second of each, and so on. */
export function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
	const longest = Math.max(0, ...lists.map(({ length }) => length));
	return Array.from({ length: longest }, (_, index) =>
		lists.flatMap((list) => list.slice(index, index + 1))
	).flat();
}
