/**
 * Makes look-ups and days anew when an update of the app has changed what is indexed.
 *
 * Run before the server answers anybody: rules that look things up must find them.
 */
import type { Kysely } from 'kysely';
import type { Registry } from '#domain/registry.ts';
import { inChunks } from './chunks.ts';
import type { Engine } from './engine.ts';
import { lockPractice } from './practice.ts';
import { dayOfRow, lookupsOf, readBody, sha256 } from './rows.ts';
import type { LookupTable, Tables } from './tables.ts';

const job = 'lookups';

/** Every practice that needs it, found with one question. */
export async function refreshAllLookups(engine: Engine): Promise<void> {
	const state = JSON.stringify(indexesOf(engine.registry));
	const stale = await engine.database.asOwner((trx) =>
		trx
			.selectFrom('practice')
			.select('id')
			.where((eb) =>
				eb.not(
					eb.exists(
						eb
							.selectFrom('job')
							.select('job.name')
							.whereRef('job.practice_id', '=', 'practice.id')
							.where('job.name', '=', job)
							.where('job.state', '=', state)
					)
				)
			)
			.execute()
	);
	for (const { id } of stale) {
		try {
			await refreshLookups(engine, id);
		} catch (error) {
			// One practice with a broken record must not keep all the others from starting.
			engine.log.error({ error, practiceId: id }, 'The look-ups of a practice are not up to date.');
		}
	}
}

/** @returns how many records were looked through; 0 when there was no need. */
export function refreshLookups(engine: Engine, practiceId: string): Promise<number> {
	const state = JSON.stringify(indexesOf(engine.registry));
	return engine.database.withPractice(practiceId, async (trx) => {
		await lockPractice(trx, engine.database, practiceId);
		const kept = await trx
			.selectFrom('job')
			.select('state')
			.where('practice_id', '=', practiceId)
			.where('name', '=', job)
			.executeTakeFirst();
		if (kept?.state === state) return 0;
		const count = await makeAnew(trx, engine, practiceId);
		await trx
			.insertInto('job')
			.values({ practice_id: practiceId, name: job, state, run_at: engine.now() })
			.onConflict((conflict) =>
				conflict.columns(['practice_id', 'name']).doUpdateSet({ state, run_at: engine.now() })
			)
			.execute();
		return count;
	});
}

function indexesOf({ records }: Registry): string {
	return sha256(JSON.stringify(records.map(({ kind, indexes, day }) => [kind, indexes, day])));
}

async function makeAnew(trx: Kysely<Tables>, engine: Engine, practiceId: string): Promise<number> {
	const rows = await trx
		.selectFrom('record')
		.select(['kind', 'id', 'body', 'day'])
		.where('practice_id', '=', practiceId)
		.where('body', 'is not', null)
		.execute();
	const values: LookupTable[] = [];
	for (const { kind, id, body, day } of rows) {
		const type = engine.registry.typeOf(kind);
		const row = type && readBody(type, id, body);
		if (!type || !row) continue;
		for (const lookup of lookupsOf(type, row)) {
			values.push({ practice_id: practiceId, kind, id, ...lookup });
		}
		const fresh = dayOfRow(type, row);
		if (fresh === day) continue;
		await trx
			.updateTable('record')
			.set({ day: fresh })
			.where('practice_id', '=', practiceId)
			.where('kind', '=', kind)
			.where('id', '=', id)
			.execute();
	}
	await trx.deleteFrom('lookup').where('practice_id', '=', practiceId).execute();
	await inChunks(values, (some) => trx.insertInto('lookup').values(some).execute());
	return rows.length;
}
