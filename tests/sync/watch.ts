/**
 * Stands between server and network, and looks at every answer: nobody is sent what they may not
 * see, and what was once answered stays in history.
 */
import { overlapRecord } from '#domain/overlap.ts';
import type { Change, Patch, Trouble } from '#domain/protocol.ts';
import { mayReadField, readableRow, type RowBase } from '#domain/record.ts';
import { sameValue } from '#domain/merge.ts';
import type { Registry } from '#domain/registry.ts';
import type { Role } from '#domain/roles.ts';
import { isStorageFull } from '#store/full-phone.ts';
import { BrokenPromise, promise } from './broken-promise.ts';
import { Ledger } from './ledger.ts';
import type { SimulatedDevice, Surroundings } from './surroundings.ts';

export class Watch {
	readonly ledger: Ledger;
	readonly #world: Surroundings;
	/** Acknowledged mutations, with what their authors were told. */
	readonly #acknowledged = new Map<string, string>();
	#failedRound: Error | undefined;

	constructor(world: Surroundings) {
		this.#world = world;
		this.ledger = new Ledger(world);
	}

	/** An answer that leaves the server for this device. */
	async sent({ number, me }: SimulatedDevice, { changes, outcomes }: Patch): Promise<void> {
		await this.ledger.read();
		for (const { uuid, result } of outcomes) {
			const known = this.#acknowledged.get(uuid);
			promise(known === undefined || known === result, `${uuid} was answered in two ways.`);
			const kept = this.ledger.outcomes.get(uuid);
			promise(kept === result, `${uuid} was answered '${result}' and is '${kept ?? 'missing'}'.`);
			this.#acknowledged.set(uuid, result);
		}
		const role = this.ledger.roleOf(me.personId);
		if (role === undefined) {
			promise(changes.length === 0, `Device ${number} is sent records after its person has left.`);
			return;
		}
		const { registry } = this.#world.server.engine;
		for (const change of changes) {
			const isFor = mayHold(registry, change.isPart ? this.#whole(change, role) : change, role);
			promise(isFor, `Device ${number} is sent a ${change.kind} that a ${role} may not see.`);
		}
	}

	/** With what its reader has of it already. */
	#whole({ kind, id, row }: Change, role: Role): Pick<Change, 'kind' | 'row'> {
		const { registry } = this.#world.server.engine;
		const type = registry.typeOf(kind);
		const stands = this.ledger.records.get(`${kind}/${id}`);
		if (!type || !stands) throw new BrokenPromise(`A part of the missing ${kind}/${id} is sent.`);
		// The server keeps rows of its types.
		const had = readableRow(type, stands as unknown as RowBase, role);
		return { kind, row: { ...had, ...row } };
	}

	/** Only those who still belong to the group, with an app that the server still speaks to. */
	checkServed({ number, token, version }: SimulatedDevice): void {
		const { server, removedTokens } = this.#world;
		promise(!removedTokens.has(token), `Device ${number} was removed, and is answered.`);
		promise(server.version - version <= 1, `The app of device ${number} is too old.`);
	}

	/** A removed device deletes what it holds. */
	checkTurnedAway({ number, token }: SimulatedDevice, { error, wipe }: Trouble): void {
		if (error !== 'signed-out') return;
		const isRight = !this.#world.removedTokens.has(token) || wipe === true;
		promise(isRight, `Device ${number} was removed, and is not told to delete what it holds.`);
	}

	/** No acknowledged change is ever missing. */
	checkAcknowledged(): void {
		for (const [uuid, result] of this.#acknowledged) {
			promise(this.ledger.outcomes.get(uuid) === result, `The acknowledged ${uuid} is missing.`);
		}
	}

	/** What a backup did not hold is told by the device that has it, not by the server. */
	forgetLost(): void {
		this.#acknowledged.clear();
	}

	/** A round may fail for want of room and nothing else. */
	roundFailed(error: unknown): void {
		if (isStorageFull(error)) return;
		this.#failedRound ??= error instanceof Error ? error : new Error(String(error));
	}

	/** @throws {Error} what went wrong on a device in the step before. */
	checkRounds(): void {
		if (this.#failedRound) throw this.#failedRound;
	}
}

export function mayHold(
	registry: Registry,
	{ kind, row }: Pick<Change, 'kind' | 'row'>,
	role: Role
): boolean {
	const type = registry.typeOf(kind);
	if (!type?.readers.includes(role)) return false;
	if (row === null) return true;
	// The server sends rows of its types.
	const full = row as unknown as RowBase;
	if (!sameValue(readableRow(type, full, role), full)) return false;
	if (kind !== overlapRecord.kind) return true;
	const about = registry.typeOf(String(row['recordKind']));
	return about !== undefined && mayReadField(about, String(row['field']), role);
}
