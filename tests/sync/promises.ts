/**
 * What must be true after every step of the simulation, and what must be true in the end.
 *
 * Each broken promise is an error that says which one, where.
 */
import type { RowBase } from '#domain/record.ts';
import { readableRow } from '#domain/record.ts';
import { sameValue } from '#domain/merge.ts';
import { deviceValue } from '#store/tables.ts';
import { memberRecord, registry } from './kinds.ts';
import type { SimulatedDevice, World } from './world.ts';

export class BrokenPromise extends Error {
	override readonly name = 'BrokenPromise';
}

function promise(isKept: boolean, words: string): void {
	if (!isKept) throw new BrokenPromise(words);
}

/** The highest version that each device has had, by device, epoch and scope. */
export type Highest = Map<string, number>;

export async function checkStep(world: World, highest: Highest): Promise<void> {
	const views = new Map<string, { number: number; view: string }>();
	for (const device of world.devices) {
		if (device.isWiped) continue;
		await checkSaved(world, device);
		const { session } = device.tables;
		const cookie = await deviceValue(session, 'cookie');
		if (!cookie) continue;
		const { epoch, version, scope } = cookie;
		const line = `${device.number}/${epoch}/${scope}`;
		promise(version >= (highest.get(line) ?? 0), `Device ${device.number} went back in version.`);
		highest.set(line, version);
		const name = `${epoch}/${version}/${scope}`;
		// In the middle of a pull the cookie does not tell what is here.
		if ((await deviceValue(session, 'resume')) !== null) continue;
		const view = await serverView(device);
		const other = views.get(name);
		promise(
			!other || other.view === view,
			`Devices ${other?.number} and ${device.number} have one cookie and other records.`
		);
		views.set(name, { number: device.number, view });
		await checkSecrets(world, device);
	}
}

/** Each mutation that was shown as saved is in exactly one place. */
async function checkSaved(world: World, { number, tables }: SimulatedDevice): Promise<void> {
	const { session } = tables;
	const places = new Map<string, string[]>();
	for (const place of ['outbox', 'answered', 'attention'] as const) {
		for (const { uuid } of await session.small(place).all()) {
			places.set(uuid, [...(places.get(uuid) ?? []), place]);
		}
	}
	for (const [uuid, owner] of world.saved) {
		if (owner !== number) continue;
		const found = places.get(uuid) ?? [];
		if (found.length === 0 && (await isInHistory(world, uuid))) {
			// The device forgets after 30 days what the server has had for so long.
			world.saved.delete(uuid);
			continue;
		}
		promise(
			found.length === 1,
			`Mutation ${uuid} of device ${number} is in [${found.join(', ')}].`
		);
	}
}

async function isInHistory(world: World, uuid: string): Promise<boolean> {
	const rows = await history(world);
	return rows.some((row) => row.uuid === uuid);
}

/** The records as the server sent them: local changes put aside. */
async function serverView({ tables }: SimulatedDevice): Promise<string> {
	const rows = new Map<string, unknown>();
	for (const { kind } of registry.records) {
		for (const stored of await tables.session.rows(kind).all())
			rows.set(`${kind}/${stored.id}`, stored);
	}
	for (const { key, stored } of await tables.session.small('base').all()) {
		if (stored) rows.set(key, stored);
		else rows.delete(key);
	}
	return JSON.stringify(
		[...rows]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, row]) => [key, sorted(row)])
	);
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, inner]) => [key, sorted(inner)]);
}

/** Nobody holds, as the server's word, what the role of their cookie may not see. */
async function checkSecrets(world: World, { number, tables, me }: SimulatedDevice): Promise<void> {
	const base = await tables.session.small('base').all();
	const covered = new Set(base.map(({ key }) => key));
	const member = await tables.session.rows(memberRecord.kind).get(me.personId);
	const role = registry.members.schema.safeParse(member?.row).data?.role;
	if (!role) return;
	for (const { kind } of registry.records) {
		const type = registry.typeOf(kind);
		for (const { id, row } of await tables.session.rows(kind).all()) {
			if (!type || covered.has(`${kind}/${id}`)) continue;
			const readable = readableRow(type, row, role);
			// A role that changed a moment ago is still on its way to this device.
			if (readable && sameValue(readable, row)) continue;
			promise(
				await isBehind(world, me.personId, role),
				`Device ${number} holds ${kind} that a ${role} may not see.`
			);
		}
	}
}

