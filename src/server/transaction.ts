/**
 * The domain's Transaction over SQL.
 *
 * Every read gives a fresh copy, so a mutation that changes a row in place changes nothing.
 */
import { type RecordType, type RowBase } from '#domain/record.ts';
import type { Past, Transaction } from '#domain/transaction.ts';
import type { History } from './history.ts';
import type { PracticeRecords } from './records.ts';
import { dayOfRow, holdsValue, keptAs, readBody } from './rows.ts';

export class SqlTransaction implements Transaction {
	readonly #records: PracticeRecords;
	readonly #history: History;

	constructor(records: PracticeRecords, history: History) {
		this.#records = records;
		this.#history = history;
	}

	async get<Row extends RowBase>(
		type: RecordType<string, Row>,
		id: string
	): Promise<Row | undefined> {
		return readBody(type, id, await this.#records.body(type.kind, id));
	}

	put<Row extends RowBase>(type: RecordType<string, Row>, row: Row): Promise<void> {
		this.#records.change(type.kind, row.id, keptAs(type, row));
		return Promise.resolve();
	}

	remove(type: RecordType, id: string): Promise<void> {
		this.#records.change(type.kind, id, null);
		return Promise.resolve();
	}

	async by<Row extends RowBase>(
		type: RecordType<string, Row>,
		field: keyof Row & string,
		value: string
	): Promise<Row[]> {
		if (!type.indexes.includes(field)) throw new Error(`${type.kind} has no index '${field}'.`);
		const bodies = await this.#records.withValue(type, field, value);
		return readAll(type, bodies).filter((row) => holdsValue(type, row, field, value));
	}

	async between<Row extends RowBase>(
		type: RecordType<string, Row>,
		firstOn: string,
		lastOn: string
	): Promise<Row[]> {
		if (!type.day) throw new Error(`${type.kind} has no day.`);
		const bodies = await this.#records.withDay(type, firstOn, lastOn);
		return readAll(type, bodies).filter((row) => {
			const day = dayOfRow(type, row);
			return day !== null && day >= firstOn && day <= lastOn;
		});
	}

	past(uuid: string): Promise<Past | undefined> {
		return this.#history.past(uuid);
	}
}

function readAll<Row extends RowBase>(
	type: RecordType<string, Row>,
	bodies: ReadonlyMap<string, string>
): Row[] {
	return [...bodies].flatMap(([id, body]) => readBody(type, id, body) ?? []);
}
