/**
 * Records as they are kept: JSON text, and the values of their indexed fields.
 *
 * Text from outside may hold what a column cannot (a zero character, a megabyte): it never
 * reaches a column as it is.
 */
import { hash } from 'node:crypto';
import { readRow, type RecordType, type RowBase } from '#domain/record.ts';
import { asFields, type Fields } from '#domain/transaction.ts';

/** A record as it is kept: its text, and what stands in it. */
export interface Kept {
	readonly body: string;
	readonly fields: Fields;
}

/** One value by which a record is looked up, as the lookup table holds it. */
export interface Lookup {
	readonly field: string;
	readonly value: string;
}

/** Well below what an index of PostgreSQL can hold. */
const longestValue = 200;

/** @throws {UnreadableRecord} when the stored body is not of this type. A defect. */
export function readBody<Row extends RowBase>(
	type: RecordType<string, Row>,
	id: string,
	body: string | null | undefined
): Row | undefined {
	return body ? readRow(type, id, JSON.parse(body)) : undefined;
}

/** @throws {UnreadableRecord} when the row is not of its type, so that none is ever kept. */
export function keptAs<Row extends RowBase>(type: RecordType<string, Row>, row: Row): Kept {
	const read = readRow(type, row.id, row);
	return { body: JSON.stringify(read), fields: asFields(read) };
}

/** As it was written: fields that its type got since are not in it. */
export function fieldsIn(body: string): Fields {
	// Only `keptAs` writes them.
	return JSON.parse(body) as Fields;
}

/** A value as the lookup table holds it. */
export function lookupValue(value: string): string {
	const isPlain = value.length <= longestValue && isKeepable(value);
	return isPlain ? value : `sha256:${sha256(value)}`;
}

/** False for text that a column of PostgreSQL refuses or would change. */
export function isKeepable(text: string): boolean {
	return !text.includes('\0') && text.isWellFormed();
}

/** Every value of every indexed field, each once. */
export function lookupsOf(type: RecordType, row: object | undefined): Lookup[] {
	if (!row) return [];
	const found: Lookup[] = [];
	for (const field of type.indexes) {
		for (const value of valuesIn(row, field)) found.push({ field, value });
	}
	return found;
}

function valuesIn(row: object, field: string): Iterable<string> {
	const kept = valueIn(row, field);
	if (typeof kept === 'string') return [lookupValue(kept)];
	if (!Array.isArray(kept)) return [];
	return new Set(kept.filter((value) => typeof value === 'string').map(lookupValue));
}

export function dayOfRow(type: RecordType, row: object): string | null {
	const day = type.day === undefined ? null : valueIn(row, type.day);
	return typeof day === 'string' && day.length <= longestValue && isKeepable(day) ? day : null;
}

function valueIn(row: object, field: string): unknown {
	return Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined;
}

export function holdsValue(type: RecordType, row: RowBase, field: string, value: string): boolean {
	const wanted = lookupValue(value);
	return lookupsOf(type, row).some((one) => one.field === field && one.value === wanted);
}

export function sha256(text: string): string {
	return hash('sha256', text);
}
