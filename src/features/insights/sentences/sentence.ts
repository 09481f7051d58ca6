/**
 * One plain sentence made from numbers, and whether it is good news. Never more than the numbers say.
 */
export interface Sentence {
	readonly id: string;
	readonly tone: 'good' | 'bad' | 'plain';
	readonly words: string;
	/** The larger, the sooner it is told. */
	readonly weight: number;
}

/** Heaviest first. */
export function byWeight(one: Sentence, other: Sentence): number {
	return other.weight - one.weight;
}

/** '1 post', '3 posts'. */
export function counted(count: number, one: string, more: string): string {
	return `${count} ${count === 1 ? one : more}`;
}
