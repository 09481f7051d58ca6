/**
 * What bench/first-sync.ts and its like run inside a page: the client as the app has it, and bare
 * clients that do the least that the same work can cost.
 *
 * Put together by Vite for the benches only; it is no part of the app.
 */
import Dexie from 'dexie';
import { meSchema, type Me } from '#domain/me.ts';
import { readRow } from '#domain/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { registry } from '#features/registry.ts';
import { reopenTables } from '#store/database.ts';
import { newId } from '#store/id.ts';
import { layoutFor, together } from '#store/layout.ts';
import { packOf } from '#store/make-packs.ts';
import { makeTables } from '#store/open-tables.ts';
import { databaseNamed } from '#store/opening.ts';
import { Store } from '#store/store.ts';
import { usualPacking } from '#store/packing.ts';
import { SyncPort } from '#store/sync-port.ts';
import { rowTableName } from '#store/table-names.ts';
import { setDeviceValue, type StoredRow } from '#store/tables.ts';
import { ServerCalls } from '#sync/server-calls.ts';
import { syncRound } from '#sync/sync.ts';

const inList = 50;
const packedBy = 100;
const build = 'bench';

interface BareRow {
	readonly id: string;
	readonly version: number;
	readonly row: Readonly<Record<string, unknown>>;
}

async function openOurs(name: string, me: Me, packing = usualPacking) {
	const { tables } = await makeTables(name, registry, Date.now());
	const parts = { tables, registry, me, now: () => Date.now(), newId, packing };
	return { tables, store: new Store(parts), port: new SyncPort(parts) };
}

async function whoAmI(): Promise<Me> {
	return meSchema.parse(await (await fetch('/api/me')).json());
}

/** A new phone: until the list of the newest can be shown, and until all is on the disk. */
async function freshOurs(name: string, packing = usualPacking) {
	const me = await whoAmI();
	performance.clearResourceTimings();
	const begin = performance.now();
	const { tables, store, port } = await openOurs(name, me, packing);
	await port.noteMe(me);
	const shown = new Promise<number>((resolve, reject) => {
		const list = () => store.newest(postRecord, inList);
		tables.observe(
			list,
			(found) => {
				if (found.length === inList) resolve(performance.now() - begin);
			},
			reject
		);
	});
	const server = new ServerCalls(fetch.bind(globalThis));
	const result = await syncRound({ port, server, now: () => Date.now(), asksAhead: true });
	await onDisk(name, 'device');
	const all = performance.now() - begin;
	if (result !== 'done') throw new Error(`The first sync ended with ${result}.`);
	const calls = performance
		.getEntriesByType('resource')
		.filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.includes('/sync/'));
	const bytes = calls.reduce(
		(sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
		0
	);
	let count = 0;
	for (const type of registry.records) count += await store.count(type);
	const list = await shown;
	const before = performance.now();
	await port.writeWords();
	await tables.write((session) => setDeviceValue(session, 'openedBy', build));
	const words = performance.now() - before;
	tables.close();
	return { list, all, words, bytes, calls: calls.length, count };
}

/** Everything that was written before is on the disk once this is. */
async function onDisk(name: string, table: string): Promise<void> {
	const db = await new Dexie(name).open();
	const strict = { durability: 'strict' } as const;
	const transaction = db.backendDB().transaction(table, 'readwrite', strict);
	transaction.objectStore(table).delete('no such name');
	await new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onerror = () => reject(new Error('It could not be written.'));
	});
	db.close();
}

/** The least: fetch those of the list and some more, and keep them as rows. */
async function freshBare(name: string, address: string): Promise<number> {
	const begin = performance.now();
	const db = new Dexie(name);
	db.version(1).stores({ post: 'id, row.plannedOn' });
	const answer = await fetch(address);
	const rows = (await answer.json()) as BareRow[];
	await db.table<BareRow>('post').bulkPut(rows);
	const found = await db.table('post').orderBy('row.plannedOn').reverse().limit(inList).toArray();
	const took = performance.now() - begin;
	if (found.length !== inList) throw new Error('The bare list is short.');
	db.close();
	return took;
}

/** The same in the tables that the app has, and each of the list read as the app reads it. */
async function freshSame(name: string, address: string): Promise<number> {
	const begin = performance.now();
	const db = databaseNamed(name);
	db.version(1).stores(together(new Map(), layoutFor(registry)));
	const answer = await fetch(address);
	await db
		.table<BareRow>(rowTableName(postRecord.kind))
		.bulkPut((await answer.json()) as BareRow[]);
	await newestIn(db);
	const took = performance.now() - begin;
	db.close();
	return took;
}

/** The least: the same records, which are here already, as values of 100, on the disk. */
async function packBare(name: string, address: string): Promise<number> {
	const all = (await (await fetch(address)).json()) as Record<string, BareRow[]>;
	const begin = performance.now();
	const db = new Dexie(name);
	db.version(1).stores({ pack: 'key' });
	await db.transaction('rw', 'pack', async () => {
		for (const [kind, rows] of Object.entries(all)) {
			for (let at = 0; at < rows.length; at += packedBy) {
				const key = `${kind}/${String(at).padStart(8, '0')}`;
				await db.table('pack').put({ key, kind, rows: rows.slice(at, at + packedBy) });
			}
		}
	});
	await onDisk(name, 'pack');
	const took = performance.now() - begin;
	db.close();
	return took;
}

