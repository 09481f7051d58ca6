/**
 * What the nightly round forgets in one practice. Nothing that a phone still needs: what comes
 * late is known by its uuid in history, which is never tidied.
 */
import type { Kysely } from 'kysely';
import { inChunks } from './chunks.ts';
import type { Engine } from './engine.ts';
import { forgetOldSnapshots } from './snapshots.ts';
import type { Tables } from './tables.ts';
import { forgetTombstones } from './tombstones.ts';

const dayMs = 86_400_000;
/** Until then an old link says that it is used or too old, rather than unknown. */
const invitesKeptMs = 30 * dayMs;
/** As long as tombstones: a phone that was away for longer starts from a snapshot anyway. */
const answersKeptMs = 180 * dayMs;
/** Longer than anything is of use to be told. */
const remindersKeptMs = 60 * dayMs;
/** Bytes may come long before the record that needs them: a phone sends them when it can. */
const photosKeptMs = 30 * dayMs;
/** Letters of a SHA-256. */
const hashLength = 64;

export interface Tidied {
	readonly tombstones: number;
	readonly invites: number;
	readonly answers: number;
	readonly photos: number;
	readonly reminders: number;
}

/** Several short transactions, so that pushes come in between. */
export async function tidyPractice(engine: Engine, practiceId: string): Promise<Tidied> {
	const tombstones = await forgetTombstones(engine, practiceId);
	const within = <Result>(work: (trx: Kysely<Tables>) => Promise<Result>) =>
		engine.database.withPractice(practiceId, work);
	const place = { practiceId, now: engine.now() };
	await within((trx) => forgetOldSnapshots(trx, place));
	return {
		tombstones,
		invites: await within((trx) => forgetInvites(trx, place)),
		answers: await within((trx) => forgetAnswers(trx, place)),
		photos: await within((trx) => forgetPhotos(trx, place)),
		reminders: await within((trx) => forgetReminders(trx, place))
	};
}

interface Place {
	readonly practiceId: string;
	readonly now: number;
}

/** Used, cancelled or expired a while ago. */
async function forgetInvites(trx: Kysely<Tables>, { practiceId, now }: Place): Promise<number> {
	const before = now - invitesKeptMs;
	const gone = await trx
		.deleteFrom('invite')
		.where('practice_id', '=', practiceId)
		.where((eb) =>
			eb.or([
				eb('expires_at', '<', before),
				eb('used_at', '<', before),
				eb('cancelled_at', '<', before)
			])
		)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

/** That someone was told: nothing comes round again after so long. */
async function forgetReminders(trx: Kysely<Tables>, { practiceId, now }: Place): Promise<number> {
	const gone = await trx
		.deleteFrom('reminder')
		.where('practice_id', '=', practiceId)
		.where('tried_at', '<', now - remindersKeptMs)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

/**
 * A phone that sends such a number again is told to number anew, and then what became of each
 * change: see checkOutbox.
 */
async function forgetAnswers(trx: Kysely<Tables>, { practiceId, now }: Place): Promise<number> {
	const last = await trx
		.selectFrom('history')
		.select('number')
		.where('practice_id', '=', practiceId)
		.where('received_at', '<', now - answersKeptMs)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!last) return 0;
	const gone = await trx
		.deleteFrom('answer')
		.where('practice_id', '=', practiceId)
		.where('number', '<=', last.number)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

/**
 * Whose hash stands in no record, for 30 days. A record that needs a photo's bytes has the hash in
 * an indexed field.
 */
async function forgetPhotos(trx: Kysely<Tables>, { practiceId, now }: Place): Promise<number> {
	const kept = await trx
		.selectFrom('photo')
		.select(['hash', 'unreferenced_since'])
		.where('practice_id', '=', practiceId)
		.execute();
	const used = await hashesInUse(trx, practiceId);
	const mark = (hashes: string[], since: number | null) =>
		inChunks(hashes, (some) =>
			trx
				.updateTable('photo')
				.set({ unreferenced_since: since })
				.where('practice_id', '=', practiceId)
				.where('hash', 'in', some)
				.execute()
		);
	const wanted = kept.filter(({ hash }) => used.has(hash));
	const unwanted = kept.filter(({ hash }) => !used.has(hash));
	const again = wanted.filter(({ unreferenced_since: since }) => since !== null);
	const newly = unwanted.filter(({ unreferenced_since: since }) => since === null);
	await mark(again.map(hashOf), null);
	await mark(newly.map(hashOf), now);
	const before = now - photosKeptMs;
	const old = unwanted.filter(({ unreferenced_since: since }) => since !== null && since < before);
	await deletePhotos(trx, practiceId, old.map(hashOf));
	return old.length;
}

/** Everything among the indexed values that could be the hash of a photo. */
export async function hashesInUse(trx: Kysely<Tables>, practiceId: string): Promise<Set<string>> {
	const rows = await trx
		.selectFrom('lookup')
		.select('value')
		.distinct()
		.where('practice_id', '=', practiceId)
		.where((eb) => eb(eb.fn<number>('length', ['value']), '=', hashLength))
		.execute();
	return new Set(rows.map(({ value }) => value));
}

export function deletePhotos(
	trx: Kysely<Tables>,
	practiceId: string,
	hashes: readonly string[]
): Promise<void> {
	return inChunks(hashes, (some) =>
		trx
			.deleteFrom('photo')
			.where('practice_id', '=', practiceId)
			.where('hash', 'in', some)
			.execute()
	);
}

function hashOf({ hash }: { readonly hash: string }): string {
	return hash;
}
