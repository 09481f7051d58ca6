/**
 * The domain's Transaction over the device's tables.
 *
 * Keeps the server's copy of each record before its first local change, and can take back what
 * one mutation wrote when that mutation says no.
 */
import { readRow, recordKey, type RecordType, type RowBase } from '#domain/record.ts';
import type { Past, Transaction } from '#domain/transaction.ts';
import type { OutboxEntry, StoredRow, TableSession } from './tables.ts';
import { toldChange } from './told-history.ts';

export class DeviceTransaction implements Transaction {
	readonly #session: TableSession;
	/** Of what waits here, only changes before this number stand when the mutation runs. */
	readonly #before: number;
	readonly #priors = new Map<string, { kind: string; id: string; stored?: StoredRow }>();
	readonly #stashed = new Set<string>();
	/** As they were last read here: a mutation asks for a record, and so do those who watch it. */
	readonly #rows = new Map<string, Promise<StoredRow | undefined>>();

	/** `before` is the number of the change that runs again; a new one comes after all others. */
	constructor(session: TableSession, before = Infinity) {
		this.#session = session;
		this.#before = before;
	}

	async get<Row extends RowBase>(type: RecordType<string, Row>, id: string) {
		const stored = await this.#row(type.kind, id);
		return stored && readRow(type, id, stored.row);
	}

	async put<Row extends RowBase>(type: RecordType<string, Row>, row: Row) {
		const stored = await this.#cover(type.kind, row.id);
		const version = stored?.version ?? 0;
		this.#rows.delete(recordKey(type.kind, row.id));
		await this.#session.rows(type.kind).put({ id: row.id, version, row });
	}

	async remove(type: RecordType, id: string) {
		await this.#cover(type.kind, id);
		this.#rows.delete(recordKey(type.kind, id));
		await this.#session.rows(type.kind).delete(id);
	}

	async by<Row extends RowBase>(
		type: RecordType<string, Row>,
		field: keyof Row & string,
		value: string
	) {
		const found = await this.#session.rows(type.kind).by(field, value);
		return found.map((stored) => readRow(type, stored.id, stored.row));
	}

	async between<Row extends RowBase>(
		type: RecordType<string, Row>,
		firstOn: string,
		lastOn: string
	) {
		if (!type.day) return [];
		const found = await this.#session.rows(type.kind).between(type.day, firstOn, lastOn);
		return found.map((stored) => readRow(type, stored.id, stored.row));
	}

	/** Own changes of the last 30 days, and what the histories read on this device tell of. */
	async past(uuid: string): Promise<Past | undefined> {
		const me = await this.#session.small('device').get('me');
		// What is held back is not done: there is nothing of it to undo, nor in the way of an undo.
		const pending = (await this.#session.small('outbox').all()).filter(
			({ seq, heldBy }) => heldBy === undefined && seq < this.#before
		);
		const entry: OutboxEntry | undefined =
			pending.find((candidate) => candidate.uuid === uuid) ??
			(await this.#session.small('answered').get(uuid));
		if (!entry) return this.#told(uuid, pending);
		const later = pending.filter((other) => other.seq > entry.seq && other.uuid !== uuid);
		return {
			name: entry.name,
			personId: personIdOf(me?.value),
			effects: entry.effects,
			isLatest: async (kind, id) => {
				const key = recordKey(kind, id);
				if (later.some((other) => key in other.was)) return false;
				if (entry.version === undefined) return true;
				const base = await this.#session.small('base').get(key);
				const stored = base ? base.stored : await this.#session.rows(kind).get(id);
				return !stored || stored.version <= entry.version;
			}
		};
	}

	async #told(uuid: string, pending: readonly OutboxEntry[]): Promise<Past | undefined> {
		const told = await toldChange(this.#session, uuid);
		if (!told) return undefined;
		const { name, personId, effects, canUndo } = told;
		const isLatest = (kind: string, id: string) =>
			Promise.resolve(canUndo && !pending.some(({ was }) => recordKey(kind, id) in was));
		return { name, personId, effects, isLatest };
	}

	/** Takes back what was written to any record but these; without keys, everything. */
	async revert(but: readonly string[] = []): Promise<void> {
		for (const [key, { kind, id, stored }] of this.#priors) {
			if (but.includes(key)) continue;
			await (stored ? this.#session.rows(kind).put(stored) : this.#session.rows(kind).delete(id));
			if (this.#stashed.has(key)) await this.#session.small('base').delete(key);
		}
	}

	async #cover(kind: string, id: string): Promise<StoredRow | undefined> {
		const key = recordKey(kind, id);
		const stored = await this.#row(kind, id);
		if (this.#priors.has(key)) return stored;
		this.#priors.set(key, stored ? { kind, id, stored } : { kind, id });
		if (!(await this.#session.small('base').get(key))) {
			await this.#session.small('base').put({ key, kind, id, stored: stored ?? null });
			this.#stashed.add(key);
		}
		return stored;
	}

	#row(kind: string, id: string): Promise<StoredRow | undefined> {
		const key = recordKey(kind, id);
		const row = this.#rows.get(key) ?? this.#session.rows(kind).get(id);
		this.#rows.set(key, row);
		return row;
	}
}

function personIdOf(me: unknown): string {
	if (typeof me !== 'object' || me === null || !('personId' in me)) return '';
	return String(me.personId);
}
