/**
 * Backups of the simulated server: every row of the practice, and back again with a new epoch.
 */
import { sql } from 'kysely';
import { renewEpoch } from '#server/practice.ts';
import type { World } from './world.ts';

const tables = ['record', 'lookup', 'history', 'history_record', 'outbox', 'answer', 'practice'];
type Rows = Record<string, unknown>[];
const kept = new WeakMap<World, Map<string, Rows>>();

export async function backUp(world: World): Promise<void> {
	await world.engine.database.asOwner(async (trx) => {
		const all = new Map<string, Rows>();
		for (const table of tables) {
			const { rows } = await sql<
				Record<string, unknown>
			>`select * from ${sql.table(table)}`.execute(trx);
			all.set(table, rows);
		}
		kept.set(world, all);
	});
}

export async function restore(world: World): Promise<void> {
	const all = kept.get(world);
	if (!all) return;
	// Whoever was talking to the server is cut off.
	for (const device of world.devices) if (!device.isWiped) world.kill(device);
	await world.engine.database.asOwner(async (trx) => {
		for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(trx);
		for (const table of [...tables].reverse()) {
			for (const row of all.get(table) ?? []) {
				const names = Object.keys(row);
				const values = names.map((name) => sql`${row[name]}`);
				await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))}) values (${sql.join(values)})`.execute(
					trx
				);
			}
		}
	});
	await world.engine.database.withPractice(world.practiceId, (trx) =>
		renewEpoch(trx, world.practiceId)
	);
	world.epochs += 1;
}
