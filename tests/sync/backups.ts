/**
 * Backups of the simulated server: every row of the practice, and back again with a new epoch.
 */
import { sql } from 'kysely';
import { renewEpoch } from '#server/practice.ts';
import { memberRecord } from './kinds.ts';
import type { World } from './world.ts';

const tables = [
	'record',
	'lookup',
	'history',
	'history_record',
	'outbox',
	'answer',
	'photo',
	'device',
	'practice'
];
type Rows = Record<string, unknown>[];
const kept = new WeakMap<World, Map<string, Rows>>();

export async function backUp(world: World): Promise<void> {
	const all = new Map<string, Rows>();
	await world.server.within(async (trx) => {
		for (const table of tables) {
			const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}
				where ${ownerOf(table)} = ${world.server.practiceId}`.execute(trx);
			all.set(table, rows);
		}
	});
	kept.set(world, all);
}

export async function restore(world: World): Promise<void> {
	const all = kept.get(world);
	if (!all) return;
	const { server, watch } = world;
	// Whoever was talking to the server is cut off.
	for (const device of world.devices) if (!device.isWiped) world.kill(device);
	await server.engine.database.asOwner(async (trx) => {
		for (const table of [...tables, 'snapshot_page']) {
			await sql`delete from ${sql.table(table)}
				where ${ownerOf(table)} = ${server.practiceId}`.execute(trx);
		}
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
	await server.within((trx) => renewEpoch(trx, server.practiceId));
	server.restart();
	watch.ledger.forget();
	watch.forgetLost();
	// A backup may know a removed device as one that is there.
	world.removedTokens.clear();
	world.epochs += 1;
	await watch.ledger.read();
	for (const { me, isWiped } of world.devices) {
		// The manager adds those again whom the backup does not know.
		if (isWiped || watch.ledger.records.has(`${memberRecord.kind}/${me.personId}`)) continue;
		const { personId: id, name, role } = me;
		await world.setMember({ id, name, role, leftOn: null });
	}
}

function ownerOf(table: string) {
	return sql.ref(table === 'practice' ? 'id' : 'practice_id');
}
