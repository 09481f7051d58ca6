/**
 * What must be true of the devices after every step of the simulation.
 *
 * A device whose tables nobody has touched since the last look is not looked at again.
 */
import { deviceValue, type StoredRow } from '#store/tables.ts';
import { promise } from './broken-promise.ts';
import { checkDigests } from './digests.ts';
import { memberRecord } from './kinds.ts';
import { checkPhotos } from './photos.ts';
import { mayHold } from './watch.ts';
import { registryAt } from './newer-kinds.ts';
import type { SimulatedDevice } from './surroundings.ts';
import { dayMs, type World } from './world.ts';

const forgottenAfterMs = 15 * dayMs;

interface Seen {
	readonly changes: number;
	/** Epoch, version, scope and version of the app; undefined in the middle of a pull. */
	readonly name: string | undefined;
	readonly view: string;
}

/** Remembers what it has looked at: one for each life. */
export class Promises {
	/** By device: the cookie with which it was in the middle of a pull. */
	readonly #givenUp = new Map<number, string>();
	/** The highest version that each device has had, by device, epoch and scope. */
	readonly #highest = new Map<string, number>();
	readonly #seen = new Map<number, Seen>();
	#writes = -1;

	async check(world: World): Promise<void> {
		const { watch, server } = world;
		watch.checkRounds();
		await watch.ledger.read();
		const hasServerChanged = this.#writes !== server.writes;
		this.#writes = server.writes;
		const views = new Map<string, { number: number; view: string }>();
		let hasAnyChanged = hasServerChanged;
		for (const device of world.devices) {
			if (device.isWiped) continue;
			let seen = this.#seen.get(device.number);
			if (seen?.changes !== device.tables.changes) {
				hasAnyChanged = true;
				await checkSaved(world, device);
				await checkDigests(device);
				seen = await this.#look(world, device);
				this.#seen.set(device.number, seen);
			}
			if (seen.name === undefined) continue;
			const other = views.get(seen.name);
			promise(
				!other || other.view === seen.view,
				`Devices ${other?.number} and ${device.number} have one cookie and other records.`
			);
			views.set(seen.name, { number: device.number, view: seen.view });
		}
		if (hasServerChanged) watch.checkAcknowledged();
		if (hasAnyChanged) await checkPhotos(world);
	}

	async #look(world: World, device: SimulatedDevice): Promise<Seen> {
		const { tables, number, version: app } = device;
		const { changes } = tables;
		const cookie = await deviceValue(tables.session, 'cookie');
		if (!cookie) return { changes, name: undefined, view: '' };
		const { epoch, version, scope } = cookie;
		const line = `${number}/${epoch}/${scope}`;
		const highest = this.#highest.get(line) ?? 0;
		promise(version >= highest, `Device ${number} went back in version.`);
		this.#highest.set(line, version);
		const stored = await serverRowsOn(device);
		// In the middle of a pull, also of one that was given up, the cookie does not tell what is here.
		const isOnItsWay = (await deviceValue(tables.session, 'resume')) !== null;
		const isPulling = isOnItsWay || this.#givenUp.get(number) === `${line}/${version}`;
		if (isPulling) this.#givenUp.set(number, `${line}/${version}`);
		else this.#givenUp.delete(number);
		if (!isPulling) checkSecrets(world, device, stored);
		const name = isPulling ? undefined : `${epoch}/${version}/${scope}/${app}`;
		return { changes, name, view: isPulling ? '' : viewOf(stored) };
	}
}

/** Each mutation that was shown as saved is in exactly one place. */
async function checkSaved(world: World, { number, tables }: SimulatedDevice): Promise<void> {
	const places = new Map<string, string[]>();
	for (const place of ['outbox', 'answered', 'attention'] as const) {
		for (const { uuid } of await tables.session.small(place).all()) {
			places.set(uuid, [...(places.get(uuid) ?? []), place]);
		}
	}
	for (const [uuid, owner] of world.saved) {
		if (owner !== number) continue;
		const found = places.get(uuid) ?? [];
		const cameAt = world.watch.ledger.cameAt.get(uuid) ?? Infinity;
		if (found.length === 0 && cameAt < world.now - forgottenAfterMs) {
			// The device forgets after 30 days, by its own clock, what was carried out.
			world.saved.delete(uuid);
			continue;
		}
		const where = `Mutation ${uuid} of device ${number} is in [${found.join(', ')}].`;
		promise(found.length === 1, where);
	}
}

/** The records as the server sent them, by key: local changes put aside. */
async function serverRowsOn({ tables }: SimulatedDevice): Promise<Map<string, StoredRow>> {
	const rows = new Map<string, StoredRow>();
	for (const kind of tables.kinds) {
		for (const stored of await tables.session.rows(kind).all()) {
			rows.set(`${kind}/${stored.id}`, stored);
		}
	}
	for (const { key, stored } of await tables.session.small('base').all()) {
		if (stored) rows.set(key, stored);
		else rows.delete(key);
	}
	return rows;
}

function viewOf(rows: ReadonlyMap<string, StoredRow>): string {
	return [...rows.keys()]
		.sort()
		.map((key) => `${key} ${textOf(rows.get(key))}`)
		.join('\n');
}

const texts = new WeakMap<object, string>();

/** Rows are frozen where they are kept, so each is put into words once. */
function textOf(stored: StoredRow | undefined): string {
	if (!stored) return '';
	const known = texts.get(stored);
	if (known !== undefined) return known;
	const text = JSON.stringify(sorted(stored));
	texts.set(stored, text);
	return text;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, inner]) => [key, sorted(inner)]);
}

/** Nobody holds, as the server's word, what the role of their cookie may not see. */
function checkSecrets(
	{ watch }: World,
	{ number, me, version }: SimulatedDevice,
	rows: ReadonlyMap<string, StoredRow>
): void {
	const member = rows.get(`${memberRecord.kind}/${me.personId}`);
	const role = memberRecord.schema.safeParse(member?.row).data?.role;
	// A role that changed a moment ago is still on its way to this device.
	if (!role || watch.ledger.roleOf(me.personId) !== role) return;
	const registry = registryAt(version);
	for (const [key, { row }] of rows) {
		const kind = key.slice(0, key.indexOf('/'));
		const isHers = mayHold(registry, { kind, row: { ...row } }, role);
		promise(isHers, `Device ${number} holds ${kind} that a ${role} may not see.`);
	}
}
