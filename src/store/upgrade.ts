/**
 * Copies the outbox and the attention list aside before the device's database is upgraded.
 *
 * Reads the old database as it is, without its schema, so that no failed upgrade can take unsent
 * changes along.
 */
import Dexie from 'dexie';
import { databaseVersion } from './database.ts';
import type { AttentionEntry, OutboxEntry } from './tables.ts';

export interface UnsentCopy {
	readonly name: string;
	readonly version: number;
	readonly copiedAt: number;
	readonly outbox: readonly OutboxEntry[];
	readonly attention: readonly AttentionEntry[];
}

const copies = () => {
	const db = new Dexie('noticeboard-unsent');
	db.version(1).stores({ copy: 'name' });
	return db;
};

/** Dexie keeps its version times ten in IndexedDB. */
const nativeFactor = 10;

/** Does nothing when there is no database yet, or it is up to date. */
export async function copyUnsent(name: string, now: number): Promise<UnsentCopy | undefined> {
	if (!(await Dexie.exists(name))) return undefined;
	const old = await new Dexie(name).open();
	try {
		const version = Math.round(old.verno * nativeFactor) / nativeFactor;
		const names = old.tables.map((table) => table.name);
		if (version >= databaseVersion || !names.includes('outbox')) return undefined;
		const outbox = await old.table<OutboxEntry>('outbox').toArray();
		const attention = await old.table<AttentionEntry>('attention').toArray();
		const copy: UnsentCopy = { name, version, copiedAt: now, outbox, attention };
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
