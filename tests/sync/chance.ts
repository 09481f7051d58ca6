/** Numbers that look like chance and are the same for the same seed (mulberry32 steps). */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to, not including, 1. */
	next(): number {
		this.#state = (this.#state + 0x9e3779b9) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x100000000;
	}

	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	is(share: number): boolean {
		return this.next() < share;
	}

	pick<Item>(items: readonly Item[]): Item | undefined {
		return items[this.below(items.length)];
	}

	/** A UUIDv7 of this moment. */
	uuid(at: number): string {
		const time = at.toString(16).padStart(12, '0');
		const hex = (digits: number) =>
			Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
		return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
	}
}
