/**
 * A change that was made on top of a refused one is not carried out before its author has decided:
 * sent again it is a new change, so under its old name it must never run.
 *
 * Judged from the outboxes as they stood before a refusal was heard, not from what the store marks.
 */
import { BrokenPromise } from './broken-promise.ts';
import type { SimulatedDevice } from './surroundings.ts';
import type { World } from './world.ts';

interface Waiting {
	readonly uuid: string;
	readonly about: readonly string[];
}

interface Held {
	/** The refused change that it builds on. */
	readonly refused: string;
	/** True when it ran before anyone heard of the refusal: for a copy of the device. */
	readonly hadRun: boolean;
}

export class HeldChanges {
	/** What each device had to send when it was last looked at, in order. */
	readonly #waiting = new Map<number, readonly Waiting[]>();
	readonly #held = new Map<string, Held>();
	readonly #looked = new Map<number, number>();
	/** How long history was before this step. */
	#before = 0;

	/** How many there have been: a simulation without any shows nothing. */
	get count(): number {
		return this.#held.size;
	}

	/** After every step: a step lets no device both hear a refusal and change something. */
	async check(world: World): Promise<void> {
		for (const device of world.devices) if (!device.isWiped) await this.#look(world, device);
		const { ledger } = world.watch;
		await ledger.read();
		this.#before = ledger.length;
		for (const [uuid, { refused, hadRun }] of this.#held) {
			// After a restore a copy of the device may bring both through.
			if (hadRun || !ledger.ran.has(uuid) || ledger.ran.has(refused)) continue;
			throw new BrokenPromise(`Mutation ${uuid} ran, though it builds on the refused ${refused}.`);
		}
	}

	async #look(world: World, { number, tables }: SimulatedDevice): Promise<void> {
		if (this.#looked.get(number) === tables.changes) return;
		this.#looked.set(number, tables.changes);
		const attention = await tables.session.small('attention').all();
		const refusedNow = new Set(attention.map(({ uuid }) => uuid));
		const stuck = new Map<string, string>();
		for (const { uuid, about } of this.#waiting.get(number) ?? []) {
			const known = this.#held.has(uuid);
			const root = about.map((key) => stuck.get(key)).find((found) => found !== undefined);
			if (root !== undefined && !known) {
				this.#held.set(uuid, { refused: root, hadRun: this.#hadRun(world, uuid) });
			}
			const blocks = !known && (root !== undefined || refusedNow.has(uuid));
			if (blocks) for (const key of about) if (!stuck.has(key)) stuck.set(key, root ?? uuid);
		}
		const outbox = await tables.session.small('outbox').all();
		const open = outbox.filter(({ version }) => version === undefined);
		this.#waiting.set(
			number,
			open.map(({ uuid, was }) => ({ uuid, about: Object.keys(was) }))
		);
	}

	#hadRun({ watch }: World, uuid: string): boolean {
		return (watch.ledger.ran.get(uuid) ?? Infinity) <= this.#before;
	}
}