/** The least that ends with the same on the disk: one answer, kept in one transaction. */
async function allSame(name: string, address: string): Promise<number> {
	const begin = performance.now();
	const db = databaseNamed(name);
	db.version(1).stores(together(new Map(), layoutFor(registry)));
	const all = (await (await fetch(address)).json()) as Record<string, StoredRow[]>;
	await db.transaction('rw', db.tables, async () => {
		for (const [kind, stored] of Object.entries(all)) {
			const type = registry.typeOf(kind);
			if (!type) throw new Error(`There is no ${kind}.`);
			const old = stored.slice(usualPacking.mostRows);
			const packed = Array.from({ length: Math.ceil(old.length / packedBy) }, (_, at) =>
				packOf(type, old.slice(at * packedBy, (at + 1) * packedBy), String(at))
			);
			await Promise.all([
				db.table<StoredRow>(rowTableName(kind)).bulkPut(stored.slice(0, usualPacking.mostRows)),
				db.table('pack').bulkPut(packed.map(({ pack }) => pack)),
				db.table('pack-finds').bulkPut(packed.map(({ finds }) => finds)),
				db.table('pack-head').put({ kind, heads: packed.map(({ head }) => head) })
			]);
		}
	});
	await onDisk(name, 'device');
	const took = performance.now() - begin;
	db.close();
	return took;
}

/** As rows with an index on the day: what the list is compared with. */
async function keepRows(name: string, address: string): Promise<void> {
	const all = (await (await fetch(address)).json()) as Record<string, BareRow[]>;
	const db = new Dexie(name);
	db.version(1).stores({ post: 'id, row.plannedOn' });
	await db.table('post').bulkPut(all['post'] ?? []);
	db.close();
}

async function reopenOurs(name: string, words: string) {
	const begin = performance.now();
	const { tables, me } = (await reopenTables(name, build)) ?? {};
	if (!tables) throw new Error('The phone was not opened as it stands.');
	if (!me) throw new Error('The phone does not know whose it is.');
	const store = new Store({ tables, registry, me, now: () => Date.now(), newId });
	const open = performance.now() - begin;
	const list = await store.newest(postRecord, inList);
	const listed = performance.now();
	const found = await store.search(words, 1000);
	const searched = performance.now();
	await store.search(`${words} `, 1000);
	const again = performance.now();
	tables.close();
	return {
		...{ open, list: listed - begin, search: searched - listed, again: again - searched },
		...{ listed: list.length, found: found.length }
	};
}

/** The same query in the app's own database, and each row read as the app reads it. */
async function listSame(name: string): Promise<number> {
	const begin = performance.now();
	const db = await databaseNamed(name).open();
	await newestIn(db);
	const took = performance.now() - begin;
	db.close();
	return took;
}

async function newestIn(db: Dexie): Promise<void> {
	const newest = db
		.table<BareRow>(rowTableName(postRecord.kind))
		.orderBy('row.plannedOn')
		.reverse()
		.limit(inList);
	const found = (await newest.toArray()).map(({ id, row }) => readRow(postRecord, id, row));
	if (found.length !== inList) throw new Error('The list in the same tables is short.');
}

async function listBare(name: string): Promise<number> {
	const begin = performance.now();
	const db = await new Dexie(name).open();
	const found = await db.table('post').orderBy('row.plannedOn').reverse().limit(inList).toArray();
	const took = performance.now() - begin;
	if (found.length !== inList) throw new Error('The bare list is short.');
	db.close();
	return took;
}

/** Reads every packed value of the kinds that can be searched, and looks for the word in its texts. */
async function scanBare(name: string, words: string): Promise<number> {
	const kinds = registry.records.filter(({ path }) => path).map(({ kind }) => kind);
	const db = await new Dexie(name).open();
	const begin = performance.now();
	let found = 0;
	for (const kind of kinds) {
		const packs = (await db
			.table('pack')
			.where('key')
			.between(`${kind}/`, `${kind}0`)
			.toArray()) as { rows: BareRow[] }[];
		for (const { rows } of packs) for (const { row } of rows) if (holds(row, words)) found += 1;
	}
	const took = performance.now() - begin;
	if (found === 0) throw new Error('The bare search found nothing.');
	db.close();
	return took;
}

function holds(row: BareRow['row'], words: string): boolean {
	for (const field of Object.values(row)) {
		if (typeof field === 'string' && field.toLowerCase().includes(words)) return true;
	}
	return false;
}

const bench = {
	...{ freshOurs, freshBare, freshSame, allSame, packBare, keepRows },
	...{ reopenOurs, listBare, listSame, scanBare }
};

declare global {
	// Only a var lands on globalThis, where the bench finds it.
	var syncBench: typeof bench;
}
globalThis.syncBench = bench;
