/**
 * What an entry of the outbox tells: which records it changed, and what its author saw of them.
 */
import { recordKey } from '#domain/record.ts';
import type { Effect, Fields } from '#domain/transaction.ts';
import type { OutboxEntry } from './tables.ts';

/** What the author saw: the values before, of the fields that changed. */
export function wasOf(effects: readonly Effect[]): Record<string, Fields> {
	const seen = (effect: Effect) => (effect.before && effect.after ? effect.before : {});
	return Object.fromEntries(
		effects.map((effect) => [recordKey(effect.kind, effect.id), seen(effect)])
	);
}

/** The same, with what the person saw earlier in the fields that they changed. */
export function withSeen(
	was: Record<string, Fields>,
	saw: Record<string, Fields>
): Record<string, Fields> {
	return Object.fromEntries(
		Object.entries(was).map(([key, fields]) => {
			const earlier = Object.entries(saw[key] ?? {}).filter(([field]) => field in fields);
			return [key, { ...fields, ...Object.fromEntries(earlier) }];
		})
	);
}

/** The keys of every record that the entry changed, when it was made or when it last ran again. */
export function touched(entry: Pick<OutboxEntry, 'was' | 'effects'>): string[] {
	return [...new Set([...Object.keys(entry.was), ...keysOf(entry.effects)])];
}

export function keysOf(effects: readonly Effect[]): string[] {
	return effects.map(({ kind, id }) => recordKey(kind, id));
}

export function addTouched(entry: Pick<OutboxEntry, 'was' | 'effects'>, keys: Set<string>): void {
	for (const key of touched(entry)) keys.add(key);
}
