/**
 * Of a record that the phone has, the practice sends only the fields that changed: they are laid
 * over its copy as the practice last sent it.
 */
import type { Change } from '#domain/protocol.ts';
import { recordKey } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { StoredRow, TableSession } from './tables.ts';

/**
 * The same changes with whole records. Undefined when one of them is not here, which the practice
 * thinks is: then everything has to be fetched anew.
 */
export async function madeWhole(
	session: TableSession,
	changes: readonly Change[],
	registry: Registry
): Promise<readonly Change[] | undefined> {
	// Kinds that this app does not know are kept nowhere; what they need is noted elsewhere.
	const parts = changes.filter(({ kind, isPart }) => isPart && registry.typeOf(kind));
	if (parts.length === 0) return changes;
	const here = await practiceCopies(session, parts);
	if (here.size < parts.length) return undefined;
	return changes.map((change) => {
		const stored = change.isPart && here.get(keyOf(change));
		if (!stored) return change;
		const { kind, id, version, row } = change;
		return { kind, id, version, row: { ...stored.row, ...row } };
	});
}

/** By key; of a record with pending changes, the copy that lies below them. */
async function practiceCopies(
	session: TableSession,
	changes: readonly Change[]
): Promise<Map<string, StoredRow>> {
	const copies = new Map<string, StoredRow>();
	const covered = new Set<string>();
	const bases = new Set(await session.small('base').keys());
	const maybe = changes.map(keyOf).filter((key) => bases.has(key));
	for (const base of await session.small('base').many(maybe)) {
		covered.add(base.key);
		if (base.stored) copies.set(base.key, base.stored);
	}
	const rest = changes.filter((change) => !covered.has(keyOf(change)));
	const found = await Promise.all(rest.map(({ kind, id }) => session.rows(kind).get(id)));
	for (const [at, change] of rest.entries()) {
		const stored = found[at];
		if (stored) copies.set(keyOf(change), stored);
	}
	return copies;
}

function keyOf({ kind, id }: Change): string {
	return recordKey(kind, id);
}
