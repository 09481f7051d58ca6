/**
 * What is being typed, kept on this device a moment later, so that a killed tab loses nothing.
 *
 * A draft is nobody else's business: it never leaves the device. `clear()` once it is saved.
 */
import { onDestroy } from 'svelte';
import { refuse } from '#domain/refusal.ts';
import { getStore } from './context.ts';
import { fullOrThrow } from './full-phone.ts';

/** Counted from the first change: whoever types on without a pause is not left waiting. */
const soonMs = 250;
/** How soon a full phone is asked again. */
const againMs = 5000;

const notKept = refuse(
	'storage-full',
	'This phone is full, so what you type is not kept yet. Leave this page open. Delete pictures ' +
		'or apps that you do not need, and your words are kept by themselves.'
);

export interface Draft<Values> {
	/** Bind inputs to its fields. */
	current: Values;
	/** True when it was found from an earlier visit. */
	readonly isRestored: boolean;
	/** False until the device has been asked for an earlier draft. */
	readonly isReady: boolean;
	/** At once, for a moment that must not be lost. */
	keep(): Promise<void>;
	clear(): Promise<void>;
}

/** `first` is used when nothing was kept under this key. */
export function draft<Values extends object>(key: string, first: Values): Draft<Values> {
	const store = getStore();
	const { tables, now } = store.parts;
	const untouched = JSON.stringify(first);
	let current = $state<Values>(structuredClone(first));
	let isRestored = $state(false);
	let isReady = $state(false);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isGone = false;

	async function sayFull(error: unknown): Promise<void> {
		store.tell((await fullOrThrow(tables, error, notKept)).message);
	}

	async function keep() {
		clearTimeout(timer);
		timer = undefined;
		const text = JSON.stringify(current);
		const values: unknown = JSON.parse(text);
		try {
			await tables.write((session) =>
				text === untouched
					? session.small('draft').delete(key)
					: session.small('draft').put({ key, values, at: now() })
			);
		} catch (error) {
			await sayFull(error);
			// The words are still on the screen: they are kept as soon as there is room.
			if (!isGone) timer ??= setTimeout(() => void keep(), againMs);
		}
	}

	void tables.session
		.small('draft')
		.get(key)
		.then((found) => {
			// Written only by keep(), from Values under the same key.
			if (found && JSON.stringify(current) === untouched) {
				current = { ...current, ...(found.values as Values) };
				isRestored = true;
			}
			isReady = true;
		});

	// Outside Svelte: writes to the device's database soon after something was typed.
	$effect(() => {
		JSON.stringify(current);
		if (isReady) timer ??= setTimeout(() => void keep(), soonMs);
	});
	const putAway = () => {
		if (timer !== undefined) void keep();
	};
	addEventListener('pagehide', putAway);
	onDestroy(() => {
		isGone = true;
		removeEventListener('pagehide', putAway);
		putAway();
	});

	return {
		get current() {
			return current;
		},
		set current(values: Values) {
			current = values;
		},
		get isRestored() {
			return isRestored;
		},
		get isReady() {
			return isReady;
		},
		keep,
		async clear() {
			clearTimeout(timer);
			timer = undefined;
			current = structuredClone(first);
			isRestored = false;
			await tables.write((session) => session.small('draft').delete(key)).catch(sayFull);
		}
	};
}
