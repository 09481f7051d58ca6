/**
 * Copies the outbox and the attention list aside before the device's database gains a table or an index.
 *
 * Reads the old database as it is, without its schema, so that no failed upgrade can take unsent
 * changes along.
 */
import Dexie from 'dexie';
import type { Registry } from '#domain/registry.ts';
import { covers, isThere, layoutFor, layoutOf } from './layout.ts';
import type { AttentionEntry, OutboxEntry } from './tables.ts';

export interface UnsentCopy {
	readonly name: string;
	readonly copiedAt: number;
	readonly outbox: readonly OutboxEntry[];
	readonly attention: readonly AttentionEntry[];
}

const copies = () => {
	const db = new Dexie('noticeboard-unsent');
	db.version(1).stores({ copy: 'name' });
	return db;
};

/** Does nothing when there is no database yet, or it has all that the registry asks for. */
export async function copyUnsent(
	name: string,
	registry: Registry,
	now: number
): Promise<UnsentCopy | undefined> {
	if (!(await isThere(name))) return undefined;
	const old = await new Dexie(name).open();
	try {
		const has = layoutOf(old);
		if (covers(has, layoutFor(registry)) || !has.has('outbox')) return undefined;
		const outbox = await old.table<OutboxEntry>('outbox').toArray();
		const attention = await old.table<AttentionEntry>('attention').toArray();
		const copy: UnsentCopy = { name, copiedAt: now, outbox, attention };
		const kept = copies();
		await kept.table('copy').put(copy);
		kept.close();
		return copy;
	} finally {
		old.close();
	}
}

export async function unsentCopy(name: string): Promise<UnsentCopy | undefined> {
	const kept = copies();
	const copy: UnsentCopy | undefined = await kept.table<UnsentCopy>('copy').get(name);
	kept.close();
	return copy;
}
