/**
 * What bench/checks.ts runs inside a page: all checks on words, as the editor of a post runs them.
 *
 * Put together by Vite for the bench only; it is no part of the app.
 */
import { runTextChecks } from '#checks/all.ts';
import { plainSettings } from '#checks/check.ts';
import { warmUpChecks } from '#checks/warm-up.ts';
import { firstNames } from '#checks/words/first-names.ts';

/** One pass is shorter than the clock of a browser tells. */
const passes = 20;
const context = { firstNames, today: '2026-11-21' };

/** Milliseconds: the warm-up, one on a first text after it, and the middle of many turns. */
async function measure(texts: readonly string[], turns: number) {
	const timed = (does: () => unknown) => {
		const begin = performance.now();
		does();
		return performance.now() - begin;
	};
	const begin = performance.now();
	await warmUpChecks(() => new Promise((resolve) => setTimeout(resolve)));
	const first = performance.now() - begin;
	return {
		first,
		texts: texts.map((text) => {
			const all = (turn: string) => runTextChecks(`${turn} ${text}`, plainSettings, context);
			const once = timed(() => all('First'));
			const ours: number[] = [];
			const floor: number[] = [];
			// The latest text is remembered, so every turn reads another one.
			for (let turn = 0; turn < turns; turn++) {
				ours.push(timed(() => all(String(turn))));
				const pass = () => `${turn} ${text}`.match(/[\p{L}\p{N}]+/gu);
				floor.push(timed(() => Array.from({ length: passes }, pass)) / passes);
			}
			return { once, ours: middle(ours), floor: middle(floor) };
		})
	};
}

function middle(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

declare global {
	// Only a var lands on globalThis, where the bench finds it.
	var measureChecks: typeof measure;
}
globalThis.measureChecks = measure;
