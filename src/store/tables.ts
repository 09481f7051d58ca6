/**
 * What the device keeps, and the few ways to reach it: over IndexedDB in the browser, over maps
 * in the simulation.
 *
 * The outbox and the attention list keep their shapes for ever: an upgrade must never lose them.
 */
import type { Me } from '#domain/me.ts';
import type { Cookie } from '#domain/protocol.ts';
import type { RowBase } from '#domain/record.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Effect, Fields } from '#domain/transaction.ts';
import type { DigestTable } from './digest-shapes.ts';
import type { Pack, PackFinds, PackHeads, PackWords } from './pack-shapes.ts';

/** A record as the device holds it: the server's version (0 before the server has it). */
export interface StoredRow {
	id: string;
	version: number;
	row: RowBase;
}

/** The server's copy of a record that pending mutations have changed here. */
interface BaseRow {
	key: string;
	kind: string;
	id: string;
	stored: StoredRow | null;
}

/** A mutation that the server has not answered yet, or whose effect has not come back yet. */
export interface OutboxEntry {
	seq: number;
	uuid: string;
	name: string;
	args: unknown;
	/** What its author saw in each field it changes, by record key. Empty for a new record. */
	was: Record<string, Fields>;
	/** This device's clock (ms). */
	at: number;
	effects: readonly Effect[];
	/** Set once the server has said yes; dropped when the device has pulled that far. */
	version?: number;
	/**
	 * The uuid of an earlier change of the same record that was refused while this one waited. The
	 * server answers it and does not carry it out; here, too, it is no longer done.
	 */
	heldBy?: string;
}

/** A mutation that the server has carried out, kept in case a backup has to be caught up. */
interface AnsweredEntry extends OutboxEntry {
	version: number;
	answeredAt: number;
}

/** A refused mutation, kept until its author sends it again or lets it go. */
export interface AttentionEntry {
	uuid: string;
	name: string;
	args: unknown;
	effects: readonly Effect[];
	at: number;
	refusal: Refusal;
	refusedAt: number;
	/** The uuid of the refused change that this one waits for. */
	heldBy?: string;
}

/** What is being typed and not yet a mutation. */
interface DraftEntry {
	key: string;
	values: unknown;
	at: number;
}

/** A photo's bytes on this device: waiting to be sent, or kept to be seen offline. */
export interface PhotoEntry {
	hash: string;
	mime: string;
	bytes: ArrayBuffer;
	at: number;
}

/**
 * How a photo on this device stands, apart from its bytes: lists of these stay small. Where one is
 * missing (an older app kept the bytes), the photo is taken for not sent.
 */
export interface PhotoState {
	hash: string;
	/** Bytes. */
	size: number;
	isSent: boolean;
	/** When the practice took it from this device (ms); not for those that came from there. */
	sentAt?: number;
	/** Why the practice does not take it, in words; it is kept and not sent again by itself. */
	refusal?: string;
	/** When it was added or last fetched (ms). */
	at: number;
}

/** A file that someone chose, as it came, until a small photo has been made of it. */
export interface StagedFile {
	/** The id of the record that it becomes: working on it twice makes one photo. */
	id: string;
	at: number;
	name: string;
	/** Of the file (ms). */
	modifiedAt: number;
	/** Null once it is known that nothing can be made of it. */
	file: Blob | null;
	/** Why there is no photo of it, in words. */
	refusal?: string;
}

/** A record's history as last read from the server. */
interface HistoryEntry {
	key: string;
	lines: unknown;
	at: number;
}

/** How syncing stands, for every tab to show. */
export interface SyncState {
	phase: 'idle' | 'syncing' | 'offline' | 'signed-out' | 'too-old' | 'trouble' | 'storage-full';
	/** When the last round ended well (ms), and null before the first. */
	syncedAt: number | null;
	/** Records so far and in all, during a long first sync. */
	progress: { done: number; of: number } | null;
}

