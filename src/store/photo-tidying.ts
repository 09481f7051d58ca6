/**
 * What photo bytes need not be on this device: those that no record names any more go at once, and
 * of those that the practice has, the oldest go when there are too many.
 *
 * Bytes that a change in the outbox, or a refused one, speaks of stay: it may still be carried out.
 */
import type { StoreParts } from './parts.ts';
import { waitingPhotos } from './photos.ts';
import type { PhotoState, TableSession } from './tables.ts';

/** Of photos that the practice has too. */
const mostKeptBytes = 150_000_000;
/** Bytes are kept a moment before the record that names them. */
const justAddedMs = 2 * 60_000;

/** Deletes them, in short writes. */
export async function tidyPhotos({ tables, registry, now }: StoreParts): Promise<void> {
	const named = await namedHashes(tables.session, registry.records);
	const spoken = await spokenOf(tables.session);
	const states = await tables.session.small('photo-state').all();
	const isGone = ({ hash, at }: PhotoState) =>
		!named.has(hash) && !spoken.includes(hash) && at < now() - justAddedMs;
	const isErased = (state: PhotoState) =>
		state.isSent && !named.has(state.hash) && !spoken.includes(state.hash);
	const gone = states.filter((state) => isErased(state) || isGone(state));
	const kept = states.filter((state) => state.isSent && !gone.includes(state));
	for (const { hash } of [...gone, ...tooMany(kept)]) await forget(tables, hash);
}

/** Whether any record still names it: what was removed before it was sent never leaves this phone. */
async function isNamed({ tables, registry }: StoreParts, hash: string): Promise<boolean> {
	for (const { kind, indexes } of registry.records) {
		if (!indexes.includes('hash')) continue;
		if ((await tables.session.rows(kind).by('hash', hash)).length > 0) return true;
	}
	return false;
}

/** The next photo to send that a record still names, with its bytes; the others do not go. */
export async function nextPhoto(parts: StoreParts) {
	for (const { hash } of await waitingPhotos(parts.tables.session)) {
		if (!(await isNamed(parts, hash))) continue;
		const photo = await parts.tables.session.small('photo').get(hash);
		if (photo) return photo;
	}
	return undefined;
}

/** A practice that was put back from a backup may miss what it had taken since. */
export async function sendPhotosAgain(session: TableSession): Promise<void> {
	for (const state of await session.small('photo-state').all()) {
		if (!state.isSent || state.sentAt === undefined) continue;
		await session.small('photo-state').put({ ...state, isSent: false });
	}
}

async function namedHashes(
	session: TableSession,
	types: StoreParts['registry']['records']
): Promise<Set<unknown>> {
	const named = new Set<unknown>();
	for (const { kind, indexes } of types) {
		if (!indexes.includes('hash')) continue;
		for (const { row } of await session.rows(kind).all()) {
			if ('hash' in row) named.add(row.hash);
		}
	}
	return named;
}

async function spokenOf(session: TableSession): Promise<string> {
	const outbox = await session.small('outbox').all();
	const attention = await session.small('attention').all();
	return JSON.stringify([...outbox, ...attention].map(({ args }) => args));
}

function tooMany(kept: readonly PhotoState[]): PhotoState[] {
	let sum = 0;
	return [...kept]
		.sort((one, other) => other.at - one.at)
		.filter(({ size }) => (sum += size) > mostKeptBytes);
}

function forget(tables: StoreParts['tables'], hash: string): Promise<void> {
	return tables.write(async (session) => {
		await session.small('photo').delete(hash);
		await session.small('photo-state').delete(hash);
	});
}
