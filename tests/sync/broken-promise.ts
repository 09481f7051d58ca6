/** A promise of sync that did not hold: which one, and where. */
export class BrokenPromise extends Error {
	override readonly name = 'BrokenPromise';
}

export function promise(isKept: boolean, words: string): void {
	if (!isKept) throw new BrokenPromise(words);
}
