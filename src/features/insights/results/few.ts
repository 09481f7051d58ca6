/**
 * The first few of very many, without putting the rest in order.
 */

interface Offered<Thing> {
	readonly thing: Thing;
	readonly value: number;
	readonly day: string;
}

/** Of two with the same value the later one is the larger; of one day, the one that came first. */
export class Few<Thing> {
	readonly #most: number;
	readonly #sign: 1 | -1;
	readonly #kept: Offered<Thing>[] = [];

	/** `sign` 1: the largest first; -1: the smallest first. */
	constructor(most: number, sign: 1 | -1) {
		this.#most = most;
		this.#sign = sign;
	}

	offer(thing: Thing, value: number, day: string): void {
		const later = (other: Offered<Thing>) => Number(day > other.day) - Number(day < other.day);
		const isBefore = (other: Offered<Thing>) =>
			(value - other.value || later(other)) * this.#sign > 0;
		const last = this.#kept.at(-1);
		if (last && this.#kept.length === this.#most && !isBefore(last)) return;
		const found = this.#kept.findIndex(isBefore);
		this.#kept.splice(found === -1 ? this.#kept.length : found, 0, { thing, value, day });
		if (this.#kept.length > this.#most) this.#kept.pop();
	}

	all(): Thing[] {
		return this.#kept.map(({ thing }) => thing);
	}
}
