/**
 * Makes the tables of a device, or brings those of another build up to date. A device that this
 * build has opened before does without this module: see `reopenTables`.
 */
import type { Dexie } from 'dexie';
import type { Registry } from '#domain/registry.ts';
import { DexieTables } from './database.ts';
import { unlessFull } from './full-phone.ts';
import { newId } from './id.ts';
import { covers, isThere, layoutFor, layoutOf, together } from './layout.ts';
import { databaseNamed, openAsItStands } from './opening.ts';
import { noticeOlderApp, repack } from './packing.ts';
import { digestedKindsIn, digestTableName } from './table-names.ts';
import { setDeviceValue, type DeviceTables } from './tables.ts';
import { copyUnsent } from './upgrade.ts';

/**
 * What waits is kept aside first. `isReady` is false where a phone is too full for what an update
 * does to records: then it is done at a later start.
 */
export async function makeTables(
	name: string,
	registry: Registry,
	now: number
): Promise<{ tables: DeviceTables; isReady: boolean }> {
	await copyUnsent(name, registry, now);
	const tables = await openTables(name, registry);
	await prepareDevice(tables, newId);
	try {
		await noticeOlderApp(tables);
		await repack(tables, registry);
		return { tables, isReady: true };
	} catch (error) {
		unlessFull(error);
		return { tables, isReady: false };
	}
}

/** Opens the database; makes it, or adds to it, what the registry asks for and it lacks. */
export async function openTables(name: string, registry: Registry): Promise<DeviceTables> {
	const wanted = layoutFor(registry);
	const standing = (await isThere(name)) ? await openAsItStands(name) : undefined;
	const has = standing ? layoutOf(standing) : new Map<string, readonly string[]>();
	if (standing && covers(has, wanted)) return withoutDigests(standing);
	standing?.close();
	const db = databaseNamed(name);
	db.version(Math.floor(standing?.verno ?? 0) + 1).stores(together(has, wanted));
	await db.open();
	return standing ? withoutDigests(db) : new DexieTables(db);
}

/** What another build of the app has made is made anew: it may not have known of digests at all. */
async function withoutDigests(db: Dexie): Promise<DeviceTables> {
	const kinds = digestedKindsIn(db.tables.map((table) => table.name));
	for (const kind of kinds) await db.table(digestTableName(kind)).clear();
	return new DexieTables(db);
}

/** Gives a new device its outbox. Safe to repeat. */
export async function prepareDevice(tables: DeviceTables, newId: () => string): Promise<void> {
	await tables.write(async (session) => {
		if (await session.small('device').get('outbox')) return;
		await setDeviceValue(session, 'outbox', { id: newId(), nextSeq: 1, ack: 0 });
	});
}
