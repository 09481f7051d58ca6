/**
 * A device over the browser's own database with the made-up notes, and what its server tells it.
 *
 * Each name is a database of its own, deleted afterwards; two devices of one name are two tabs.
 */
import { onTestFinished } from 'vitest';
import type { Change, Cookie, Outcome, Patch } from '#domain/protocol.ts';
import type { Refusal } from '#domain/refusal.ts';
import { newId } from '#store/id.ts';
import { openTables, prepareDevice } from '#store/open-tables.ts';
import { Store } from '#store/store.ts';
import type { Taken } from '#store/replay.ts';
import { SyncPort } from '#store/sync-port.ts';
import { deviceValue, type DeviceTables } from '#store/tables.ts';
import { noteRecord, registry, type Note } from '#tests/sync/kinds.ts';
import { aMoment, practiceId, volunteer } from './actors.ts';

export interface NoteDevice {
	readonly name: string;
	readonly store: Store;
	readonly port: SyncPort;
	readonly tables: DeviceTables;
	/** The uuid of each kept change, oldest first. */
	readonly kept: string[];
}

export async function openNotes({
	name = `notes-${newId()}`,
	now = () => aMoment
}: { name?: string; now?: () => number } = {}): Promise<NoteDevice> {
	const me = { ...volunteer, practiceId, name: 'Ann', practiceName: 'Example Practice' };
	const tables = await openTables(name, registry);
	onTestFinished(() => {
		tables.close();
		indexedDB.deleteDatabase(name);
	});
	await prepareDevice(tables, newId);
	const parts = { tables, registry, me, now, newId };
	const port = new SyncPort(parts);
	await port.noteMe(me);
	const store = new Store(parts);
	const kept: string[] = [];
	store.onchange = ({ uuid }) => void kept.push(uuid);
	return { name, store, port, tables, kept };
}

export function noteOf(id: string, fields: Partial<Note> = {}): Note {
	return {
		id,
		createdAt: aMoment,
		createdBy: volunteer.personId,
		title: 'A note',
		text: 'one two three four five six',
		state: 'open',
		isHidden: false,
		log: [],
		secret: null,
		onDay: null,
		...fields
	};
}

/** The device hears of these notes, as they are on the server at this version. */
export async function hear(
	device: NoteDevice,
	version: number,
	notes: readonly Note[],
	outcomes: Outcome[] = []
): Promise<void> {
	const changes = notes.map((row): Change => ({ kind: noteRecord.kind, id: row.id, version, row }));
	const taken = await hearChanges(device, version, changes, outcomes);
	if (taken !== 'taken') throw new Error('The patch does not build on what is here.');
}

/** As `hear`, whatever the server says. */
export async function hearChanges(
	{ port, tables }: NoteDevice,
	version: number,
	changes: Change[],
	outcomes: Outcome[] = []
): Promise<Taken | 'full'> {
	const from = await deviceValue(tables.session, 'cookie');
	const to: Cookie = { epoch: 'first', version, scope: 'volunteer', protocol: 1 };
	const lastSeq = Math.max(0, ...outcomes.map(({ seq }) => seq));
	const patch: Patch = {
		...{ protocol: 1, epoch: 'first', from, to, lastSeq },
		...{ changes, outcomes, resume: null, progress: null }
	};
	return port.take(patch, { cookie: from, resume: null });
}

/** The records, the queue and its numbers, as text: equal text means that nothing has changed. */
export async function everythingIn({ tables }: NoteDevice): Promise<string> {
	const { session } = tables;
	const rows = await Promise.all(tables.kinds.map((kind) => session.rows(kind).all()));
	const outbox = await deviceValue(session, 'outbox');
	const small = [await session.small('outbox').all(), await session.small('base').all()];
	return JSON.stringify({ rows, small, outbox });
}

/** The next write to this table of any database fails, by `fail`, before the browser does it. */
export function failNextWrite(table: string, fail: (objects: IDBObjectStore) => void): void {
	const { prototype } = IDBObjectStore;
	const own = Object.getOwnPropertyDescriptor(prototype, 'put');
	if (!own) throw new Error('This browser has no IndexedDB.');
	const restore = () => void Object.defineProperty(prototype, 'put', own);
	const failing = function (this: IDBObjectStore, ...args: unknown[]): unknown {
		if (this.name === table) {
			restore();
			fail(this);
		}
		return Reflect.apply(own.value as typeof prototype.put, this, args);
	};
	Object.defineProperty(prototype, 'put', { ...own, value: failing });
	onTestFinished(restore);
}

/** @throws {Error} when the change was refused: the test expects that it is kept. */
export function isKept(refusal: Refusal | undefined): void {
	if (refusal) throw new Error(`Refused: ${refusal.message}`);
}
