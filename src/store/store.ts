/**
 * The device's store: what screens read, and the one way to change anything.
 *
 * A mutation and its outbox entry are kept together or not at all; only then is it 'saved'.
 */
import type { Mutation } from '#domain/mutation.ts';
import type { Me } from '#domain/me.ts';
import { readRow, recordKey, type RecordType, type RowBase } from '#domain/record.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Fields } from '#domain/transaction.ts';
import { settleName, undoName } from '#domain/standard-names.ts';
import { notArrived } from './arrival.ts';
import { touched } from './entries.ts';
import type { StoreParts } from './parts.ts';
import { fullOrThrow } from './full-phone.ts';
import type { Found } from './found.ts';
import { deviceValue, setDeviceValue, type StoredRow, type TableSession } from './tables.ts';

/** Whether the practice has a record as it stands here. */
export type Sent = 'sent' | 'waiting' | 'refused';

/** The last thing that was done here, for the line 'Saved on this phone' with its undo. */
export interface LastChange {
	readonly uuid: string;
	readonly says: string;
	readonly isFinal: boolean;
}

interface Listeners {
	onchange?: (change: LastChange) => void;
	ontrouble?: (message: string) => void;
}

/** A mutation, or the way to load it: Today does without the rules until someone taps. */
type Loadable<Args> = Mutation<string, Args> | (() => Promise<Mutation<string, Args>>);

export class Store {
	readonly parts: StoreParts;
	readonly #listeners: Listeners;

	/** `listeners` are those of the store that this one is apart from. */
	constructor(parts: StoreParts, listeners: Listeners = {}) {
		this.parts = parts;
		this.#listeners = listeners;
	}

	/** The same store; what is read through it is told apart from other reads. */
	apart(): Store {
		const tables = this.parts.tables.apart();
		// On top of the parts, as what they hold still arrives.
		// An object over the parts is one itself.
		const parts = Object.create(this.parts, { tables: { value: tables } }) as StoreParts;
		return new Store(parts, this.#listeners);
	}

	/** Called after each kept mutation. */
	set onchange(call: (change: LastChange) => void) {
		this.#listeners.onchange = call;
	}

	/** Called with words for the person when what they type cannot be kept. */
	set ontrouble(call: (message: string) => void) {
		this.#listeners.ontrouble = call;
	}

	/** Tells the person what went wrong; false while there is no screen to say it. */
	tell(message: string): boolean {
		this.#listeners.ontrouble?.(message);
		return this.#listeners.ontrouble !== undefined;
	}

	get me(): Me {
		return this.parts.me;
	}

	/**
	 * Undefined: kept on this device. A refusal, also that of a full phone: nothing was changed.
	 *
	 * `saw` is what the person saw when they began to type, by record key and field, where that may
	 * have changed since: then both versions are merged or kept, as if it had happened far apart.
	 * `insteadOf` is a refused change that goes as this one is kept. What has not been loaded yet is
	 * waited for.
	 */
	async mutate<Args>(
		mutation: Loadable<Args>,
		args: Args,
		saw: Record<string, Fields> = {},
		insteadOf?: string
	): Promise<Refusal | undefined> {
		const { newId, now } = this.parts;
		// Before anything is awaited: the screen may go on changing what it handed in.
		const deed = {
			uuid: newId(),
			at: now(),
			args: plain<unknown>(args),
			saw: plain(saw),
			insteadOf
		};
		const loaded = await load(mutation);
		if (!loaded) return notArrived;
		try {
			const { refusal, isKept } = await loaded.keep(this.parts, loaded.mutation, deed);
			const { says, final = false } = loaded.mutation;
			if (isKept) this.#listeners.onchange?.({ uuid: deed.uuid, says, isFinal: final });
			return refusal;
		} catch (error) {
			return fullOrThrow(this.parts.tables, error);
		}
	}

	/** Puts back what one mutation changed, if nothing has happened since. */
	async undo(uuid: string): Promise<Refusal | undefined> {
		return this.mutate(await this.#named(undoName), { uuid });
	}

	/** Keeps what stands of two versions, or puts the other back. */
	async settle(overlapId: string, keep: 'stands' | 'other'): Promise<Refusal | undefined> {
		return this.mutate(await this.#named(settleName), { id: overlapId, keep });
	}

	/** Of the whole registry: what guards a kind comes with it. */
	async #named(name: string): Promise<Mutation> {
		await this.parts.whole;
		const mutation = this.parts.registry.mutationNamed(name);
		if (!mutation) throw new Error(`The registry has no '${name}'.`);
		return mutation;
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
		const { newsSince } = await import('./news.ts');
		return newsSince(tables.session, registry, looked, { limit, own });
	}

	/** Everything that is here now has been seen. */
	async haveLooked(): Promise<void> {
		const look = async (session: TableSession) => {
			const cookie = await deviceValue(session, 'cookie');
			if (cookie) await setDeviceValue(session, 'lookedTo', cookie.version);
		};
		await this.parts.tables.write(look).catch(async (error: unknown) => {
			this.tell((await fullOrThrow(this.parts.tables, error)).message);
		});
	}

	count(type: RecordType): Promise<number> {
		return this.#rows(type).count();
	}

	async search(words: string, limit: number): Promise<Found[]> {
		const { searchRecords } = await import('./search.ts');
		return searchRecords(this.parts.tables.session, this.parts.registry, words, limit);
	}

	/** Keeps a picture's bytes on this device for sending; a refusal when there is no room for it. */
	async addPhoto(
		bytes: ArrayBuffer,
		mime: string
	): Promise<{ hash: string } | { refusal: Refusal }> {
		const photos = await import('./photos.ts').catch(() => undefined);
		if (!photos) return { refusal: notArrived };
		return photos.addPhoto(this.parts, bytes, mime);
	}

	/** When this device last had everything from the practice (ms); null before the first time. */
	async lastSyncedAt(): Promise<number | null> {
		return (await deviceValue(this.parts.tables.session, 'sync')).syncedAt;
	}

	/** An address for an `img`; undefined when the picture is not here and cannot be had now. */
	async photoUrl(hash: string): Promise<string | undefined> {
		const photos = await import('./photos.ts').catch(() => undefined);
		return photos?.photoUrl(this.parts, hash);
	}

	/** How many changes of this person the practice could not take. */
	async refusedCount(): Promise<number> {
		return (await this.parts.tables.session.small('attention').all()).length;
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

/** Undefined when it could not be had: no signal on a first visit. */
async function load<Args>(mutation: Loadable<Args>) {
	try {
		const { keep } = await import('./keep.ts');
		return { keep, mutation: typeof mutation === 'function' ? await mutation() : mutation };
	} catch {
		return undefined;
	}
}

/** A plain copy: screens hand in reactive objects, which IndexedDB cannot keep. */
function plain<Value>(value: Value): Value {
	// JSON in, JSON out: the same shape.
	return JSON.parse(JSON.stringify(value)) as Value;
}
