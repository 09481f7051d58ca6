/**
 * What was done, one row a mutation, as a running transaction reads and adds to it.
 *
 * Rows wait in memory until `flush`, and every question here looks at those first.
 */
import * as z from 'zod/mini';
import { sql, type Kysely } from 'kysely';
import { recordKey } from '#domain/record.ts';
import { refusalSchema, type Refusal } from '#domain/refusal.ts';
import type { Effect, Fields, Past } from '#domain/transaction.ts';
import { chained, type HistoryRow } from './chain.ts';
import { insertRows } from './insert-rows.ts';
import { onceBuilt, unseen } from './once-built.ts';
import type { Practice, PracticeCounter } from './practice.ts';
import { asking } from './storage-fault.ts';
import type { Tables } from './tables.ts';

/** How far back a record's history is searched for what an author saw. */
const furthestBack = 100;

const fieldsSchema = z.nullable(z.record(z.string(), z.unknown()));
const effectsSchema = z.array(
	z.object({
		kind: z.string(),
		id: z.string(),
		before: fieldsSchema,
		after: fieldsSchema,
		sent: z.optional(z.record(z.string(), z.unknown()))
	})
);

export type Result = 'applied' | 'overlap' | 'refused';

/** What happened, before it has a number. */
export interface Event {
	readonly uuid: string;
	readonly name: string;
	readonly personId: string;
	readonly deviceId: string | null;
	readonly outboxId: string | null;
	readonly seq: number | null;
	/** One for each record. */
	readonly effects: readonly Effect[];
	readonly outcome: Result;
	readonly refusal: Refusal | undefined;
	readonly version: number;
	readonly actedAt: number;
	readonly receivedAt: number;
}

/** One change of one record. */
export interface Step {
	readonly personId: string;
	readonly actedAt: number;
	readonly effect: Effect;
}

interface Waiting {
	readonly row: HistoryRow;
	readonly effects: readonly Effect[];
}

export class History {
	readonly #trx: Kysely<Tables>;
	readonly #practiceId: string;
	readonly #waiting: Waiting[] = [];
	readonly #fleetingOf: (kind: string) => readonly string[];
	#counter: PracticeCounter;

	/** `fleetingOf`: the fields of a kind that no row here may hold. */
	constructor(
		trx: Kysely<Tables>,
		practice: Practice,
		fleetingOf: (kind: string) => readonly string[]
	) {
		this.#trx = trx;
		this.#fleetingOf = fleetingOf;
		this.#practiceId = practice.id;
		const { version, history_number, history_head } = practice;
		this.#counter = { version, history_number, history_head };
	}

	/** Where the practice stands with everything that waits here. */
	get counter(): PracticeCounter {
		return this.#counter;
	}

