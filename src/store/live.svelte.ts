/**
 * A read that keeps itself current, in this tab and the others.
 *
 * `make` is called again when the runes change that it looks at before its first read, and when
 * something changes that it read from the store of this component.
 */
import { getStore } from './context.ts';

export interface Live<Result> {
	/** Undefined until the first answer. */
	readonly current: Result | undefined;
}

export function live<Result>(make: () => Promise<Result>): Live<Result> {
	const { tables } = getStore().parts;
	let current = $state.raw<Result>();
	let failure = $state.raw<unknown>();
	// Outside Svelte: a subscription to the device's database.
	$effect(() =>
		tables.observe(
			make,
			(result) => (current = result),
			(error) => (failure = error)
		)
	);
	return {
		get current() {
			if (failure) throw failure instanceof Error ? failure : new Error('A read failed.');
			return current;
		}
	};
}
