/**
 * Photos that a record has let go of: their bytes go in the same transaction, and with them the
 * packed pages, which may hold the small picture.
 *
 * Only where the record is still there and no longer names them (a removed photo, which is final).
 * What nothing names for other reasons waits for the nightly round.
 */
import type { Kysely } from 'kysely';
import { inChunks } from './chunks.ts';
import { forgetSnapshots } from './snapshots.ts';
import type { Tables } from './tables.ts';

const hash = /^[0-9a-f]{64}$/;

/** `values`: what stood in looked-up fields until now. */
export async function erasePhotos(
	trx: Kysely<Tables>,
	practiceId: string,
	values: Iterable<string>
): Promise<void> {
	const hashes = [...values].filter((value) => hash.test(value));
	if (hashes.length === 0) return;
	await inChunks(hashes, async (some) => {
		const rows = await trx
			.selectFrom('lookup')
			.select('value')
			.distinct()
			.where('practice_id', '=', practiceId)
			.where('value', 'in', some)
			.execute();
		const used = new Set(rows.map(({ value }) => value));
		const gone = some.filter((value) => !used.has(value));
		if (gone.length === 0) return;
		await trx
			.deleteFrom('photo')
			.where('practice_id', '=', practiceId)
			.where('hash', 'in', gone)
			.execute();
	});
	await forgetSnapshots(trx, practiceId);
}
