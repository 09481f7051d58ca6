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
import { readRow, recordKey } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { currentActor, seenBy } from './actor.ts';
import { DeviceTransaction } from './device-transaction.ts';
import { addTouched, keysOf, touched } from './entries.ts';
import { dropAnswered, forgetLongAnswered, offerAgain } from './outbox.ts';
import { takeOutcomes } from './outcomes.ts';
import { sendPhotosAgain } from './photo-tidying.ts';
import { deviceValue, setDeviceValue, type OutboxEntry, type TableSession } from './tables.ts';
import { noteUnknownKinds, withUnknown } from './unknown.ts';

export interface Taking {
	readonly registry: Registry;
	readonly kinds: readonly string[];
	readonly now: number;
	readonly newId: () => string;
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
	const keys = await takeOutcomes(session, patch.outcomes, taking.now);
	for (const key of await noticeRestore(session, patch.epoch, taking)) keys.add(key);
	const brings = patch.to !== null || patch.resume !== null;
	const fits = brings && (await builds(session, patch, taking));
	if (fits) {
		if (patch.from === null && taking.resume === null) {
			await clearRecords(session, taking.kinds);
			for (const entry of await session.small('outbox').all()) addTouched(entry, keys);
		}
		await setDeviceValue(session, 'resume', patch.resume);
	}
	if (fits && patch.to && patch.resume === null) {
		for (const key of await arrive(session, patch.to, taking.now)) keys.add(key);
	}
	await layAgain(session, fits ? patch.changes : [], keys, taking.registry);
	return fits || !brings ? 'taken' : 'elsewhere';
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
	await setDeviceValue(session, 'cookie', cookie);
	// What came with the first cookie is no news.
	const looked = await deviceValue(session, 'lookedTo');
	if (looked === null) await setDeviceValue(session, 'lookedTo', cookie.version);
	await forgetLongAnswered(session, now);
	return dropAnswered(session, cookie.version, now);
}

/** Whether the patch continues what the device holds. */
async function builds(session: TableSession, patch: Patch, { resume, cookie }: Taking) {
	if (resume !== null) return (await deviceValue(session, 'resume')) === resume;
	const held = await deviceValue(session, 'cookie');
	// A snapshot replaces what was held when it was asked for, and nothing that came since.
	return sameCookie(held, patch.from ?? cookie);
}

async function clearRecords(session: TableSession, kinds: readonly string[]): Promise<void> {
	for (const kind of kinds) await session.rows(kind).clear();
	await session.small('base').clear();
	await session.small('history').clear();
	await setDeviceValue(session, 'cookie', null);
}

async function layAgain(
	session: TableSession,
	changes: readonly Change[],
	keys: Set<string>,
	registry: Registry
): Promise<void> {
	for (const change of changes) keys.add(recordKey(change.kind, change.id));
	const pending = await session.small('outbox').all();
	const again = affected(pending, keys);
	for (const key of keys) await uncover(session, key);
	await noteUnknownKinds(session, changes, registry);
	for (const change of changes) await applyChange(session, change, registry);
	for (const entry of again) await runAgain(session, entry, registry);
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

async function uncover(session: TableSession, key: string): Promise<void> {
	const base = await session.small('base').get(key);
	if (!base) return;
	const rows = session.rows(base.kind);
	await (base.stored ? rows.put(base.stored) : rows.delete(base.id));
	await session.small('base').delete(key);
}

async function applyChange(
	session: TableSession,
	{ kind, id, version, row }: Change,
	registry: Registry
): Promise<void> {
	const type = registry.typeOf(kind);
	// A kind that this app is too old to know: it comes with a snapshot after the update.
	if (!type) return;
	if (row === null) await session.rows(kind).delete(id);
	else {
		const kept = withUnknown(row, readRow(type, id, row));
		await session.rows(kind).put({ id, version, row: kept });
	}
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
