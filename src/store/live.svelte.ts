/**
 * A read that keeps itself current, in this tab and the others.
 *
 * `make` is called again when the runes that it reads change; inside the query, await only the
 * store.
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
	$effect(() => {
		// Begun here, so that the runes that `make` reads are tracked; the database asks later.
		tables.begin(make);
		return tables.observe(
			make,
			(result) => (current = result),
			(error) => (failure = error)
		);
	});
	return {
		get current() {
			if (failure) throw failure instanceof Error ? failure : new Error('A read failed.');
			return current;
		}
	};
}
