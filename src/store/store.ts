/**
 * The device's store: what screens read, and the one way to change anything.
 *
 * A mutation and its outbox entry are kept together or not at all; only then is it 'saved'.
 */
import { contextFor, runMutation, type Mutation } from '#domain/mutation.ts';
import type { Me } from '#domain/protocol.ts';
import { Recorder } from '#domain/recorder.ts';
import { readRow, recordKey, type RecordType, type RowBase } from '#domain/record.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Fields } from '#domain/transaction.ts';
import { undoName } from '#domain/undo.ts';
import { DeviceTransaction } from './device-transaction.ts';
import { keysOf, touched, wasOf, withSeen } from './outbox.ts';
import type { StoreParts } from './parts.ts';
import { addPhoto, photoUrl } from './photos.ts';
import { currentActor, seenBy } from './actor.ts';
import { isStorageFull, noteStorageFull, storageFull } from './full-phone.ts';
import { newsSince, searchRecords, type Found } from './search.ts';
import { deviceValue, setDeviceValue, type StoredRow } from './tables.ts';

/** Whether the practice has a record as it stands here. */
export type Sent = 'sent' | 'waiting' | 'refused';

/** The last thing that was done here, for the line 'Saved on this phone' with its undo. */
export interface LastChange {
	readonly uuid: string;
	readonly says: string;
	readonly isFinal: boolean;
}

const hasLeft = refuse('left', 'You are no longer in this group, so this was not saved.');

export class Store {
	readonly parts: StoreParts;
	/** Called after each kept mutation. */
	onchange: ((change: LastChange) => void) | undefined;

	constructor(parts: StoreParts) {
		this.parts = parts;
	}

	get me(): Me {
		return this.parts.me;
	}

	/**
	 * Undefined: kept on this device. A refusal, also that of a full phone: nothing was changed.
	 *
	 * `saw` is what the person saw when they began to type, by record key and field, where that may
	 * have changed since: then both versions are merged or kept, as if it had happened far apart.
	 */
	async mutate<Args>(
		mutation: Mutation<string, Args>,
		args: Args,
		saw: Record<string, Fields> = {}
	): Promise<Refusal | undefined> {
		try {
			return await this.#keep(mutation, args, saw);
		} catch (error) {
			if (!isStorageFull(error)) throw error;
			await noteStorageFull(this.parts.tables);
			return storageFull;
		}
	}