/** Single values about this device, by name. */
export interface DeviceValues {
	cookie: Cookie | null;
	/** Where a pull of several pages goes on; null between pulls. */
	resume: string | null;
	/** The server's epoch that everything answered so far belongs to. */
	epoch: string | null;
	outbox: { id: string; nextSeq: number; ack: number };
	me: Me | null;
	sync: SyncState;
	/** The version up to which this person has seen what changed, for Today. */
	lookedTo: number | null;
	/** The build of the app that last made sure of every table. */
	openedBy: string | null;
	/** The version of the snapshot that came last, or is coming: what is no newer may be packed. */
	packing: number | null;
	/** The build that last opened this and knows of packed records: another than `openedBy` did not. */
	packedBy: string | null;
	/** By kind: the fields that packed records can be looked up by. */
	packedAs: Record<string, string>;
	/** Kinds of records that came and that this app is too old to keep. */
	unknownKinds: string[];
	/** This device sends photos on Wi-Fi only. */
	photosOnWifi: boolean;
	/** All the same, those that wait now may go. */
	photosNow: boolean;
	/** Names of chosen files that are being copied, and of those that the app did not get to copy. */
	chosen: { copying: string[]; missed: string[] };
	/** The chosen file that is worked on, and how often that was begun. */
	trying: { id: string; tries: number };
}

export interface SmallTables {
	base: BaseRow;
	outbox: OutboxEntry;
	answered: AnsweredEntry;
	attention: AttentionEntry;
	draft: DraftEntry;
	photo: PhotoEntry;
	'photo-state': PhotoState;
	staged: StagedFile;
	history: HistoryEntry;
	'pack-head': PackHeads;
	pack: Pack;
	'pack-finds': PackFinds;
	'pack-words': PackWords;
	unpacked: { key: string };
	device: { name: string; value: unknown };
}

/** The key of each small table. */
export const smallTableKeys: Readonly<Record<keyof SmallTables, string>> = {
	base: 'key',
	outbox: 'seq',
	answered: 'uuid',
	attention: 'uuid',
	draft: 'key',
	photo: 'hash',
	'photo-state': 'hash',
	staged: 'id',
	history: 'key',
	'pack-head': 'kind',
	pack: 'key',
	'pack-finds': 'key',
	'pack-words': 'key',
	unpacked: 'key',
	device: 'name'
};

export interface SmallTable<Value> {
	get(key: string | number): Promise<Value | undefined>;
	/** In the order of the given keys; those that are not there are left out. */
	many(keys: readonly (string | number)[]): Promise<Value[]>;
	/** In the order of their keys. */
	all(): Promise<Value[]>;
	/** Without reading what is under them. */
	keys(): Promise<(string | number)[]>;
	/** Those whose keys, which are text, begin so; in the order of their keys. */
	range(begin: string): Promise<Value[]>;
	rangeKeys(begin: string): Promise<string[]>;
	/** Keys that are text. */
	keysBelow(end: string): Promise<string[]>;
	put(value: Value): Promise<void>;
	/** No two with the same key. */
	putAll(values: readonly Value[]): Promise<void>;
	delete(key: string | number): Promise<void>;
	deleteAll(keys: readonly (string | number)[]): Promise<void>;
	clear(): Promise<void>;
}

/** The records of one kind. */
export interface RowTable {
	get(id: string): Promise<StoredRow | undefined>;
	put(stored: StoredRow): Promise<void>;
	/** No two of the same id. */
	putAll(stored: readonly StoredRow[]): Promise<void>;
	delete(id: string): Promise<void>;
	/** In the order of ids. */
	all(): Promise<StoredRow[]>;
	count(): Promise<number>;
	by(field: string, value: string): Promise<StoredRow[]>;
	between(dayField: string, firstOn: string, lastOn: string): Promise<StoredRow[]>;
	/** The same records, in the same order, without reading them. */
	idsBetween(dayField: string, firstOn: string, lastOn: string): Promise<string[]>;
	/** Latest first, by day, or by id where there is no day. `before` is a day or an id. */
	newest(dayField: string | undefined, limit: number, before?: string): Promise<StoredRow[]>;
	/** What the server changed after a version, latest first. */
	changedAfter(version: number, limit: number): Promise<StoredRow[]>;
}