	/** @returns the number of the new row. */
	add(event: Event): number {
		const number = this.#counter.history_number + 1;
		const row = chained(
			{
				practice_id: this.#practiceId,
				number,
				version: event.version,
				uuid: event.uuid,
				outbox_id: event.outboxId,
				seq: event.seq,
				person_id: event.personId,
				device_id: event.deviceId,
				name: event.name,
				effects: JSON.stringify(event.effects.map((effect) => this.#lasting(effect))),
				outcome: event.outcome,
				refusal: event.refusal ? JSON.stringify(event.refusal) : null,
				acted_at: event.actedAt,
				received_at: event.receivedAt
			},
			this.#counter.history_head
		);
		this.#waiting.push({ row, effects: event.effects });
		this.#counter = { version: event.version, history_number: number, history_head: row.hash };
		return number;
	}

	#lasting(effect: Effect): Effect {
		const fleeting = this.#fleetingOf(effect.kind);
		if (fleeting.length === 0) return effect;
		const isLasting = ([name]: [string, unknown]) => !fleeting.includes(name);
		const lasting = (fields: Fields): Fields =>
			Object.fromEntries(Object.entries(fields).filter(isLasting));
		const { before, after, sent } = effect;
		return {
			...effect,
			...{ before: before && lasting(before), after: after && lasting(after) },
			...(sent && { sent: lasting(sent) })
		};
	}

	/** Undefined for what never ran, was refused, or has been erased. */
	async past(uuid: string): Promise<Past | undefined> {
		const waiting = this.#waiting.find(({ row }) => row.uuid === uuid)?.row;
		const row = waiting ?? (await asking(this.#rowOf(uuid)));
		if (!row || row.outcome === 'refused' || row.effects === null) return undefined;
		const { name, person_id: personId, number } = row;
		const isLatest = async (kind: string, id: string) =>
			(await this.latestNumber(kind, id)) === number;
		return { name, personId, effects: readEffects(row.effects), isLatest };
	}

	/** The number of the row that last changed a record; undefined when none did. */
	async latestNumber(kind: string, id: string): Promise<number | undefined> {
		const key = recordKey(kind, id);
		const waiting = this.#waiting.findLast(({ effects }) => effects.some(isOf(key)));
		if (waiting) return waiting.row.number;
		const latest = await asking(
			this.#trx
				.selectFrom('history_record')
				.select((row) => row.fn.max('number').as('number'))
				.where('practice_id', '=', this.#practiceId)
				.where('kind', '=', kind)
				.where('id', '=', id)
				.executeTakeFirst()
		);
		return latest?.number ?? undefined;
	}

	/** The newest changes of a record, newest first. */
	async steps(kind: string, id: string): Promise<Step[]> {
		const isRecord = isOf(recordKey(kind, id));
		const waiting = this.#waiting
			.toReversed()
			.map(({ row, effects }) => ({ ...whoAndWhen(row), effects }));
		const rows = await asking(this.#rowsAbout(kind, id));
		const kept = rows.map((row) => ({
			...whoAndWhen(row),
			effects: row.effects === null ? [] : readEffects(row.effects)
		}));
		return [...waiting, ...kept].flatMap(({ effects, ...step }) =>
			effects.filter(isRecord).map((effect) => ({ ...step, effect }))
		);
	}

	async flush(): Promise<void> {
		const rows = this.#waiting.map(({ row }) => row);
		// One outbox, as a rule.
		for (const some of Map.groupBy(rows, fromWhere).values()) await this.#keepRows(some);
		const touched = this.#waiting.flatMap(({ row: { number }, effects }) =>
			effects.map(({ kind, id }) => ({ kind, id, number }))
		);
		const shared = { practice_id: this.#practiceId };
		const table = 'history_record';
		await asking(insertRows(this.#trx, { table, shared, rows: touched, numbers: ['number'] }));
		this.#waiting.length = 0;
	}

	async #keepRows(rows: readonly HistoryRow[]): Promise<void> {
		const [first] = rows;
		if (!first) return;
		const { practice_id, outbox_id, person_id, device_id } = first;
		await asking(
			insertRows(this.#trx, {
				...{ table: 'history', rows },
				shared: { practice_id, outbox_id, person_id, device_id },
				numbers: ['number', 'version', 'seq', 'acted_at', 'received_at']
			})
		);
	}

	#rowOf(uuid: string): Promise<HistoryRow | undefined> {
		return this.#trx
			.selectFrom('history')
			.selectAll()
			.where('practice_id', '=', this.#practiceId)
			.where('uuid', '=', uuid)
			.executeTakeFirst();
	}

	#rowsAbout(kind: string, id: string) {
		return onceBuilt(this.#trx, 'history of a record', [this.#practiceId, kind, id], () =>
			this.#trx
				.selectFrom('history_record')
				.innerJoin('history', (join) =>
					join
						.onRef('history.practice_id', '=', 'history_record.practice_id')
						.onRef('history.number', '=', 'history_record.number')
				)
				.select(['history.person_id', 'history.acted_at', 'history.effects'])
				.where('history_record.practice_id', '=', unseen(this.#practiceId))
				.where('history_record.kind', '=', unseen(kind))
				.where('history_record.id', '=', unseen(id))
				.orderBy('history_record.number', 'desc')
				.limit(sql.lit(furthestBack))
		);
	}
}

export function readEffects(text: string): Effect[] {
	return effectsSchema
		.parse(JSON.parse(text))
		.map(({ sent, ...effect }) => (sent ? { ...effect, sent } : effect));
}

/** A refusal whose words have been erased keeps only that it was one. */
export function readRefusal(text: string | null): Refusal {
	if (text === null) return { code: 'erased', message: 'This change was refused.' };
	return refusalSchema.parse(JSON.parse(text));
}

function whoAndWhen(row: Pick<HistoryRow, 'person_id' | 'acted_at'>): Omit<Step, 'effect'> {
	return { personId: row.person_id, actedAt: row.acted_at };
}

function fromWhere({ outbox_id, person_id, device_id }: HistoryRow): string {
	return [outbox_id, person_id, device_id].join();
}

function keyOf({ kind, id }: Effect): string {
	return recordKey(kind, id);
}

function isOf(key: string): (effect: Effect) => boolean {
	return (effect) => keyOf(effect) === key;
}
