/**
 * Forgets records that were removed long ago. A device that has been away for longer than that
 * gets a snapshot, because nothing can tell it what to drop.
 */
import type { Engine } from './engine.ts';
import { lockPractice } from './practice.ts';

const keptForMs = 180 * 86_400_000;

/** @returns how many were forgotten. */
export function forgetTombstones(engine: Engine, practiceId: string): Promise<number> {
	const before = engine.now() - keptForMs;
	return engine.database.withPractice(practiceId, async (trx) => {
		const practice = await lockPractice(trx, engine.database, practiceId);
		const gone = await trx
			.deleteFrom('record')
			.where('practice_id', '=', practiceId)
			.where('deleted_at', '<', before)
			.returning('version')
			.execute();
		if (!practice || gone.length === 0) return 0;
		const newest = gone.reduce((version, row) => Math.max(version, row.version), 0);
		await trx
			.updateTable('practice')
			.set({ oldest_version: Math.max(practice.oldest_version, newest) })
			.where('id', '=', practiceId)
			.execute();
		return gone.length;
	});
}
