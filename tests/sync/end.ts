/** What must be true in the end, after everything could settle. */
import { readableRow, readRow } from '#domain/record.ts';
import { sameValue } from '#domain/merge.ts';
import { verifyHistory } from '#server/chain.ts';
import { BrokenPromise, promise } from './broken-promise.ts';
import { memberRecord } from './kinds.ts';
import { isSameRecord, serverRows } from './ledger.ts';
import { newest, registryAt } from './newer-kinds.ts';
import { checkPhotosEnd } from './photos.ts';
import type { SimulatedDevice } from './surroundings.ts';
import type { World } from './world.ts';

export async function checkEnd(world: World): Promise<void> {
	const { ledger } = world.watch;
	await ledger.read();
	world.watch.checkAcknowledged();
	for (const device of world.devices) if (!device.isWiped) await checkEmpty(world, device);
	const chain = await world.server.read((trx) => verifyHistory(trx, world.server.practiceId));
	promise(chain.isWhole, 'The chain of history is broken.');
	const rows = await serverRows(world);
	promise(
		rows.size === ledger.records.size,
		'The practice has records that history does not tell.'
	);
	for (const [key, row] of rows) {
		const isSame = isSameRecord(world, key, row, ledger.records.get(key));
		promise(isSame, `History does not tell how ${key} is.`);
	}
	for (const device of world.devices) if (!device.isWiped) await checkSame(device, rows);
	await checkPhotosEnd(world);
}

async function checkEmpty(world: World, { number, tables }: SimulatedDevice): Promise<void> {
	const open = await tables.session.small('outbox').all();
	promise(open.length === 0, `Device ${number} still has ${open.length} unsent.`);
	const base = await tables.session.small('base').all();
	promise(base.length === 0, `Device ${number} still covers ${base.length} records.`);
	const refused = new Set((await tables.session.small('attention').all()).map(({ uuid }) => uuid));
	for (const [uuid, owner] of world.saved) {
		if (owner !== number) continue;
		const isThere = world.watch.ledger.outcomes.has(uuid) || refused.has(uuid);
		promise(isThere, `Mutation ${uuid} is lost.`);
	}
}

/** Every device holds exactly what its role may read on the server. */
async function checkSame(
	{ number, me, tables, version }: SimulatedDevice,
	rows: ReadonlyMap<string, unknown>
): Promise<void> {
	const member = memberRecord.schema.safeParse(rows.get(`member/${me.personId}`)).data;
	if (!member) throw new BrokenPromise(`Device ${number} has no person.`);
	for (const { kind } of registryAt(version).records) {
		// An older app shows less of it, and keeps all: an update of the app finds it there.
		const type = registryAt(newest).typeOf(kind);
		if (!type) throw new Error(`There is no ${kind} any more.`);
		const stored = await tables.session.rows(type.kind).all();
		const here = new Map(stored.map(({ id, row }) => [id, readRow(type, id, row)]));
		for (const [key, body] of rows) {
			if (!key.startsWith(`${type.kind}/`)) continue;
			const row = readRow(type, key, body);
			if (type.kind === 'overlap' && !here.has(row.id)) continue;
			const readable = readableRow(type, row, member.role) ?? null;
			const isSame = sameValue(readable, here.get(row.id) ?? null);
			promise(isSame, `Device ${number} differs from the server in ${key}.`);
			here.delete(row.id);
		}
		promise(here.size === 0, `Device ${number} holds ${type.kind} that the server does not.`);
	}
}
