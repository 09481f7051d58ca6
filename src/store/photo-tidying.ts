/**
 * What photo bytes need not be on this device: those that no record names any more go at once, a
 * paper goes that only others may see, once the practice has it; and of the rest that the practice
 * has, the oldest go when there are too many.
 *
 * Bytes that a change in the outbox, a refused one or a draft speaks of stay: it may still be
 * carried out. And all stay while the records are not all here, as in the middle of a download: one
 * of those still to come may name them.
 */
import { maySeePhoto, photoFields } from '#domain/photo-fields.ts';
import { fieldOf } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { StoreParts } from './parts.ts';
import { waitingPhotos } from './photos.ts';
import { deviceValue, type PhotoState, type TableSession } from './tables.ts';

/** Of photos that the practice has too. */
const mostKeptBytes = 150_000_000;
/** Bytes are kept a moment before the record that names them. */
const justAddedMs = 2 * 60_000;

/** Deletes them, in short writes. */
export async function tidyPhotos(parts: StoreParts): Promise<void> {
	const { tables, now } = parts;
	const states = await tables.session.small('photo-state').all();
	if (states.length === 0) return;
	const { named, seen } = await namedHashes(parts);
	const spoken = await spokenOf(tables.session);
	const nameless = states.filter(({ hash }) => !named.has(hash) && !spoken.includes(hash));
	const isYoung = ({ at }: PhotoState) => at >= now() - justAddedMs;
	const letGo = nameless.some(isYoung) ? await letGoOf(tables.session) : '';
	const isGone = (state: PhotoState) =>
		nameless.includes(state) && (!isYoung(state) || letGo.includes(state.hash));
	const isErased = (state: PhotoState) =>
		state.isSent && !seen.has(state.hash) && !spoken.includes(state.hash);
	const gone = states.filter((state) => isErased(state) || isGone(state));
	const kept = states.filter((state) => state.isSent && !gone.includes(state));
	for (const { hash } of [...gone, ...tooMany(kept)]) await forget(parts, hash);
}

/** Whether any record still names it: what was removed before it was sent never leaves this phone. */
async function isNamed(session: TableSession, registry: Registry, hash: string): Promise<boolean> {
	for (const type of registry.records) {
		for (const field of photoFields(type)) {
			if ((await session.rows(type.kind).by(field, hash)).length > 0) return true;
		}
	}
	return false;
}

/** The next photo to send that a record still names, with its bytes; the others do not go. */
export async function nextPhoto(parts: StoreParts) {
	for (const { hash } of await waitingPhotos(parts.tables.session)) {
		if (!(await isNamed(parts.tables.session, parts.registry, hash))) continue;
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

/** Those that a record names, and those of them that this person may see. */
async function namedHashes({ tables, registry, me }: StoreParts) {
	const named = new Set<unknown>();
	const seen = new Set<unknown>();
	for (const type of registry.records) {
		const fields = photoFields(type);
		if (fields.length === 0) continue;
		for (const { row } of await tables.session.rows(type.kind).all()) {
			for (const field of fields) {
				named.add(fieldOf(row, field));
				if (maySeePhoto(type, { row, field }, me)) seen.add(fieldOf(row, field));
			}
		}
	}
	return { named, seen };
}

async function spokenOf(session: TableSession): Promise<string> {
	const outbox = await session.small('outbox').all();
	const attention = await session.small('attention').all();
	const drafts = await session.small('draft').all();
	const args = [...outbox, ...attention].map((each) => each.args);
	return JSON.stringify([...args, ...drafts.map(({ values }) => values)]);
}

/** What stood in records before changes that the practice has carried out. */
async function letGoOf(session: TableSession): Promise<string> {
	const answered = await session.small('answered').all();
	return JSON.stringify(answered.flatMap(({ effects }) => effects.map(({ before }) => before)));
}

async function isAllHere(session: TableSession): Promise<boolean> {
	const cookie = await deviceValue(session, 'cookie');
	return cookie !== null && (await deviceValue(session, 'resume')) === null;
}

function tooMany(kept: readonly PhotoState[]): PhotoState[] {
	let sum = 0;
	return [...kept]
		.sort((one, other) => other.at - one.at)
		.filter(({ size }) => (sum += size) > mostKeptBytes);
}

/** Unless the practice does not have it and a record has come to name it in the meantime. */
function forget({ tables, registry }: StoreParts, hash: string): Promise<void> {
	return tables.write(async (session) => {
		const state = await session.small('photo-state').get(hash);
		if (!state?.isSent && (await isNamed(session, registry, hash))) return;
		if (!(await isAllHere(session))) return;
		await session.small('photo').delete(hash);
		await session.small('photo-state').delete(hash);
	});
}
