/**
 * Takes in a patch: puts the server's copies back, applies the changes, and runs what is still
 * pending on the same records again.
 *
 * One transaction, safe to repeat: a patch that does not build on what is here changes nothing
 * but outcomes.
 */
import { contextFor, runMutation } from '#domain/mutation.ts';
import { sameCookie, type Change, type Cookie, type Patch } from '#domain/protocol.ts';
import { Recorder } from '#domain/recorder.ts';
import { keyParts, recordKey } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { currentActor, seenBy } from './actor.ts';
import { DeviceTransaction } from './device-transaction.ts';
import { addTouched, keysOf, touched } from './entries.ts';
import { dropAnswered, forgetLongAnswered, offerAgain } from './outbox.ts';
import { madeWhole } from './made-whole.ts';
import { keepChanges, type Packing } from './packing.ts';
import { takeOutcomes } from './outcomes.ts';
import { shelfOf } from './packs.ts';
import { sendPhotosAgain } from './photo-tidying.ts';
import { deviceValue, setDeviceValue, type OutboxEntry, type TableSession } from './tables.ts';
import { noteUnknownKinds } from './unknown.ts';

export interface Taking {
	readonly registry: Registry;
	readonly kinds: readonly string[];
	readonly now: number;
	readonly newId: () => string;
	readonly packing: Packing;
	/** The resume token that was asked with; null for a push, a poke or a first page. */
	readonly resume: string | null;
	/** The cookie that was asked with. */
	readonly cookie: Cookie | null;
}

/** 'taken', or 'elsewhere' when the changes do not build on what is here: pull. */
export type Taken = 'taken' | 'elsewhere';

export async function takePatch(
	session: TableSession,
	patch: Patch,
	taking: Taking
): Promise<Taken> {
	const brings = patch.to !== null || patch.resume !== null;
	await readAhead(session, patch, taking.registry);
	const isNew = await isStillEmpty(session);
	const changes = await fitting(session, patch, taking);
	const fits = changes !== undefined;
	const isLast = fits && patch.resume === null;
	const pulledTo = isLast ? patch.to?.version : undefined;
	const { now } = taking;
	const keys = await takeOutcomes(session, patch.outcomes, { now, pulledTo });
	for (const key of await noticeRestore(session, patch.epoch, taking)) keys.add(key);
	if (fits) {
		if (patch.from === null && taking.resume === null) {
			if (!isNew) await clearRecords(session, taking.kinds);
			await setDeviceValue(session, 'packing', patch.to?.version ?? null);
			for (const entry of await session.small('outbox').all()) addTouched(entry, keys);
		}
		const resume = await deviceValue(session, 'resume');
		if (resume !== patch.resume) await setDeviceValue(session, 'resume', patch.resume);
	}
	if (isLast && patch.to) {
		for (const key of await arrive(session, patch.to, now)) keys.add(key);
	}
	const snapshot = patch.from === null ? await deviceValue(session, 'packing') : null;
	await Promise.all([
		isLast ? forgetLongAnswered(session, now) : undefined,
		layAgain(session, { changes: changes ?? [], snapshot, keys }, taking)
	]);
	return fits || !brings ? 'taken' : 'elsewhere';
}

/** What is asked in any case, at once: one question after the other takes longer than all together. */
async function readAhead(
	session: TableSession,
	{ changes }: Patch,
	registry: Registry
): Promise<void> {
	const kinds = [...new Set(changes.map(({ kind }) => kind))];
	await Promise.all([
		deviceValue(session, 'cookie'),
		session.small('outbox').keys(),
		session.small('base').keys(),
		...kinds.filter((kind) => registry.typeOf(kind)).map((kind) => shelfOf(session).heads(kind))
	]);
}

/** The changes, each with its whole record; undefined when they do not build on what is here. */
async function fitting(
	session: TableSession,
	patch: Patch,
	taking: Taking
): Promise<readonly Change[] | undefined> {
	const brings = patch.to !== null || patch.resume !== null;
	if (!brings || !(await builds(session, patch, taking))) return undefined;
	const changes = await madeWhole(session, patch.changes, taking.registry);
	if (changes) return changes;
	await setDeviceValue(session, 'cookie', null);
	await setDeviceValue(session, 'resume', null);
	return undefined;
}

/** A server that was put back from a backup may miss what it had answered: it is offered again. */
async function noticeRestore(
	session: TableSession,
	epoch: string,
	{ newId }: Taking
): Promise<Set<string>> {
	const known = await deviceValue(session, 'epoch');
	if (known === epoch) return new Set();
	await setDeviceValue(session, 'epoch', epoch);
	if (known === null) return new Set();
	await setDeviceValue(session, 'lookedTo', null);
	await sendPhotosAgain(session);
	return offerAgain(session, newId);
}

/**
 * The device now holds everything up to this cookie.
 *
 * @returns the keys of records whose pending changes have come back.
 */
async function arrive(session: TableSession, cookie: Cookie, now: number): Promise<Set<string>> {
	// What came with the first cookie is no news.
	const looked = await deviceValue(session, 'lookedTo');
	if (looked === null) await setDeviceValue(session, 'lookedTo', cookie.version);
	const keys = await dropAnswered(session, cookie.version, now);
	await setDeviceValue(session, 'cookie', cookie);
	return keys;
}

