/**
 * What waits and what was refused, in words, and what its author can do about it.
 */
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Effect } from '#domain/transaction.ts';
import { isStorageFull, noteStorageFull, storageFull } from './full-phone.ts';
import { touched, wasOf } from './entries.ts';
import type { Store } from './store.ts';

export interface ListedChange {
	readonly uuid: string;
	/** 'Changed the post' */
	readonly says: string;
	/** The record's title, where it is known. */
	readonly title: string;
	readonly path: string | undefined;
	readonly at: number;
	/** A signature, an approval or a withdrawal: never undone. */
	readonly isFinal: boolean;
	/** What its author put into each field, by the field's name for a person. */
	readonly wrote: readonly { readonly label: string; readonly value: unknown }[];
	readonly refusal?: Refusal;
}

/** Oldest first; `about` is the key of the one record that is asked for. */
export async function waitingChanges(store: Store, about?: string): Promise<ListedChange[]> {
	const entries = await store.parts.tables.session.small('outbox').all();
	const waiting = entries.filter(
		(entry) =>
			entry.version === undefined && (about === undefined || touched(entry).includes(about))
	);
	return Promise.all(waiting.map((entry) => listed(store, entry)));
}

export async function refusedChanges(store: Store): Promise<ListedChange[]> {
	const entries = await store.parts.tables.session.small('attention').all();
	return Promise.all(entries.map((entry) => listed(store, entry)));
}

/**
 * Sends a refused change again, as a new one; it stays here when it is refused again.
 *
 * Its author saw what it was built on, not what others have written since: nothing is written over.
 */
export async function sendAgain(store: Store, uuid: string): Promise<Refusal | undefined> {
	await store.parts.whole;
	const entry = await store.parts.tables.session.small('attention').get(uuid);
	const mutation = entry && store.parts.registry.mutationNamed(entry.name);
	if (!mutation) return refuse('gone', 'This change is no longer here.');
	return store.mutate(mutation, entry.args, wasOf(entry.effects), uuid);
}

/** Forgets a refused change. Nothing else is touched. */
export async function letGo(store: Store, uuid: string): Promise<Refusal | undefined> {
	const { tables } = store.parts;
	try {
		await tables.write((session) => session.small('attention').delete(uuid));
		return undefined;
	} catch (error) {
		if (!isStorageFull(error)) throw error;
		await noteStorageFull(tables);
		return storageFull;
	}
}

/** Everything that has not reached the practice, as text to keep in a file. */
export async function unsentAsText(store: Store): Promise<string> {
	const { session } = store.parts.tables;
	const outbox = await session.small('outbox').all();
	const attention = await session.small('attention').all();
	return JSON.stringify({ savedAt: store.parts.now(), outbox, attention }, null, '\t');
}

interface Listable {
	readonly uuid: string;
	readonly name: string;
	readonly at: number;
	readonly effects: readonly Effect[];
	readonly refusal?: Refusal;
}

async function listed(store: Store, entry: Listable): Promise<ListedChange> {
	const { registry, tables } = store.parts;
	const { uuid, name, at, refusal } = entry;
	const { says = 'Changed something', final = false } = registry.mutationNamed(name) ?? {};
	const effect = entry.effects[0];
	const type = effect && registry.typeOf(effect.kind);
	const stored = type && (await tables.session.rows(type.kind).get(effect.id));
	const parsed = type?.schema.safeParse(stored?.row ?? effect?.after ?? effect?.before);
	const title = type && parsed?.success ? type.title(parsed.data) : '';
	const path = effect && type?.path?.replace(':id', effect.id);
	const wrote = Object.entries(effect?.after ?? {}).flatMap(([field, value]) => {
		const label = type?.labels?.[field];
		return label && value !== null && value !== '' ? [{ label, value }] : [];
	});
	return { uuid, says, title, path, at, isFinal: final, wrote, ...(refusal && { refusal }) };
}
