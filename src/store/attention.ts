/**
 * What waits and what was refused, in words, and what its author can do about it.
 */
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Effect } from '#domain/transaction.ts';
import { fullOrThrow } from './full-phone.ts';
import { touched, wasOf } from './entries.ts';
import type { Store } from './store.ts';
import type { AttentionEntry } from './tables.ts';

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
	/** True when an earlier change that it builds on was refused: it is not made before that. */
	readonly isHeld: boolean;
}

export interface RefusedChange extends ListedChange {
	readonly refusal: Refusal;
	/** What its author did to the same thing on top of it, oldest first: sent again with it. */
	readonly waiting: readonly ListedChange[];
}

const leftBehind = refuse(
	'left-behind',
	'The change before this one has been sorted out. This one was not sent with it. ' +
		'Send it again, or let it go.'
);

/** Oldest first; `about` is the key of the one record that is asked for. */
export async function waitingChanges(store: Store, about?: string): Promise<ListedChange[]> {
	const entries = await store.parts.tables.session.small('outbox').all();
	const waiting = entries.filter(
		(entry) =>
			entry.version === undefined && (about === undefined || touched(entry).includes(about))
	);
	return Promise.all(waiting.map((entry) => listed(store, entry)));
}

/** Oldest first. One that waits for another stands under it, as long as that one is here. */
export async function refusedChanges(store: Store): Promise<RefusedChange[]> {
	const entries = await store.parts.tables.session.small('attention').all();
	const isUnder = (entry: AttentionEntry) => entries.some(({ uuid }) => uuid === entry.heldBy);
	const listedWith = async (entry: AttentionEntry) => ({
		...(await listed(store, entry)),
		refusal: entry.heldBy === undefined ? entry.refusal : leftBehind,
		waiting: await Promise.all(waitingFor(entries, entry.uuid).map((held) => listed(store, held)))
	});
	return Promise.all(entries.filter((entry) => !isUnder(entry)).map(listedWith));
}

function waitingFor(entries: readonly AttentionEntry[], uuid: string): AttentionEntry[] {
	return entries.filter(({ heldBy }) => heldBy === uuid);
}

/**
 * Sends a refused change again, as a new one, and after it those that wait for it, up to the
 * first that this phone refuses; what is refused again stays here.
 *
 * Its author saw what it was built on, not what others have written since: nothing is written over.
 */
export async function sendAgain(store: Store, uuid: string): Promise<Refusal | undefined> {
	await store.parts.whole;
	const entries = await store.parts.tables.session.small('attention').all();
	const chosen = entries.filter((entry) => entry.uuid === uuid);
	if (chosen.length === 0) return notHere;
	for (const entry of [...chosen, ...waitingFor(entries, uuid)]) {
		const mutation = store.parts.registry.mutationNamed(entry.name);
		if (!mutation) return notHere;
		const refusal = await store.mutate(mutation, entry.args, wasOf(entry.effects), entry.uuid);
		if (refusal) return refusal;
	}
	return undefined;
}

/** Forgets a refused change. Nothing else is touched: what waited for it can be sent without it. */
export async function letGo(store: Store, uuid: string): Promise<Refusal | undefined> {
	const { tables } = store.parts;
	try {
		await tables.write((session) => session.small('attention').delete(uuid));
		return undefined;
	} catch (error) {
		return fullOrThrow(tables, error);
	}
}

/** Everything that has not reached the practice, as text to keep in a file. */
export async function unsentAsText(store: Store): Promise<string> {
	const { session } = store.parts.tables;
	const outbox = await session.small('outbox').all();
	const attention = await session.small('attention').all();
	return JSON.stringify({ savedAt: store.parts.now(), outbox, attention }, null, '\t');
}

const notHere = refuse('gone', 'This change is no longer here.');

interface Listable {
	readonly uuid: string;
	readonly name: string;
	readonly at: number;
	readonly effects: readonly Effect[];
	readonly heldBy?: string;
}

async function listed(store: Store, entry: Listable): Promise<ListedChange> {
	const { registry, tables } = store.parts;
	const { uuid, name, at } = entry;
	const isHeld = entry.heldBy !== undefined;
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
	return { uuid, says, title, path, at, isFinal: final, wrote, isHeld };
}
