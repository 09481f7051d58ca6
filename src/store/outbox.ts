/**
 * The ordered queue of what this person did and the server has not answered yet.
 *
 * An entry leaves it only with an outcome: carried out (kept 30 days more) or refused (kept in
 * attention). Nothing here ever counts attempts.
 */
import { fingerprint } from '#domain/merge.ts';
import { maxMutations, maxPushBytes, type MutationMessage, type Was } from '#domain/protocol.ts';
import { keyParts } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { addTouched, touched } from './entries.ts';
import { deviceValue, setDeviceValue, type OutboxEntry, type TableSession } from './tables.ts';
import { waitingSeqs } from './waiting.ts';

/** How long the device keeps what was answered, to catch up a restored backup. */
const keepAnsweredMs = 30 * 86_400_000;
/** Of a longer text a fingerprint goes, which has so many letters itself. */
const longestAsItIs = 16;
/** Room in a push for what surrounds the mutations. */
const envelopeBytes = 2048;
/** Entries may be large, and a push may be full after a few; after them, as many again as were read. */
const readFirst = 10;

/** The next entries to send, oldest first, as many as one push takes. */
export async function nextMessages(
	session: TableSession,
	registry: Registry
): Promise<MutationMessage[]> {
	const messages: MutationMessage[] = [];
	let bytes = envelopeBytes;
	const seqs = await waitingSeqs(session);
	for (let from = 0, to = readFirst; from < seqs.length; from = to, to *= 2) {
		const entries = await session.small('outbox').many(seqs.slice(from, to));
		for (const entry of entries.filter(({ version }) => version === undefined)) {
			const message = messageOf(entry, registry);
			bytes += new TextEncoder().encode(JSON.stringify(message)).length + 1;
			if (messages.length > 0 && bytes > maxPushBytes) return messages;
			messages.push(message);
			if (messages.length === maxMutations) return messages;
		}
	}
	return messages;
}

function messageOf(entry: OutboxEntry, registry: Registry): MutationMessage {
	const { seq, uuid, name, args, at } = entry;
	const was: Was = {};
	for (const [key, fields] of Object.entries(entry.was)) {
		const policies = registry.typeOf(keyParts(key).kind)?.fields ?? {};
		const asSent = (field: string, value: unknown) => {
			const isShort = policies[field] !== 'text' && String(value).length <= longestAsItIs;
			return typeof value !== 'string' || isShort ? value : fingerprint(value);
		};
		was[key] = Object.fromEntries(
			Object.entries(fields).map(([field, value]) => [field, asSent(field, value)])
		);
	}
	const message = { seq, uuid, name, args, was, at };
	return entry.heldBy === undefined ? message : { ...message, isHeld: true };
}

/** Drops entries whose effect the device has pulled; returns the keys that they touched. */
export async function dropAnswered(
	session: TableSession,
	pulledTo: number,
	now: number
): Promise<Set<string>> {
	const keys = new Set<string>();
	const { ack } = await deviceValue(session, 'outbox');
	const seqs = (await session.small('outbox').keys()).filter((seq) => Number(seq) <= ack);
	const pulled = (await session.small('outbox').many(seqs)).flatMap((entry) => {
		const { version } = entry;
		return version === undefined || version > pulledTo ? [] : { ...entry, version };
	});
	for (const entry of pulled) addTouched(entry, keys);
	await moveToAnswered(session, pulled, now);
	return keys;
}

/** An entry that was carried out. */
export type Done = OutboxEntry & { version: number };

export async function moveToAnswered(
	session: TableSession,
	entries: readonly Done[],
	now: number
): Promise<void> {
	await session.small('outbox').deleteAll(entries.map(({ seq }) => seq));
	await session.small('answered').putAll(entries.map((entry) => ({ ...entry, answeredAt: now })));
}

/** Those answered are many and large: only what was made long ago is looked at. */
export async function forgetLongAnswered(session: TableSession, now: number): Promise<void> {
	const before = now - keepAnsweredMs;
	const old = await session.small('answered').keysBelow(firstIdAt(before));
	for (const entry of await session.small('answered').many(old)) {
		if (entry.answeredAt < before) await session.small('answered').delete(entry.uuid);
	}
}

/** No id that was made then (ms), by the clock of the phone, is lower: ids begin with it. */
function firstIdAt(ms: number): string {
	const digits = Math.max(0, ms).toString(16).padStart(12, '0');
	return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

/**
 * Takes a new identity and numbers what is pending from 1.
 *
 * Needed when this device is a copy of another, or the server misses numbers. What the server
 * already has is known to it by uuid and is not carried out twice.
 */
export async function fork(session: TableSession, newId: () => string): Promise<void> {
	await renumber(session, await session.small('outbox').all(), newId);
}

/**
 * After a backup was restored: offers again all that was answered, before what is pending.
 *
 * What the server still has is known to it by uuid and is not carried out twice.
 */
export async function offerAgain(session: TableSession, newId: () => string): Promise<Set<string>> {
	const answered = await session.small('answered').all();
	answered.sort((one, other) => one.at - other.at || (one.uuid < other.uuid ? -1 : 1));
	await session.small('answered').clear();
	const entries = [...answered, ...(await session.small('outbox').all())];
	await renumber(session, entries, newId);
	return new Set(entries.flatMap(touched));
}

async function renumber(
	session: TableSession,
	entries: readonly OutboxEntry[],
	newId: () => string
): Promise<void> {
	await session.small('outbox').clear();
	let seq = 0;
	for (const { uuid, name, args, was, at, effects, heldBy } of entries) {
		seq += 1;
		const entry = { seq, uuid, name, args, was, at, effects };
		await session.small('outbox').put(heldBy === undefined ? entry : { ...entry, heldBy });
	}
	await setDeviceValue(session, 'outbox', { id: newId(), nextSeq: seq + 1, ack: 0 });
}