	/** @throws {Error} when the device cannot keep it; then nothing was changed. */
	async #keep<Args>(
		mutation: Mutation<string, Args>,
		args: Args,
		saw: Record<string, Fields>
	): Promise<Refusal | undefined> {
		const { tables, registry, newId, now } = this.parts;
		const uuid = newId();
		const at = now();
		const plainArgs: unknown = plain(args);
		const plainSaw = plain(saw);
		const { refusal, isKept } = await tables.write(async (session) => {
			const actor = await currentActor(session, registry);
			if (!actor) return { refusal: hasLeft, isKept: false };
			const transaction = new DeviceTransaction(session);
			const recorder = new Recorder(transaction, seenBy(plainSaw));
			const context = contextFor(actor, at, this.me.practiceId);
			const answer = await runMutation(mutation, recorder, plainArgs, context);
			const effects = answer ? [] : recorder.effects;
			// A record that was written as it was is not a change, and must not be held as one.
			await transaction.revert(keysOf(effects));
			if (effects.length === 0) return { refusal: answer, isKept: false };
			const outbox = await deviceValue(session, 'outbox');
			const { name } = mutation;
			const was = withSeen(wasOf(effects), plainSaw);
			await session
				.small('outbox')
				.put({ seq: outbox.nextSeq, uuid, name, args: plainArgs, was, at, effects });
			await setDeviceValue(session, 'outbox', { ...outbox, nextSeq: outbox.nextSeq + 1 });
			return { refusal: undefined, isKept: true };
		});
		if (isKept) this.onchange?.({ uuid, says: mutation.says, isFinal: mutation.final ?? false });
		return refusal;
	}

	/** Puts back what one mutation changed, if nothing has happened since. */
	async undo(uuid: string): Promise<Refusal | undefined> {
		const undo = this.parts.registry.mutationNamed(undoName);
		if (!undo) throw new Error(`The registry has no '${undoName}'.`);
		return this.mutate(undo, { uuid });
	}

	async get<Row extends RowBase>(type: RecordType<string, Row>, id: string) {
		const stored = await this.#rows(type).get(id);
		return stored && readRow(type, id, stored.row);
	}

	async all<Row extends RowBase>(type: RecordType<string, Row>): Promise<Row[]> {
		return rowsOf(type, await this.#rows(type).all());
	}

	async by<Row extends RowBase>(
		type: RecordType<string, Row>,
		field: keyof Row & string,
		value: string
	): Promise<Row[]> {
		return rowsOf(type, await this.#rows(type).by(field, value));
	}

	/** Records whose day lies from the first to the last, both included, in the order of days. */
	async between<Row extends RowBase>(
		type: RecordType<string, Row>,
		firstOn: string,
		lastOn: string
	): Promise<Row[]> {
		if (!type.day) return [];
		return rowsOf(type, await this.#rows(type).between(type.day, firstOn, lastOn));
	}

	/** Latest first: by day, or by when they were made where the type has no day. */
	async newest<Row extends RowBase>(
		type: RecordType<string, Row>,
		limit: number,
		before?: string
	): Promise<Row[]> {
		return rowsOf(type, await this.#rows(type).newest(type.day, limit, before));
	}

	/** What others changed since this person last looked, latest first. */
	async news(limit: number): Promise<Found[]> {
		const { tables, registry } = this.parts;
		const looked = await deviceValue(tables.session, 'lookedTo');
		if (looked === null) return [];
		const own = new Map<string, number>();
		for (const entry of await tables.session.small('answered').all()) {
			for (const key of touched(entry)) own.set(key, Math.max(own.get(key) ?? 0, entry.version));
		}
		return newsSince(tables.session, registry, looked, { limit, own });
	}

	/** Everything that is here now has been seen. */
	async haveLooked(): Promise<void> {
		await this.parts.tables.write(async (session) => {
			const cookie = await deviceValue(session, 'cookie');
			if (cookie) await setDeviceValue(session, 'lookedTo', cookie.version);
		});
	}

	count(type: RecordType): Promise<number> {
		return this.#rows(type).count();
	}

	search(words: string, limit: number): Promise<Found[]> {
		return searchRecords(this.parts.tables.session, this.parts.registry, words, limit);
	}

	/** Keeps a picture's bytes on this device for sending; returns their name. */
	addPhoto(bytes: ArrayBuffer, mime: string): Promise<string> {
		return addPhoto(this.parts, bytes, mime);
	}

	/** An address for an `img`; undefined when the picture is not here and cannot be had now. */
	photoUrl(hash: string): Promise<string | undefined> {
		return photoUrl(this.parts, hash);
	}

	/** Whether the practice has this record's last change. */
	async waitingFor(kind: string, id: string): Promise<Sent> {
		const key = recordKey(kind, id);
		const { session } = this.parts.tables;
		const pending = await session.small('outbox').all();
		const isOpen = (entry: (typeof pending)[number]) =>
			entry.version === undefined && touched(entry).includes(key);
		if (pending.some(isOpen)) return 'waiting';
		const refused = await session.small('attention').all();
		const isAbout = ({ effects }: (typeof refused)[number]) =>
			effects.some((effect) => recordKey(effect.kind, effect.id) === key);
		return refused.some(isAbout) ? 'refused' : 'sent';
	}

	/** True once everything kept so far is with the practice; false after `withinMs` without. */
	sent(withinMs = 10_000): Promise<boolean> {
		const { tables } = this.parts;
		return new Promise((resolve) => {
			const waiting = async () => {
				const pending = await tables.session.small('outbox').all();
				return pending.some(({ version }) => version === undefined);
			};
			const stops: (() => void)[] = [];
			const end = (isSent: boolean) => {
				for (const stop of stops) stop();
				resolve(isSent);
			};
			const timer = setTimeout(() => end(false), withinMs);
			stops.push(() => clearTimeout(timer));
			const told = (isWaiting: boolean) => {
				if (!isWaiting) end(true);
			};
			stops.push(tables.observe(waiting, told, () => end(false)));
		});
	}

	#rows(type: RecordType) {
		return this.parts.tables.session.rows(type.kind);
	}
}

function rowsOf<Row extends RowBase>(
	type: RecordType<string, Row>,
	stored: readonly StoredRow[]
): Row[] {
	return stored.map(({ id, row }) => readRow(type, id, row));
}

/** A plain copy: screens hand in reactive objects, which IndexedDB cannot keep. */
function plain<Value>(value: Value): Value {
	// JSON in, JSON out: the same shape.
	return JSON.parse(JSON.stringify(value)) as Value;
}