/** Whether the patch continues what the device holds. */
async function builds(session: TableSession, patch: Patch, { resume, cookie }: Taking) {
	const page = await deviceValue(session, 'resume');
	if (resume !== null) return page === resume;
	// The first page of another snapshot, asked for before the one that is being taken in: too late.
	if (patch.from === null && page !== null) return false;
	const held = await deviceValue(session, 'cookie');
	// A snapshot replaces what was held when it was asked for, and nothing that came since.
	return sameCookie(held, patch.from ?? cookie);
}

/** Nothing has come from the practice yet, and nothing was done here: there are no records. */
async function isStillEmpty(session: TableSession): Promise<boolean> {
	if ((await deviceValue(session, 'epoch')) !== null) return false;
	return (await session.small('outbox').keys()).length === 0;
}

async function clearRecords(session: TableSession, kinds: readonly string[]): Promise<void> {
	for (const kind of kinds) await session.loose(kind).clear();
	await shelfOf(session).clear();
	await session.small('base').clear();
	await session.small('history').clear();
	await setDeviceValue(session, 'cookie', null);
}

interface Layer {
	readonly changes: readonly Change[];
	/** The version of the snapshot that the changes are part of. */
	readonly snapshot: number | null;
	/** Of the records to go over again. */
	readonly keys: Set<string>;
}

async function layAgain(
	session: TableSession,
	{ changes, snapshot, keys }: Layer,
	{ registry, packing, newId }: Taking
): Promise<void> {
	const pending = await session.small('outbox').all();
	const isBare = pending.length === 0 && (await session.small('base').keys()).length === 0;
	// Where nothing lies on top of any record, none has to be named.
	const named = isBare ? [] : changes;
	const came = new Map(named.map(({ kind, id, version }) => [recordKey(kind, id), version]));
	for (const key of came.keys()) keys.add(key);
	const again = affected(pending, keys);
	// A page of a snapshot may pack what is no row here.
	const isNext = (key: string) =>
		snapshot === null && came.has(key) && registry.typeOf(keyParts(key).kind) !== undefined;
	await uncover(session, keys, isNext);
	await noteUnknownKinds(session, changes, registry);
	await keepChanges(session, changes, { registry, packing, newId, snapshot });
	for (const entry of again) {
		if (!(await hasCome(session, entry, came))) await runAgain(session, entry, registry);
	}
}

/** The pending entries that touch the keys, and, one by the other, all that those touch. */
function affected(pending: readonly OutboxEntry[], keys: Set<string>): OutboxEntry[] {
	const chosen = new Set<OutboxEntry>();
	let found = true;
	while (found) {
		found = false;
		for (const entry of pending) {
			if (chosen.has(entry) || !touched(entry).some((key) => keys.has(key))) continue;
			chosen.add(entry);
			addTouched(entry, keys);
			found = true;
		}
	}
	return pending.filter((entry) => chosen.has(entry));
}

/** `isNext`: it is written in a moment. */
async function uncover(
	session: TableSession,
	keys: ReadonlySet<string>,
	isNext: (key: string) => boolean
): Promise<void> {
	const bases = session.small('base');
	const all = (await bases.keys()).map(String);
	const covered = all.filter((key) => keys.has(key));
	for (const { kind, id, stored } of await bases.many(covered.filter((key) => !isNext(key)))) {
		const rows = session.rows(kind);
		await (stored ? rows.put(stored) : rows.delete(id));
	}
	if (covered.length > 0 && covered.length === all.length) await bases.clear();
	else await bases.deleteAll(covered);
}

/**
 * Whether all that an entry changed has come back, although there may be more pages: then it is in
 * those records, and would be done twice.
 */
async function hasCome(
	session: TableSession,
	entry: OutboxEntry,
	came: ReadonlyMap<string, number>
): Promise<boolean> {
	if (entry.version === undefined) return false;
	for (const key of touched(entry)) {
		const { kind, id } = keyParts(key);
		const version = came.get(key) ?? (await session.rows(kind).get(id))?.version ?? 0;
		if (version < entry.version) return false;
	}
	return true;
}

/**
 * The answer stays the server's: an entry that no longer runs here is still sent. One that waits
 * for a refused change keeps what its author saw it do, and does not run.
 */
async function runAgain(
	session: TableSession,
	entry: OutboxEntry,
	registry: Registry
): Promise<void> {
	if (entry.heldBy !== undefined) return;
	const mutation = registry.mutationNamed(entry.name);
	const me = await deviceValue(session, 'me');
	const actor = await currentActor(session, registry);
	if (!mutation || !actor || !me) return;
	const transaction = new DeviceTransaction(session, entry.seq);
	const recorder = new Recorder(transaction, seenBy(entry.was));
	const context = contextFor(actor, entry.at, me.practiceId);
	const refusal = await runMutation(mutation, recorder, entry.args, context);
	const effects = refusal ? [] : recorder.effects;
	await transaction.revert(keysOf(effects));
	if (!refusal) await session.small('outbox').put({ ...entry, effects });
}