async function isBehind(world: World, personId: string, role: string): Promise<boolean> {
	const now = await serverRows(world);
	const member = registry.members.schema.safeParse(now.get(`member/${personId}`)).data;
	return member?.role !== role;
}

interface HistoryRow {
	readonly uuid: string;
	readonly outcome: string;
	readonly effects: string | null;
}

export function history(world: World): Promise<HistoryRow[]> {
	return world.engine.database.withPractice(world.practiceId, (trx) =>
		trx
			.selectFrom('history')
			.select(['uuid', 'outcome', 'effects'])
			.where('practice_id', '=', world.practiceId)
			.orderBy('number')
			.execute()
	);
}

async function serverRows(world: World): Promise<Map<string, RowBase>> {
	const rows = await world.engine.database.withPractice(world.practiceId, (trx) =>
		trx
			.selectFrom('record')
			.select(['kind', 'id', 'body'])
			.where('practice_id', '=', world.practiceId)
			.execute()
	);
	const found = new Map<string, RowBase>();
	for (const { kind, id, body } of rows) {
		// Bodies are written by the server from parsed rows.
		if (body !== null) found.set(`${kind}/${id}`, JSON.parse(body) as RowBase);
	}
	return found;
}

/** After everything could settle. */
export async function checkEnd(world: World): Promise<void> {
	const lines = await history(world);
	const counted = new Map<string, number>();
	for (const { uuid } of lines) counted.set(uuid, (counted.get(uuid) ?? 0) + 1);
	for (const [uuid, count] of counted) promise(count === 1, `Mutation ${uuid} ran ${count} times.`);
	for (const device of world.devices) {
		if (device.isWiped) continue;
		const open = await device.tables.session.small('outbox').all();
		promise(open.length === 0, `Device ${device.number} still has ${open.length} unsent.`);
		const base = await device.tables.session.small('base').all();
		promise(base.length === 0, `Device ${device.number} still covers ${base.length} records.`);
		const refused = new Set(
			(await device.tables.session.small('attention').all()).map(({ uuid }) => uuid)
		);
		for (const [uuid, owner] of world.saved) {
			if (owner !== device.number) continue;
			promise(counted.has(uuid) || refused.has(uuid), `Mutation ${uuid} is lost.`);
		}
	}
	await checkReplay(world, lines);
	await checkSame(world);
}

/** The server's records are what its history says. */
async function checkReplay(world: World, lines: readonly HistoryRow[]): Promise<void> {
	const replayed = new Map<string, Record<string, unknown>>();
	for (const { effects, outcome } of lines) {
		if (outcome === 'refused' || effects === null) continue;
		// Effects are written by the server.
		for (const { kind, id, before, after } of JSON.parse(effects) as {
			kind: string;
			id: string;
			before: object | null;
			after: object | null;
		}[]) {
			const key = `${kind}/${id}`;
			if (after === null) replayed.delete(key);
			else replayed.set(key, before === null ? { ...after } : { ...replayed.get(key), ...after });
		}
	}
	const rows = await serverRows(world);
	for (const key of new Set([...rows.keys(), ...replayed.keys()])) {
		promise(
			sameValue(rows.get(key) ?? null, replayed.get(key) ?? null),
			`History does not tell how ${key} is.`
		);
	}
}

/** Every device holds exactly what its role may read on the server. */
async function checkSame(world: World): Promise<void> {
	const rows = await serverRows(world);
	for (const device of world.devices) {
		if (device.isWiped) continue;
		const member = registry.members.schema.safeParse(rows.get(`member/${device.me.personId}`)).data;
		if (!member) throw new BrokenPromise(`Device ${device.number} has no person.`);
		for (const type of registry.records) {
			const here = new Map(
				(await device.tables.session.rows(type.kind).all()).map(({ id, row }) => [id, row])
			);
			for (const [key, row] of rows) {
				if (!key.startsWith(`${type.kind}/`)) continue;
				const readable = readableRow(type, row, member.role);
				if (type.kind === 'overlap' && !here.has(row.id)) continue;
				promise(
					sameValue(readable ?? null, here.get(row.id) ?? null),
					`Device ${device.number} differs from the server in ${key}.`
				);
				here.delete(row.id);
			}
			promise(
				here.size === 0,
				`Device ${device.number} holds ${type.kind} that the server does not.`
			);
			const mayHold = type.readers.includes(member.role);
			promise(
				mayHold || (await device.store.count(type)) === 0,
				`A ${type.kind} is where it may not be.`
			);
		}
	}
}