/** Those that are rows of their own and not packed. */
export interface LooseRows extends RowTable {
	ids(): Promise<string[]>;
	clear(): Promise<void>;
	/** Records of this kind have come that are no rows. */
	dropDigestPack(): Promise<void>;
}

export interface TableSession {
	/** Whether all that it reads is of one moment: nobody else changes anything meanwhile. */
	readonly isOneMoment: boolean;
	/** Rows and packs of a kind, as they are at one moment. Await only the session inside. */
	atOneMoment<Result>(
		kind: string,
		read: (session: TableSession) => Promise<Result>
	): Promise<Result>;
	/**
	 * All records of a kind, rows and packed ones together. Whatever writes one takes its digest and
	 * their pack away, in the same transaction.
	 */
	readonly rows: (kind: string) => RowTable;
	readonly loose: (kind: string) => LooseRows;
	readonly digests: (kind: string) => DigestTable;
	small<Name extends keyof SmallTables>(name: Name): SmallTable<SmallTables[Name]>;
}

export interface DeviceTables {
	readonly kinds: readonly string[];
	/** For single reads, outside any transaction. */
	readonly session: TableSession;
	/** All or nothing. Await only the session inside. */
	write<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result>;
	/** The small tables, as they are at one moment. Await only the session inside. */
	readSmall<Result>(work: (session: TableSession) => Promise<Result>): Promise<Result>;
	/**
	 * Runs the query, and again whenever something that it read through this session has changed, in
	 * any tab. Up to its first read it runs at once.
	 */
	observe<Result>(
		query: () => Promise<Result>,
		onvalue: (result: Result) => void,
		onerror: (error: unknown) => void
	): () => void;
	/** The same tables; what is read through its session is told apart from other reads. */
	apart(): DeviceTables;
	/** Where `apart` began: the same for all of them. */
	readonly root: DeviceTables;
	close(): void;
	/** Deletes everything from this device. */
	destroy(): Promise<void>;
}

const firstValues: Omit<DeviceValues, 'outbox'> = {
	cookie: null,
	resume: null,
	epoch: null,
	me: null,
	sync: { phase: 'idle', syncedAt: null, progress: null },
	lookedTo: null,
	openedBy: null,
	packing: null,
	packedBy: null,
	packedAs: {},
	unknownKinds: [],
	photosOnWifi: false,
	photosNow: false,
	chosen: { copying: [], missed: [] },
	trying: { id: '', tries: 0 }
};

/**
 * An app that knows nothing of packed records must not take what it sees for all there is: it finds
 * neither of these, and fetches everything anew. See `noticeOlderApp`.
 */
export function keptAs(name: keyof DeviceValues): string {
	return name === 'cookie' || name === 'resume' ? `packed-${name}` : name;
}

type Kept = SmallTables['device'];

/** At one moment they are read once, together. */
const inWrites = new WeakMap<TableSession, Promise<Map<string, Kept>>>();

async function keptValue(session: TableSession, name: string): Promise<Kept | undefined> {
	const table = session.small('device');
	if (!session.isOneMoment) return table.get(name);
	let all = inWrites.get(session);
	if (!all) {
		all = table.all().then((values) => new Map(values.map((kept) => [kept.name, kept])));
		inWrites.set(session, all);
	}
	return (await all).get(name);
}

/** @throws {Error} for 'outbox' before `prepareDevice` has run. A defect. */
export async function deviceValue<Name extends keyof DeviceValues>(
	session: TableSession,
	name: Name
): Promise<DeviceValues[Name]> {
	const found = await keptValue(session, keptAs(name));
	// Written only by setDeviceValue, under the same name.
	if (found) return found.value as DeviceValues[Name];
	if (name === 'outbox') throw new Error('The device has not been prepared.');
	const first: Partial<DeviceValues> = firstValues;
	// Every name but 'outbox' has a first value.
	return first[name] as DeviceValues[Name];
}

export async function setDeviceValue<Name extends keyof DeviceValues>(
	session: TableSession,
	name: Name,
	value: DeviceValues[Name]
): Promise<void> {
	const kept = { name: keptAs(name), value };
	await session.small('device').put(kept);
	(await inWrites.get(session))?.set(kept.name, kept);
}
