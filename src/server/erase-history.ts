/**
 * History without somebody's words: the rows stay, in their order and with their hashes.
 */
import type { Kysely } from 'kysely';
import { inChunks } from './chunks.ts';
import type { ErasedWords } from './erase-words.ts';
import { readEffects } from './history.ts';
import type { Work } from './run.ts';
import type { Tables } from './tables.ts';

const rowsAtOnce = 500;

/** The rows that changed a record. */
export async function numbersAbout(
	{ trx, practice }: Work,
	kind: string,
	id: string
): Promise<number[]> {
	const rows = await trx
		.selectFrom('history_record')
		.select('number')
		.where('practice_id', '=', practice.id)
		.where('kind', '=', kind)
		.where('id', '=', id)
		.execute();
	return rows.map(({ number }) => number);
}

/** What ever stood in these fields of a record: a name from before a wedding counts too. */
export async function formerValues(
	work: Work,
	{ kind, id, fields }: { kind: string; id: string; fields: readonly string[] }
): Promise<unknown[]> {
	const values: unknown[] = [];
	await inChunks(await numbersAbout(work, kind, id), async (some) => {
		const rows = await work.trx
			.selectFrom('history')
			.select('effects')
			.where('practice_id', '=', work.practice.id)
			.where('number', 'in', some)
			.execute();
		for (const { effects } of rows) {
			for (const effect of effects === null ? [] : readEffects(effects)) {
				if (effect.kind !== kind || effect.id !== id) continue;
				for (const field of fields) {
					values.push(effect.before?.[field], effect.after?.[field], effect.sent?.[field]);
				}
			}
		}
	});
	return values;
}

/** @returns how many rows have lost their words. */
export async function eraseHistory(
	{ trx, practice }: Work,
	{ numbers, erased }: { numbers: readonly number[]; erased: ErasedWords | undefined }
): Promise<number> {
	const found = erased ? await numbersWith(trx, practice.id, erased) : [];
	const all = [...new Set([...numbers, ...found])];
	await inChunks(all, (some) =>
		trx
			.updateTable('history')
			.set({ effects: null, refusal: null })
			.where('practice_id', '=', practice.id)
			.where('number', 'in', some)
			.execute()
	);
	return all.length;
}

async function numbersWith(
	trx: Kysely<Tables>,
	practiceId: string,
	erased: ErasedWords
): Promise<number[]> {
	const found: number[] = [];
	let last = 0;
	for (;;) {
		const rows = await trx
			.selectFrom('history')
			.select(['number', 'effects', 'refusal'])
			.where('practice_id', '=', practiceId)
			.where('number', '>', last)
			.orderBy('number')
			.limit(rowsAtOnce)
			.execute();
		for (const { number, effects, refusal } of rows) {
			last = number;
			const texts = [effects, refusal].map((text): unknown => (text ? JSON.parse(text) : null));
			if (erased.areIn(texts)) found.push(number);
		}
		if (rows.length < rowsAtOnce) return found;
	}
}
