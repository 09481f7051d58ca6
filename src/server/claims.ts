/**
 * Claims on the work of the whole server: of several processes on one database, one does it.
 *
 * A claim is one update of one row. It runs out by itself, so work whose process was killed is
 * taken up again.
 */
import type { Engine } from './engine.ts';

export interface Claim {
	readonly name: string;
	/** It is due when it was last begun before this moment. */
	readonly dueSince: number;
	/** How long it may take, and how long a failed one waits. */
	readonly forMs: number;
}

/** True for the one who is to do it now. */
export function claimJob(engine: Engine, { name, dueSince, forMs }: Claim): Promise<boolean> {
	const now = engine.now();
	return engine.database.asOwner(async (trx) => {
		await trx
			.insertInto('server_job')
			.values({ name, run_at: 0, claimed_until: 0 })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const claimed = await trx
			.updateTable('server_job')
			.set({ claimed_until: now + forMs })
			.where('name', '=', name)
			.where('run_at', '<', dueSince)
			.where('claimed_until', '<=', now)
			.executeTakeFirst();
		return claimed.numUpdatedRows === 1n;
	});
}

export async function finishJob(engine: Engine, name: string, begunAt: number): Promise<void> {
	await engine.database.asOwner((trx) =>
		trx
			.updateTable('server_job')
			.set({ run_at: begunAt, claimed_until: 0 })
			.where('name', '=', name)
			.execute()
	);
}

/** For work that was stopped half way: whoever comes next may begin at once. */
export async function freeJob(engine: Engine, name: string): Promise<void> {
	await engine.database.asOwner((trx) =>
		trx.updateTable('server_job').set({ claimed_until: 0 }).where('name', '=', name).execute()
	);
}

/** When each was last begun and came to its end. */
export async function jobTimes(engine: Engine): Promise<ReadonlyMap<string, number>> {
	const rows = await engine.database.asOwner((trx) =>
		trx.selectFrom('server_job').select(['name', 'run_at']).execute()
	);
	return new Map(rows.map(({ name, run_at }) => [name, run_at]));
}
