/**
 * Figures of the benches, and how two ways of doing the same are compared.
 *
 * Only ratios within one run mean anything: computers differ, and this one may be busy.
 */
export interface Figure {
	readonly bench: string;
	readonly what: string;
	/** Undefined where it could not be measured; `note` says why. */
	readonly value: number | undefined;
	readonly unit: 'ms' | 'kB' | 'bytes' | 'times';
	/** The least that the same work can cost, or what it is compared with. */
	readonly floor?: number;
	readonly floorIs?: string;
	/** The ratio, or for sizes the share of the budget, should not be above this. */
	readonly most?: number;
	readonly note?: string;
}

export interface Ways {
	readonly ours: (turn: number) => Promise<unknown>;
	readonly floor: (turn: number) => Promise<unknown>;
	/** What both ways need ready, and what is no part of the work: it is not measured. */
	readonly before?: () => void;
}

const warmUpTurns = 20;

/** Medians in ms, of turns taken one after the other so that a busy moment hits both. */
export async function compare(ways: Ways, turns: number): Promise<{ ours: number; floor: number }> {
	const times = { ours: [] as number[], floor: [] as number[] };
	for (let turn = 0; turn < warmUpTurns + turns; turn++) {
		ways.before?.();
		// Each is the first as often as the other: what one leaves to the disk, the next waits for.
		const order = turn % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const);
		for (const way of order) {
			const took = await timed(() => ways[way](turn));
			if (turn >= warmUpTurns) times[way].push(took);
		}
	}
	return { ours: medianOf(times.ours), floor: medianOf(times.floor) };
}

export function ratioOf({ value, floor }: Figure): number | undefined {
	return value === undefined || floor === undefined ? undefined : value / floor;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
	const begin = performance.now();
	await work();
	return performance.now() - begin;
}

export function medianOf(numbers: readonly number[]): number {
	return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
